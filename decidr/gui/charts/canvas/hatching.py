"""Hatching: what is missing is shown as missing. Drawn as lines, so that it is the same on paper and in SVG."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

SPACING = 4.0


def hatch(painter: QPainter, area: QRectF, shade: QColor) -> None:
    """Fill ``area`` with diagonal lines."""
    painter.setPen(QPen(shade, 1.3))
    painter.drawLines(hatch_lines(area))


def hatch_lines(area: QRectF) -> list[QLineF]:
    """Lines rising to the right, cut at the edges of ``area``; x + y of each is a multiple of the spacing."""
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    if right - left < 0.5 or bottom <= top:
        return []
    first = math.ceil((left + top) / SPACING)
    last = math.floor((right + bottom) / SPACING)
    return [_cut(step * SPACING, left, top, right, bottom) for step in range(first, last + 1)]


def _cut(total: float, left: float, top: float, right: float, bottom: float) -> QLineF:
    x_low, x_high = max(left, total - bottom), min(right, total - top)
    return QLineF(x_low, total - x_low, x_high, total - x_high)
