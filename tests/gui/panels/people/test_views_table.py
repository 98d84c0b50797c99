"""Every view side by side."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.people.views_table import ViewsTable


@pytest.fixture
def table(qtbot: QtBot, document: Document) -> ViewsTable:
    made = ViewsTable()
    qtbot.addWidget(made)
    made.shown.show_results(document.results_by_view, document.view, document.focus)
    made.resize(700, 500)
    made.show()
    return made


def test_a_views_name_chooses_it(qtbot: QtBot, table: ViewsTable) -> None:
    header = table.horizontalHeader()
    place = header.rect().center()
    place.setX(header.sectionViewportPosition(1) + 20)
    with qtbot.waitSignal(table.view_chosen) as told:
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["investor"]


def test_a_row_chooses_its_host(qtbot: QtBot, table: ViewsTable) -> None:
    place = table.visualRect(table.shown.index(2, 1)).center()
    with qtbot.waitSignal(table.host_chosen) as told:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [table.shown.hosts[2]]


def test_the_table_is_as_high_as_its_rows(table: ViewsTable) -> None:
    assert table.wanted_height() > 10 * 28
    assert table.sizeHint().height() == table.wanted_height()


def test_it_can_be_painted_with_hosts_that_a_view_does_not_rank(table: ViewsTable) -> None:
    assert not table.grab().isNull()
