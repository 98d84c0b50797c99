"""The tally of a chunk against sorting every sample."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.analysis.robustness.tally import Tally, first_shares, tally
from decidr.core.analysis.robustness.ties import pair_wins, rank_counts, shared_ranks, shares_of_first
from decidr.core.analysis.synthesis import TIE


def drawn(hosts: int, samples: int, seed: int, decimals: int):
    """Totals with more ties the fewer decimals they have, and leaf weights."""
    rng = np.random.default_rng(seed)
    weights = rng.dirichlet(np.ones(4), samples).T
    return rng.random((hosts, samples)).round(decimals), weights


def sorted_tally(totals, weights, can_lead):
    """The same, each sample sorted."""
    shared = shared_ranks(totals)
    leads = np.zeros(len(totals))
    if can_lead.any():
        leads[can_lead] = shares_of_first(shared_ranks(totals[can_lead])).sum(axis=1)
    firsts = shares_of_first(shared) @ weights.T
    return Tally(totals.shape[1], rank_counts(shared), pair_wins(shared), firsts, leads)


def hold_same(found: Tally, expected: Tally) -> None:
    for one, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(one, other, atol=1e-9)


@given(st.integers(1, 6), st.integers(1, 50), st.integers(0, 1000), st.integers(0, 15), st.integers(0, 63))
def test_a_tally_is_that_of_sorting_every_sample(hosts, samples, seed, decimals, lead):
    totals, weights = drawn(hosts, samples, seed, decimals)
    can_lead = np.array([bool(lead >> h & 1) for h in range(hosts)])
    hold_same(tally(totals, weights, can_lead), sorted_tally(totals, weights, can_lead))


def test_hosts_that_are_always_the_same_share_their_ranks():
    totals, weights = drawn(5, 300, 1, 15)
    totals[3] = totals[1]
    found = tally(totals, weights, np.ones(5, dtype=bool))
    hold_same(found, sorted_tally(totals, weights, np.ones(5, dtype=bool)))
    np.testing.assert_array_equal(found.ranks[1], found.ranks[3])
    assert found.wins[1, 3] == found.wins[3, 1] == 150


def test_a_chain_of_small_gaps_is_one_tie_though_its_ends_are_apart():
    totals, weights = drawn(4, 40, 1, 15)
    totals[1, ::3] = totals[0, ::3] + 0.7 * TIE
    totals[2, ::3] = totals[0, ::3] + 1.4 * TIE
    totals[3, ::5] = totals[0, ::5]
    everyone = np.ones(4, dtype=bool)
    hold_same(tally(totals, weights, everyone), sorted_tally(totals, weights, everyone))


@pytest.mark.parametrize("hosts", [255, 256, 300])
def test_no_number_of_hosts_is_too_large_to_be_counted(hosts):
    totals, weights = drawn(hosts, 20, 3, 2)
    everyone = np.ones(hosts, dtype=bool)
    hold_same(tally(totals, weights, everyone), sorted_tally(totals, weights, everyone))


def test_rows_and_columns_of_ranks_sum_to_the_samples():
    totals, weights = drawn(6, 999, 2, 1)
    found = tally(totals, weights, np.ones(6, dtype=bool))
    np.testing.assert_allclose([*found.ranks.sum(axis=0), *found.ranks.sum(axis=1)], 999)


def test_two_tallies_together_are_that_of_both():
    totals, weights = drawn(4, 100, 5, 2)
    everyone = np.ones(4, dtype=bool)
    whole = tally(totals, weights, everyone)
    parts = [tally(totals[:, half], weights[:, half], everyone) for half in (slice(40), slice(40, None))]
    hold_same(Tally.empty(4, 4).and_(parts[0]).and_(parts[1]), whole)


def test_who_shares_the_first_rank_has_its_part():
    assert first_shares(np.array([[0.5, 0.2], [0.5, 0.1], [0.4, 0.2]])).tolist() == [[0.5, 0.5], [0.5, 0], [0, 0.5]]
