"""Enter presses a button as the space bar does: Qt does that in dialogs only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the button if the key is Enter; whether it was."""
    if event.key() not in ENTER or event.isAutoRepeat():
        return False
    button.click()
    return True
