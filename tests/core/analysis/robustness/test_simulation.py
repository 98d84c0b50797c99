"""Simulations whose answer is known: exactly, by ties, or by what it converges to."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import growing, simulate
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from tests.building import data_study
from tests.core.analysis.robustness.exact_acceptability import acceptability

HOSTS = ("A", "B", "C", "D")


def additive(scores, **settings) -> Study:
    """A study of leaves as they stand, equally weighted, by scores (L, H)."""
    leaves = [f"x{i}" for i in range(len(scores))]
    hosts = HOSTS[: scores.shape[1]]
    rows = dict(zip(leaves, scores.tolist(), strict=True))
    return data_study(dict.fromkeys(leaves, 1 / len(leaves)), rows, hosts, **settings)


FREE = Plan(200_000, weights="free", data="fixed")


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("leaves", [3, 4])
def test_free_weights_give_the_volumes_of_the_weights_in_which_hosts_have_each_rank(leaves, seed):
    scores = np.random.default_rng(seed).random((leaves, 4))
    found = simulate(evaluate(additive(scores)), FREE, threads=2)
    assert np.abs(found.rank_acceptability - acceptability(scores)).max() <= 3 * found.standard_error


def test_scrambled_points_come_nearer_the_exact_answer_than_random_ones_and_say_so():
    scores = np.random.default_rng(7).random((3, 4))
    exact = acceptability(scores)
    random, sobol = (
        simulate(evaluate(additive(scores)), Plan(2**16, weights="free", data="fixed", sampling=sampling))
        for sampling in ("random", "sobol")
    )
    assert sobol.standard_error < random.standard_error / 5
    assert np.abs(sobol.rank_acceptability - exact).max() <= 4 * sobol.standard_error
    assert np.abs(sobol.rank_acceptability - exact).max() < np.abs(random.rank_acceptability - exact).max()


def test_rows_and_columns_of_rank_acceptability_sum_to_one():
    results = evaluate(load_template("ev-plant"))
    for weights in ("judged", "free", "free-leaves", "bounded", "ordered"):
        for sampling in ("random", "sobol"):
            found = simulate(results, Plan(3000, weights=weights, sampling=sampling)).rank_acceptability
            np.testing.assert_allclose([*found.sum(axis=0), *found.sum(axis=1)], 1.0, rtol=1e-12)


def test_hosts_alike_share_their_ranks_in_every_sample():
    scores = np.random.default_rng(1).random((3, 3))
    found = simulate(evaluate(additive(np.hstack([scores, scores[:, :1]]))), FREE)
    np.testing.assert_array_equal(found.rank_acceptability[0], found.rank_acceptability[3])
    assert found.pairwise_winning[0, 3] == found.pairwise_winning[3, 0] == 0.5
    np.testing.assert_array_equal(found.central_weights[0], found.central_weights[3])


def test_a_host_that_another_dominates_is_never_first():
    scores = np.array([[0.9, 0.4, 0.2], [0.8, 0.5, 0.9]])
    found = simulate(evaluate(additive(scores)), FREE)
    assert found.rank_acceptability[1, 0] == 0.0
    assert np.isnan(found.central_weights[1]).all()
    assert np.isnan(found.confidence[1])
    assert found.pairwise_winning[0, 1] == 1.0


def test_central_weights_of_two_leaves_are_the_middles_of_the_intervals_won():
    """A beats B while the weight of x0 is above 1/4: scores 0.8 - 0.5 against 0.3 - 0.4."""
    found = simulate(evaluate(additive(np.array([[0.8, 0.5], [0.3, 0.4]]))), FREE)
    assert found.rank_acceptability[0, 0] == pytest.approx(0.75, abs=0.004)
    assert found.central_weights[0] == pytest.approx([0.625, 0.375], abs=0.002)
    assert found.central_weights[1] == pytest.approx([0.125, 0.875], abs=0.002)
    assert found.confidence.tolist() == [1.0, 1.0]


def test_confidence_is_the_share_of_data_draws_in_which_a_host_is_first_at_its_central_weights():
    """One leaf: A uniform on 0.2 to 0.8 beats B's 0.5 in half of all draws, C's 0.1 never wins."""
    of = additive(np.array([[0.5, 0.5, 0.1]]))
    of = set_cell(of, "x0", "A", low=0.2, high=0.8, distribution="uniform")
    found = simulate(evaluate(of), Plan(100_000, weights="free", data="uncertain"), threads=2)
    assert found.confidence[:2] == pytest.approx([0.5, 0.5], abs=0.006)
    assert np.isnan(found.confidence[2])
    np.testing.assert_array_equal(found.confidence[:2], found.rank_acceptability[:2, 0])


def test_a_host_that_fails_a_must_is_outside_and_one_that_lacks_too_much_keeps_its_place():
    of = additive(np.array([[0.9, 0.5, 0.4, 0.1], [0.8, 0.5, 0.6, 0.2], [0.9, 0.4, 0.7, 0.3]]))
    of = set_criterion(set_cell(of, "x0", "A", value=None), "x1", must=">= 0.3")
    found = simulate(evaluate(of), Plan(20_000), threads=2)
    assert found.hosts == ("A", "B", "C")
    assert found.rank_acceptability.shape == (3, 3)
    assert found.leads[0] == 0.0
    assert found.rank_acceptability[0, 0] > 0.5
    assert np.isnan(found.confidence[0])
    assert found.leads.sum() == pytest.approx(1.0)


def test_expected_ranks_of_all_hosts_sum_to_those_of_the_places():
    found = simulate(evaluate(load_template("ev-plant")), Plan(5000))
    assert found.expected_rank.sum() == pytest.approx(55.0)


def test_shares_of_pairs_are_one_together():
    found = simulate(evaluate(load_template("ev-plant")), Plan(5000, weights="free"))
    both = found.pairwise_winning + found.pairwise_winning.T
    np.testing.assert_allclose(both[~np.eye(10, dtype=bool)], 1.0)


def test_without_spread_and_with_sure_data_every_sample_is_todays_ranking():
    results = evaluate(load_template("ev-plant"))
    found = simulate(results, Plan(500, data="fixed", spread=0.0))
    assert found.rank_acceptability.argmax(axis=1).tolist() == (results.ranks - 1).tolist()
    assert found.standard_error == 0.0
    np.testing.assert_allclose(found.quantiles([0.0, 1.0]).T, [results.totals] * 2, atol=1e-12)


def test_wider_spreads_leave_the_leader_less_sure():
    scores = np.array([[0.9, 0.2], [0.1, 0.7]])
    first = [
        simulate(evaluate(additive(scores)), Plan(20_000, spread=spread)).leads[0] for spread in (0.05, 0.2, 0.8, 3.0)
    ]
    assert first == sorted(first, reverse=True)
    assert first[0] > 0.99


@pytest.mark.parametrize("samples", [1, 2, 17])
@pytest.mark.parametrize("sampling", ["random", "sobol"])
def test_a_handful_of_samples_is_a_simulation_too(samples, sampling):
    found = simulate(evaluate(load_template("ev-plant")), Plan(samples, sampling=sampling))
    assert found.samples == samples
    np.testing.assert_allclose(found.rank_acceptability.sum(axis=1), 1.0)


def test_scrambled_points_give_the_same_on_any_number_of_threads():
    results = evaluate(load_template("ev-plant"))
    one, other = (
        simulate(results, Plan(20_000, weights="bounded", data="uncertain", sampling="sobol"), t) for t in (1, 2)
    )
    np.testing.assert_array_equal(one.rank_acceptability, other.rank_acceptability)
    np.testing.assert_array_equal(one.confidence, other.confidence)
    assert one.standard_error == other.standard_error


def test_one_host_is_first_in_every_sample():
    found = simulate(evaluate(additive(np.array([[0.5], [0.7]]))), Plan(100))
    assert found.rank_acceptability.tolist() == [[1.0]]
    assert found.confidence.tolist() == [1.0]
    assert np.isnan(found.pairwise_winning).all()


def test_every_synthesis_has_its_own_ranking_at_the_studys_weights():
    study = load_template("ev-plant")
    for synthesis in ("absolute", "distributive", "ideal"):
        results = evaluate(replace(study, settings=replace(study.settings, synthesis=synthesis)))
        found = simulate(results, Plan(200, data="fixed", spread=0.0))
        assert found.rank_acceptability.argmax(axis=1).tolist() == (results.ranks - 1).tolist()


def test_growing_is_the_simulation_step_by_step():
    results = evaluate(load_template("ev-plant"))
    *_, final = growing(results, Plan(9000), threads=2)
    np.testing.assert_array_equal(final.robustness.leads, simulate(results, Plan(9000)).leads)


def test_free_weights_of_a_study_without_judgments_let_every_host_lead():
    scores = np.array([[0.8, 0.5], [0.3, 0.4]])
    judged, bare = (evaluate(replace(additive(scores), **parts)) for parts in ({}, {"comparisons": ()}))
    found = simulate(bare, Plan(2000, weights="free"))
    np.testing.assert_array_equal(found.leads, simulate(judged, Plan(2000, weights="free")).leads)
    assert not np.isnan(found.confidence).any()
