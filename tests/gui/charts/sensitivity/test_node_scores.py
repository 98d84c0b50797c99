"""What each host scores on a criterion of any level."""

import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_setting
from decidr.gui.charts.sensitivity.node_scores import node_scores


def test_of_the_goal_they_are_the_totals(results: Results) -> None:
    assert node_scores(results, GOAL) == pytest.approx(results.totals)


def test_of_a_leaf_they_are_its_scores(results: Results) -> None:
    assert node_scores(results, results.leaves[3]).tolist() == results.scores[3].tolist()


def test_a_nodes_contribution_is_its_score_times_its_weight(results: Results) -> None:
    for node in results.tree.children[GOAL]:
        rows = [results.leaves.index(leaf) for leaf in results.tree.leaves_under(node)]
        added = results.contributions[rows].sum(axis=0)
        assert node_scores(results, node) * results.global_[node] == pytest.approx(added)


def test_under_the_ideal_synthesis_they_are_not_scaled_to_sum_to_1(results: Results) -> None:
    ideal = evaluate(set_setting(results.study, synthesis="ideal"))
    scores = node_scores(ideal, GOAL)
    assert scores.sum() > 1.5
    assert np.argsort(scores).tolist() == np.argsort(ideal.totals).tolist()
