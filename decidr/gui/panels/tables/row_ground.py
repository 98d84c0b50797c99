"""The ground of a row in a table: what is selected, pointed at or has the focus, and a hair line below."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from decidr.gui.theme import current


def paint_ground(painter: QPainter, area: QRectF, state: QStyle.StateFlag, with_focus: bool = True) -> None:
    """Paint a cell's ground; ``with_focus`` draws the frame of the cell that the keyboard is at."""
    theme = current()
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, QColor(theme.soft_accent))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, QColor(theme.sunken))
    painter.setPen(QPen(QColor(theme.line), 1))
    painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
    if with_focus and state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)
