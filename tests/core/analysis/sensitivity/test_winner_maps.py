"""Two-way and triangle, beside the study with the weights of each point."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap, triangle, two_way, weights_at
from decidr.core.analysis.weighing import with_weights
from decidr.core.study.criteria import GOAL
from tests.building import data_study, from_weights
from tests.core.analysis.random_studies import BASE, OTHER, random_study
from tests.core.analysis.sensitivity.test_winner_regions import inside

HOSTS = ("A", "B", "C")
VALUES = {"x": [0.9, 0.2, 0.5], "y": [0.1, 0.8, 0.5], "z": [0.4, 0.4, 0.9], "u": [0.5, 0.5, 0.5]}
WEIGHTS = {"x": 0.4, "y": 0.2, "z": 0.1, "u": 0.3}

seeds = st.integers(0, 2**32 - 1)
syntheses = st.sampled_from(["absolute", "distributive", "ideal"])
views = st.sampled_from([BASE, OTHER])


def four(**settings_) -> Results:
    return evaluate(data_study(WEIGHTS, VALUES, HOSTS, **settings_))


def totals_at(results: Results, winner_map: WinnerMap, point) -> np.ndarray:
    return with_weights(results, weights_at(results, winner_map, tuple(point))).totals


def hold_grid(results: Results, winner_map: WinnerMap, points: np.ndarray) -> None:
    """At each point the best of today's eligible hosts has it."""
    eligible = np.array(results.eligible)
    for point in points:
        totals = np.where(eligible, totals_at(results, winner_map, point), -np.inf)
        best = [results.hosts[h] for h in np.flatnonzero(totals.max() - totals <= 1e-7)]
        owners = [host for region in winner_map.regions if inside(region, point) for host in region.hosts]
        assert set(owners) <= set(best)
        assert len(best) > 1 or owners == best


@given(seeds, syntheses, views)
@settings(max_examples=25, deadline=None)
def test_every_point_of_a_map_belongs_to_the_host_that_leads_with_these_weights(seed, synthesis, view):
    results = evaluate(random_study(seed, synthesis), view)
    assume(results.leader is not None)
    rng = np.random.default_rng(seed)
    parents = [p for p in results.tree.parents if len(results.tree.children[p]) > 2]
    assume(parents)
    a, b, c = (str(node) for node in rng.permutation(results.tree.children[parents[0]])[:3])
    for winner_map in (two_way(results, a, b), triangle(results, a, b, c)):
        if winner_map.reason is None:
            hold_grid(results, winner_map, rng.dirichlet([1, 1, 1], 30))
            tied = totals_at(results, winner_map, winner_map.now)
            assert tied == pytest.approx(results.totals, abs=1e-9)


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_at_the_border_the_study_with_these_weights_has_a_tie(synthesis):
    results = four(synthesis=synthesis)
    for winner_map in (two_way(results, "x", "y"), triangle(results, "x", "y", "z")):
        border = winner_map.border
        assert border is not None
        totals = totals_at(results, winner_map, border.at)
        assert totals[HOSTS.index(border.rival)] == pytest.approx(totals[results.leader], abs=1e-9)


def test_two_weights_are_drawn_one_against_the_other_and_the_rest_keeps_its_proportions():
    results = four()
    found = two_way(results, "x", "y")
    assert found.now == pytest.approx((0.4, 0.2, 0.4))
    weights = weights_at(results, found, (0.5, 0.3, 0.2))
    assert {node: weights[node] for node in WEIGHTS} == pytest.approx({"x": 0.5, "y": 0.3, "z": 0.05, "u": 0.15})


def test_three_weights_share_what_they_share_today_and_the_others_stay():
    results = four()
    found = triangle(results, "x", "y", "z")
    assert found.share == pytest.approx(0.7)
    assert found.now == pytest.approx((4 / 7, 2 / 7, 1 / 7))
    weights = weights_at(results, found, (0.5, 0.5, 0.0))
    assert {node: weights[node] for node in WEIGHTS} == pytest.approx({"x": 0.35, "y": 0.35, "z": 0.0, "u": 0.3})


def deep() -> Results:
    """The goal over w and g, and three leaves below g."""
    study = data_study({"x": 0.5, "y": 0.3, "z": 0.2}, {c: VALUES[c] for c in "xyz"}, HOSTS)
    group, own = replace(study.criteria[0], id="g", name="g"), replace(study.criteria[0], id="w", name="w")
    below = tuple(replace(c, under="g") for c in study.criteria)
    blocks = (replace(study.comparisons[0], under="g"), from_weights(GOAL, {"g": 0.4, "w": 0.6}))
    cells = (*study.cells, *(replace(c, criterion="w") for c in study.cells if c.criterion == "z"))
    return evaluate(replace(study, criteria=(group, own, *below), comparisons=blocks, cells=cells))


def test_below_the_goal_the_weights_are_local():
    """Trap M16."""
    assert two_way(deep(), "x", "y").now == pytest.approx((0.5, 0.3, 0.2))
    hold_grid(deep(), two_way(deep(), "x", "y"), np.random.default_rng(0).dirichlet([1, 1, 1], 50))


def test_without_a_third_sibling_or_with_one_that_weighs_nothing_two_weights_cannot_move():
    two = evaluate(data_study({"x": 0.5, "y": 0.5}, {c: VALUES[c] for c in "xy"}, HOSTS))
    found = two_way(two, "x", "y")
    assert (found.regions, found.border) == ((), None)
    assert found.reason == "there is no third criterion to take what the two leave"
    nothing = with_weights(four(), {"x": 0.5, "y": 0.5, "z": 0.0, "u": 0.0})
    assert "weigh 0" in (two_way(nothing, "x", "y").reason or "")
    no_share = with_weights(four(), {"x": 0.0, "y": 0.0, "z": 0.0, "u": 1.0})
    assert "nothing to share" in (triangle(no_share, "x", "y", "z").reason or "")


def test_without_weights_or_a_leader_the_reason_says_so():
    study = data_study(WEIGHTS, VALUES, HOSTS)
    unweighted = evaluate(replace(study, comparisons=()))
    assert triangle(unweighted, "x", "y", "z").reason == "the node has no weights yet"
    nobody = evaluate(data_study(WEIGHTS, {c: [None] * 3 for c in VALUES}, HOSTS))
    assert two_way(nobody, "x", "y").reason == "no host can lead"


@pytest.mark.parametrize("criteria", [("x", "x"), ("x", "w")])
def test_only_different_children_of_one_node_move_together(criteria):
    with pytest.raises(ValueError, match="different children of one node"):
        two_way(deep(), *criteria)
