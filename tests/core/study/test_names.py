"""Names are the user's text; two are the same without regard to case, accents and outer blanks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.study.names import folded, fresh_id, fresh_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Türkiye", "turkiye"),
        ("  Spain ", "SPAIN"),
        ("Côte d'Ivoire", "cote d'ivoire"),
        ("Rule  of\tlaw", "rule of law"),
        ("Straße", "STRASSE"),
        ("ﬁbre", "fibre"),
        ("2030", " 2030"),
    ],
)
def test_names_are_the_same_without_case_accents_and_extra_blanks(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Spain", "Spain 2"), ("中国", "中國"), ("=SUM", "SUM"), ("1.10", "1.1")])
def test_other_differences_keep_names_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert folded(folded(name)) == folded(name)


def test_a_fresh_id_is_never_taken() -> None:
    assert fresh_id("h", []) == "h1"
    assert fresh_id("h", ["h1", "h3"]) == "h4"
    assert fresh_id("h", ["x", "h3", "y"]) == "h4"


def test_a_fresh_name_gets_a_number_only_where_the_name_is_taken() -> None:
    assert fresh_name("Site", ["Other"]) == "Site"
    assert fresh_name("Site", ["SITE", "site 2"]) == "Site 3"
