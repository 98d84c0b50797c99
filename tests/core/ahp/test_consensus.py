from __future__ import annotations

from itertools import combinations, permutations
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.consensus import (
    WORDS,
    consensus,
    consensus_word,
    pairwise_consensus,
    side_by_side,
)

some_seed = st.integers(0, 2**32 - 1)


def extremists(n: int) -> np.ndarray:
    """n people, each with another item 9 times preferred to all others."""
    shares = np.ones((n, n)) + 8 * np.eye(n)
    return shares / shares.sum(axis=1, keepdims=True)


def people(p: int, n: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).dirichlet(np.ones(n), p)


def by_the_letter(priorities: np.ndarray) -> float:
    """The formula in plain loops, as Goepel has it."""
    p, n = priorities.shape
    alpha = sum(-w * log(w) for row in priorities.tolist() for w in row) / p
    mean = [sum(column) / p for column in priorities.T.tolist()]
    gamma = sum(-w * log(w) for w in mean)
    lowest = -(9 / (n + 8)) * log(9 / (n + 8)) - ((n - 1) / (n + 8)) * log(1 / (n + 8))
    return (exp(-(gamma - alpha)) - exp(lowest) / n) / (1 - exp(lowest) / n)


def roughness(similarity: np.ndarray, order: tuple[int, ...]) -> float:
    """How much similarity grows away from the diagonal: 0 where neighbours are always the most alike (Robinson)."""
    sorted_ = similarity[np.ix_(order, order)]
    steps = [max(0.0, sorted_[i, k] - sorted_[i, j]) for i, j, k in combinations(range(len(order)), 3)]
    return sum(steps) + sum(max(0.0, sorted_[i, k] - sorted_[j, k]) for i, j, k in combinations(range(len(order)), 3))


@pytest.mark.parametrize("n", range(2, 16))
def test_as_many_disjoint_extremists_as_items_have_no_consensus(n: int):  # M11; Goepel 2018, section 9
    assert consensus(extremists(n)) == pytest.approx(0.0, abs=n * np.finfo(float).eps)


@pytest.mark.parametrize("p", [2, 3, 7, 200])
def test_people_of_one_mind_agree_fully(p: int):
    assert consensus(np.tile(people(1, 5, 3), (p, 1))) == pytest.approx(1.0, abs=1e-15)


@given(some_seed, st.integers(2, 9), st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_consensus_is_goepels_formula_cut_to_0_and_1(seed: int, p: int, n: int):
    priorities = people(p, n, seed)
    assert consensus(priorities) == pytest.approx(min(1.0, max(0.0, by_the_letter(priorities))), abs=1e-13)


def test_more_extreme_than_nine_times_is_cut_to_no_consensus():
    assert consensus(np.eye(3)) == 0.0
    assert pairwise_consensus(np.eye(2)).tolist() == [[1.0, 0.0], [0.0, 1.0]]


@given(some_seed, st.integers(2, 6), st.integers(2, 7))
@settings(max_examples=40, deadline=None)
def test_neither_order_nor_doubling_of_people_moves_consensus(seed: int, p: int, n: int):
    priorities, rng = people(p, n, seed), np.random.default_rng(seed)
    mixed = priorities[rng.permutation(p)][:, rng.permutation(n)]
    assert consensus(mixed) == pytest.approx(consensus(priorities), abs=1e-14)
    assert consensus(np.tile(priorities, (2, 1))) == pytest.approx(consensus(priorities), abs=1e-14)


def test_one_person_or_one_item_has_no_consensus():
    assert consensus(people(1, 4, 0)) is None
    assert consensus(np.ones((3, 1))) is None
    assert np.isnan(pairwise_consensus(np.ones((3, 1)))).all()


@pytest.mark.parametrize(("p", "n"), [(1, 3), (2, 2), (9, 5), (4, 15)])
def test_every_two_people_have_the_consensus_of_a_group_of_two(p: int, n: int):
    priorities = people(p, n, 1)
    found = pairwise_consensus(priorities)
    assert (np.diag(found) == 1.0).all()
    assert np.array_equal(found, found.T)
    for a, b in combinations(range(p), 2):
        assert found[a, b] == pytest.approx(consensus(priorities[[a, b]]), abs=1e-14)


def test_two_extremists_among_many_items_still_share_the_rest():
    assert pairwise_consensus(extremists(2))[0, 1] == pytest.approx(0.0, abs=3e-16)
    assert pairwise_consensus(extremists(4))[0, 1] == pytest.approx(0.375, abs=1e-3)


def test_the_words_are_one_scale():  # B4
    assert [least for least, _ in WORDS] == [0.875, 0.75, 0.625, 0.5, 0.0]
    said = {0.0: "very low", 0.499: "very low", 0.5: "low", 0.624: "low", 0.625: "moderate", 0.74: "moderate"}
    said |= {0.75: "high", 0.874: "high", 0.875: "very high", 1.0: "very high"}
    assert {share: consensus_word(share) for share in said} == said


@pytest.mark.parametrize("seed", range(8))
def test_people_on_a_line_are_put_in_its_order(seed: int):  # Atkins, Boman & Hendrickson 1998, theorem 3.3
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, 3, 12)
    similarity = np.exp(-np.abs(places[:, None] - places))
    by_place = tuple(np.argsort(places).tolist())
    assert side_by_side(similarity) in (by_place, by_place[::-1])


