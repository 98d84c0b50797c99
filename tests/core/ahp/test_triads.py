from __future__ import annotations

from itertools import combinations, pairwise, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.consistency import consistency
from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.triads import clashing_triads, preference_cycles

some_seed = st.integers(0, 2**32 - 1)
EVERYTHING = 10**6


def some_matrix(seed: int, n: int, gaps: float) -> np.ndarray:
    """Judgments of 1/3, 1/2, 1, 2 and 3, so that equals are common, some of them missing."""
    rng = np.random.default_rng(seed)
    pairs = [(i, j) for i, j in combinations(range(n), 2) if rng.random() >= gaps]
    return reciprocal(n, [(i, j, float(rng.choice([1 / 3, 1 / 2, 1, 2, 3]))) for i, j in pairs])


def every_circle(matrix: np.ndarray) -> set[tuple[int, ...]]:
    """All circles of strict preferences, by trying every sequence of items."""
    items = range(len(matrix))
    return {
        circle
        for length in range(3, len(matrix) + 1)
        for circle in permutations(items, length)
        if circle[0] == min(circle) and all(matrix[a, b] > 1.001 for a, b in pairwise((*circle, circle[0])))
    }


def test_three_judgments_clash_by_the_log_of_their_product():
    (found,) = clashing_triads(reciprocal(3, [(0, 1, 2.0), (1, 2, 4.0), (0, 2, 3.0)]))
    assert found[:3] == (0, 1, 2)
    assert found.clash == pytest.approx(np.log(8 / 3), rel=1e-14)
    assert (found.ij_by_k, found.jk_by_i, found.ik_by_j) == pytest.approx((3 / 4, 3 / 2, 8.0), rel=1e-14)


@given(some_seed, st.integers(3, 7))
@settings(max_examples=40, deadline=None)
def test_triads_come_worst_first_and_none_that_clashes_is_left_out(draw, seed: int, n: int):
    matrix = draw(1, n, 1.0, seed)[0]
    found = clashing_triads(matrix, EVERYTHING)
    by_hand = {
        (i, j, k): abs(np.log(matrix[i, j] * matrix[j, k] / matrix[i, k])) for i, j, k in combinations(range(n), 3)
    }
    assert {t[:3]: t.clash for t in found} == pytest.approx(by_hand, abs=1e-12)
    assert all(a.clash >= b.clash - 1e-9 for a, b in pairwise(found))
    assert clashing_triads(matrix, 2) == found[:2]


def test_a_judgment_set_to_what_the_third_item_says_clashes_no_more(draw):
    worst = clashing_triads(draw(1, 5)[0])[0]
    for (i, j), value in (
        ((worst.i, worst.j), worst.ij_by_k), ((worst.j, worst.k), worst.jk_by_i), ((worst.i, worst.k), worst.ik_by_j)
    ):  # fmt: skip
        matrix = draw(1, 5)[0]
        matrix[i, j], matrix[j, i] = value, 1 / value
        assert worst[:3] not in {t[:3] for t in clashing_triads(matrix, EVERYTHING)}


def test_the_geometric_index_is_the_mean_of_those_of_the_triads(draw):
    # of three items it is a third of the squared clash (Aguarón & Moreno-Jiménez 2003)
    matrix = draw(1, 6, 0.6)[0]
    squares = [t.clash**2 for t in clashing_triads(matrix, EVERYTHING)]
    assert consistency(matrix, "saaty 2005").gci == pytest.approx(sum(squares) / 3 / len(squares), rel=1e-10)


def test_consistent_judgments_and_missing_ones_clash_with_nothing(punch):
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    assert clashing_triads(weights[:, None] / weights) == ()
    assert clashing_triads(punch(reciprocal(3, [(0, 1, 9.0), (1, 2, 9.0), (0, 2, 1.0)]), [(1, 2)])) == ()
    assert clashing_triads(np.ones((2, 2))) == ()


