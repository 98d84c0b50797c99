from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF

from decidr.gui.charts.canvas.label_places import best_place

INSIDE = QRectF(0, 0, 400, 300)
NO_LINES = np.empty((0, 2))


def test_a_label_stands_below_to_the_right_where_all_is_free() -> None:
    place = best_place(QPointF(100, 100), QSizeF(60, 14), INSIDE, NO_LINES, [])
    assert place.left() > 100
    assert place.top() > 100


def test_a_label_avoids_lines() -> None:
    line = np.column_stack([np.linspace(100, 200, 50), np.linspace(100, 130, 50)])
    place = best_place(QPointF(100, 100), QSizeF(60, 14), INSIDE, line, [])
    assert not any(place.contains(x, y) for x, y in line)


def test_a_label_avoids_other_labels() -> None:
    taken = QRectF(100, 100, 200, 50)
    place = best_place(QPointF(100, 100), QSizeF(60, 14), INSIDE, NO_LINES, [taken])
    assert not place.intersects(taken)


def test_a_label_at_the_edge_stays_inside() -> None:
    for x in (0, 395):
        place = best_place(QPointF(x, 150), QSizeF(200, 14), INSIDE, NO_LINES, [])
        assert INSIDE.contains(place)