@pytest.mark.parametrize("seed", range(4))
def test_the_order_is_one_of_the_best_of_all_if_there_is_a_perfect_one(seed: int):
    rng = np.random.default_rng(seed)
    shares = np.sort(rng.uniform(0.1, 0.9, 6))
    priorities = rng.permutation(np.column_stack([shares, 1 - shares]))
    similarity = pairwise_consensus(priorities)
    smoothest = min(roughness(similarity, order) for order in permutations(range(6)))
    assert smoothest == pytest.approx(0.0, abs=1e-12)
    assert roughness(similarity, side_by_side(similarity)) == pytest.approx(0.0, abs=1e-12)


def test_two_camps_stand_apart():
    camp = np.array([0, 1, 0, 1, 1, 0])
    similarity = np.where(camp[:, None] == camp, 0.9, 0.2)
    assert side_by_side(similarity) == (0, 2, 5, 1, 3, 4)


@pytest.mark.parametrize("p", [0, 1, 2, 3, 8])
def test_people_who_are_all_alike_stay_in_the_order_given(p: int):
    assert side_by_side(np.ones((p, p))) == tuple(range(p))


def test_who_cannot_be_compared_comes_group_after_group():
    similarity = np.full((5, 5), np.nan)
    similarity[0, 2] = similarity[2, 0] = 0.8
    similarity[1, 4] = similarity[4, 1] = 0.3
    similarity[1, 2] = similarity[2, 1] = 0.0
    assert side_by_side(similarity) == (0, 2, 1, 4, 3)


def test_camps_that_lean_neither_way_are_still_put_in_one_order():
    camp = np.array([0, 1, 1, 0])  # the Fiedler vector stands at right angles to the order given
    assert side_by_side(np.where(camp[:, None] == camp, 0.9, 0.2)) == (0, 3, 1, 2)


@given(some_seed, st.integers(3, 9))
@settings(max_examples=40, deadline=None)
def test_the_order_does_not_depend_on_how_people_are_listed(seed: int, p: int):
    rng = np.random.default_rng(seed)
    similarity = pairwise_consensus(rng.dirichlet(np.full(4, 5.0), p))  # near enough that all are linked
    mixed = rng.permutation(p)
    plain = side_by_side(similarity)
    again = tuple(int(mixed[k]) for k in side_by_side(similarity[np.ix_(mixed, mixed)]))
    assert again in (plain, plain[::-1])


def test_the_figures_given_are_left_alone():
    similarity = pairwise_consensus(people(4, 3, 0))
    before = similarity.copy()
    side_by_side(similarity)
    assert np.array_equal(similarity, before)
