from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.one_way import (
    every_one_way,
    leader_changes,
    moved_weights,
    one_way,
    totals_at,
)
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from tests.building import data_study, equal, from_weights, pairwise_study

HOSTS = ("A", "B", "C")
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.1, 0.8, 0.5], "z": [0.4, 0.4, 0.9]}


def three(weights=(0.5, 0.3, 0.2), **settings_):
    return evaluate(data_study(dict(zip("xyz", weights, strict=True)), VALUES, HOSTS, **settings_))


def totals_with(weights, synthesis="absolute"):
    """Totals recomputed from scratch under these weights."""
    study = data_study(weights, VALUES, HOSTS, synthesis=synthesis)
    return evaluate(study).totals


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_at_a_crossover_the_two_totals_tie_with_the_others_scaled_in_proportion(synthesis):
    """Trap M14: recomputed with the reported weight, all weights summing to 1."""
    results = three(synthesis=synthesis)
    checked = 0
    for sweep in every_one_way(results):
        for crossover in sweep.crossovers:
            weights = moved_weights(results, sweep.criterion, crossover.weight)
            assert sum(weights.values()) == pytest.approx(1, abs=1e-12)
            totals = totals_with(weights, synthesis)
            first, second = (HOSTS.index(h) for h in (crossover.first, crossover.second))
            assert totals[first] == pytest.approx(totals[second], abs=1e-9)
            checked += 1
    assert checked


def test_a_weight_that_grows_takes_from_each_sibling_in_proportion():
    """Trap B11: .6/.3/.05/.05 and 60 % more on the first must leave no weight below 0."""
    weights = {"x": 0.6, "y": 0.3, "z": 0.05, "u": 0.05}
    results = evaluate(data_study(weights, {c: [0.5] for c in weights}, HOSTS[:1]))
    moved = moved_weights(results, "x", 0.96)
    assert {c: moved[c] for c in weights} == pytest.approx({"x": 0.96, "y": 0.03, "z": 0.005, "u": 0.005})


floats = st.floats(0, 1)
rows = st.lists(st.tuples(floats, floats, floats), min_size=2, max_size=5)
weights_ = st.tuples(*[st.floats(0.05, 1)] * 3)


@given(rows, weights_)
@settings(max_examples=60, deadline=None)
def test_a_sweep_in_small_steps_finds_the_same_crossovers_and_no_other(rows, weights):
    """Trap B3: also those that more than double the weight."""
    total = sum(weights)
    hosts = [f"h{i}" for i in range(len(rows))]
    values = {c: [row[i] for row in rows] for i, c in enumerate("xyz")}
    results = evaluate(data_study({c: w / total for c, w in zip("xyz", weights, strict=True)}, values, hosts))
    sweep = one_way(results, "x")
    grid = np.linspace(0, 1, 401)
    totals = totals_at(results, sweep, grid)
    for a, b in combinations(range(len(hosts)), 2):
        difference = totals[:, a] - totals[:, b]
        assume((np.abs(difference[[0, -1]]) > 1e-9).all())
        crossed = [c.weight for c in sweep.crossovers if {c.first, c.second} == {hosts[a], hosts[b]}]
        assert len(crossed) == int(difference[0] * difference[-1] < 0)
        if crossed:
            step = int(np.flatnonzero(np.diff(np.sign(difference)))[0])
            assert grid[step] - 1e-9 <= crossed[0] <= grid[min(step + 2, 400)] + 1e-9


def test_crossovers_come_in_ascending_order_inside_the_open_interval():
    found = [c.weight for c in one_way(three(), "x").crossovers]
    assert found == sorted(found)
    assert all(0 < weight < 1 for weight in found)


def test_the_first_named_host_is_ahead_below_the_crossover():
    results = three()
    sweep = one_way(results, "x")
    for crossover in sweep.crossovers:
        below = totals_at(results, sweep, np.array([crossover.weight - 1e-6]))[0]
        assert below[HOSTS.index(crossover.first)] > below[HOSTS.index(crossover.second)]


def test_hosts_that_tie_at_an_end_do_not_cross_there():
    """Trap M15: no marker outside the open interval."""
    values = {"x": [0.5, 0.5], "y": [0.2, 0.8]}
    results = evaluate(data_study({"x": 0.5, "y": 0.5}, values, HOSTS[:2]))
    assert one_way(results, "x").crossovers == ()


def test_the_leader_stays_first_exactly_inside_its_interval():
    results = three()
    sweep = one_way(results, "x")
    low, high = sweep.stays_first
    grid = np.linspace(0, 1, 2001)
    leads = totals_at(results, sweep, grid).argmax(axis=1) == results.leader
    assert leads[(grid > low + 1e-6) & (grid < high - 1e-6)].all()
    assert not leads[(grid < low - 1e-6) | (grid > high + 1e-6)].any()
    assert low <= sweep.weight_now <= high


