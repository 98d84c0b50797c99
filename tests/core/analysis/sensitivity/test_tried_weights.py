"""Several weights tried at once."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import moved_weights
from decidr.core.analysis.sensitivity.tried_weights import dragged, weights_with, with_local_weights
from decidr.core.analysis.weighing import with_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import own_weights_for_view, set_weight, weigh_by
from decidr.formats.templates import load_template

STUDY = load_template("ev-plant")
RESULTS = evaluate(STUDY)
TOPS = RESULTS.tree.children[GOAL]
SHARES = st.floats(0.0, 1.0)


def test_one_weight_alone_moves_as_in_the_gradient() -> None:
    assert weights_with(RESULTS, {TOPS[1]: 0.4}) == moved_weights(RESULTS, TOPS[1], 0.4)
    both = with_local_weights(RESULTS, {TOPS[1]: 0.4}), with_weights(RESULTS, moved_weights(RESULTS, TOPS[1], 0.4))
    assert both[0].totals.tolist() == both[1].totals.tolist()


@given(st.dictionaries(st.sampled_from(RESULTS.tree.nodes[1:]), SHARES))
def test_every_familys_weights_sum_to_1_whatever_is_tried(tried: dict[str, float]) -> None:
    moved = weights_with(RESULTS, tried)
    for family in RESULTS.tree.children.values():
        assert sum(moved[node] for node in family) == pytest.approx(1.0)
        assert all(moved[node] >= 0 for node in family)


@given(SHARES, SHARES)
def test_what_is_held_stays_and_the_others_keep_their_proportions(first: float, second: float) -> None:
    tried = {TOPS[0]: first * 0.5, TOPS[2]: second * 0.5}
    moved = weights_with(RESULTS, tried)
    assert {node: moved[node] for node in tried} == tried
    free = [node for node in TOPS if node not in tried]
    for one, other in pairwise(free):
        assert moved[one] * RESULTS.local[other] == pytest.approx(moved[other] * RESULTS.local[one])


def test_weights_of_different_levels_are_tried_together() -> None:
    leaf = RESULTS.tree.children[TOPS[0]][0]
    tried = with_local_weights(RESULTS, {TOPS[0]: 0.5, leaf: 0.6})
    assert tried.global_[leaf] == pytest.approx(0.3)
    weights = np.array([tried.global_[node] for node in tried.leaves])
    assert tried.totals == pytest.approx(weights @ RESULTS.scores)


def test_a_whole_family_that_is_tried_is_divided_by_its_sum() -> None:
    moved = weights_with(RESULTS, dict.fromkeys(TOPS, 0.5))
    assert [moved[node] for node in TOPS] == pytest.approx([1 / len(TOPS)] * len(TOPS))


def test_more_than_1_is_divided_by_its_sum_and_leaves_nothing() -> None:
    moved = weights_with(RESULTS, {TOPS[0]: 0.9, TOPS[1]: 0.6})
    assert [moved[node] for node in TOPS] == pytest.approx([0.6, 0.4, 0, 0, 0, 0])


def test_a_weight_that_cannot_move_changes_nothing() -> None:
    zero = _direct([1.0, 0, 0, 0, 0, 0])
    assert with_local_weights(zero, {TOPS[0]: 0.4}) is zero
    assert with_local_weights(RESULTS, {}) is RESULTS


def test_a_drag_is_cut_to_what_the_held_siblings_leave() -> None:
    tried = dragged(RESULTS, {TOPS[0]: 0.7}, TOPS[1], 0.5)
    assert tried == pytest.approx({TOPS[0]: 0.7, TOPS[1]: 0.3})
    assert dragged(RESULTS, tried, TOPS[0], -0.1) == {TOPS[1]: tried[TOPS[1]], TOPS[0]: 0.0}


def test_the_one_dragged_last_comes_last() -> None:
    assert list(dragged(RESULTS, {TOPS[0]: 0.1, TOPS[1]: 0.2}, TOPS[0], 0.3)) == [TOPS[1], TOPS[0]]


def test_where_no_sibling_is_free_the_one_held_longest_is_let_go() -> None:
    held = dict.fromkeys(TOPS[1:], 0.1)
    tried = dragged(RESULTS, held, TOPS[0], 0.6)
    assert list(tried) == [*TOPS[2:], TOPS[0]]
    assert tried[TOPS[0]] == pytest.approx(0.6)
    assert weights_with(RESULTS, tried)[TOPS[1]] == pytest.approx(0.0)


def test_a_sibling_without_weight_cannot_take_what_is_left() -> None:
    results = _direct([0.5, 0.5, 0, 0, 0, 0])
    tried = dragged(results, {TOPS[1]: 0.5}, TOPS[0], 0.2)
    assert tried == {TOPS[0]: 0.2}
    assert weights_with(results, tried)[TOPS[1]] == pytest.approx(0.8)


def test_held_weights_of_other_nodes_stay_held() -> None:
    leaf = RESULTS.tree.children[TOPS[0]][0]
    assert dragged(RESULTS, {leaf: 0.9}, TOPS[0], 0.5) == {leaf: 0.9, TOPS[0]: 0.5}


def _direct(weights: list[float]) -> Results:
    view, study = STUDY.settings.base_view, STUDY
    study = own_weights_for_view(study, GOAL, "direct", view)
    for node, weight in zip(TOPS, weights, strict=True):
        study = set_weight(study, node, weight, "direct", view)
    return evaluate(weigh_by(study, GOAL, "direct", view))
