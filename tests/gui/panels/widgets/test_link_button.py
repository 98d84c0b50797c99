"""A button that reads like a link."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.link_button import link_button


def test_a_click_and_a_key_do_what_it_says(qtbot: QtBot) -> None:
    done: list[str] = []
    link = link_button("Why ›", "why", lambda: done.append("why"))
    qtbot.addWidget(link)
    link.show()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert done == ["why", "why"]
    assert link.objectName() == "why"
