"""A button with one of our icons, which follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from decidr.gui.icons import icon
from decidr.gui.theme import current, scaled

SIZE, GAP = 14, 5
"""Of the icon, and between it and the words: Qt's style sheets leave too little, so the icon brings its own."""


class SignButton(QPushButton):
    """``sign`` is the icon, ``ink`` the name of a colour of the theme, as ``second_text``."""

    def __init__(self, sign: str, ink: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._sign, self._ink = sign, ink
        self.setAutoDefault(True)  # Enter presses it
        self._gap = scaled(GAP) if text else 0
        self.setIconSize(QSize(scaled(SIZE) + self._gap, scaled(SIZE)))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._sign, getattr(current(), self._ink), scaled(SIZE), self._gap))
