"""Smallest flips, beside the study with the weights that were told, and weights drawn at random."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip, smallest_flips
from decidr.core.analysis.synthesis import synthesise
from decidr.core.analysis.weighing import with_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study
from tests.core.analysis.random_studies import BASE, OTHER, random_study

HOSTS = ("A", "B", "C", "D")
WEIGHTS = {"x": 0.6, "y": 0.3, "z": 0.1}
VALUES = {"x": [0.9, 0.2, 0.5, 0.1], "y": [0.1, 0.8, 0.5, 0.1], "z": [0.4, 0.4, 0.4, 0.3]}

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])


def flip_of(results: Results, host: str, level: str = GOAL) -> Flip:
    return next(flip for flip in smallest_flips(results, level) if flip.host == host)


def totals_with(results: Results, level: str, weights: dict[str, float]) -> np.ndarray:
    if level == LEAVES:
        given_ = np.array([weights[leaf] for leaf in results.leaves])
        return synthesise(results.raw_scores, given_, results.synthesis).totals
    return with_weights(results, {**results.local, **weights}).totals


def weights_now(results: Results, level: str) -> dict[str, float]:
    if level == LEAVES:
        return {leaf: results.global_[leaf] for leaf in results.leaves}
    return {child: results.local[child] for child in results.tree.children[level]}


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_at_the_weights_told_the_host_is_first_and_random_weights_find_none_nearer(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    rng = np.random.default_rng(seed)
    eligible = np.flatnonzero(results.eligible)
    for level in (*results.tree.parents, LEAVES):
        now = weights_now(results, level)
        drawn = [dict(zip(now, w, strict=True)) for w in rng.dirichlet(np.ones(len(now)), 40).tolist()]
        best = [(w, eligible[totals_with(results, level, w)[eligible].argmax()]) for w in drawn]
        for flip in [f for f in smallest_flips(results, level) if f.may_lead]:
            host = results.hosts.index(flip.host)
            nearer = [w for w, h in best if h == host and _distance(w, now) < (flip.moved or np.inf) - 1e-9]
            assert nearer == []
            if flip.weights is not None:
                totals = totals_with(results, level, flip.weights)
                assert totals[host] == pytest.approx(totals[eligible].max(), abs=1e-9)
                assert sum(flip.weights.values()) == pytest.approx(1, abs=1e-9)
                assert flip.moved == pytest.approx(_distance(flip.weights, now), abs=1e-9)
                assert flip.moved == 0 or results.ranks[host] > results.ranks[results.leader]
            else:
                _hold_blocked(results, flip, level, drawn)


def _distance(weights: dict[str, float], now: dict[str, float]) -> float:
    return sum(abs(weights[c] - now[c]) for c in now) / 2


def _hold_blocked(results: Results, flip: Flip, level: str, drawn: list[dict[str, float]]) -> None:
    """At all weights one of those named is ahead."""
    by = [results.hosts.index(h) for h in flip.kept_behind_by]
    assert by
    assert [results.ranks[h] for h in by] == sorted(results.ranks[h] for h in by)
    for weights in drawn:
        totals = totals_with(results, level, weights)
        assert totals[by].max() > totals[results.hosts.index(flip.host)]


def test_the_least_weight_that_puts_another_host_first_by_hand():
    """A leads B by 0.7 (x - y); B draws level where x and y are equal, C ties with both there."""
    flip = flip_of(evaluate(data_study(WEIGHTS, VALUES, HOSTS)), "B")
    assert flip.moved == pytest.approx(0.15)
    assert flip.weights == pytest.approx({"x": 0.45, "y": 0.45, "z": 0.1})


def test_a_host_that_is_worse_everywhere_is_kept_behind_by_those_named():
    flip = flip_of(evaluate(data_study(WEIGHTS, VALUES, HOSTS)), "D")
    assert (flip.never, flip.moved, flip.weights) == (True, None, None)
    assert flip.kept_behind_by == ("C",)
    assert flip.kept_behind_on == ("x", "y", "z")


def test_a_host_that_may_not_lead_is_never_first_and_nobody_keeps_it_behind():
    study = set_criterion(data_study(WEIGHTS, VALUES, HOSTS), "y", must=">= 0.3")  # A and D fail
    results = evaluate(set_cell(study, "x", "B", value=None))  # B lacks 60 % of the weight
    assert [results.hosts[h] for h in results.eligible_order] == ["C"]
    found = smallest_flips(results)
    assert [(f.host, f.never, f.may_lead, f.kept_behind_by) for f in found] == [
        (host, True, False, ()) for host in ("A", "B", "D")
    ]


def test_who_shares_the_first_place_moves_nothing():
    flip = flip_of(evaluate(data_study({"x": 0.5, "y": 0.5}, {c: VALUES[c] for c in "xy"}, HOSTS)), "B")
    assert flip.moved == 0
    assert flip.weights == pytest.approx({"x": 0.5, "y": 0.5})


def test_of_all_leaves_the_weights_are_global_and_move_apart():
    results = evaluate(data_study(WEIGHTS, VALUES, HOSTS))
    assert flip_of(results, "B", LEAVES).weights == pytest.approx(flip_of(results, "B").weights)
    with pytest.raises(KeyError):
        smallest_flips(results, "x")


def test_without_a_leader_there_are_no_flips():
    assert smallest_flips(evaluate(data_study(WEIGHTS, {c: [None] * 4 for c in VALUES}, HOSTS))) == ()


def test_an_only_child_gives_nothing_to_move():
    only = evaluate(data_study({"x": 1.0}, {"x": [0.9, 0.2]}, HOSTS[:2]))
    assert flip_of(only, "B").kept_behind_by == ("A",)
