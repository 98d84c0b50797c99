"""A small sign to click, drawn without a frame: it folds something away, or brings it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from decidr.gui.icons import paint_icon
from decidr.gui.theme import current, scaled

SIDE, SIGN = 24, 12


class FoldButton(QAbstractButton):
    """``sign`` is an icon; ``text`` is said by the tooltip and to screen readers."""

    def __init__(self, sign: str, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(scaled(SIDE), scaled(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_sign(painter, QRectF(self.rect()))

    def paint_sign(self, painter: QPainter, area: QRectF) -> None:
        """The sign in the middle of ``area``, stronger under the mouse, framed when it has the focus."""
        theme, size = current(), scaled(SIGN)
        ink = theme.accent if self.underMouse() or self.hasFocus() else theme.third_text
        middle = area.center()
        paint_icon(painter, QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size), self._sign, ink)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
