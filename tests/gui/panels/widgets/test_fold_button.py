"""A small sign to click."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.fold_button import FoldButton


def test_it_can_be_clicked_and_pressed_and_says_what_it_does(qtbot: QtBot) -> None:
    button = FoldButton("fold", "Fold the ranking away", "fold_away")
    qtbot.addWidget(button)
    button.show()
    assert button.toolTip() == button.accessibleName() == "Fold the ranking away"
    for act in (
        lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(button, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(button.clicked):
            act()


def test_the_focus_can_be_seen(qtbot: QtBot) -> None:
    button = FoldButton("fold", "Fold", "fold_away")
    qtbot.addWidget(button)
    button.resize(24, 24)
    button.show()
    with qtbot.waitActive(button):
        button.activateWindow()
    button.clearFocus()  # a window of its own takes the focus when it becomes active
    without = button.grab().toImage()
    button.setFocus()
    assert button.grab().toImage() != without
