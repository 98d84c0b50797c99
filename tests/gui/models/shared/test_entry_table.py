from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from decidr.gui.models.shared.entry_table import ENTRY_ROLE, ORDER_ROLE, Entry, EntryTable, Heading

HEADINGS = (Heading("Leaf"), Heading("Points", is_number=True))
ROWS = [
    (Entry("Home market", below="Market access"), Entry("5.1", exact="5.132", order=5.132, is_number=True)),
    (Entry("Exports"), Entry("4.0", exact="4.024", order=4.024, is_number=True)),
]


@pytest.fixture
def table() -> EntryTable:
    made = EntryTable()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_rows(ROWS, HEADINGS)
    return made


def test_a_table_shows_its_rows_under_their_headings(table: EntryTable) -> None:
    assert (table.rowCount(), table.columnCount()) == (2, 2)
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Points"
    assert table.index(0, 1).data() == "5.1"
    assert table.index(0, 1).data(ORDER_ROLE) == 5.132
    assert table.index(1, 0).data(ENTRY_ROLE) == ROWS[1][0]


def test_a_tip_gives_full_precision_and_what_stands_below(table: EntryTable) -> None:
    assert table.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) == "5.132"
    assert table.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "Home market\nMarket access"


def test_a_screen_reader_hears_all_of_an_entry(table: EntryTable) -> None:
    assert table.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Home market Market access"
    assert Entry("34 % Canada leads", lead="above").words == "above 34 % Canada leads"


def test_numbers_stand_at_the_right(table: EntryTable) -> None:
    assert table.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert (
        table.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    )


def test_as_many_rows_as_before_change_in_place(table: EntryTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.dataChanged), qtbot.assertNotEmitted(table.modelReset):
        table.show_rows(list(reversed(ROWS)))
    assert table.index(0, 0).data() == "Exports"


def test_other_headings_or_another_number_of_rows_start_anew(table: EntryTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.modelReset):
        table.show_rows(ROWS[:1])
    with qtbot.waitSignal(table.modelReset):
        table.show_rows([row[:1] for row in ROWS[:1]], HEADINGS[:1])


def test_the_heading_that_sorts_has_an_arrow(table: EntryTable) -> None:
    table.mark_sorted(1, "↓")
    assert table.headerData(1, Qt.Orientation.Horizontal) == "Points ↓"
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Leaf"