def test_a_over_b_over_c_over_a_is_one_circle_in_either_direction():
    assert preference_cycles(reciprocal(3, [(0, 1, 2.0), (1, 2, 2.0), (2, 0, 3.0)])) == ((0, 1, 2),)
    assert preference_cycles(reciprocal(3, [(1, 0, 2.0), (2, 1, 2.0), (0, 2, 3.0)])) == ((0, 2, 1),)


def test_equal_is_no_preference_not_even_with_the_dust_of_a_mean():
    assert preference_cycles(reciprocal(3, [(0, 1, 2.0), (1, 2, 2.0), (2, 0, 1.0 + 1e-12)])) == ()


def test_gaps_leave_longer_circles():
    ring = [(i, (i + 1) % 5, 3.0) for i in range(5)]
    assert preference_cycles(reciprocal(5, ring)) == ((0, 1, 2, 3, 4),)
    assert preference_cycles(reciprocal(5, [*ring, (3, 0, 2.0)])) == ((0, 1, 2, 3),)
    assert preference_cycles(reciprocal(5, [*ring, (0, 3, 2.0)])) == ((0, 3, 4),)


@pytest.mark.parametrize("n", [3, 5, 7, 8, 15])
def test_circular_triads_are_as_many_as_kendall_and_babington_smith_count(draw, n: int):
    # d = n(n - 1)(2n - 1)/12 - sum of squared scores / 2 in a complete tournament
    matrix = draw(1, n, 1.0, n)[0]
    scores = (matrix > 1).sum(axis=1)
    expected = n * (n - 1) * (2 * n - 1) / 12 - (scores**2).sum() / 2
    found = preference_cycles(matrix, EVERYTHING)
    assert {len(circle) for circle in found} <= {3}
    assert len(found) == expected


@given(some_seed, st.integers(3, 6), st.sampled_from([0.0, 0.3, 0.5]))
@settings(max_examples=80, deadline=None)
def test_the_circles_are_those_without_a_shorter_one_that_are_shortest_for_a_judgment(seed: int, n: int, gaps: float):
    matrix = some_matrix(seed, n, gaps)
    everything = every_circle(matrix)
    shortest: dict[tuple[int, int], int] = {}
    for circle in everything:
        for pair in pairwise((*circle, circle[0])):
            shortest[pair] = min(shortest.get(pair, n), len(circle))
    expected = {
        c
        for c in everything
        if any(shortest[p] == len(c) for p in pairwise((*c, c[0])))
        and not any(set(other) < set(c) for other in everything)
    }
    found = preference_cycles(matrix, EVERYTHING)
    assert list(found) == sorted(expected, key=lambda circle: (len(circle), circle))
    assert bool(found) == bool(everything)


def test_the_limit_keeps_the_shortest(draw):
    matrix = some_matrix(3, 9, 0.5)
    everything = preference_cycles(matrix, EVERYTHING)
    assert len({len(circle) for circle in everything}) > 1
    for most in (0, 1, 4):
        kept = preference_cycles(matrix, most)
        assert set(kept) <= set(everything)
        assert [len(c) for c in kept] == [len(c) for c in everything[:most]]


def test_a_circle_among_many_ways_round_is_found_without_walking_them_all():
    # 14 layers of 3 items, each layer preferred to the next and the last to the first: 3^14 shortest circles
    layers = [range(3 * k, 3 * k + 3) for k in range(14)]
    ring = zip(layers, [*layers[1:], layers[0]], strict=True)
    matrix = reciprocal(42, [(a, b, 2.0) for upper, lower in ring for a in upper for b in lower])
    found = preference_cycles(matrix, 10)
    assert [len(circle) for circle in found] == [14] * 10
    assert len(set(found)) == 10


def test_one_and_two_items_run_in_no_circle():
    for n in (0, 1, 2):
        assert preference_cycles(np.ones((n, n))) == ()
        assert clashing_triads(np.ones((n, n))) == ()
