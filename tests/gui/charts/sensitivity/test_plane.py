"""Points, edges and outlines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from decidr.gui.charts.sensitivity.plane import centroid, distance, nearest_on_edge, turn

PIXELS = st.floats(-500, 500)
POINTS = st.builds(QPointF, PIXELS, PIXELS)


@given(POINTS, POINTS, POINTS, st.floats(0, 1))
def test_no_point_of_an_edge_is_nearer_than_the_nearest(a: QPointF, b: QPointF, place: QPointF, share: float) -> None:
    assert distance(nearest_on_edge(a, b, place), place) <= distance(a + (b - a) * share, place) + 1e-6


def test_the_middle_of_a_square_and_of_a_triangle() -> None:
    square = QPolygonF([QPointF(0, 0), QPointF(4, 0), QPointF(4, 4), QPointF(0, 4)])
    triangle = QPolygonF([QPointF(0, 0), QPointF(6, 0), QPointF(0, 3)])
    assert centroid(square) == QPointF(2, 2)
    assert centroid(triangle) == QPointF(2, 1)
    assert centroid(QPolygonF([QPointF(0, 0), QPointF(2, 2), QPointF(4, 4)])) == QPointF(2, 2)


@given(POINTS, POINTS, POINTS)
def test_a_turn_is_the_area_twice_and_changes_sign_with_the_order(a: QPointF, b: QPointF, c: QPointF) -> None:
    assert turn(a, b, c) == pytest.approx(-turn(a, c, b), abs=1e-6)
    height = distance(c, nearest_on_edge(a - (b - a) * 1000, b + (b - a) * 1000, c))
    assert abs(turn(a, b, c)) == pytest.approx(distance(a, b) * height, rel=1e-3, abs=1.0)
