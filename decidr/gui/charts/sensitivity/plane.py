"""Points, edges and outlines in pixels."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF


def turn(a: QPointF, b: QPointF, c: QPointF) -> float:
    """Twice the signed area of a triangle."""
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x())


def distance(one: QPointF, other: QPointF) -> float:
    """How far two points are apart."""
    return hypot(one.x() - other.x(), one.y() - other.y())


def nearest_on_edge(start: QPointF, end: QPointF, place: QPointF) -> QPointF:
    """The point between two ends that is nearest to a place."""
    along, away = end - start, place - start
    length = along.x() ** 2 + along.y() ** 2
    share = (along.x() * away.x() + along.y() * away.y()) / length if length else 0.0
    return start + along * min(max(share, 0.0), 1.0)


def centroid(outline: QPolygonF) -> QPointF:
    """The middle of the area of a convex outline; that of its frame where it has no area."""
    first, *others = (outline.at(i) for i in range(outline.count()))
    parts = [(turn(first, b, c), (first + b + c) / 3) for b, c in pairwise(others)]
    whole = sum(area for area, _middle in parts)
    if not whole:
        return outline.boundingRect().center()
    x = sum(area * middle.x() for area, middle in parts) / whole
    y = sum(area * middle.y() for area, middle in parts) / whole
    return QPointF(x, y)
