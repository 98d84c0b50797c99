"""The card-coloured sides of the window, with one thin line towards the page."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from decidr.gui.theme import current

Edge = Literal["left", "right", "top", "bottom"]


def paint_surface(widget: QWidget, edge: Edge) -> None:
    """Fill a widget with the card's colour and draw the line at one edge; call it from ``paintEvent``."""
    theme, area = current(), widget.rect()
    painter = QPainter(widget)
    fill(painter, area, theme.card)
    line = {
        "left": QRect(0, 0, 1, area.height()),
        "right": QRect(area.width() - 1, 0, 1, area.height()),
        "top": QRect(0, 0, area.width(), 1),
        "bottom": QRect(0, area.height() - 1, area.width(), 1),
    }[edge]
    fill(painter, line, theme.line)


def fill(painter: QPainter, area: QRect, colour: str) -> None:
    """Fill a rectangle; ``QPainter.fillRect`` would first load all of Qt's gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(area)
