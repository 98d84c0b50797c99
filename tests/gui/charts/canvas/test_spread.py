from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.gui.charts.canvas.spread import fitting, spread


def test_names_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([10.0, 50.0, 90.0], 10, 0, 100) == [10.0, 50.0, 90.0]


def test_names_that_would_touch_move_apart_by_the_same_way() -> None:
    assert spread([50.0, 52.0], 10, 0, 100) == [46.0, 56.0]


def test_a_name_stays_inside() -> None:
    assert spread([-5.0, 120.0], 10, 0, 100) == [5.0, 95.0]


@given(st.lists(st.floats(0, 300), min_size=1, max_size=25))
def test_no_name_covers_another_and_their_order_stays(wanted: list[float]) -> None:
    placed = spread(wanted, 10, 0, 300)
    pairs = sorted(zip(wanted, placed, strict=True))
    gaps = [below - above for (_, above), (_, below) in itertools.pairwise(pairs)]
    assert all(gap >= 10 - 1e-6 for gap in gaps)
    assert all(5 - 1e-6 <= centre <= 295 + 1e-6 for centre in placed)


def test_names_share_the_room_evenly_where_there_is_too_little() -> None:
    assert spread([1.0, 1.0, 1.0, 1.0], 10, 0, 20) == pytest.approx([2.5, 7.5, 12.5, 17.5])


def test_nothing_to_spread_gives_nothing() -> None:
    assert spread([], 10, 0, 100) == []


def test_all_names_are_kept_where_there_is_room() -> None:
    assert fitting([1.0, 2.0, 3.0], [False, False, True], 10, 100) == [0, 1, 2]


def test_names_in_focus_come_first_where_there_is_none() -> None:
    assert fitting([1.0, 2.0, 3.0, 4.0], [False, False, True, True], 10, 20) == [2, 3]
