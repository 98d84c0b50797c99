"""From series to cells."""

from __future__ import annotations

import pytest

from decidr.core.study.imports import ImportMapping, SeriesTarget
from decidr.core.study.problems import Refused
from decidr.formats.indicators.planning import plan_import
from decidr.formats.indicators.reading import read_indicators
from tests.formats.indicators.corpus import GDP, LAW, STUDY, Case, write


def planned(text, folder, targets, year=None, file="a.csv"):
    reading = read_indicators(STUDY, write(Case("", file, text), folder), ImportMapping(file=""))
    return plan_import(STUDY, reading, targets, year)


def test_each_host_gets_one_cell_and_the_gaps_are_listed(tmp_path) -> None:
    found = planned(f"Country,{GDP}\nCanada,1\nTurkey,..\n", tmp_path, {GDP: "gdp"}, 2023)
    assert [(c.host, c.value, c.year, c.unit) for c in found.plan.cells] == [("CAN", 1.0, 2023, "USD")]
    assert found.lacking == {"gdp": ("TUR", "CIV", "KOR", "S11")}
    assert found.plan.mapping.series == (SeriesTarget(series=GDP, criterion="gdp"),)


def test_the_files_unit_becomes_that_of_a_leaf_without_one(tmp_path) -> None:
    assert planned(f"Country,{LAW} (score)\nCanada,1\n", tmp_path, {LAW: "law"}).plan.units == {"law": "score"}


def test_a_figure_of_no_known_year_is_told(tmp_path) -> None:
    found = planned(f"Country,{GDP}\nCanada,1\n", tmp_path, {GDP: "gdp"})
    assert [p.code for p in found.problems] == ["import.year_unknown"]


def test_a_date_of_a_year_that_does_not_count_keeps_nobody_from_importing(tmp_path) -> None:
    text = f"Country,Year,{LAW}\nCanada,2021,1-Feb\nCanada,2022,1.5\nTurkey,2022,2.5\n"
    assert [c.value for c in planned(text, tmp_path, {LAW: "law"}).plan.cells] == [1.5, 2.5]
    with pytest.raises(Refused, match="a!C2: a date"):
        planned(text, tmp_path, {LAW: "law"}, 2021)


def test_every_cell_that_cannot_be_read_is_named_at_once(tmp_path) -> None:
    with pytest.raises(Refused) as refusal:
        planned(
            f"Country,{LAW},{GDP}\nCanada,high,1\nTurkey,2,low\nSouth Korea,3,4\n", tmp_path, {LAW: "law", GDP: "gdp"}
        )
    assert [str(p.place) for p in refusal.value.problems if p.severity == "error"] == ["a!B2", "a!C3"]
