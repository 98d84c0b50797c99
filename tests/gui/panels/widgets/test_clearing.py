"""Emptying a layout."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.clearing import clear


def test_what_stood_in_a_layout_is_gone_from_sight_at_once(qtbot: QtBot) -> None:
    holder, label = QWidget(), QLabel("text")
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(label)
    column.addStretch()
    holder.show()
    clear(column)
    assert column.count() == 0
    assert label.isHidden()
