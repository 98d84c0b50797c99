from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def menu(qtbot: QtBot, messages: RecordingMessages) -> PictureMenu:
    chart = ContributionsChart()
    qtbot.addWidget(chart)
    chart.resize(700, 300)
    chart.show_results(evaluate(example_study()), ())
    return PictureMenu(chart, messages)


def action(menu: PictureMenu, name: str) -> QAction:
    return next(action for action in menu.actions if action.objectName() == name)


def test_a_right_click_offers_to_copy_and_to_save(menu: PictureMenu, qtbot: QtBot) -> None:
    chart = menu.parent()
    assert isinstance(chart, ContributionsChart)
    chart.show()
    chart.customContextMenuRequested.emit(QPoint(20, 20))
    shown = chart.findChild(QMenu, "picture_menu")
    assert [action.text() for action in shown.actions()] == ["Copy picture", "Save PNG…", "Save SVG…"]
    shown.close()


def test_copying_puts_the_picture_on_the_clipboard_and_says_so(menu: PictureMenu, messages: RecordingMessages) -> None:
    action(menu, "copy_picture").trigger()
    assert not QGuiApplication.clipboard().image().isNull()
    assert messages.told == ["The picture is on the clipboard."]


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_saving_writes_the_file_that_was_chosen(
    menu: PictureMenu, messages: RecordingMessages, tmp_path: Path, kind: str
) -> None:
    messages.file = tmp_path / f"chart.{kind}"
    action(menu, f"save_{kind}").trigger()
    assert not QImage(str(messages.file)).isNull()
    assert str(messages.file) in messages.told[0]


def test_choosing_no_file_saves_nothing(menu: PictureMenu, messages: RecordingMessages) -> None:
    action(menu, "save_png").trigger()
    assert messages.told == []


def test_a_folder_that_cannot_be_written_is_told(
    menu: PictureMenu, messages: RecordingMessages, tmp_path: Path
) -> None:
    messages.file = tmp_path / "none" / "chart.png"
    action(menu, "save_png").trigger()
    assert "could not be written" in messages.warned[0]
