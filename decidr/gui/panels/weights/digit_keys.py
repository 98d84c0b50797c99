"""The digits 1 to 9 by the place of their keys, so that Shift with a digit is known on every keyboard."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

FIRST_DIGIT_OF_X11 = 10
"""Scan code of the key 1 above the letters (evdev's 2, and X11 adds 8)."""

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def digit_of(event: QKeyEvent) -> int | None:
    """The digit of a key from 1 to 9, with or without Shift; None for other keys, and with Ctrl, Alt or Meta."""
    if event.modifiers() & _COMMANDS:
        return None
    if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
        return int(event.key()) - int(Qt.Key.Key_0)
    place = _place_of(event)
    return place if place in range(1, 10) else None


def _place_of(event: QKeyEvent) -> int | None:
    """Which key of the row of digits was pressed, whatever is printed on it; None where the system does not tell."""
    if sys.platform == "win32":
        return event.nativeVirtualKey() - ord("0") if event.nativeVirtualKey() else None
    if sys.platform == "linux" and event.nativeScanCode():
        return event.nativeScanCode() - FIRST_DIGIT_OF_X11 + 1
    return None
