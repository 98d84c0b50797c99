"""What a simulation tells of each ranked host."""

import numpy as np
import pytest

from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.tally import Tally


def outcome(ranks, replicates=(), kept=((0.0,), (0.0,)), **parts) -> Robustness:
    """Two hosts, A and B, two leaves."""
    ranks = np.array(ranks, dtype=float)
    samples = int(ranks.sum() / 2)
    wins = np.array([[0.0, ranks[0, 0]], [ranks[1, 0], 0.0]])
    weights = parts.get("weights", np.outer(ranks[:, 0], [0.25, 0.75]))
    tally = Tally(samples, ranks, wins, np.array(weights), ranks[:, 0])
    return Robustness(Plan(), ("A", "B"), ("x", "y"), tally, replicates, np.array(kept))


def test_shares_are_counts_over_the_samples():
    found = outcome([[75, 25], [25, 75]])
    assert found.rank_acceptability.tolist() == [[0.75, 0.25], [0.25, 0.75]]
    assert found.leads.tolist() == [0.75, 0.25]
    assert found.expected_rank.tolist() == [1.25, 1.75]
    np.testing.assert_array_equal(found.pairwise_winning, [[np.nan, 0.75], [0.25, np.nan]])


def test_central_weights_are_the_mean_of_those_that_put_a_host_first_and_nothing_for_one_never_first():
    found = outcome([[100, 0], [0, 100]], weights=[[30, 70], [0, 0]]).central_weights
    np.testing.assert_array_equal(found, [[0.3, 0.7], [np.nan, np.nan]])


def test_the_error_of_random_samples_is_the_binomial_one_of_the_share_nearest_a_half():
    assert outcome([[80, 20], [20, 80]]).standard_error == pytest.approx((0.8 * 0.2 / 100) ** 0.5)
    assert outcome([[100, 0], [0, 100]]).standard_error == 0.0


def replicate(first: float) -> Tally:
    ranks = np.array([[first, 10 - first], [10 - first, first]])
    return Tally(10, ranks, np.zeros((2, 2)), np.zeros((2, 2)), ranks[:, 0])


def test_the_error_of_scrambled_points_is_that_of_the_mean_of_the_replicates():
    shares = [0.5, 0.6, 0.4, 0.7]
    found = outcome([[22, 18], [18, 22]], tuple(replicate(10 * s) for s in shares))
    assert found.standard_error == pytest.approx(np.std(shares, ddof=1) / 2)


def test_one_replicate_tells_no_error():
    nothing = Tally.empty(2, 2)
    assert np.isnan(outcome([[5, 5], [5, 5]], (replicate(5), nothing)).standard_error)


def test_quantiles_are_those_of_the_totals_kept():
    kept = np.random.default_rng(1).random((2, 501))
    found = outcome([[1, 0], [0, 1]], kept=kept).quantiles([0.05, 0.5, 0.95])
    assert found.shape == (2, 3)
    np.testing.assert_allclose(found[:, 1], np.median(kept, axis=1))
