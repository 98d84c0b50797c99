"""The width of headings."""

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.panels.tables.heading_width import heading_width


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    view = QTableView()
    model = QStandardItemModel(2, 2, view)
    model.setHorizontalHeaderLabels(["Scored by", "Unit"])
    view.setModel(model)
    view.horizontalHeader().setHighlightSections(False)
    qtbot.addWidget(view)
    view.show()
    return view


def test_a_hidden_column_keeps_the_width_of_its_heading(table: QTableView) -> None:
    head = table.horizontalHeader()
    asked = head.sectionSizeHint(0)
    table.setColumnHidden(0, True)
    assert heading_width(head, 0) == pytest.approx(asked, abs=6)
    assert heading_width(head, 1) == head.sectionSizeHint(1)


def test_hiding_a_column_changes_no_width(table: QTableView) -> None:
    before = heading_width(table.horizontalHeader(), 1)
    table.setColumnHidden(1, True)
    assert heading_width(table.horizontalHeader(), 1) == before


def test_a_table_of_hidden_columns_has_headings_still(table: QTableView) -> None:
    for column in (0, 1):
        table.setColumnHidden(column, True)
    assert heading_width(table.horizontalHeader(), 0) > heading_width(table.horizontalHeader(), 1) > 0
