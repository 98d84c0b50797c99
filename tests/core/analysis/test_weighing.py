import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.synthesis import divided
from decidr.core.analysis.weighing import Standing, global_weights, standing, with_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Settings
from decidr.core.study.tree import Tree
from tests.building import data_study

HOSTS = ("A", "B")
TREE = Tree(
    (GOAL, "a", "x", "y", "b"), {GOAL: ("a", "b"), "a": ("x", "y")}, {"a": GOAL, "b": GOAL, "x": "a", "y": "a"}, "xyb"
)


def study(weight=0.5):
    return data_study({"x": weight, "y": 1 - weight}, {"x": [0.2, 0.6], "y": [0.9, None]}, HOSTS)


def test_a_global_weight_is_the_product_of_the_local_ones_down_to_it():
    local = {"a": 0.4, "b": 0.6, "x": 0.25, "y": 0.75}
    assert global_weights(TREE, local) == pytest.approx({GOAL: 1, "a": 0.4, "b": 0.6, "x": 0.1, "y": 0.3})


@pytest.mark.parametrize("weight", [0.1, 0.8])
def test_other_weights_give_what_a_study_with_those_weights_gives(weight):
    moved = with_weights(evaluate(study()), {"x": weight, "y": 1 - weight})
    whole = evaluate(study(weight))
    for field in ("totals", "low", "high", "contributions"):
        np.testing.assert_allclose(getattr(moved, field), getattr(whole, field))
    for field in ("ranks", "best_rank", "worst_rank", "eligible"):
        assert getattr(moved, field).tolist() == getattr(whole, field).tolist()


def test_without_gaps_the_band_is_the_total_itself():
    results = evaluate(set_cell(study(), "y", "B", value=0.1))
    assert results.low.tolist() == results.high.tolist() == results.totals.tolist()
    assert results.best_rank.tolist() == results.ranks.tolist()


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_other_scores_and_weights_give_the_standing_of_a_study_with_them(synthesis):
    today, other = (evaluate(replace(s, settings=Settings(synthesis=synthesis))) for s in (study(), study(0.7)))
    scores = np.array([[0.2, 0.6], [0.4, 0.5]])
    found = standing(today, scores, np.array([0.7, 0.3]))
    totals = np.array([0.7, 0.3]) @ divided(scores, synthesis)
    assert found.totals == pytest.approx(totals / totals.sum() if synthesis == "ideal" else totals)
    assert found.ranks.tolist() == [2, 1]
    assert found.eligible.tolist() == other.eligible.tolist() == [True, False]
    assert found.leader == 0  # B lacks y, which weighs 0.3


def test_of_hosts_that_tie_the_first_that_is_eligible_leads():
    ranks = np.array([0, 1, 1, 1])
    assert Standing(np.zeros(4), ranks, np.array([True, False, True, True])).leader == 2
    assert Standing(np.zeros(4), ranks, np.array([True, False, False, False])).leader is None
