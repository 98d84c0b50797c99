from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.priorities import eigenvector, eigenvectors_beside, geometric_mean, perron

SAATY = [1 / k for k in range(9, 1, -1)] + [float(k) for k in range(1, 10)]

some_weights = st.lists(st.floats(0.01, 100.0), min_size=1, max_size=9).map(np.array)
some_seed = st.integers(0, 2**32 - 1)


def full(text: str) -> np.ndarray:
    rows = [[float(Fraction(entry)) for entry in row.split()] for row in text.strip().splitlines()]
    return np.array(rows)


DRINKS = full(
    """
    1 9 5 2 1 1 1/2
    1/9 1 1/3 1/9 1/9 1/9 1/9
    1/5 3 1 1/3 1/4 1/3 1/9
    1/2 9 3 1 1/2 1 1/3
    1 9 4 2 1 2 1/2
    1 9 3 1 1/2 1 1/3
    2 9 9 3 2 3 1
    """
)

WEALTH = full(
    """
    1 4 9 6 6 5 5
    1/4 1 7 5 5 3 4
    1/9 1/7 1 1/5 1/5 1/7 1/5
    1/6 1/5 5 1 1 1/3 1/3
    1/6 1/5 5 1 1 1/3 1/3
    1/5 1/3 7 3 3 1 2
    1/5 1/4 5 3 3 1/2 1
    """
)


