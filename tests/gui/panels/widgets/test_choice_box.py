"""Combo boxes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.gui.panels.widgets.choice_box import ChoiceBox


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox()
    made.addItems(["by source and year", "measured"])
    qtbot.addWidget(made)
    made.resize(200, 28)
    made.show()
    return made


def _turn_wheel(box: ChoiceBox) -> bool:
    """Turn the wheel down over the box; whether it took that."""
    middle = QPointF(box.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_a_text_that_does_not_fit_ends_in_dots(box: ChoiceBox) -> None:
    assert box.shown_text() == "by source and year"
    box.resize(90, 28)
    assert box.shown_text().endswith("…")
    assert not box.grab().isNull()


def test_scrolling_past_it_changes_nothing(box: ChoiceBox) -> None:
    box.clearFocus()
    assert not _turn_wheel(box)
    assert box.currentText() == "by source and year"


def test_with_the_keys_on_it_the_wheel_chooses(box: ChoiceBox, qtbot: QtBot) -> None:
    with qtbot.waitActive(box):
        box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert _turn_wheel(box)
    assert box.currentText() == "measured"
