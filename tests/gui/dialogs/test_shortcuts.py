"""The table of shortcuts."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.gui.actions import table
from decidr.gui.dialogs.shortcuts import ShortcutsDialog


def test_every_action_with_a_shortcut_is_listed(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(table())
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    missing = {row.text.rstrip("…") for row in table() if row.shortcuts} - shown
    assert missing == set()


def test_the_keys_of_matrix_and_question_are_listed(qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(table())
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"In a matrix", "In a question", "next question"} <= shown
