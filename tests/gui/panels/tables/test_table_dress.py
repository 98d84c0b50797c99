"""What every table of the window has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.models.shared.entry_table import Entry, EntryTable, Heading
from decidr.gui.panels.tables.table_dress import dress_table


def test_a_table_has_no_grid_no_row_numbers_and_rows_as_low_as_wanted(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    table = EntryTable()
    table.show_rows([(Entry("Spain"),)], (Heading("Host"),))
    view.setModel(table)
    dress_table(view)
    view.setRowHeight(0, 3)
    assert (view.showGrid(), view.verticalHeader().isHidden(), view.rowHeight(0)) == (False, True, 3)
    assert (view.frameShape(), view.tabKeyNavigation()) == (QFrame.Shape.NoFrame, False)
    assert view.horizontalHeader().textElideMode() == Qt.TextElideMode.ElideRight
