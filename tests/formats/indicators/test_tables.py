"""The table in a sheet."""

from __future__ import annotations

from decidr.formats.indicators.places import Places
from decidr.formats.indicators.tables import Grid, find_table
from decidr.formats.spreadsheet import Sheet
from tests.formats.indicators.corpus import PLAIN, STUDY, long, turned


def table(rows):
    return find_table(Sheet("S", rows), Places(STUDY.hosts))


def test_a_turned_grid_keeps_the_sheets_addresses() -> None:
    grid = Grid(Sheet("S", [["a", "b"], ["c"]]), is_turned=True)
    assert [list(row) for row in grid.rows] == [["a", "c"], ["b", ""]]
    assert (grid.address(1, 0), grid.rows[1][0]) == ("S!B1", "b")


def test_the_table_is_found_below_titles_whichever_way_it_lies() -> None:
    upright = table([["Title"], [], *PLAIN, ["Note"]])
    assert (upright.first, upright.titles, upright.form) == (3, ("Title",), "wide")
    assert [host for _, host in upright.hosts] == ["CAN", "TUR", "KOR"]
    aside = table(turned(PLAIN))
    assert aside.grid.is_turned
    assert [c.name for c in aside.columns] == [c.name for c in upright.columns]


def test_columns_have_the_roles_that_their_heads_and_values_tell() -> None:
    found = table(
        [
            ["Country", "Mode", "Indicator", "Year", "Unit", "Value", "Flag"],
            ["Canada", "Cars", "A", 2023, "%", 1.5, "e"],
        ]
    )
    assert [c.role for c in found.columns] == ["place", "key", "indicator", "year", "unit", "figure", "note"]
    assert table(long(PLAIN)).form == "long"


def test_a_sheet_without_hosts_has_no_table() -> None:
    assert table([["Region", "Value"], ["Atlantis", 1]]) is None
    assert table([]) is None
