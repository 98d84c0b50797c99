"""A combo box that shortens what does not fit, and leaves the wheel to the page until it has the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

MARGIN = 2
"""Pixels that the style keeps free at both sides of the text."""


class ChoiceBox(QComboBox):
    """Qt's own would cut its text in the middle of a letter, and change while somebody scrolls past it.

    ``words`` is its accessible name. It has room for so many ``letters``; without, for its longest choice.
    """

    def __init__(self, name: str = "", words: str = "", letters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if letters:
            self.show_letters(letters)

    def show_letters(self, count: int) -> None:
        """Have room for so many letters, whatever the choices."""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(count)

    def shown_text(self) -> str:
        """The chosen text as there is room for it."""
        return self._elided(self._option())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self._option()
        option.currentText = self._elided(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _option(self) -> QStyleOptionComboBox:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return option

    def _elided(self, option: QStyleOptionComboBox) -> str:
        parts = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        room = self.style().subControlRect(*parts).width() - 2 * MARGIN
        return self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
