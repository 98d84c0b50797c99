from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.rows import MOST_FOR_NAMES, Rows, fitted, name_width
from decidr.gui.theme import BODY

ROWS = Rows(count=3, top=20, pitch=34, thickness=22, left=100, right=500)


def test_rows_follow_each_other() -> None:
    assert ROWS.row(1, 0, 600) == QRectF(0, 54, 600, 34)
    assert ROWS.bottom == 20 + 3 * 34


def test_a_bar_stands_in_the_middle_of_its_row() -> None:
    assert ROWS.bar(0, 100, 300) == QRectF(100, 26, 200, 22)


def test_a_bar_may_be_given_from_right_to_left() -> None:
    assert ROWS.bar(0, 300, 100) == ROWS.bar(0, 100, 300)


def test_the_rows_within_an_area_come_with_one_more_at_either_side() -> None:
    many = Rows(count=100, top=20, pitch=30, thickness=22, left=100, right=500)
    assert many.within(QRectF(0, 20 + 10 * 30 + 5, 600, 40)) == range(9, 13)
    assert many.within(QRectF(0, 0, 600, 10)) == range(1)
    assert many.within(QRectF(0, 0, 600, 9_000)) == range(100)


@pytest.mark.usefixtures("qapp")
def test_names_take_a_third_of_the_width_at_most() -> None:
    assert name_width(["A name that goes on and on for ever and a day"], 300) <= MOST_FOR_NAMES * 300


@pytest.mark.usefixtures("qapp")
def test_a_name_too_long_is_shortened_and_others_are_not() -> None:
    long, short = fitted(
        ["A name that goes on and on for ever", "Spain"], measure(BODY).horizontalAdvance("Spain") + 20
    )
    assert long.endswith("…")
    assert short == "Spain"
