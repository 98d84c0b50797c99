import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.weighing import global_weights, with_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell
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
