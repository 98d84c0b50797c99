"""Hosts whose totals tie."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from decidr.core.analysis.robustness.ties import pair_wins, rank_counts, shared_ranks, shares_of_first
from decidr.core.analysis.synthesis import TIE, ranks

few_values = arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 6)), elements=st.sampled_from([0, 0.5, 1]))


def counted(totals):
    return rank_counts(shared_ranks(np.array(totals, dtype=np.float64)))


def test_two_that_tie_have_half_of_each_of_both_ranks():
    assert counted([[0.5], [0.9], [0.5]]).tolist() == [[0, 0.5, 0.5], [1, 0, 0], [0, 0.5, 0.5]]


def test_a_chain_of_small_gaps_is_one_tie():
    step = 0.8 * TIE
    assert counted([[0.5], [0.5 + step], [0.5 + 2 * step]]).tolist() == np.full((3, 3), 1 / 3).tolist()


@given(few_values)
def test_a_tie_is_the_mean_of_all_orders_that_could_break_it(totals):
    expected = np.zeros((len(totals),) * 2)
    for column in totals.T:
        orders = [o for o in permutations(range(len(column))) if (np.diff(column[list(o)]) <= 0).all()]
        for order in orders:
            expected[order, range(len(order))] += 1 / len(orders)
    np.testing.assert_allclose(counted(totals), expected, atol=1e-12)


@given(few_values)
def test_first_ranks_are_those_of_the_ranking(totals):
    shared = shared_ranks(totals)
    np.testing.assert_array_equal(shared.first.T + 1, ranks(totals.T, np.ones(len(totals), dtype=bool)))
    np.testing.assert_allclose(shares_of_first(shared).sum(axis=0), 1.0)
    np.testing.assert_allclose(shares_of_first(shared).sum(axis=1), rank_counts(shared)[:, 0])


@given(few_values)
def test_of_every_two_hosts_the_wins_are_all_samples(totals):
    wins = pair_wins(shared_ranks(totals))
    expected = (totals[:, None] > totals).sum(axis=2) + (totals[:, None] == totals).sum(axis=2) / 2
    np.fill_diagonal(expected, 0.0)
    np.testing.assert_array_equal(wins, expected)
