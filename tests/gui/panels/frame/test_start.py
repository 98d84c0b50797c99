"""The start page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from decidr.gui.panels.frame.start import StartEntry, StartPage, day_told, folder_told
from decidr.gui.settings import Recent

TEMPLATES = [("ev-plant", "EV plant", "Ten hosts, 25 criteria."), ("empty", "Empty study", "")]
RECENT = [Recent(Path("/studies/plant.decidr"), "Plant", "2026-11-03"), Recent(Path("/studies/b.decidr"), "", "")]


@pytest.fixture
def start(qtbot: QtBot) -> StartPage:
    made = StartPage()
    qtbot.addWidget(made)
    made.show_templates(TEMPLATES)
    made.show_recent(RECENT)
    made.resize(1200, 760)
    made.show()
    return made


def test_a_template_is_chosen(qtbot: QtBot, start: StartPage) -> None:
    with qtbot.waitSignal(start.template_chosen) as told:
        qtbot.mouseClick(start.findChild(QWidget, "template_ev-plant"), Qt.MouseButton.LeftButton)
    assert told.args == ["ev-plant"]


def test_a_recent_study_is_chosen(qtbot: QtBot, start: StartPage) -> None:
    with qtbot.waitSignal(start.recent_chosen) as told:
        qtbot.mouseClick(start.findChild(QWidget, "recent_0"), Qt.MouseButton.LeftButton)
    assert told.args == [RECENT[0].path]


def test_a_recent_study_without_a_title_is_called_by_its_file(start: StartPage) -> None:
    assert start.findChild(StartEntry, "recent_1").text() == "b"


def test_a_file_can_be_opened(qtbot: QtBot, start: StartPage) -> None:
    with qtbot.waitSignal(start.open_wanted):
        qtbot.mouseClick(start.findChild(QPushButton, "start_open"), Qt.MouseButton.LeftButton)


def test_without_recent_studies_there_is_no_empty_list(start: StartPage) -> None:
    start.show_recent([])
    visible = {label.text() for label in start.findChildren(QLabel) if label.isVisible()}
    assert "Continue" not in visible


def test_every_entry_can_be_taken_by_keys(qtbot: QtBot, start: StartPage) -> None:
    entry = start.findChild(StartEntry, "template_empty")
    with qtbot.waitSignal(start.template_chosen):
        qtbot.keyClick(entry, Qt.Key.Key_Space)


def test_days_near_today_are_told_in_words() -> None:
    today = QDate.currentDate()
    assert day_told(today.toString("yyyy-MM-dd")) == "today"
    assert day_told(today.addDays(-1).toString("yyyy-MM-dd")) == "yesterday"
    assert "2020" in day_told("2020-05-04")


def test_the_home_folder_is_written_short() -> None:
    assert folder_told(Path.home() / "work" / "plant.decidr") == str(Path("~") / "work" / "plant.decidr")
    assert folder_told(Path("/elsewhere/plant.decidr")) == str(Path("/elsewhere/plant.decidr"))


def test_tab_goes_through_the_page_from_above_to_below(qtbot: QtBot) -> None:
    window, find, start = QWidget(), QLineEdit(), StartPage()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(find)
    column.addWidget(start)
    start.show_templates(TEMPLATES)
    start.show_recent(RECENT)
    with qtbot.waitActive(window):
        window.show()
    find.setFocus(Qt.FocusReason.OtherFocusReason)
    seen = []
    for _ in range(5):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == ["template_ev-plant", "template_empty", "recent_0", "recent_1", "start_open"]


def test_only_own_templates_can_be_removed_by_key_and_by_context_menu(qtbot: QtBot, start: StartPage) -> None:
    start.show_templates([*TEMPLATES, ("mine", "Mine", "")], own={"mine"})
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    assert start.findChild(QWidget, "template_ev-plant").actions() == []
    entry = start.findChild(QWidget, "template_mine")
    qtbot.waitUntil(entry.isVisible)
    entry.setFocus()
    qtbot.waitUntil(entry.hasFocus)
    with qtbot.waitSignal(start.template_removal_wanted) as told:
        qtbot.keyClick(entry, Qt.Key.Key_Delete)
    assert told.args == ["mine"]
    with qtbot.waitSignal(start.template_removal_wanted):
        entry.actions()[0].trigger()
