"""What every test of the window has at hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui import theme
from decidr.gui.document import Document
from tests.gui.example_study import example_study
from tests.gui.open_windows import OpenWindow, OpenWindows
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def messages() -> RecordingMessages:
    """A user who agrees to everything and remembers what was said."""
    return RecordingMessages()


@pytest.fixture
def qapp(qapp: QApplication) -> QApplication:
    """The application, dressed as the user sees it in the light."""
    theme.apply(qapp, "light")
    return qapp


@pytest.fixture
def study() -> Study:
    """Ten hosts, six leaves, gaps and three views."""
    return example_study()


@pytest.fixture
def document(qapp: QApplication, study: Study) -> Document:
    """A document with that study."""
    return Document(study)


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, messages: RecordingMessages) -> Iterator[OpenWindow]:
    """Opens the main window on a study; closes it in the end."""
    windows = OpenWindows(qtbot, messages)
    yield windows
    windows.close()
