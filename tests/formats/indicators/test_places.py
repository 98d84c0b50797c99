"""Whom a label is about."""

from __future__ import annotations

import pytest

from decidr.core.study.imports import HostLabel
from decidr.formats.indicators.places import Places
from tests.formats.indicators.corpus import STUDY

PLACES = Places(STUDY.hosts, [HostLabel(label="The neighbour", host="CAN")])


@pytest.mark.parametrize(
    ("label", "host"),
    [
        ("Canada", "CAN"),
        (" CANADA ", "CAN"),
        ("can", "CAN"),
        ("Kanada", "CAN"),
        ("Turkey", "TUR"),
        ("Türkiye*", "TUR"),
        ("Turkey [1]", "TUR"),
        ("Turkey1", "TUR"),
        ("TC<rkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Korea, Rep.", "KOR"),
        ("Republic of Korea", "KOR"),
        ("site 11", "S11"),
        ("the neighbour", "CAN"),
    ],
)
def test_a_host_is_found_by_common_spellings_codes_and_the_mapping(label: str, host: str) -> None:
    assert PLACES.host(label) == host


@pytest.mark.parametrize("label", ["France", "World", "Site 12", "", 124.0, "Korea, Dem. People's Rep.", "x" * 80])
def test_other_places_are_no_host(label: object) -> None:
    assert PLACES.host(label) is None


def test_other_countries_are_places_and_regions_are_not() -> None:
    assert PLACES.is_place("France")
    assert not PLACES.is_place("Europe")
    assert not PLACES.is_place("geo")


def test_numeric_codes_are_read_where_they_are_asked_for() -> None:
    assert PLACES.numbered("124") == "CAN"
    assert PLACES.numbered(124.0) == "CAN"
    assert PLACES.numbered("France") is None
