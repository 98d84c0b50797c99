"""A field into which a ratio that is no step of the scale is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from decidr.gui.theme import scaled
from decidr.language import _


class RatioField(QLineEdit):
    """``entered`` tells the text on Enter or when the field is left; Escape gives it up."""

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ratio_field")
        self.setAccessibleName(_("Ratio, left against right"))
        self.setPlaceholderText(_("2.5, 1/3"))
        self.setToolTip(_("How many times the left matters as much as the right: 3, 2.5, 1/3 or 0,333"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(scaled(88))

    def begin(self, text: str) -> None:
        """Go on typing from what was typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)
