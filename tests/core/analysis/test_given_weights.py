import numpy as np
import pytest

from decidr.core.analysis.given_weights import centroid, given_node
from decidr.core.analysis.nodes import Node, Way
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.study import Settings

NODE = Node("goal", "Goal", ("x", "y", "z"), ("x", "y", "z"))


def entries(way, *weights, who=None):
    return [
        WeightEntry(criterion=c, view="base", participant=who, way=way, weight=w)
        for c, w in zip("xyz", weights, strict=True)
    ]


def solve(way, found, agreed=False, **settings):
    return given_node(NODE, found, {"ann": 1.0, "bob": 3.0}, Way(way, agreed), Settings(**settings))


@pytest.mark.parametrize("way", ["direct", "swing"])
def test_direct_weights_and_swing_points_are_divided_by_their_sum(way):
    assert solve(way, entries(way, 50, 30, 20)).weights == pytest.approx([0.5, 0.3, 0.2])


def test_ranks_give_the_rank_order_centroid():
    assert centroid(np.array([1, 2, 3])) == pytest.approx([11 / 18, 5 / 18, 2 / 18])
    assert centroid(np.array([3, 1, 2])) == pytest.approx([2 / 18, 11 / 18, 5 / 18])


def test_tied_ranks_share_the_mean_of_their_places():
    assert centroid(np.array([1, 1, 3])) == pytest.approx([8 / 18, 8 / 18, 2 / 18])
    assert centroid(np.array([2, 2, 2])) == pytest.approx([1 / 3] * 3)


def test_a_sibling_without_a_weight_is_named():
    problem = solve("direct", entries("direct", 1, None, None)).problems[0]
    assert (problem.code, problem.values) == ("weights.missing", {"names": "y and z"})


@pytest.mark.parametrize(("weights", "code"), [((1, -1, 2), "weights.negative"), ((0, 0, 0), "weights.all_zero")])
def test_weights_that_cannot_be_shares_are_refused(weights, code):
    result = solve("direct", entries("direct", *weights))
    assert result.weights is None
    assert [p.code for p in result.problems] == [code]


def test_a_weight_of_nothing_is_a_weight():
    assert solve("direct", entries("direct", 1, 0, 1)).weights.tolist() == [0.5, 0, 0.5]


def test_participants_weights_are_combined_and_their_own_kept():
    found = [*entries("direct", 1, 1, 2, who="ann"), *entries("direct", 1, 1, 2, who="bob")]
    result = solve("direct", found)
    assert result.weights == pytest.approx([0.25, 0.25, 0.5])
    assert set(result.own) == {"ann", "bob"}


def test_the_arithmetic_rule_takes_the_weighted_mean():
    found = [*entries("direct", 1, 1, 2, who="ann"), *entries("direct", 2, 1, 1, who="bob")]
    weights = solve("direct", found, group="priorities arithmetic").weights
    assert weights == pytest.approx([(0.25 + 3 * 0.5) / 4, 0.25, (0.5 + 3 * 0.25) / 4])


def test_an_agreed_node_keeps_the_studys_own_weights():
    found = [*entries("direct", 2, 1, 1), *entries("direct", 1, 1, 2, who="ann")]
    assert solve("direct", found, agreed=True).weights == pytest.approx([0.5, 0.25, 0.25])


def test_items_that_each_have_no_weight_with_somebody_leave_no_geometric_mean():
    found = [*entries("direct", 1, 0, 0, who="ann"), *entries("direct", 0, 1, 1, who="bob")]
    result = solve("direct", found)
    assert result.weights is None
    assert [(p.severity, p.code) for p in result.problems] == [("error", "weights.all_vetoed")]
    arithmetic = solve("direct", found, group="priorities arithmetic")
    assert arithmetic.weights == pytest.approx([0.25, 0.375, 0.375])


def test_a_participant_of_weight_nothing_keeps_his_own_weights_aside():
    found = [*entries("direct", 2, 1, 1), *entries("direct", 1, 1, 2, who="eve")]
    result = given_node(NODE, found, {"eve": 0.0}, Way("direct", False), Settings())
    assert result.weights == pytest.approx([0.5, 0.25, 0.25])
    assert result.own == {}
    assert result.by("eve") == pytest.approx([0.25, 0.25, 0.5])
