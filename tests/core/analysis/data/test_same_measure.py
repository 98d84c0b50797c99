"""Leaves that measure the same thing."""

import math
import statistics

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.data.same_measure import SameMeasure, correlation, same_measures
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.views import View
from tests.building import data_study

HOSTS = tuple("ABCDEF")
X = [0.1, 0.2, 0.4, 0.5, 0.7, 0.9]
NOISE = [0.02, -0.01, 0.01, 0.0, -0.02, 0.01]


def study(y: list[float | None], x: list[float | None] = X):
    return data_study({"x": 0.5, "y": 0.5}, {"x": x, "y": y}, HOSTS[: len(y)])


def together():
    return study([a + b for a, b in zip(X, NOISE, strict=True)])


figures = st.lists(st.tuples(*[st.floats(-1e6, 1e6)] * 2), min_size=6, max_size=12)


@given(figures)
def test_the_correlation_is_pearsons(pairs):
    x, y = (list(row) for row in zip(*pairs, strict=True))
    assume(all(statistics.pstdev(row) > 1e-6 * max(map(abs, row)) > 1e-9 for row in (x, y)))
    assert correlation(np.array(x), np.array(y)) == pytest.approx(statistics.correlation(x, y), abs=1e-6)


def test_figures_that_do_not_vary_correlate_with_nothing():
    assert correlation(np.full(6, 0.1), np.array(X)) is None
    assert same_measures(evaluate(study([0.3] * 6))) == ()


def test_leaves_whose_figures_rise_together_are_told_with_r_and_hosts():
    (found,) = same_measures(evaluate(together()))
    r = statistics.correlation(X, [a + b for a, b in zip(X, NOISE, strict=True)])
    assert found == SameMeasure("x", "y", pytest.approx(r), 6, True, True)
    assert found.counts_twice


def test_five_hosts_are_too_few_to_tell():
    assert same_measures(evaluate(study(X[:5], X[:5]))) == ()
    assert same_measures(evaluate(set_cell(together(), "y", "C", value=None))) == ()


def test_placeholders_and_closed_cells_are_no_figures():
    assert same_measures(evaluate(set_cell(together(), "y", "C", status="placeholder"))) == ()
    assert same_measures(evaluate(set_cell(together(), "y", "C", closed="shut"))) == ()


def test_leaves_that_run_opposite_ways_count_twice_where_the_scales_do_too():
    (found,) = same_measures(evaluate(study([1 - x for x in X])))
    assert found.r == pytest.approx(-1)
    assert (found.first_rises, found.second_rises, found.counts_twice) == (True, True, False)
    (found,) = same_measures(evaluate(set_criterion(study([1 - x for x in X]), "y", worst=1.0, best=0.0)))
    assert (found.first_rises, found.second_rises, found.counts_twice) == (True, False, True)


def test_a_turn_of_the_view_turns_the_direction():
    base = together()
    turned = replace(base, views=(replace(base.views[0], turned=("y",)),))
    (found,) = same_measures(evaluate(turned))
    assert (found.second_rises, found.counts_twice) == (False, False)
    left_out = replace(base, views=(*base.views, View(id="v", name="other", left_out=("y",))))
    assert same_measures(evaluate(left_out, "v")) == ()


def test_weak_ties_are_not_told():
    assert math.isclose(statistics.correlation(X, [0.1, 0.9, 0.3, 0.6, 0.2, 0.8]), 0.234, abs_tol=0.001)
    assert same_measures(evaluate(study([0.1, 0.9, 0.3, 0.6, 0.2, 0.8]))) == ()
