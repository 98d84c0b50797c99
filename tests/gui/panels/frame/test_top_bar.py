"""The top of the window."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.gui.panels.frame.top_bar import TopBar


def test_menus_stand_at_the_left_and_the_field_at_the_right(qtbot: QtBot) -> None:
    field = QLineEdit()
    bar = TopBar(field)
    qtbot.addWidget(bar)
    bar.menus.addMenu("File")
    bar.resize(1024, 34)
    bar.show()
    assert bar.menus.x() < field.x()
    assert field.geometry().right() > 1000
