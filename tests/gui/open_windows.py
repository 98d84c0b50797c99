"""The real main window in tests: opened with scripted messages, closed without a thread or a widget left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.main_window import MainWindow
from decidr.gui.settings import WindowSettings
from tests.gui.recording_messages import RecordingMessages

OpenWindow = Callable[..., MainWindow]


class OpenWindows:
    """Call it with a study (None: the start page) and its file; it shows a window and remembers it."""

    def __init__(self, qtbot: QtBot, messages: RecordingMessages) -> None:
        self._qtbot, self._messages = qtbot, messages
        self._windows: list[MainWindow] = []

    def __call__(self, study: Study | None, path: Path | None = None, *, with_parts: bool = False) -> MainWindow:
        window = MainWindow(
            Document(study or Study(), path),
            WindowSettings(),
            has_study=study is not None,
            messages=self._messages,
        )
        self._windows.append(window)
        with self._qtbot.waitExposed(window):
            window.show()
        if with_parts:
            window.load_parts()
            self._qtbot.waitUntil(lambda: window.is_settled, timeout=30_000)
        return window

    def close(self) -> None:
        """Close them all; what is unsaved is not kept."""
        self._messages.save_answer = "discard"
        for window in self._windows:
            window.close()
            window.deleteLater()
