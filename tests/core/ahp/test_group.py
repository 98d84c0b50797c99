from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.group import aggregate_judgments, aggregate_priorities, dispersion
from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.priorities import eigenvector, geometric_mean


def of(*values: float) -> np.ndarray:
    return np.stack([reciprocal(2, [] if np.isnan(v) else [(0, 1, v)]) for v in values])


def test_judgments_are_pooled_by_the_weighted_geometric_mean():
    pooled = aggregate_judgments(of(2.0, 16.0), np.array([3.0, 1.0]))
    assert pooled[0, 1] == pytest.approx(2.0**1.75, rel=1e-15)


def test_opposite_judgments_cancel_and_stay_reciprocal():  # M8
    pooled = aggregate_judgments(of(3.0, 1 / 5), np.ones(2))
    assert pooled[0, 1] == pytest.approx(np.sqrt(3 / 5), rel=1e-15)
    assert pooled[0, 1] * pooled[1, 0] == pytest.approx(1.0, abs=1e-15)
    assert aggregate_judgments(of(9.0, 1 / 9), np.ones(2))[0, 1] == pytest.approx(1.0, abs=1e-15)  # M11


def test_who_did_not_judge_a_pair_does_not_pull_it_towards_equal():  # M10
    pooled = aggregate_judgments(of(4.0, np.nan, 9.0), np.array([1.0, 5.0, 1.0]))
    assert pooled[0, 1] == pytest.approx(6.0, rel=1e-15)


def test_a_pair_that_nobody_judged_stays_missing():
    pooled = aggregate_judgments(of(np.nan, np.nan), np.ones(2))
    assert np.isnan(pooled[0, 1])
    assert np.isnan(pooled[1, 0])
    assert pooled[0, 0] == pooled[1, 1] == 1.0


def test_a_pair_that_only_people_without_weight_judged_stays_missing():
    assert np.isnan(aggregate_judgments(of(4.0, np.nan), np.array([0.0, 1.0]))[0, 1])
    assert aggregate_judgments(of(4.0, 9.0), np.array([0.0, 1.0]))[0, 1] == 9.0


def test_one_person_is_his_own_group_to_the_last_digit(draw):
    alone = draw(1, 5)
    upper = np.triu_indices(5)
    assert np.array_equal(aggregate_judgments(alone, np.array([0.3]))[upper], alone[0][upper])


