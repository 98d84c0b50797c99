"""What every test of the window has at hand."""

import pytest
from PySide6.QtWidgets import QApplication

from decidr.gui import theme
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
