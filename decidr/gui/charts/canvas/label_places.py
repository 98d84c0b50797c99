"""Where a label beside a point covers the least."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from decidr.core.analysis.results import Floats


def best_place(
    point: QPointF, size: QSizeF, inside: QRectF, lines: Floats, taken: Sequence[QRectF], gap: float = 12.0
) -> QRectF:
    """The place beside ``point`` whose rectangle is crossed by the fewest samples of ``lines`` (N, 2), in pixels.

    It is pushed ``inside`` from left and right, and stays inside and off the areas that are ``taken`` as far as it
    can; equals go to the lower right.
    """
    places = _around(point, size, inside, gap)
    costs = [_cost(place, inside, lines, taken) for place in places]
    return places[int(np.argmin(costs))]


def _around(point: QPointF, size: QSizeF, inside: QRectF, gap: float) -> Sequence[QRectF]:
    furthest = max(inside.right() - size.width(), inside.left())
    sides = [min(max(x, inside.left()), furthest) for x in (point.x() + gap, point.x() - gap - size.width())]
    found = []
    for away in (0.6, 1.6, 2.8, 4.2, 6.0):
        below, above = point.y() + gap * away, point.y() - gap * away - size.height()
        found += [QRectF(QPointF(x, y), size) for y in (below, above) for x in sides]
    return found


def _cost(place: QRectF, inside: QRectF, lines: Floats, taken: Sequence[QRectF]) -> float:
    x, y = lines[:, 0], lines[:, 1]
    crossed = np.count_nonzero(
        (x > place.left() - 2) & (x < place.right() + 2) & (y > place.top() - 1) & (y < place.bottom() + 1)
    )
    covers = sum(1 for other in taken if other.intersects(place))
    return float(crossed) + 1e3 * covers + (0.0 if inside.contains(place) else 1e5)
