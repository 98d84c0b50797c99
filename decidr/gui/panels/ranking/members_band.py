"""The band of a group: how far its members reach, and where its figure stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

SOFT, MARK, STEM = 0.38, 2.5, 2.0
"""The band's opacity, the width of the mark at the figure, and the height of the line that leads there."""


def paint_members_band(painter: QPainter, band: QRectF, mark: float, colour: QColor, start: float) -> None:
    """Paint from the lowest to the highest member, softer than a bar, with a mark at the figure (x).

    A thin line leads there from ``start`` (x), where totals are 0.
    """
    soft = QColor(colour)
    soft.setAlphaF(SOFT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRect(QRectF(start, band.center().y() - STEM / 2, max(band.left() - start, 0), STEM))
    painter.drawRoundedRect(band, 2, 2)
    painter.setBrush(colour)
    painter.drawRect(QRectF(mark - MARK, band.top() - 1, MARK, band.height() + 2))
