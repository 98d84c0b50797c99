"""At which weight another group takes the lead."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.host_groups import figures_at
from decidr.core.analysis.sensitivity.level_changes import level_changes
from decidr.core.analysis.sensitivity.one_way import leader_changes, one_way
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.hosts import Host
from tests.building import data_study

SITES = ("a1", "a2", "b1", "b2", "c1", "d")
STEPS = 400


def grouped(values, figure="best"):
    """Sites a1, a2 of A, b1, b2 of B, c1 of C, and d that stands for itself, on leaves x, y, z."""
    made = data_study({"x": 0.5, "y": 0.3, "z": 0.2}, values, SITES, group_figure=figure)
    hosts = [replace(host, group=host.id[0].upper() if host.id != "d" else None) for host in made.hosts]
    return replace(made, hosts=(*(Host(id=group, name=group) for group in "ABC"), *hosts))


def leaders(results, weight):
    """The groups that share the lead at a weight of x, by evaluating there."""
    figures = [f for f in figures_at(with_local_weights(results, {"x": weight}), 0) if f.is_eligible]
    best = max(figure.total for figure in figures)
    return {figure.host for figure in figures if best - figure.total <= 1e-9}


@given(st.integers(0, 100_000), st.sampled_from(["best", "mean"]))
@settings(max_examples=60, deadline=None)
def test_between_the_changes_the_leader_leads_and_beyond_each_the_one_told(seed, figure):
    draw = np.random.default_rng(seed)
    results = evaluate(grouped({leaf: draw.uniform(0, 1, len(SITES)).tolist() for leaf in "xyz"}, figure))
    changes = level_changes(results, one_way(results, "x"), 0)
    (leader,) = leaders(results, results.local["x"])
    low = max((c.weight for c in changes if not c.is_above), default=0.0)
    high = min((c.weight for c in changes if c.is_above), default=1.0)
    for weight in np.linspace(0, 1, STEPS):
        if low < weight < high:
            assert leader in leaders(results, weight)
    for change in changes:
        beyond = change.weight + (1e-6 if change.is_above else -1e-6)
        assert leaders(results, beyond) == {change.host}


def test_another_member_may_defend_the_lead_of_its_group():
    values = {"x": [1.0, 0.0, 0.5, 0, 0, 0], "y": [0.0, 1.0, 0.45, 0, 0, 0], "z": [0.0, 1.0, 0.45, 0, 0, 0]}
    results = evaluate(grouped(values))
    assert leader_changes(results, one_way(results, "x")) != ()
    (change,) = leader_changes(results, one_way(results, "x"))[:1]
    assert change.host == "a2"
    assert level_changes(results, one_way(results, "x"), 0) == ()


def test_where_the_weight_cannot_move_nobody_takes_the_lead():
    results = evaluate(grouped({leaf: [0.5] * len(SITES) for leaf in "xyz"}))
    only = evaluate(data_study({"x": 1.0}, {"x": [0.5] * len(SITES)}, SITES))
    assert level_changes(only, one_way(only, "x"), 0) == ()
    assert level_changes(results, one_way(results, "x"), 0) == ()


@pytest.mark.parametrize("is_above", [True, False])
def test_the_nearer_change_comes_first(is_above):
    rows = {"x": [0.6, 0, 0.9, 0, 0.1, 0], "y": [0.6, 0, 0.1, 0, 0.9, 0], "z": [0.6, 0, 0.1, 0, 0.9, 0]}
    results = evaluate(grouped(rows))
    changes = level_changes(results, one_way(results, "x"), 0)
    assert sorted(c.host for c in changes) == ["B", "C"]
    assert changes[0].distance(0.5) <= changes[1].distance(0.5)
    assert next(c.host for c in changes if c.is_above == is_above) == ("B" if is_above else "C")
