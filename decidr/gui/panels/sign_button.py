"""A button with one of our icons, which follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from decidr.gui.icons import icon
from decidr.gui.theme import current, scaled


class SignButton(QPushButton):
    """``sign`` is the icon, ``ink`` the name of a colour of the theme, as ``second_text``."""

    def __init__(self, sign: str, ink: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._sign, self._ink = sign, ink
        self.setIconSize(QSize(scaled(14), scaled(14)))
        self._tint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._sign, getattr(current(), self._ink)))
