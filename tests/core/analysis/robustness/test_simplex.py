"""Uniform draws of weights that sum to 1."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.stats import kstest

from decidr.core.analysis.robustness.simplex import BoundedSimplex, OrderedSimplex, is_empty
from tests.core.analysis.robustness.given_points import GivenPoints, many


def rejected(accept, items: int, wanted: int = 20_000, seed: int = 5):
    """Free weights (items, wanted) that are accepted, which is uniform by definition and slow."""
    rng, found = np.random.default_rng(seed), np.zeros((items, 0))
    while found.shape[1] < wanted:
        tried = rng.dirichlet(np.ones(items), 100_000).T
        found = np.hstack([found, tried[:, accept(tried)]])
    return found[:, :wanted]


def hold_same_distribution(found, expected) -> None:
    """Every weight, and every sum of two, by Kolmogorov and Smirnov."""
    rows = range(len(found))
    for rows_of in [*((row,) for row in rows), *combinations(rows, 2)]:
        one, other = (np.sum([w[row] for row in rows_of], axis=0) for w in (found, expected))
        if np.ptp(other) > 1e-12:
            assert kstest(one, other).pvalue > 1e-4


def test_ordered_weights_keep_the_order_of_today():
    today = np.array([0.2, 0.5, 0.3])
    found = OrderedSimplex(today).draw(many(20_000))
    assert (found[1] >= found[2]).all()
    assert (found[2] >= found[0]).all()
    hold_same_distribution(found, rejected(lambda w: (w[1] >= w[2]) & (w[2] >= w[0]), 3))


def test_ordered_weights_have_the_rank_order_centroid_as_their_mean():
    found = OrderedSimplex(np.array([0.4, 0.3, 0.2, 0.1])).draw(many())
    np.testing.assert_allclose(found.mean(axis=1), [25 / 48, 13 / 48, 7 / 48, 3 / 48], atol=0.002)


def test_weights_equal_today_are_free_among_themselves():
    found = OrderedSimplex(np.array([0.2, 0.4, 0.2, 0.2])).draw(many(20_000))
    assert np.mean(found[0] > found[2]) == pytest.approx(0.5, abs=0.02)
    hold_same_distribution(found, rejected(lambda w: (w[1] >= w).all(axis=0), 4))


BOUNDS = {
    "none": ([0.0] * 4, [1.0] * 4),
    "caps": ([0.0] * 4, [0.4, 0.3, 0.5, 0.35]),
    "floors": ([0.1, 0.05, 0.2, 0.3], [1.0] * 4),
    "both": ([0.1, 0.0, 0.2, 0.0], [0.3, 0.25, 0.6, 0.5]),
    "one fixed": ([0.25, 0.0, 0.1, 0.0], [0.25, 1.0, 0.5, 0.2]),
    "near the top": ([0.0] * 4, [0.3, 0.25, 0.28, 0.24]),
}


@pytest.mark.parametrize("name", [n for n in BOUNDS if n not in ("one fixed", "near the top")])
def test_bounded_weights_are_the_free_ones_that_lie_within(name):
    low, high = map(np.array, BOUNDS[name])
    found = BoundedSimplex(low, high).draw(many(20_000))
    inside = rejected(lambda w: ((low[:, None] <= w) & (w <= high[:, None])).all(axis=0), 4)
    hold_same_distribution(found, inside)


def test_a_fixed_weight_leaves_the_others_uniform_among_themselves():
    low, high = map(np.array, BOUNDS["one fixed"])
    found = BoundedSimplex(low, high).draw(many(20_000))
    np.testing.assert_allclose(found[0], 0.25, atol=1e-15)
    caps = np.array([1.0, 0.5, 0.2])[:, None]
    others = rejected(lambda w: ((w * 0.75 <= caps) & (w[1] * 0.75 >= 0.1)).all(axis=0), 3) * 0.75
    hold_same_distribution(found[1:], others)


def test_bounds_that_leave_little_room_are_filled_evenly():
    """Just below the caps what is missing is a small free simplex."""
    high = np.array(BOUNDS["near the top"][1])
    found = BoundedSimplex(np.zeros(4), high).draw(many(20_000))
    spare = high.sum() - 1.0
    hold_same_distribution((high[:, None] - found) / spare, many(20_000, 2).simplex(4))


@pytest.mark.parametrize("items", [12, 25])
def test_many_weights_within_narrow_bounds_are_those_of_boxes_given_their_sum(items):
    """Where no free draw ever lies within: against boxes whose last side is given by the sum."""
    rng = np.random.default_rng(3)
    width = rng.uniform(0.5, 1.5, items) / items
    low = rng.uniform(0, 1, items) * (1 - 0.45 * width.sum()) / items * 1.2
    low *= (1 - 0.45 * width.sum()) / low.sum()
    order = np.argsort(width)
    drawn = low[:, None] + width[:, None] * rng.random((items, 400_000))
    drawn[order[-1]] += 1 - drawn.sum(axis=0)
    inside = (drawn[order[-1]] >= low[order[-1]]) & (drawn[order[-1]] <= (low + width)[order[-1]])
    found = BoundedSimplex(low, low + width).draw(many(20_000))
    hold_same_distribution(found, drawn[:, inside][:, :20_000])


@settings(max_examples=60)
@example([(0.0, 1.0), (0.0, 1.0), (0.0, 7e-196), (0.0, 7e-196)], 0)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=8), st.integers(0, 99))
def test_bounded_weights_never_leave_their_bounds(pairs, seed):
    low, high = np.array([sorted(pair) for pair in pairs]).T
    if not is_empty(low, high):
        found = BoundedSimplex(low, high).draw(many(200, seed))
        np.testing.assert_allclose(found.sum(axis=0), 1.0, atol=1e-8)
        assert (found >= low[:, None] - 1e-8).all()
        assert (found <= high[:, None] + 1e-8).all()


def test_bounded_weights_take_one_number_less_than_there_are_weights():
    points = GivenPoints(np.full((9, 1), 0.5))
    found = BoundedSimplex(np.zeros(3), np.ones(3)).draw(points)
    assert points.taken == 2
    assert found[:, 0] == pytest.approx([1 - np.sqrt(0.5), np.sqrt(0.5) / 2, np.sqrt(0.5) / 2], abs=1e-7)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ([0.5, 0.6], [1.0, 1.0], True),
        ([0.0, 0.0], [0.4, 0.5], True),
        ([0.6, 0.0], [0.5, 1.0], True),
        ([0.5, 0.5], [1.0, 1.0], False),
        ([0.0, 0.0], [0.5, 0.5], False),
        ([1 / 3 - 1e-10] * 3, [1 / 3 - 1e-10] * 3, False),
    ],
)
def test_bounds_are_empty_where_no_weights_within_sum_to_one(low, high, expected):
    assert is_empty(np.array(low), np.array(high)) is expected


def test_bounds_that_leave_one_point_give_it():
    found = BoundedSimplex(np.array([0.3, 0.7]), np.ones(2)).draw(many(3))
    np.testing.assert_allclose(found, [[0.3] * 3, [0.7] * 3])
