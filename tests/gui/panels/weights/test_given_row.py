"""One criterion among its siblings, with what it is given."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.weights.given_row import GivenRow


@pytest.fixture
def row(qtbot: QtBot) -> GivenRow:
    page = QWidget()
    qtbot.addWidget(page)
    made = GivenRow(QGridLayout(page), 1)
    made.show_item("IP", 30.0, 0.3, 0.5)
    made.field.page = page  # type: ignore[attr-defined]
    page.show()
    return made


def test_it_shows_name_value_and_share(row: GivenRow) -> None:
    assert (row.name.text(), row.field.text(), row.bar.share) == ("IP", "30", 0.3)
    assert (row.field.accessibleName(), row.bar.accessibleName()) == ("IP", "IP: 30.0\u202f%")


def test_enter_tells_a_changed_value_and_nothing_else(qtbot: QtBot, row: GivenRow) -> None:
    told: list[str] = []
    row.field.entered.connect(told.append)
    row.field.setFocus()
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    row.field.selectAll()
    qtbot.keyClicks(row.field, "45")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert told == ["45"]


def test_what_is_being_typed_outlives_a_repaint(qtbot: QtBot, row: GivenRow) -> None:
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "4")
    row.field.show_value(30.0)
    assert row.field.text() == "4"
    row.field.take_back()
    assert row.field.text() == "30"


def test_without_a_share_it_says_so(row: GivenRow) -> None:
    row.show_item("IP", None, None, 1.0)
    assert (row.field.text(), row.bar.accessibleName()) == ("", "IP: no share yet")


def test_it_can_take_no_room(row: GivenRow) -> None:
    row.set_visible(False)
    assert row.name.isHidden()
    assert row.field.isHidden()
    assert row.bar.isHidden()
