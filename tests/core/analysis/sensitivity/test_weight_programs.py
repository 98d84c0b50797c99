"""Linear programs over weights, beside weights drawn at random and programs solved by another formulation."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from decidr.core.analysis.sensitivity.weight_programs import blockade, nearest_weights

seeds = st.integers(0, 2**32 - 1)


def draw(seed: int, others: int, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Weights now, and leads that are more often negative than not."""
    rng = np.random.default_rng(seed)
    return rng.dirichlet(np.ones(size)), rng.uniform(-1.0, 0.6, (others, size))


def can_be_first(leads: np.ndarray) -> bool:
    """By a program of its own: some weights leave no lead below 0."""
    size = leads.shape[1]
    found = linprog(np.zeros(size), A_ub=-leads, b_ub=np.zeros(len(leads)), A_eq=np.ones((1, size)), b_eq=[1])
    return found.status == 0


@given(seeds, st.integers(1, 6), st.integers(2, 6))
@settings(max_examples=60, deadline=None)
def test_the_nearest_weights_put_the_host_first_and_none_drawn_at_random_is_nearer(seed, others, size):
    now, leads = draw(seed, others, size)
    found = nearest_weights(now, leads)
    assert (found is not None) == can_be_first(leads)
    if found is None:
        return
    assert found.weights.sum() == pytest.approx(1, abs=1e-12)
    assert found.weights.min() >= 0
    assert (leads @ found.weights).min() >= -1e-9
    assert found.distance == pytest.approx(np.abs(found.weights - now).sum() / 2, abs=1e-9)
    points = np.random.default_rng(seed).dirichlet(np.ones(size), 3000)
    steps = np.linspace(0, 1, 20)[:, None, None]
    points = (now + steps * (points - now)).reshape(-1, size)
    first = points[(points @ leads.T >= 0).all(axis=1)]
    assert (np.abs(first - now).sum(axis=1) / 2 >= found.distance - 1e-9).all()


@given(seeds)
@settings(max_examples=40, deadline=None)
def test_of_equally_near_weights_the_largest_change_is_smallest(seed):
    """Beside the edges of all weights that are as near, in steps of a thousandth."""
    now, leads = draw(seed, 2, 3)
    found = nearest_weights(now, leads)
    if found is None or found.distance == 0:
        return
    grid = np.array([(a, b, 1 - a - b) for a in np.linspace(0, 1, 401) for b in np.linspace(0, 1 - a, 101)])
    near = np.abs(grid - now).sum(axis=1) / 2 <= found.distance + 1e-4
    first = grid[near & (grid @ leads.T >= 0).all(axis=1)]
    if len(first):
        assert np.abs(first - now).max(axis=1).min() >= np.abs(found.weights - now).max() - 1e-2


def test_weight_moves_evenly_where_that_takes_no_more_of_it():
    leads = np.array([[1.0, 1.0, -1.0, -1.0]])
    found = nearest_weights(np.array([0.1, 0.1, 0.4, 0.4]), leads)
    assert found.weights == pytest.approx([0.25, 0.25, 0.25, 0.25])
    assert found.distance == pytest.approx(0.3)


def test_a_host_that_is_first_already_moves_nothing():
    now = np.array([0.5, 0.5])
    found = nearest_weights(now, np.array([[0.2, -0.2]]))
    assert found.distance == 0
    assert found.weights is now


def test_one_other_that_is_ahead_everywhere_suffices_and_the_best_such_is_named():
    leads = np.array([[0.1, -0.2], [-0.1, -0.2], [-0.3, -0.3]])
    assert blockade(leads).blockers == (1,)


def test_two_can_block_together_what_neither_does_alone():
    leads = np.array([[-0.5, 0.2], [0.2, -0.5], [0.3, -0.1]])
    assert blockade(leads).blockers == (0, 1)


@given(seeds, st.integers(1, 7), st.integers(1, 6))
@settings(max_examples=100, deadline=None)
def test_those_who_block_are_ahead_in_their_mixture_and_none_of_them_can_be_spared(seed, others, size):
    _now, leads = draw(seed, others, size)
    found = blockade(leads)
    assert (found is None) == can_be_first(leads)
    if found is None:
        return
    blockers = list(found.blockers)
    assert (found.shares @ leads).max() < 0
    assert not can_be_first(leads[blockers])
    assert all(can_be_first(leads[list(rest)]) for rest in combinations(blockers, len(blockers) - 1) if rest)


def test_a_tie_at_one_corner_is_no_blockade():
    assert blockade(np.array([[0.0, -1.0], [0.0, -0.5]])) is None
    assert nearest_weights(np.array([0.5, 0.5]), np.array([[0.0, -1.0]])).weights == pytest.approx([1, 0])
