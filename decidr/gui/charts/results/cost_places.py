"""Where the parts of the cost chart stand: its plot, its scales, its hosts and their names."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from decidr.core.analysis.cost.beside_quality import CostBesideQuality
from decidr.core.analysis.cost.words import money_unit
from decidr.core.analysis.results import Booleans, Floats
from decidr.gui.charts.canvas.label_places import best_place
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.scale import decimals_of, round_range
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.number_text import figure

DOT = 11.0
GRASP = 20.0
"""Pixels across a dot, and across the area in which it can be pointed at."""

CROWD = 90.0
"""Pixels within which dots are in the way of each other's names."""


class Scale(NamedTuple):
    """An axis from ``low`` to ``high`` with a tick at every ``step``."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> Sequence[float]:
        """Where the ticks stand."""
        count = round((self.high - self.low) / self.step)
        return [self.low + i * self.step for i in range(count + 1)]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        return (value - self.low) / (self.high - self.low)

    def text(self, tick: float) -> str:
        """A tick with as many decimals as the step needs."""
        decimals = decimals_of(self.step)
        return figure(round(tick, decimals), 12) if not decimals else f"{tick:.{decimals}f}"


def scale_around(values: Floats, most: int) -> Scale:
    """Round ends around the values, with room at either side so that no dot lies on the frame."""
    low, high = float(values.min()), float(values.max())
    room = (high - low) * 0.06 or max(abs(high), 1.0) * 0.1
    floor = 0.0 if low >= 0 else low - room
    return Scale(*round_range(max(low - room, floor), high + room, most))


@dataclass(frozen=True, slots=True)
class Dot:
    """A host in the plot: its place among the hosts, its centre, and where its name stands."""

    h: int
    centre: QPointF
    name: str
    label: QRectF

    @property
    def area(self) -> QRectF:
        """The dot itself."""
        return QRectF(self.centre.x() - DOT / 2, self.centre.y() - DOT / 2, DOT, DOT)

    @property
    def leader(self) -> QPointF | None:
        """The end of a line to the name, where the name does not stand right beside the dot."""
        label, centre = self.label, self.centre
        x = min(max(centre.x(), label.left()), label.right())
        y = min(max(centre.y(), label.top()), label.bottom())
        return QPointF(x, y) if math.hypot(x - centre.x(), y - centre.y()) > DOT else None

    @property
    def grasp(self) -> QRectF:
        """Where it can be pointed at."""
        return QRectF(self.centre.x() - GRASP / 2, self.centre.y() - GRASP / 2, GRASP, GRASP)


class CostPlaces:
    """The geometry in pixels; ``unit`` is how much money one on the axis across stands for."""

    def __init__(self, beside: CostBesideQuality, names: Sequence[str], size: QSizeF, foot: float) -> None:
        self.beside, self.names = beside, names
        self.shown = np.flatnonzero(np.isfinite(beside.costs) & np.isfinite(beside.quality))
        self.unit = money_unit(beside.costs[self.shown])
        self.across = scale_around(beside.costs[self.shown] / self.unit, 6)
        self.up = scale_around(beside.quality[self.shown] * 100, 6)
        self.area = self._area(size, foot)
        self.median = self.point(beside.median_cost, beside.median_quality) if beside.counted.any() else None
        self.dots = tuple(self._dots())

    def point(self, cost: float, quality: float) -> QPointF:
        """Where money and a share of 1 lie in the plot."""
        across, up = self.across.share(cost / self.unit), self.up.share(quality * 100)
        return QPointF(self.area.left() + across * self.area.width(), self.area.bottom() - up * self.area.height())

    def quarter(self, better: bool, cheaper: bool) -> QRectF:
        """The part of the plot on one side of both medians; the whole where there are none."""
        middle = self.median or self.area.center()
        left, right = (self.area.left(), middle.x()) if cheaper else (middle.x(), self.area.right())
        top, bottom = (self.area.top(), middle.y()) if better else (middle.y(), self.area.bottom())
        return QRectF(left, top, right - left, bottom - top)

    def _area(self, size: QSizeF, foot: float) -> QRectF:
        ticks = max(measure(CAPTION).horizontalAdvance(self.up.text(tick)) for tick in self.up.ticks)
        left, line = ticks + scaled(14), measure(CAPTION).height()
        top, below = 2 * line + scaled(12), 2 * line + scaled(18) + foot
        last = (
            measure(CAPTION).horizontalAdvance(self.across.text(self.across.high)) / 2 + 2
        )  # it stands below the edge
        right = max(scaled(12), last)
        return QRectF(left, top, max(size.width() - left - right, 40), max(size.height() - top - below, 40))

    def _dots(self) -> Iterator[Dot]:
        letters = measure(BODY, QFont.Weight.DemiBold)
        centres = [self.point(float(self.beside.costs[h]), float(self.beside.quality[h])) for h in self.shown]
        taken = [QRectF(c.x() - DOT / 2, c.y() - DOT / 2, DOT, DOT) for c in centres]
        lines = self._median_samples()
        for place in _most_crowded_first(centres):
            h, centre = int(self.shown[place]), centres[place]
            size = QSizeF(min(letters.horizontalAdvance(self.names[h]) + 2, self.area.width() / 3), letters.height())
            label = _label(centre, size, self.area, lines, taken)
            taken.append(label)
            yield Dot(h, centre, self.names[h], label)

    def _median_samples(self) -> Floats:
        """Points along both medians, which names had better not cover."""
        if self.median is None:
            return np.empty((0, 2))
        xs = np.linspace(self.area.left(), self.area.right(), 120)
        ys = np.linspace(self.area.top(), self.area.bottom(), 120)
        level = np.column_stack([xs, np.full(120, self.median.y())])
        return np.vstack([level, np.column_stack([np.full(120, self.median.x()), ys])])


def _most_crowded_first(centres: Sequence[QPointF]) -> list[int]:
    """Places in ``centres``: those with the most others near by come first, while there is room for their names."""
    near = [sum(abs(c.x() - o.x()) < CROWD and abs(c.y() - o.y()) < CROWD / 2 for o in centres) for c in centres]
    return sorted(range(len(centres)), key=lambda place: -near[place])


def _label(centre: QPointF, size: QSizeF, inside: QRectF, lines: Floats, taken: Sequence[QRectF]) -> QRectF:
    """Right or left of its dot, below or above it where that is free; else wherever it covers the least."""
    wide, high, gap = size.width(), size.height(), DOT / 2 + 5
    corners = (
        QPointF(centre.x() + gap, centre.y() - high / 2),
        QPointF(centre.x() - gap - wide, centre.y() - high / 2),
        QPointF(centre.x() - wide / 2, centre.y() + gap - 3),
        QPointF(centre.x() - wide / 2, centre.y() - gap + 3 - high),
    )
    for place in (QRectF(corner, size) for corner in corners):
        is_free = not any(place.intersects(other) for other in taken)
        if is_free and inside.contains(place) and not _inside(place, lines).any():
            return place
    return best_place(centre, size, inside, lines, taken, gap=DOT / 2 + 4)


def _inside(place: QRectF, points: Floats) -> Booleans:
    x, y = points[:, 0], points[:, 1]
    return np.asarray((x > place.left()) & (x < place.right()) & (y > place.top()) & (y < place.bottom()))
