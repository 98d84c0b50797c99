import math

import numpy as np
import pytest

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.study.problems import sentence
from decidr.core.value.curves import curve_problems, curve_scores, ends, span


def scores(curve, worst, best, *values):
    return curve_scores(curve, worst, best, np.array(values, dtype=float)).tolist()


def leaf(**fields):
    return Criterion(id="x", name="x", **fields)


def test_a_linear_curve_runs_from_worst_to_best_whatever_their_order():
    assert scores(Curve(), 35, 15, 35, 25, 15) == [0, 0.5, 1]
    assert scores(Curve(), -1.5, 1.5, -1.5, 0, 0.822) == pytest.approx([0, 0.5, 2.322 / 3])


def test_values_beyond_the_ends_are_clamped():
    assert scores(Curve(), 15, 2, 58.51, 0.99) == [0, 1]


def test_a_log_curve_is_halfway_at_the_geometric_mean_of_its_ends():
    assert scores(Curve(form="log"), 5_000, 1_500_000, math.sqrt(5_000 * 1_500_000)) == pytest.approx([0.5])


def test_a_curve_by_points_interpolates_and_is_flat_outside():
    curve = Curve(form="points", points=((0, 0), (2.5, 0.6), (5, 1)))
    assert scores(curve, 0, 0, -1, 1.25, 2.5, 3.75, 9) == pytest.approx([0, 0.3, 0.6, 0.8, 1])


def test_a_missing_value_stays_missing():
    assert math.isnan(scores(Curve(), 0, 1, math.nan)[0])


def test_points_carry_their_own_ends_and_span():
    target = leaf(curve=Curve(form="points", points=((0, 0.2), (4, 1), (6, 1), (10, 0.2))))
    assert ends(target) == (0, 4)
    assert span(target) == 10


def test_a_leaf_without_both_ends_has_none():
    assert ends(leaf(worst=1.0)) is None
    assert span(leaf(worst=1.0)) is None


@pytest.mark.parametrize(
    ("criterion", "values", "code"),
    [
        (leaf(worst=3.0, best=3.0), [], "ends.equal"),
        (leaf(worst=0.0, best=9.0, better="lower"), [], "ends.disagree_with_better"),
        (leaf(worst=0.0, best=9.0, curve=Curve(form="log")), [], "ends.not_positive"),
        (leaf(worst=1.0, best=9.0, curve=Curve(form="log")), [-2.0], "ends.not_positive"),
        (leaf(curve=Curve(form="points", points=((0, 0),))), [], "curve.too_few_points"),
        (leaf(curve=Curve(form="points", points=((0, 0), (0, 1)))), [], "curve.not_ascending"),
        (leaf(curve=Curve(form="points", points=((0, 0), (1, 1.2)))), [], "curve.score_out_of_range"),
        (leaf(better="lower", curve=Curve(form="points", points=((0, 0), (1, 1)))), [], "ends.disagree_with_better"),
    ],
)
def test_a_curve_that_cannot_score_says_why(criterion, values, code):
    assert [p.code for p in curve_problems(criterion, np.array(values))] == [code]


def test_equal_ends_are_told_as_they_were_typed():
    (problem,) = curve_problems(leaf(worst=40.0, best=40.0), np.array([]))
    assert sentence(problem) == "Worst and Best are both 40; they must differ"


def test_a_good_curve_has_no_problems():
    assert curve_problems(leaf(worst=15.0, best=2.0, better="lower"), np.array([58.5])) == ()
