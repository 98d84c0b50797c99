"""The series of a table."""

from __future__ import annotations

import pytest

from decidr.core.study.imports import Filter
from decidr.core.study.problems import Refused
from decidr.formats.indicators.places import Places
from decidr.formats.indicators.series import find_series, rows_where
from decidr.formats.indicators.tables import find_table
from decidr.formats.spreadsheet import Sheet
from tests.formats.indicators.corpus import STUDY

ROWS = [
    ["country", "year", "indicator", "mode", "estimate", "stddev"],
    ["Canada", 2022, "rl", "Cars", 1.5, 0.1],
    ["Canada", 2023, "rl", "Buses", 1.6, 0.1],
    ["Turkey", 2023, "va", "Cars", -0.5, 0.2],
    ["World", 2023, "va", "Cars", 9, 0.2],
]


def table(rows=ROWS, name="S"):
    return find_table(Sheet(name, rows), Places(STUDY.hosts))


def test_each_indicator_is_a_series_and_what_stands_beside_its_figures_another() -> None:
    found = find_series(table(), (), "f")
    assert [(s.name, s.is_main, len(s.entries)) for s in found] == [
        ("rl", True, 2),
        ("rl: stddev", False, 2),
        ("va", True, 1),
        ("va: stddev", False, 1),
    ]
    assert "Rule of law" in found[0].names
    assert [(e.host, e.year, e.value) for e in found[0].entries] == [("CAN", 2022, 1.5), ("CAN", 2023, 1.6)]


def test_filters_leave_the_rows_that_hold_one_of_their_values_in_every_column() -> None:
    modes = Filter(column="MODE", values=("cars", "Planes"))
    assert [row for row, _ in rows_where(table(), [modes])] == [1, 3]
    assert [row for row, _ in rows_where(table(), [modes, Filter(column="year", values=("2023",))])] == [3]


def test_a_filter_that_fits_no_column_or_no_row_is_refused_with_what_there_is() -> None:
    with pytest.raises(Refused, match="only country, year, indicator, mode"):
        rows_where(table(), [Filter(column="fuel", values=("x",))])
    with pytest.raises(Refused, match="there are Cars, Buses"):
        rows_where(table(), [Filter(column="mode", values=("x",))])


def test_the_year_of_all_is_told_by_the_sheet_then_a_title_then_the_file() -> None:
    rows = [["Country", "LPI"], ["Canada", 4]]
    assert find_series(table(rows, "2018"), (), "lpi_2023")[0].entries[0].year == 2018
    assert find_series(table([["As of 2020"], *rows]), (), "lpi_2023")[0].entries[0].year == 2020
    assert find_series(table(rows), (), "lpi_2023")[0].entries[0].year == 2023
    assert find_series(table(rows), (), "lpi_2019_2023")[0].entries[0].year is None
