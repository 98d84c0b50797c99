from __future__ import annotations

import math

import numpy as np
import pytest

from decidr.core.ahp.matrix import are_linked, connected_groups, is_complete, known_pairs, reciprocal


def test_the_mirror_of_a_judgment_is_its_reciprocal_and_gaps_stay_gaps():
    matrix = reciprocal(3, [(0, 1, 3.0), (2, 1, 5.0)])
    assert matrix[0, 1] == 3.0
    assert matrix[1, 0] == 1 / 3
    assert matrix[2, 1] == 5.0
    assert matrix[1, 2] == 1 / 5
    assert math.isnan(matrix[0, 2])
    assert math.isnan(matrix[2, 0])
    assert (np.diag(matrix) == 1.0).all()


def test_a_pair_given_in_both_directions_may_agree():
    matrix = reciprocal(2, [(0, 1, 3.0), (1, 0, 1 / 3), (0, 1, 3.0)])
    assert matrix[0, 1] == 3.0


@pytest.mark.parametrize("second", [(1, 0, 3.0), (0, 1, 2.0), (1, 0, 0.333)])
def test_a_contradiction_is_refused_with_its_indices(second: tuple[int, int, float]):  # A5
    with pytest.raises(ValueError, match=rf"\({second[0]}, {second[1]}\).*contradicts"):
        reciprocal(2, [(0, 1, 3.0), second])


def test_an_item_compared_with_itself_is_refused():  # A6
    with pytest.raises(ValueError, match=r"\(0, 0\).*itself"):
        reciprocal(2, [(0, 0, 5.0)])


@pytest.mark.parametrize("value", [0.0, -3.0, math.inf, -math.inf, math.nan, 1e-320])
def test_what_is_no_positive_finite_ratio_is_refused(value: float):  # A8
    with pytest.raises(ValueError, match=r"\(0, 1\).*positive finite"):
        reciprocal(2, [(0, 1, value)])


@pytest.mark.parametrize("pair", [(0, 2), (-1, 0)])
def test_items_that_do_not_exist_are_refused(pair: tuple[int, int]):
    with pytest.raises(ValueError, match="items 0 to 1"):
        reciprocal(2, [(*pair, 3.0)])


def test_known_pairs_are_listed_once_by_row():
    matrix = reciprocal(4, [(3, 0, 2.0), (1, 2, 2.0), (0, 1, 2.0)])
    assert known_pairs(matrix) == ((0, 1), (0, 3), (1, 2))


def test_a_matrix_is_complete_when_no_pair_is_missing():
    assert is_complete(reciprocal(3, [(0, 1, 2.0), (0, 2, 2.0), (1, 2, 2.0)]))
    assert is_complete(reciprocal(1, []))
    assert not is_complete(reciprocal(3, [(0, 1, 2.0), (0, 2, 2.0)]))


def test_unlinked_groups_are_told_apart():  # A17
    matrix = reciprocal(6, [(0, 4, 2.0), (2, 3, 2.0), (4, 5, 2.0)])
    assert connected_groups(matrix) == ((0, 4, 5), (1,), (2, 3))


def test_a_long_chain_is_one_group():
    chain = reciprocal(33, [(i, i + 1, 2.0) for i in range(32)])
    assert connected_groups(chain) == (tuple(range(33)),)


def test_one_item_is_one_group_and_no_item_none():
    assert connected_groups(reciprocal(1, [])) == ((0,),)
    assert connected_groups(reciprocal(0, [])) == ()


def test_a_stack_is_linked_matrix_by_matrix():
    stack = np.stack([reciprocal(4, [(0, 1, 2.0), (2, 3, 2.0), *more]) for more in ([], [(1, 3, 2.0)])])
    assert are_linked(stack).tolist() == [False, True]
    assert are_linked(stack[:0]).tolist() == []
    assert bool(are_linked(reciprocal(1, [])))
