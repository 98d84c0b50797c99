"""A consultant opens a study, tries a choice, takes it back, renames, saves, and finds all of it the next day."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.formats.study_file import load_study
from decidr.gui.panels.widgets.choice_button import ChoiceButton
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.journeys.conftest import Click


def test_an_hour_with_a_study_is_all_there_the_next_day(
    qtbot: QtBot, open_window: OpenWindow, messages: RecordingMessages, plant: Path, click: Click
) -> None:
    # She opens the study from the start page.
    window = open_window(None, with_parts=True)
    messages.file = plant
    click(window, "start_open")
    qtbot.waitUntil(window.rail.isVisible)
    assert _order(window)[:3] == ["Spain", "Canada", "Thailand"]
    qtbot.waitUntil(lambda: window.status.opinion.text() == "AHPy agrees on 7 of 7 matrices")

    # She tries another synthesis: the ranking moves, and undo brings it back.
    synthesis = window.findChild(ChoiceButton, "setting_synthesis")
    next(a for a in synthesis.menu_of_choices().actions() if a.text() == "Distributive").trigger()
    assert _order(window)[0] == "Canada"
    assert window.isWindowModified()
    assert window.action_table["undo"].text() == "Undo: Synthesis: Distributive"
    window.action_table["undo"].trigger()
    assert _order(window)[0] == "Spain"
    assert not window.isWindowModified()

    # She renames it for her client, and saves.
    title = window.findChild(QLineEdit, "study_title")
    title.selectAll()
    qtbot.keyClicks(title, "EV plant for Lee & Co.")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("EV plant for Lee & Co.[*]")
    window.action_table["save"].trigger()
    assert window.status.saved.text() == "Saved"
    assert load_study(plant).title == "EV plant for Lee & Co."
    assert window.close()
    assert messages.asked == ["Open"]

    # The next day it stands first among the recent studies.
    again = open_window(None)
    click(again, "recent_0")
    qtbot.waitUntil(again.rail.isVisible)
    assert again.document.path == plant
    assert again.document.study.title == "EV plant for Lee & Co."
    assert messages.told == []


def _order(window) -> list[str]:  # type: ignore[no-untyped-def]
    return [host.name for host in window.ranking.list.shown.hosts]
