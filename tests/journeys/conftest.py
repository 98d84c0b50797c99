"""Journeys: the real window, real files, what a consultant clicks and types; the heavy parts are loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from decidr.formats.study_file import save_study
from decidr.formats.templates import load_template
from decidr.gui import theme
from decidr.gui.main_window import MainWindow
from tests.gui.open_windows import OpenWindow, OpenWindows
from tests.gui.recording_messages import RecordingMessages

Widget = TypeVar("Widget", bound=QWidget)
Click = Callable[[MainWindow, str], None]


@pytest.fixture
def messages() -> RecordingMessages:
    """What the consultant answers, and what she was told."""
    return RecordingMessages()


@pytest.fixture
def qapp(qapp: QApplication) -> QApplication:
    """The application, as it is dressed in the light."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, messages: RecordingMessages) -> Iterator[OpenWindow]:
    """Opens the main window; ``with_parts=True`` waits until charts and AHPy are there."""
    windows = OpenWindows(qtbot, messages)
    yield windows
    windows.close()


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    """The EV-plant study in a file of the consultant's own."""
    path = tmp_path / "ev-plant.decidr"
    save_study(load_template("ev-plant"), path)
    return path


@pytest.fixture
def click(qtbot: QtBot) -> Click:
    """Clicks what has this name, as soon as it can be seen."""

    def by_name(window: MainWindow, name: str) -> None:
        qtbot.waitUntil(lambda: _seen(window, name) is not None)
        widget = _seen(window, name)
        assert widget is not None
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    return by_name


def _seen(window: MainWindow, name: str) -> QWidget | None:
    found = [widget for widget in window.findChildren(QWidget, name) if widget.isVisible()]
    return found[0] if found else None