def test_whoever_leads_beyond_the_interval_is_named():
    results = three()
    sweep = one_way(results, "x")
    for change in leader_changes(results, sweep):
        beyond = change.weight + (1e-6 if change.is_above else -1e-6)
        assert HOSTS[int(totals_at(results, sweep, np.array([beyond]))[0].argmax())] == change.host


def test_a_leader_that_no_weight_unseats_has_the_whole_interval():
    results = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.8, 0.1]}, HOSTS[:2]))
    sweep = one_way(results, "x")
    assert sweep.stays_first == (0.0, 1.0)
    assert leader_changes(results, sweep) == ()


def test_both_ends_are_finite_also_from_a_weight_of_one():
    """Trap M17."""
    results = three()
    at_one = with_local_weights(results, {"x": 1.0})
    assert np.isfinite(at_one.totals).all()
    assert at_one.totals == pytest.approx([0.9, 0.2, 0.5])
    at_zero = with_local_weights(results, {"x": 0.0})
    assert at_zero.totals == pytest.approx(np.array([0.1, 0.8, 0.5]) * 0.6 + np.array([0.4, 0.4, 0.9]) * 0.4)


def test_siblings_that_weigh_nothing_have_no_proportions_to_keep():
    results = with_local_weights(three(), {"x": 1.0})
    sweep = one_way(results, "x")
    assert sweep.stays_first is None
    assert sweep.crossovers == ()
    assert sweep.reason


def test_an_only_child_cannot_move():
    study = pairwise_study({GOAL: ("a",)}, HOSTS, [equal("a", HOSTS)])
    assert "only child" in (one_way(evaluate(study), "a").reason or "")


def test_below_the_goal_local_and_global_weights_are_both_told():
    """Trap M16: the local weight moves among its siblings, the global one stands beside."""
    tree = {GOAL: ("a", "b"), "a": ("x", "y")}
    blocks = [
        from_weights(GOAL, {"a": 0.4, "b": 0.6}),
        from_weights("a", {"x": 0.5, "y": 0.5}),
        from_weights("x", {"A": 0.7, "B": 0.3}),
        from_weights("y", {"A": 0.1, "B": 0.9}),
        from_weights("b", {"A": 0.5, "B": 0.5}),
    ]
    sweep = one_way(evaluate(pairwise_study(tree, HOSTS[:2], blocks)), "x")
    assert (sweep.weight_now, sweep.global_now) == pytest.approx((0.5, 0.2))
    crossover = sweep.crossovers[0]
    assert crossover.weight == pytest.approx(2 / 3)
    assert crossover.global_weight == pytest.approx(crossover.weight * 0.4)


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_totals_along_the_sweep_are_those_of_the_moved_study(synthesis):
    results = three(synthesis=synthesis)
    sweep = one_way(results, "y")
    for weight in (0.1, 0.3, 0.85):
        moved = totals_with(moved_weights(results, "y", weight), synthesis)
        assert totals_at(results, sweep, np.array([weight]))[0] == pytest.approx(moved, abs=1e-12)
        assert with_local_weights(results, {"y": weight}).totals == pytest.approx(moved, abs=1e-12)


def test_todays_weight_gives_todays_totals():
    results = three()
    sweep = one_way(results, "z")
    assert totals_at(results, sweep, np.array([sweep.weight_now]))[0] == pytest.approx(results.totals, abs=1e-12)


def test_a_study_without_weights_says_why_nothing_moves():
    study = data_study({"x": 0.5, "y": 0.5}, {"x": [1, 0], "y": [0, 1]}, HOSTS[:2])
    sweep = one_way(evaluate(replace(study, comparisons=())), "x")
    assert sweep.reason == "the node has no weights yet"


@pytest.mark.parametrize(
    ("weights", "values"),
    [
        ((5, 3, 2), {"x": [0.2, 0.0], "y": [0.5, 0.9], "z": [0.6, 0.0]}),
        ((2, 3, 2), {"x": [0.1, 0.7], "y": [0.2, 0.4], "z": [0.9, 0.6]}),
        ((1, 1, 2), {"x": [0.8, 0.9], "y": [0.1, 0.3], "z": [0.1, 0.0]}),
    ],
)
def test_hosts_that_tie_at_an_end_but_for_rounding_do_not_cross_there(weights, values):
    """By fractions the two totals are equal at weight 0, so the open interval holds no crossover (trap M15)."""
    shares = {c: w / sum(weights) for c, w in zip("xyz", weights, strict=True)}
    sweep = one_way(evaluate(data_study(shares, values, HOSTS[:2])), "x")
    assert sweep.crossovers == ()
    assert sweep.stays_first == (0.0, 1.0)


def test_hosts_with_the_same_figures_never_cross():
    rng = np.random.default_rng(0)
    values = {c: [float(v)] * 9 for c, v in zip("xyz", rng.random(3), strict=True)}
    sweeps = every_one_way(evaluate(data_study(dict.fromkeys("xyz", 1 / 3), values, [f"h{i}" for i in range(9)])))
    assert [sweep.crossovers for sweep in sweeps] == [()] * 3
