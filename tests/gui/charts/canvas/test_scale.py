from __future__ import annotations

import math

import pytest

from decidr.gui.charts.canvas.scale import decimals_of, round_range, round_step, round_up


@pytest.mark.parametrize(("span", "step"), [(1.0, 0.2), (70.0, 20.0), (100.0, 20.0), (9.0, 2.0), (0.03, 0.01)])
def test_at_most_five_round_steps_cover_a_span(span: float, step: float) -> None:
    assert round_step(span) == pytest.approx(step)


def test_rounding_up_gives_the_number_itself_if_it_is_round() -> None:
    assert round_up(0.6) == pytest.approx(0.6)
    assert round_up(0.606) == pytest.approx(0.7)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_there_is_a_scale_where_there_is_nothing_to_scale(value: float) -> None:
    assert round_up(value) == 1.0


def test_ticks_may_begin_at_half_a_step_of_twenty() -> None:
    assert round_range(0.131, 0.834) == pytest.approx((0.1, 0.9, 0.2))


def test_ticks_begin_at_a_whole_step_of_five() -> None:
    low, _high, step = round_range(2.6, 16.5)
    assert (low, step) == (0.0, 5.0)


def test_a_range_holds_what_it_was_made_for_even_without_a_span() -> None:
    low, high, _step = round_range(0.5, 0.5)
    assert low <= 0.5 <= high
    assert high > low


@pytest.mark.parametrize(("step", "decimals"), [(20.0, 0), (2.0, 0), (2.5, 1), (0.5, 1), (0.25, 2)])
def test_ticks_have_the_decimals_that_their_step_needs(step: float, decimals: int) -> None:
    assert decimals_of(step) == decimals
