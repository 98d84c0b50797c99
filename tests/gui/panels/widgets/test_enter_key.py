"""Buttons and the Enter key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.frame.rail import RailButton
from decidr.gui.panels.frame.start import StartEntry
from decidr.gui.panels.frame.steps import steps
from decidr.gui.panels.tables.table_actions import action_button
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.sign_button import SignButton


def _buttons() -> list[QAbstractButton]:
    return [
        FindingRow("notice", "A finding", "finding"),
        RailButton(steps()[0]),
        StartEntry("study", "A study", "Ten hosts"),
        SignButton("open", "second_text", "Open"),
        link_button("Why", "why", lambda: None),
        action_button(QAction("Add")),
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_kind_of_button_is_pressed_by_enter_and_by_the_space_bar(qtbot: QtBot, key: Qt.Key) -> None:
    for button in _buttons():
        qtbot.addWidget(button)
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_other_keys_press_nothing(qtbot: QtBot) -> None:
    button = StartEntry("study", "A study", "Ten hosts")
    qtbot.addWidget(button)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_A)
