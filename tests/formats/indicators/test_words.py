"""What headers tell."""

from __future__ import annotations

from datetime import datetime

import pytest

from decidr.formats.indicators.words import (
    head_of,
    is_unit,
    joined,
    names_or_counts,
    role_by_head,
    stands_aside,
    year_of,
    years_in,
)


@pytest.mark.parametrize(
    "value", [2023.0, 2023, "2023", "FY2023", "2023 [YR2023]", "2023/24", "X2023", "2023*", datetime(2023, 6, 1)]
)
def test_a_year_is_known_in_its_many_forms(value: object) -> None:
    assert year_of(value) == 2023


@pytest.mark.parametrize("value", ["", "GDP 2023", 2023.5, 12.0, "20234", 54000.0])
def test_other_values_are_no_years(value: object) -> None:
    assert year_of(value) is None


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("GDP per capita (current US$)", ("GDP per capita", None, "current US$")),
        ("GDP (billion USD)", ("GDP", None, "billion USD")),
        ("GDP 2023", ("GDP", 2023, "")),
        ("GDP, 2023 (USD)", ("GDP", 2023, "USD")),
        ("Stability (low risk)", ("Stability (low risk)", None, "")),
        ("GDP 2019-2023", ("GDP 2019-2023", None, "")),
        ("2023", ("2023", None, "")),
    ],
)
def test_a_header_is_taken_apart_into_name_year_and_unit(text: str, head: tuple) -> None:
    assert head_of(text) == head


def test_roles_are_told_by_heads_in_several_languages() -> None:
    heads = ("TIME_PERIOD", "Année", "Unit of measure", "Indicator Code", "Series Name", "Obs status", "GDP")
    assert [role_by_head(head) for head in heads] == ["year", "year", "unit", "code", "indicator", "note", None]


def test_ranks_errors_and_bounds_stand_aside() -> None:
    assert all(map(stands_aside, ("LPI Grouped Rank", "stddev", "pctranklower", "lower bound", "Std. Error")))
    assert not any(map(stands_aside, ("LPI Score", "estimate", "Rule of law", "Trust")))


def test_codes_units_and_years_in_texts() -> None:
    assert names_or_counts("M49 code")
    assert not names_or_counts("Score")
    assert is_unit("(% of GDP)")
    assert not is_unit("low risk")
    assert years_in("rates_2023") == {2023}
    assert years_in("120234") == set()
    assert joined(["GDP", " GDP ", "score", ""]) == "GDP: score"
