"""Where rows of bars stand: one host or criterion a row, its name at the left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from decidr.gui.charts.canvas.chart import RIGHT
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.theme import BODY

NAME_GAP = 12
MOST_FOR_NAMES = 0.32
"""Share of the width that names may take before they are shortened."""
MANY = 14
"""From so many rows on they stand closer."""


@dataclass(frozen=True, slots=True)
class Rows:
    """``count`` rows of ``pitch`` from ``top`` down; bars of ``thickness`` between ``left`` and ``right``."""

    count: int
    top: float
    pitch: float
    thickness: float
    left: float
    right: float

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.top + self.count * self.pitch

    def row(self, place: int, left: float, right: float) -> QRectF:
        """The whole height of a row between two x."""
        return QRectF(left, self.top + place * self.pitch, right - left, self.pitch)

    def within(self, area: QRectF) -> range:
        """The rows of which any part lies in an area, and one more at either side: a band may reach over its row."""
        first, last = (math.floor((y - self.top) / self.pitch) for y in (area.top(), area.bottom()))
        return range(max(first - 1, 0), min(last + 2, self.count))

    def bar(self, place: int, start: float, end: float) -> QRectF:
        """A bar in a row between two x."""
        y = self.top + place * self.pitch + (self.pitch - self.thickness) / 2
        return QRectF(min(start, end), round(y), abs(end - start), self.thickness)


def name_width(names: Sequence[str], width: float, weight: int = QFont.Weight.DemiBold) -> float:
    """The width that ``names`` need, at most a third of ``width``."""
    letters = measure(BODY, weight)
    longest = max((letters.horizontalAdvance(name) for name in names), default=0.0)
    return round(min(longest + 2, MOST_FOR_NAMES * width))


def fitted(names: Sequence[str], width: float, weight: int = QFont.Weight.DemiBold) -> tuple[str, ...]:
    """Names that are too long for ``width``, shortened."""
    letters = measure(BODY, weight)
    return tuple(letters.elidedText(name, Qt.TextElideMode.ElideRight, width + 1) for name in names)


def draw_name(painter: QPainter, area: QRectF, name: str, shade: QColor, weight: int) -> None:
    """A name at the right of ``area``."""
    painter.setFont(lettering(BODY, weight))
    painter.setPen(shade)
    painter.drawText(area, RIGHT, name)
