"""The plane that a value curve is drawn on."""

from itertools import pairwise

import numpy as np
import pytest

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.value.curves import curve_scores
from decidr.gui.models.criteria.curve_plane import CurvePlane, on_step, score_step, shown_range, stepped, value_step
from decidr.gui.models.criteria.curve_shape import CurveShape, Knot

PLANE = CurvePlane(30, 10, 200, 100, 0, 50)
RULE = CurveShape(Criterion(id="r", name="Rule", worst=0.0, best=100.0))


def test_places_and_figures_are_each_others_inverse() -> None:
    assert PLANE.place(Knot(25, 0.25)) == (130, 85)
    assert PLANE.knot(130, 85) == pytest.approx((25, 0.25))


def test_what_lies_beyond_stands_at_the_edge() -> None:
    assert PLANE.place(Knot(900, 1)) == (230, 10)
    assert PLANE.knot(130, -40).score == 1
    assert [PLANE.height_beyond(y) for y in (0, 10, 60, 110, 130)] == [10, 0, 0, 0, 20]


def test_data_beyond_the_ends_are_shown_but_a_far_one_does_not_flatten_the_curve() -> None:
    assert shown_range(RULE, [50]) == pytest.approx((-7, 107))
    assert shown_range(RULE, [-20, 110]) == pytest.approx((-20 - 0.07 * 130, 110 + 0.07 * 130))
    assert shown_range(RULE, [9_000])[1] == pytest.approx(150 + 0.07 * 150)


@pytest.mark.parametrize(("worst", "best", "step"), [(0, 100, 1), (1, 9, 0.1), (-1.5, 1.5, 0.05), (700, 50, 10)])
def test_steps_are_1_2_or_5_of_a_power_of_ten(worst: float, best: float, step: float) -> None:
    made = CurveShape(Criterion(id="r", name="r", worst=worst, best=best))
    assert value_step(made, 5) == pytest.approx(step)
    assert value_step(made, 5, fine=True) == pytest.approx(step / 10)


def test_the_ends_of_a_log_curve_step_by_their_second_digit() -> None:
    made = CurveShape(Criterion(id="r", name="r", worst=5_000.0, best=1_500_000.0, curve=Curve(form="log")))
    assert value_step(made, 5_000) == 100
    assert value_step(made, 1_500_000) == 100_000


def test_what_is_hardly_moved_stays_and_what_is_moved_lands_on_a_clean_figure() -> None:
    assert stepped(2.53, 0.04, 0.1) == 2.53
    assert stepped(2.53, 0.31, 0.1) == 2.8
    assert on_step(0.30000000000000004, 0.1) == 0.3
    assert on_step(1_234_567, 100_000) == 1_200_000
    assert (score_step(), score_step(fine=True)) == (0.05, 0.005)


SALES = CurveShape(Criterion(id="s", name="s", worst=1_000.0, best=1_000_000.0, curve=Curve(form="log")))


def test_on_a_log_plane_equal_factors_are_equally_far_apart_and_the_curve_is_straight() -> None:
    low, high = shown_range(SALES, [])
    plane = CurvePlane(30, 10, 200, 100, low, high, is_log=True)
    assert (low, high) == pytest.approx((1_000 / 1_000**0.07, 1_000_000 * 1_000**0.07))
    values = np.geomspace(1_000, 1_000_000, 13)
    scores = curve_scores(SALES.criterion.curve, 1_000, 1_000_000, values)
    places = [plane.place(Knot(v, s)) for v, s in zip(values.tolist(), scores.tolist(), strict=True)]
    slopes = {round((y1 - y0) / (x1 - x0), 9) for (x0, y0), (x1, y1) in pairwise(places)}
    assert len(slopes) == 1
    assert plane.knot(*plane.place(Knot(20_000, 0.3))) == pytest.approx((20_000, 0.3))


def test_data_beyond_the_ends_of_a_log_plane_are_shown_by_factors() -> None:
    assert shown_range(SALES, [500, 2_000_000]) == pytest.approx((500 / 4_000**0.07, 2_000_000 * 4_000**0.07))
    assert shown_range(SALES, [1e12])[1] == pytest.approx(1_000_000 * 1_000**0.5 * 1_000 ** (1.5 * 0.07))


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (900, 12_000, (1_000, 2_000, 5_000, 10_000)),
        (900, 1_100_000, (1_000, 10_000, 100_000, 1_000_000)),
        (0.03, 0.09, (0.05,)),
        (0.5, 5e9, (1, 100, 10_000, 1_000_000, 1e8)),
    ],
)
def test_ticks_of_a_log_plane_are_few_and_round(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert CurvePlane(0, 0, 100, 100, low, high, is_log=True).ticks == pytest.approx(ticks)
    assert CurvePlane(0, 0, 100, 100, low, high).ticks == ()
