"""The digits by the place of their keys."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from decidr.gui.panels.weights.digit_keys import digit_of

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, scan_code: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan_code, 0, 0)


@pytest.mark.parametrize("modifiers", [NONE, SHIFT, Qt.KeyboardModifier.KeypadModifier])
def test_a_digit_is_one_on_every_block_of_keys(modifiers: Qt.KeyboardModifier) -> None:
    assert digit_of(press(Qt.Key.Key_7, modifiers)) == 7


def test_zero_and_letters_are_no_digits_of_the_scale() -> None:
    assert digit_of(press(Qt.Key.Key_0)) is None
    assert digit_of(press(Qt.Key.Key_A)) is None


def test_a_shortcut_is_no_digit() -> None:
    assert digit_of(press(Qt.Key.Key_3, CTRL)) is None


@pytest.mark.skipif(sys.platform != "linux", reason="scan codes differ from system to system")
def test_shift_with_a_digit_is_known_by_its_place_whatever_sign_it_types() -> None:
    assert digit_of(press(Qt.Key.Key_NumberSign, SHIFT, scan_code=12)) == 3
    assert digit_of(press(Qt.Key.Key_Eacute, NONE, scan_code=11)) == 2
    assert digit_of(press(Qt.Key.Key_A, NONE, scan_code=38)) is None
