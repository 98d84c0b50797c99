"""Which leaf a series belongs to."""

from __future__ import annotations

import pytest

from decidr.core.study.criteria import Criterion
from decidr.core.study.study import Study
from decidr.formats.indicators.matching import likeness, match_series
from decidr.formats.indicators.series import Series

STUDY = Study(
    criteria=(
        Criterion(id="a", name="Stability"),
        Criterion(id="law", name="Rule of law", under="a"),
        Criterion(id="tax", name="Burden", under="a", source="corporate_income_tax_rate"),
        Criterion(id="ship", name="Customs", under="a"),
    )
)


def matches(*names: str, **mapped: str):
    found = match_series([Series(name, (name,)) for name in names], STUDY, mapped)
    return [(match.series.name, match.criterion, match.how) for match in found]


def test_the_same_name_or_source_or_words_match() -> None:
    assert matches("RULE OF LAW", "Corporate income-tax rate", "Customs: score") == [
        ("RULE OF LAW", "law", "same"),
        ("Corporate income-tax rate", "tax", "same"),
        ("Customs: score", "ship", "same"),
    ]


def test_a_near_name_is_only_proposed_and_never_for_a_leaf_that_is_taken() -> None:
    assert matches("Corporate tax rates") == [("Corporate tax rates", "tax", "near")]
    assert matches("Corporate tax rates", "Burden") == [("Burden", "tax", "same")]
    assert matches("Rainfall") == []


def test_a_parent_is_no_target() -> None:
    assert matches("Stability") == []


def test_the_mapping_goes_before_names() -> None:
    assert matches("Rule of law", "Rain", Rain="law") == [("Rain", "law", "mapped")]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Corporate Tax Rate", "corporate_income_tax_rate", 0.8, 0.9),
        ("EV sales Cars BEV", "bev_car_sales", 0.7, 0.9),
        ("Rule of law", "Rule of lwa", 0.85, 1),
        ("Rainfall", "Rule of law", 0, 0.4),
        ("", "Rule of law", 0, 0),
    ],
)
def test_likeness_counts_shared_words_and_forgives_slips(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most