@given(st.integers(0, 2**32 - 1), st.integers(1, 6), st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_pooled_judgments_are_reciprocal_and_between_the_extremes(draw, seed: int, p: int, n: int):  # M8
    stack, weights = draw(p, n, 1.5, seed), np.random.default_rng(seed).uniform(0.1, 2.0, p)
    pooled = aggregate_judgments(stack, weights)
    assert np.abs(pooled * pooled.T - 1.0).max() <= 1e-12
    assert (pooled <= stack.max(axis=0) * (1 + 1e-12)).all()
    assert (pooled >= stack.min(axis=0) * (1 - 1e-12)).all()


def test_pooling_judgments_or_priorities_is_the_same_with_geometric_means_only(draw):  # M9
    stack, weights = draw(6, 5), np.array([1.0, 2.0, 0.5, 1.0, 3.0, 1.0])
    pooled = aggregate_judgments(stack, weights)
    means = aggregate_priorities(geometric_mean(stack), weights)
    assert geometric_mean(pooled) == pytest.approx(means, abs=1e-14)
    assert np.abs(eigenvector(pooled) - aggregate_priorities(eigenvector(stack), weights)).max() > 1e-3


def test_people_counted_twice_weigh_double(draw):
    stack = draw(2, 4)
    twice = aggregate_judgments(stack[[0, 0, 1]], np.ones(3))
    assert twice == pytest.approx(aggregate_judgments(stack, np.array([2.0, 1.0])), rel=1e-14)


def test_only_the_proportions_of_weights_count(draw):
    stack, weights = draw(3, 4), np.array([1.0, 2.0, 4.0])
    shares = geometric_mean(stack)
    judged, pooled = aggregate_judgments(stack, weights), aggregate_priorities(shares, weights)
    assert aggregate_judgments(stack, 1000 * weights) == pytest.approx(judged, rel=1e-14)
    assert aggregate_priorities(shares, weights / 7) == pytest.approx(pooled, rel=1e-14)


def test_two_people_of_equal_weight_are_half_their_ratio_apart():
    found = dispersion(of(2.0, 8.0), np.ones(2))
    assert found == pytest.approx(np.array([[0.0, np.log(2.0)], [np.log(2.0), 0.0]]), rel=1e-14)


@given(st.integers(0, 2**32 - 1), st.integers(1, 6), st.integers(2, 6))
@settings(max_examples=60, deadline=None)
def test_dispersion_is_the_weighted_standard_deviation_over_those_who_judged(draw, seed: int, p: int, n: int):
    rng = np.random.default_rng(seed)
    stack, weights = draw(p, n, 1.5, seed), rng.uniform(0.1, 2.0, p)
    silent = np.triu(rng.random((p, n, n)) < 0.3, 1)
    stack[silent | silent.swapaxes(-1, -2)] = np.nan
    found = dispersion(stack, weights)
    for i in range(n):
        for j in range(n):
            told = [(w, np.log(a)) for w, a in zip(weights, stack[:, i, j], strict=True) if not np.isnan(a)]
            if not told:
                assert np.isnan(found[i, j])
                continue
            w, x = np.array(told).T
            mean = np.average(x, weights=w)
            assert found[i, j] == pytest.approx(np.sqrt(np.average((x - mean) ** 2, weights=w)), abs=1e-12)


def test_one_voice_and_voices_that_say_the_same_are_exactly_nothing_apart(draw):
    assert (dispersion(draw(1, 5), np.array([0.3])) == 0.0).all()
    assert (dispersion(draw(1, 5).repeat(7, axis=0), np.array([0.1, 0.7, 3.0, 0.2, 0.3, 1.0, 9.0])) == 0.0).all()


def test_what_nobody_of_weight_judged_has_no_dispersion():  # M10
    assert np.isnan(dispersion(of(np.nan, np.nan), np.ones(2))[0, 1])
    assert np.isnan(dispersion(of(4.0, np.nan), np.array([0.0, 1.0]))[0, 1])
    assert dispersion(of(4.0, 9.0, np.nan), np.array([0.0, 1.0, 5.0]))[0, 1] == 0.0


def test_dispersion_knows_neither_doubling_nor_direction_nor_the_unit_of_weights(draw):
    stack, weights = draw(4, 5), np.array([1.0, 2.0, 0.5, 3.0])
    plain = dispersion(stack, weights)
    assert dispersion(np.concatenate([stack, stack]), np.tile(weights, 2)) == pytest.approx(plain, rel=1e-14)
    assert dispersion(stack.swapaxes(-1, -2), weights) == pytest.approx(plain, rel=1e-14)
    assert dispersion(stack, weights / 7) == pytest.approx(plain, rel=1e-13)


def test_priorities_are_pooled_by_either_mean():
    stack = np.array([[0.8, 0.2], [0.5, 0.5]])
    geometric = np.array([np.sqrt(0.4), np.sqrt(0.1)])
    assert aggregate_priorities(stack, np.ones(2)) == pytest.approx(geometric / geometric.sum(), rel=1e-15)
    assert aggregate_priorities(stack, np.array([1.0, 3.0]), arithmetic=True) == pytest.approx([0.575, 0.425])


def test_a_priority_of_zero_is_a_number_to_the_arithmetic_mean_and_a_veto_to_the_geometric():
    stack = np.array([[1.0, 0.0], [0.5, 0.5]])
    assert aggregate_priorities(stack, np.ones(2)).tolist() == [1.0, 0.0]
    assert aggregate_priorities(stack, np.ones(2), arithmetic=True) == pytest.approx([0.75, 0.25])
    with pytest.raises(ValueError, match="no geometric mean"):
        aggregate_priorities(np.array([[1.0, 0.0], [0.0, 1.0]]), np.ones(2))


def test_missing_priorities_are_refused():
    with pytest.raises(ValueError, match="everyone needs priorities"):
        aggregate_priorities(np.array([[0.5, 0.5], [np.nan, np.nan]]), np.ones(2))


@pytest.mark.parametrize("weights", [[1.0], [1.0, -1.0], [1.0, np.nan], [1.0, np.inf]])
def test_weights_that_make_no_sense_are_refused(weights: list[float]):
    with pytest.raises(ValueError, match="weight"):
        aggregate_judgments(of(2.0, 3.0), np.array(weights))
    with pytest.raises(ValueError, match="weight"):
        dispersion(of(2.0, 3.0), np.array(weights))
    with pytest.raises(ValueError, match="weight"):
        aggregate_priorities(np.array([[0.5, 0.5], [0.4, 0.6]]), np.array(weights))


def test_a_group_in_which_nobody_has_weight_has_no_priorities():
    with pytest.raises(ValueError, match="somebody"):
        aggregate_priorities(np.array([[0.5, 0.5]]), np.zeros(1))
