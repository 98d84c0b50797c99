"""Presets of value curves."""

from itertools import pairwise

import numpy as np
import pytest

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.value.curves import curve_problems, curve_scores
from decidr.core.value.presets import PRESETS, Preset, as_points, preset_points


def scores(points, *values):
    return curve_scores(Curve(form="points", points=points), 0, 0, np.array(values, dtype=float)).tolist()


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize(
    ("worst", "best", "in_ratios"),
    [(0, 100, False), (35, 15, False), (-1.5, 1.5, False), (5_000, 1_500_000, True), (1.05, 1, True), (9, 1, False)],
)
def test_every_preset_makes_a_curve_that_scores_between_ends_that_stay(
    preset: Preset, worst: float, best: float, in_ratios: bool
):
    points = preset_points(preset, worst, best, in_ratios=in_ratios)
    assert curve_problems(Criterion(id="x", name="x", curve=Curve(form="points", points=points)), np.array([])) == ()
    assert (points[0][0], points[-1][0]) == (min(worst, best), max(worst, best))
    assert {0, 1} <= {score for _, score in points}


def test_an_s_shape_is_flat_at_both_ends_and_half_in_the_middle():
    points = preset_points("s-shape", 0, 100)
    assert scores(points, 0, 50, 100) == pytest.approx([0, 0.5, 1])
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairwise(points)]
    assert slopes == pytest.approx(slopes[::-1])
    assert slopes[0] < slopes[1] < slopes[2]
    smooth = [3 * t**2 - 2 * t**3 for t in (0.2, 0.4, 0.6, 0.8)]
    assert scores(points, 20, 40, 60, 80) == pytest.approx(smooth, abs=0.005)


def test_a_step_is_worth_nothing_below_and_everything_above():
    assert preset_points("step", 0, 100) == ((0, 0), (49, 0), (51, 1), (100, 1))
    assert scores(preset_points("step", 100, 0), 30, 70) == [1, 0]


def test_a_target_range_is_best_in_the_middle_and_a_u_shape_at_both_ends():
    assert scores(preset_points("target", 0, 10), 0, 4, 5, 6, 10) == [0, 1, 1, 1, 0]
    assert scores(preset_points("u-shape", 0, 10), 0, 4, 5, 6, 10) == [1, 0, 0, 0, 1]


def test_in_ratios_the_middle_is_the_geometric_mean():
    points = preset_points("s-shape", 1, 10_000, in_ratios=True)
    assert scores(points, 10**1.6, 10**2.4) == pytest.approx([0.35, 0.65], abs=0.005)


def test_a_straight_curve_becomes_its_two_ends():
    assert as_points(Criterion(id="x", name="x", worst=35, best=15)) == ((15, 1), (35, 0))
    assert as_points(Criterion(id="x", name="x")) == ()


def test_a_curve_by_points_keeps_its_points():
    curve = Curve(form="points", points=((0, 0), (2.5, 0.6), (5, 1)))
    assert as_points(Criterion(id="x", name="x", curve=curve)) == curve.points


def test_points_that_stand_for_a_log_curve_lie_on_it_and_stay_close_between_them():
    leaf = Criterion(id="x", name="x", worst=5_000, best=1_500_000, curve=Curve(form="log"))
    points = as_points(leaf)
    values = np.geomspace(5_000, 1_500_000, 1_000)
    wanted = np.log(values / 5_000) / np.log(300)
    assert np.abs(np.array(scores(points, *values)) - wanted).max() < 0.02
    for value, score in points:
        assert score == pytest.approx(np.log(value / 5_000) / np.log(300), abs=0.0006)
