"""An unexpected error: a calm message, the details to copy, and the study safe."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from decidr.gui import crash
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def watched(qapp: QApplication, messages: RecordingMessages) -> Iterator[RecordingMessages]:
    before = crash.watch(messages)
    yield messages
    crash.unwatch(before)


def _fail() -> None:
    try:
        raise ZeroDivisionError("nobody expected this")
    except ZeroDivisionError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_an_unexpected_error_is_told_calmly_without_a_trace(watched: RecordingMessages) -> None:
    _fail()
    assert "Your study is safe" in watched.warned[0]
    assert "ZeroDivisionError" not in watched.warned[0]


def test_the_details_can_be_copied(watched: RecordingMessages) -> None:
    _fail()
    watched.offers[0].do()
    text = QGuiApplication.clipboard().text()
    assert "nobody expected this" in text
    assert "decidr" in text.splitlines()[0]


def test_ctrl_c_goes_to_the_hook_that_was_there_before(
    qapp: QApplication, messages: RecordingMessages, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: told.append(error[0]))
    before = crash.watch(messages)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    crash.unwatch(before)
    assert told == [KeyboardInterrupt]
    assert messages.warned == []


def test_the_hook_is_given_back(qapp: QApplication, messages: RecordingMessages) -> None:
    before = sys.excepthook
    crash.unwatch(crash.watch(messages))
    assert sys.excepthook is before
