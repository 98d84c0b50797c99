"""A table with the card of what is selected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.tables.detail_split import WIDE, DetailSplit


def split_of(qtbot: QtBot, width: int) -> tuple[DetailSplit, QWidget, QWidget]:
    table, card = QWidget(), QWidget()
    split = DetailSplit(table, card, "split")
    qtbot.addWidget(split)
    split.resize(width, 700)
    split.show()
    return split, table, card


def test_the_card_stands_at_the_right_where_there_is_room_else_below(qtbot: QtBot) -> None:
    split, table, card = split_of(qtbot, WIDE + 100)
    assert split.orientation() == Qt.Orientation.Horizontal
    assert card.x() > table.width() > card.width()
    split.resize(WIDE - 100, 700)
    qtbot.waitUntil(lambda: card.y() > table.height() > card.height())
    assert split.orientation() == Qt.Orientation.Vertical


def test_without_a_card_the_table_has_all_the_room(qtbot: QtBot) -> None:
    split, table, card = split_of(qtbot, WIDE - 100)
    split.show_detail(False)
    qtbot.waitUntil(lambda: table.height() == split.height())
    assert not card.isVisible()
    split.show_detail(True)
    qtbot.waitUntil(lambda: card.height() > 100)


def test_a_line_that_was_moved_stays_when_the_card_shows_something_else(qtbot: QtBot) -> None:
    split, table, _card = split_of(qtbot, WIDE - 100)
    split.setSizes([300, 388])
    split.show_detail(True)
    assert table.height() == 300


def test_the_handle_shows_where_to_take_hold(qtbot: QtBot) -> None:
    split, _table, _card = split_of(qtbot, WIDE + 100)
    handle = split.handle(1).grab().toImage()
    colours = {handle.pixelColor(handle.width() // 2, y).name() for y in range(handle.height())}
    assert len(colours) > 1


def test_a_card_may_have_another_share_of_the_height(qtbot: QtBot) -> None:
    table, card = QWidget(), QWidget()
    split = DetailSplit(table, card, "split", share=0.6)
    qtbot.addWidget(split)
    split.resize(600, 500)
    split.show()
    assert card.height() == pytest.approx(0.6 * 500, abs=10)