def one_of_numpy(matrices: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    values, vectors = np.linalg.eig(matrices)
    largest = values.real.argmax(axis=-1)[..., None]
    chosen = np.take_along_axis(vectors, largest[..., None], axis=-1)[..., 0].real
    weights = chosen / chosen.sum(axis=-1, keepdims=True)
    return weights, np.take_along_axis(values, largest, axis=-1)[..., 0].real


def test_saatys_drinks_have_the_weights_printed():  # Saaty, Int. J. Services Sciences 1(1) 2008
    expected = [0.1775, 0.0191, 0.0418, 0.1164, 0.1896, 0.1288, 0.3268]
    assert eigenvector(DRINKS) == pytest.approx(expected, abs=5e-5)


def test_the_wealth_of_nations_tells_the_two_methods_apart():  # Saaty, J. Math. Psychology 15 (1977)
    weights, largest = perron(WEALTH)
    assert weights == pytest.approx([0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094], abs=5e-4)
    assert float(largest) == pytest.approx(7.61, abs=5e-3)
    assert geometric_mean(WEALTH)[0] == pytest.approx(0.417, abs=5e-4)


def test_geometric_means_have_the_figures_of_pyanp():
    upper = {(0, 1): 2, (0, 2): 3, (0, 3): 4, (1, 2): 2, (1, 3): 5, (2, 3): 3}
    matrix = reciprocal(4, [(i, j, float(v)) for (i, j), v in upper.items()])
    expected = [0.4508867, 0.3046191, 0.1712999, 0.0731942]
    assert geometric_mean(matrix) == pytest.approx(expected, abs=5e-8)


def test_one_item_has_all_the_weight():
    for method in (eigenvector, geometric_mean):
        assert method(np.ones((1, 1))).tolist() == [1.0]
    assert float(perron(np.ones((1, 1)))[1]) == 1.0


def test_three_equal_items_sum_to_one_exactly():  # A1
    for method in (eigenvector, geometric_mean):
        assert method(np.ones((3, 3))).sum() == 1.0


@pytest.mark.parametrize("n", range(1, 31))
def test_priorities_are_not_rounded_away_from_a_sum_of_one(n: int, draw):  # A1
    for method in (eigenvector, geometric_mean):
        assert np.abs(method(draw(20, n, 2.0)).sum(axis=-1) - 1.0).max() <= 1e-15 * n


@pytest.mark.parametrize(("x", "n"), [(9.0, 4), (9.0, 3), (2.0, 7), (5.0, 15)])
def test_one_item_x_times_all_others_has_x_shares(x: float, n: int):  # Goepel 2018
    others = [(i, j, 1.0) for i in range(1, n) for j in range(i + 1, n)]
    matrix = reciprocal(n, [(0, j, x) for j in range(1, n)] + others)
    assert eigenvector(matrix)[0] == pytest.approx(x / (x + n - 1), rel=1e-14)


def test_all_4913_matrices_of_three_items_on_the_scale_agree_with_numpy():  # A2
    judged = product(SAATY, repeat=3)
    stack = np.array([reciprocal(3, [(0, 1, a), (1, 2, b), (0, 2, c)]) for a, b, c in judged])
    assert len(stack) == 17**3
    weights, largest = perron(stack)
    theirs, eigenvalues = one_of_numpy(stack)
    assert np.isfinite(weights).all()
    assert np.isfinite(largest).all()
    assert np.abs(weights - theirs).max() <= 1e-13
    assert np.abs(largest - eigenvalues).max() <= 1e-12
    assert np.abs(weights - geometric_mean(stack)).max() <= 1e-13  # M5


def test_the_cycle_off_the_scale_that_makes_ahpy_overflow_is_solved():  # A3
    matrix = reciprocal(3, [(0, 1, 50.0), (1, 2, 30.0), (0, 2, 1 / 40)])
    weights, largest = perron(matrix)
    assert weights == pytest.approx(geometric_mean(matrix), abs=1e-14)
    root = (50 * 30 * 40) ** (1 / 3)
    assert float(largest) == pytest.approx(1 + root + 1 / root, rel=1e-14)


@pytest.mark.parametrize("ratio", [1e3, 1e6])
def test_wild_cycles_settle_on_equal_weights(ratio: float):  # A3
    weights, largest = perron(reciprocal(3, [(0, 1, ratio), (1, 2, ratio), (2, 0, ratio)]))
    assert weights == pytest.approx([1 / 3] * 3, rel=1e-9)
    assert float(largest) == pytest.approx(1 + ratio + 1 / ratio, rel=1e-12)


@pytest.mark.parametrize("ratio", [1e3, 1e6])
@pytest.mark.parametrize("n", [3, 4, 7])
def test_wild_judgments_solve_the_equation_of_the_eigenvector_item_by_item(ratio: float, n: int):  # A3
    rng = np.random.default_rng(n)
    upper = np.triu(rng.uniform(-np.log(ratio), np.log(ratio), (500, n, n)), 1)
    stack = np.exp(upper - upper.swapaxes(-1, -2))
    weights, largest = perron(stack)
    again = (stack @ weights[..., None])[..., 0] / largest[:, None]
    assert np.abs(again / weights - 1.0).max() <= 1e-10


def test_weights_are_positive_and_lambda_at_least_n_for_ten_thousand_matrices():  # M3
    rng = np.random.default_rng(3)
    for n in range(2, 12):
        upper = np.triu(np.log(rng.choice(SAATY, (1000, n, n))), 1)
        weights, largest = perron(np.exp(upper - upper.swapaxes(-1, -2)))
        assert (weights > 0).all()
        assert (largest >= n - 1e-9).all()


def test_a_stack_of_any_shape_goes_like_its_matrices(draw):
    stack = draw(12, 5, 1.0).reshape(3, 4, 5, 5)
    weights, largest = perron(stack)
    assert weights.shape == (3, 4, 5)
    assert largest.shape == (3, 4)
    assert geometric_mean(stack)[2, 1] == pytest.approx(geometric_mean(stack[2, 1]), rel=1e-15)
    assert weights[2, 1] == pytest.approx(eigenvector(stack[2, 1]), rel=1e-14)
    assert eigenvector(stack[:0]).shape == (0, 4, 5)


@given(some_weights)
@settings(max_examples=60, deadline=None)
def test_consistent_judgments_give_back_their_weights(weights: np.ndarray):
    matrix = weights[:, None] / weights[None, :]
    for found in (eigenvector(matrix), geometric_mean(matrix)):
        assert found == pytest.approx(weights / weights.sum(), rel=1e-13)
    assert float(perron(matrix)[1]) == pytest.approx(len(weights), rel=1e-13)


@given(some_seed, st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_the_order_of_items_does_not_matter(draw, seed: int, n: int):
    matrix, order = draw(1, n, 1.0, seed)[0], np.random.default_rng(seed).permutation(n)
    for method in (eigenvector, geometric_mean):
        assert method(matrix[np.ix_(order, order)]) == pytest.approx(method(matrix)[order], rel=1e-12)


@given(some_seed, st.integers(2, 9))
@settings(max_examples=60, deadline=None)
def test_inverting_all_judgments_inverts_the_geometric_means(draw, seed: int, n: int):  # M4
    matrix = draw(1, n, 1.0, seed)[0]
    inverse = 1.0 / geometric_mean(matrix)
    assert geometric_mean(matrix.T) == pytest.approx(inverse / inverse.sum(), rel=1e-13)
    assert float(perron(matrix.T)[1]) == pytest.approx(float(perron(matrix)[1]), rel=1e-12)


def test_inverting_all_judgments_does_not_invert_the_eigenvector():  # M4: shown, not hidden
    inverse = 1.0 / eigenvector(WEALTH)
    assert np.abs(eigenvector(WEALTH.T) - inverse / inverse.sum()).max() > 0.01


def test_preferring_an_item_more_raises_its_weight(draw):
    for matrix in draw(50, 5, 1.0):
        more = matrix.copy()
        more[1, 3], more[3, 1] = matrix[1, 3] * 2, matrix[3, 1] / 2
        for method in (eigenvector, geometric_mean):
            assert method(more)[1] > method(matrix)[1]
            assert method(more)[3] < method(matrix)[3]


@pytest.mark.parametrize("method", [eigenvector, geometric_mean])
def test_a_gap_is_refused_and_never_taken_as_a_number(method):
    with pytest.raises(ValueError, match="complete"):
        method(reciprocal(3, [(0, 1, 2.0), (1, 2, 2.0)]))


def test_ratios_beyond_floats_are_refused():
    with pytest.raises(ValueError, match="overflows"):
        eigenvector(reciprocal(3, [(0, 1, 1e200), (1, 2, 1e200), (0, 2, 1.0)]))


def test_the_judgments_given_are_left_alone():
    given_matrix = DRINKS.copy()
    perron(given_matrix)
    geometric_mean(given_matrix)
    assert np.array_equal(given_matrix, DRINKS)


@given(st.integers(1, 12), some_seed, st.floats(0, 3))
def test_matrices_beside_each_other_have_the_same_eigenvectors(n, seed, spread):
    logs = np.random.default_rng(seed).normal(0, spread, (n, n, 20))
    matrices = np.exp(np.triu(logs.T, 1) - np.swapaxes(np.triu(logs.T, 1), 1, 2))
    found = eigenvectors_beside(np.moveaxis(matrices, 0, -1))
    np.testing.assert_allclose(found, eigenvector(matrices).T, rtol=1e-9)


def test_matrices_beside_each_other_may_be_wild_cycles():
    wild = full("1 50 1/40\n1/50 1 30\n40 1/30 1")
    found = eigenvectors_beside(np.stack([DRINKS[:3, :3], wild], axis=-1))
    np.testing.assert_allclose(found[:, 1], eigenvector(wild), rtol=1e-9)


def test_missing_judgments_beside_each_other_are_refused():
    with pytest.raises(ValueError, match="complete"):
        eigenvectors_beside(np.full((3, 3, 2), np.nan))
