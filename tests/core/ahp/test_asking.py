from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.asking import log_variances, next_pair
from decidr.core.ahp.completion import least_squares
from decidr.core.ahp.matrix import connected_groups, reciprocal

some_seed = st.integers(0, 2**32 - 1)


def answered(n: int, pairs: list[tuple[int, int]]) -> np.ndarray:
    return reciprocal(n, [(i, j, 2.0) for i, j in pairs])


def linked(seed: int, n: int) -> np.ndarray:
    """A random graph of known pairs that links all items and misses some pairs."""
    rng = np.random.default_rng(seed)
    order = rng.permutation(n)
    tree = {tuple(sorted((int(order[k]), int(order[rng.integers(k)])))) for k in range(1, n)}
    rest = sorted(set(combinations(range(n), 2)) - tree)
    more = [rest[k] for k in rng.permutation(len(rest))[: rng.integers(0, len(rest))]]
    return answered(n, [*tree, *more])


def missing(matrix: np.ndarray) -> list[tuple[int, int]]:
    return [(i, j) for i, j in combinations(range(len(matrix)), 2) if np.isnan(matrix[i, j])]


def with_answer(matrix: np.ndarray, pair: tuple[int, int]) -> np.ndarray:
    copy = matrix.copy()
    copy[pair] = copy[pair[::-1]] = 1.0
    return copy


def ways_to_link(matrix: np.ndarray) -> float:
    """How many spanning trees the known pairs have, by Kirchhoff's theorem."""
    known = ~np.isnan(matrix)
    return float(np.linalg.det((np.diag(known.sum(axis=1)) - known)[1:, 1:]))


def asked_in_turn(n: int, start: list[tuple[int, int]]) -> list[tuple[int, int]]:
    matrix, pairs = answered(n, start), []
    while (pair := next_pair(matrix)) is not None:
        pairs.append(pair)
        matrix = with_answer(matrix, pair)
    return pairs


@pytest.mark.parametrize("n", [2, 3, 6, 15])
def test_from_the_start_one_item_is_compared_with_every_other(n: int):
    assert asked_in_turn(n, [])[: n - 1] == [(0, j) for j in range(1, n)]


def test_the_item_with_most_answers_becomes_the_reference():
    assert asked_in_turn(5, [(1, 2), (2, 4)])[:2] == [(0, 2), (2, 3)]


@given(some_seed, st.integers(2, 8))
@settings(max_examples=60, deadline=None)
def test_everything_is_linked_with_as_few_answers_as_it_takes_and_then_asked_once(seed: int, n: int):
    rng = np.random.default_rng(seed)
    start = [pair for pair in combinations(range(n), 2) if rng.random() < 0.2]
    unlinked = len(connected_groups(answered(n, start))) - 1
    pairs = asked_in_turn(n, start)
    assert len(connected_groups(answered(n, start + pairs[:unlinked]))) == 1
    assert sorted(start + pairs) == list(combinations(range(n), 2))


@given(some_seed, st.integers(3, 8))
@settings(max_examples=60, deadline=None)
def test_of_linked_items_the_pair_asked_adds_most_to_what_is_known(seed: int, n: int):
    # the determinant of the information about the log weights; the tree theorem makes it a count
    matrix = linked(seed, n)
    worth = {pair: ways_to_link(with_answer(matrix, pair)) for pair in missing(matrix)}
    assert worth[next_pair(matrix)] == pytest.approx(max(worth.values()), rel=1e-9)


def test_of_pairs_that_are_alike_the_first_is_asked():
    ring = [(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (0, 5)]
    assert next_pair(answered(6, ring)) == (0, 3)  # 0-3, 1-4 and 2-5 lie opposite


@pytest.mark.parametrize("seed", range(3))
def test_the_variance_of_a_log_ratio_is_that_of_least_squares_weights(seed: int):
    matrix, rng = linked(seed, 5), np.random.default_rng(seed)
    spread, draws = 0.1, 3000
    logs = np.empty((draws, 5))
    for k in range(draws):
        noise = np.triu(rng.normal(0.0, spread, (5, 5)), 1)
        logs[k] = np.log(least_squares(matrix * np.exp(noise - noise.T)).weights)
    simulated = np.var(logs[:, :, None] - logs[:, None, :], axis=0) / spread**2
    assert log_variances(matrix) == pytest.approx(simulated, rel=0.1, abs=1e-12)
    asked = next_pair(matrix)
    assert simulated[asked] >= 0.9 * max(simulated[pair] for pair in missing(matrix))


def test_answers_add_up_like_resistances():  # Klein & Randić 1993: in a row they add, side by side 1/r adds
    in_a_row = log_variances(answered(4, [(0, 1), (1, 2), (2, 3)]))
    assert in_a_row[0].tolist() == pytest.approx([0.0, 1.0, 2.0, 3.0], abs=1e-12)
    side_by_side = log_variances(answered(3, [(0, 1), (1, 2), (0, 2)]))
    assert side_by_side[0, 1] == pytest.approx(1 / (1 + 1 / 2), abs=1e-12)


def test_between_unlinked_groups_nothing_is_certain():
    found = log_variances(answered(4, [(0, 1), (2, 3)]))
    assert np.isinf(found[:2, 2:]).all()
    assert found[0, 1] == pytest.approx(1.0, abs=1e-12)


def test_complete_judgments_leave_nothing_to_ask():
    assert next_pair(np.ones((4, 4))) is None
    assert next_pair(np.ones((1, 1))) is None


def test_a_pair_that_was_skipped_is_not_asked_again():
    assert next_pair(answered(3, []), [(0, 1)]) == (0, 2)
    assert next_pair(answered(3, [(0, 1)]), {(0, 2)}) == (1, 2)
    assert next_pair(answered(4, [(0, 1), (1, 2)]), [(0, 3), (1, 3), (2, 3)]) == (0, 2)
    assert next_pair(answered(3, [(0, 1)]), [(0, 2), (1, 2)]) is None


def test_what_was_said_does_not_matter_only_what_was_asked(draw, punch):
    gaps = [(0, 3), (1, 4), (2, 4)]
    assert len({next_pair(punch(matrix, gaps)) for matrix in draw(10, 5)}) == 1
