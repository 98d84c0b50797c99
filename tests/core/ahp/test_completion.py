from __future__ import annotations

import contextlib

import numpy as np
import pytest
from scipy.optimize import minimize

from decidr.core.ahp.completion import (
    UnlinkedError,
    least_squares,
    least_squares_beside,
    smallest_lambda_max,
)
from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.priorities import eigenvector, geometric_mean, perron

BOTH = pytest.mark.parametrize("complete", [least_squares, smallest_lambda_max])

BOZOKI = reciprocal(4, [(0, 1, 1.0), (0, 2, 5.0), (0, 3, 2.0), (1, 2, 3.0), (1, 3, 4.0)])


def pull(matrix: np.ndarray, i: int, j: int) -> float:
    """Derivative of lambda-max in ln a_ij, from numpy's left and right vectors."""
    values, vectors = np.linalg.eig(matrix)
    right = vectors[:, values.real.argmax()].real
    values, vectors = np.linalg.eig(matrix.T)
    left = vectors[:, values.real.argmax()].real
    return (left[i] * matrix[i, j] * right[j] - left[j] * matrix[j, i] * right[i]) / (left @ right)


@BOTH
def test_a_consistent_chain_of_nines_gives_81_and_729_in_either_direction(complete):  # A16
    forth = complete(reciprocal(4, [(0, 1, 9.0), (1, 2, 9.0), (2, 3, 9.0)])).matrix
    back = complete(reciprocal(4, [(1, 0, 9.0), (2, 1, 9.0), (3, 2, 9.0)])).matrix
    for completed in (forth, back.T):
        assert completed[0, 2] == pytest.approx(81.0, rel=1e-12)
        assert completed[1, 3] == pytest.approx(81.0, rel=1e-12)
        assert completed[0, 3] == pytest.approx(729.0, rel=1e-12)


@BOTH
def test_bozokis_example_is_completed_by_the_root_of_eight_fifteenths(complete):
    # Bozóki, Fülöp & Rónyai 2010, example 3: 0.73029674334; with four items both ways coincide
    assert complete(BOZOKI).matrix[2, 3] == pytest.approx(np.sqrt(8 / 15), rel=1e-12)


def test_bozokis_example_has_the_weights_printed():
    completion = smallest_lambda_max(BOZOKI)
    assert completion.weights == pytest.approx([0.3738, 0.3920, 0.0985, 0.1357], abs=5e-5)
    assert float(perron(completion.matrix)[1]) == pytest.approx(4.09236729, abs=5e-9)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0, 1, 2.29), (1, 2, 1.22), (2, 3, 1.03), (2, 4, 0.75)], [0.384, 0.167, 0.136, 0.132, 0.181]),
        ([(0, 1, 2.29), (1, 4, 0.95), (2, 3, 1.03), (2, 4, 0.75)], [0.388, 0.169, 0.135, 0.130, 0.179]),
        (
            [(0, 1, 2.29), (1, 2, 1.22), (1, 4, 0.95), (2, 3, 1.03), (2, 4, 0.75), (3, 4, 0.45)],
            [0.396, 0.172, 0.131, 0.105, 0.195],
        ),
    ],
)
def test_least_squares_weights_are_those_of_escobar(pairs, expected: list[float]):
    # Escobar, Aguarón & Moreno-Jiménez 2015; their judgments are printed to two decimals
    assert least_squares(reciprocal(5, pairs)).weights == pytest.approx(expected, abs=0.003)


@BOTH
def test_known_judgments_are_untouched_and_the_filled_ones_reciprocal(complete, draw, punch):
    matrix = punch(draw(1, 7)[0], [(0, 3), (2, 5), (1, 6)])
    completed, weights = complete(matrix)
    known = ~np.isnan(matrix)
    assert np.array_equal(completed[known], matrix[known])
    assert np.abs(completed * completed.T - 1.0).max() <= 1e-14
    assert weights.sum() == pytest.approx(1.0, abs=1e-15)


def test_least_squares_fill_with_the_ratio_of_its_weights_and_are_the_means_of_the_result(draw, punch):
    completed, weights = least_squares(punch(draw(1, 7)[0], [(0, 3), (2, 5), (1, 6)]))
    assert completed[0, 3] == pytest.approx(weights[0] / weights[3], rel=1e-14)
    assert weights == pytest.approx(geometric_mean(completed), rel=1e-13)


def test_least_squares_are_smallest(draw, punch):
    matrix = punch(draw(1, 6)[0], [(0, 3), (2, 5), (1, 4), (0, 1)])
    logs = np.log(least_squares(matrix).weights)

    def squares(point: np.ndarray) -> float:
        return float(np.nansum((np.log(matrix) - point[:, None] + point[None, :]) ** 2))

    for direction in np.random.default_rng(0).normal(0, 1e-3, (50, 6)):
        assert squares(logs + direction) > squares(logs)


@pytest.mark.parametrize("spread", [0.3, 1.0, 2.0])
def test_the_smallest_lambda_max_is_that_of_a_search_by_brute_force(spread: float, draw, punch):
    gaps = [(0, 3), (2, 4), (1, 4)]
    matrix = punch(draw(1, 5, spread, 7)[0], gaps)

    def fill(logs: np.ndarray) -> np.ndarray:
        filled = matrix.copy()
        for (i, j), value in zip(gaps, np.exp(logs), strict=True):
            filled[i, j], filled[j, i] = value, 1 / value
        return filled

    def height(logs: np.ndarray) -> float:
        return float(np.linalg.eigvals(fill(logs)).real.max())

    searched = minimize(height, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-13})
    ours = smallest_lambda_max(matrix)
    found = np.log([ours.matrix[pair] for pair in gaps])
    assert found == pytest.approx(searched.x, abs=1e-5)
    assert height(found) <= searched.fun + 1e-12


@pytest.mark.parametrize("n", [5, 7, 10])
def test_no_gap_can_lower_lambda_max_any_more(n: int, draw, punch):
    gaps = [(0, 2), (1, 4), (2, 3), (0, 4)]
    for matrix in draw(10, n, 0.8, n):
        completed = smallest_lambda_max(punch(matrix, gaps)).matrix
        assert max(abs(pull(completed, i, j)) for i, j in gaps) <= 1e-12


def test_half_empty_matrices_of_fifteen_items_are_completed(draw):  # A19
    matrix = draw(1, 15, 0.7)[0]
    rng = np.random.default_rng(1)
    upper = [(i, j) for i in range(15) for j in range(i + 2, 15)]
    gaps = [upper[k] for k in rng.permutation(len(upper))[:65]]
    for i, j in gaps:
        matrix[i, j] = matrix[j, i] = np.nan
    completed, weights = smallest_lambda_max(matrix)
    assert max(abs(pull(completed, i, j)) for i, j in gaps) <= 1e-11
    assert weights == pytest.approx(eigenvector(completed), rel=1e-15)


@pytest.mark.parametrize("spread", [3.0, 5.0])
def test_wild_judgments_are_completed_too(spread: float, draw, punch):
    gaps = [(0, 3), (2, 5), (1, 6), (4, 5)]
    for matrix in draw(30, 7, spread):
        completed = smallest_lambda_max(punch(matrix, gaps)).matrix
        largest = float(perron(completed)[1])
        for i, j in gaps:
            assert abs(pull(completed, i, j)) <= 1e-8 * largest
            for factor in (0.9, 1.1):
                moved = completed.copy()
                moved[i, j], moved[j, i] = moved[i, j] * factor, moved[j, i] / factor
                assert float(perron(moved)[1]) >= largest * (1 - 1e-12)


@pytest.mark.parametrize(("spread", "n"), [(6.0, 15), (8.0, 7), (8.0, 10)])
def test_where_rounding_hides_the_valley_the_search_still_ends(spread: float, n: int, draw, punch):
    gaps = [(i, j) for i in range(n) for j in range(i + 2, n) if (i + j) % 2]
    for matrix in draw(25, n, spread):
        completed = smallest_lambda_max(punch(matrix, gaps)).matrix
        assert float(perron(completed)[1]) <= float(perron(least_squares(punch(matrix, gaps)).matrix)[1])


@pytest.mark.parametrize(("n", "spread", "seed"), [(7, 10.0, 63), (10, 12.0, 13), (15, 10.0, 99)])
def test_judgments_beyond_all_measure_are_completed_or_refused_and_never_overflow(n, spread, seed, draw, punch):
    # ratios up to 1e12 against each other; a warning of numpy fails the test
    upper = [(i, j) for i in range(n) for j in range(i + 2, n)]
    order = np.random.default_rng(seed).permutation(len(upper))
    with contextlib.suppress(ValueError):
        smallest_lambda_max(punch(draw(1, n, spread, seed)[0], [upper[k] for k in order[: len(upper) // 2]]))


@BOTH
def test_the_order_and_the_direction_of_pairs_do_not_matter(complete, draw, punch):  # A16, M12
    matrix = punch(draw(1, 6, 0.8)[0], [(0, 3), (2, 5), (1, 4)])
    order = np.random.default_rng(5).permutation(6)
    mixed = np.ix_(order, order)
    plain = complete(matrix).matrix
    assert complete(matrix[mixed]).matrix == pytest.approx(plain[mixed], rel=1e-11)
    assert complete(matrix.T).matrix == pytest.approx(plain.T, rel=1e-11)


@BOTH
def test_gaps_of_consistent_judgments_come_back(complete, punch):
    weights = np.array([0.4, 0.3, 0.15, 0.1, 0.05])
    matrix = weights[:, None] / weights
    completion = complete(punch(matrix, [(0, 1), (0, 4), (2, 3)]))
    assert completion.matrix == pytest.approx(matrix, rel=1e-13)
    assert completion.weights == pytest.approx(weights, rel=1e-13)


@BOTH
def test_complete_matrices_stay_as_they_are_but_are_not_shared(complete, draw):
    matrix = draw(1, 4)[0]
    completed = complete(matrix).matrix
    assert np.array_equal(completed, matrix)
    assert completed is not matrix
    assert complete(np.ones((1, 1))).weights.tolist() == [1.0]


def test_least_squares_complete_a_stack_like_its_matrices(draw, punch):
    stack = np.stack([punch(m, [(0, k), (2, 4)]) for k, m in enumerate(draw(3, 5), start=1)])
    completed, weights = least_squares(stack)
    for k in range(3):
        assert completed[k] == pytest.approx(least_squares(stack[k]).matrix, rel=1e-14)
        assert weights[k] == pytest.approx(least_squares(stack[k]).weights, rel=1e-14)
    assert least_squares(stack[:0]).weights.shape == (0, 5)
    unlinked = punch(stack[1], [(3, 0), (3, 1), (3, 2), (3, 4)])
    with pytest.raises(UnlinkedError) as caught:
        least_squares(np.stack([stack[0], unlinked]))
    assert caught.value.groups == ((0, 1, 2, 4), (3,))


@BOTH
def test_unlinked_groups_are_named(complete):  # A17
    with pytest.raises(UnlinkedError, match=r"\(0, 1\) and \(2, 3\)") as caught:
        complete(reciprocal(4, [(0, 1, 3.0), (2, 3, 2.0)]))
    assert isinstance(caught.value, ValueError)
    assert caught.value.groups == ((0, 1), (2, 3))


@pytest.mark.parametrize(("seed", "n"), [(1, 9), (2, 12), (5, 9), (8, 15)])
def test_a_valley_as_flat_as_rounding_is_found_as_far_as_it_can_be_told(seed: int, n: int):
    """Cycles of judgments of a million, the widest that a study takes."""
    rng = np.random.default_rng(seed)
    for _ in range(20):
        signs = rng.choice([-1, 1], (n, n)) * rng.choice([1, 0.9, 0], (n, n))
        upper = np.triu(signs * np.log(1e6), 1)
        matrix = np.exp(upper - upper.T)
        for i, j in zip(*np.triu_indices(n, 2), strict=True):
            if rng.random() < 0.5:
                matrix[i, j] = matrix[j, i] = np.nan
        lowest = float(perron(smallest_lambda_max(matrix).matrix)[1])
        assert lowest <= float(perron(least_squares(matrix).matrix)[1]) * (1 + 1e-12)


@pytest.mark.parametrize("missing", [(), ((0, 3),), ((0, 3), (1, 2), (1, 4))])
def test_matrices_with_the_same_gaps_may_lie_beside_each_other(missing):
    logs = np.triu(np.random.default_rng(1).normal(size=(7, 5, 5)), 1)
    matrices = np.exp(logs - np.swapaxes(logs, 1, 2))
    for i, j in missing:
        matrices[:, i, j] = matrices[:, j, i] = np.nan
    found = least_squares_beside(np.moveaxis(matrices, 0, -1))
    expected = least_squares(matrices)
    np.testing.assert_allclose(np.moveaxis(found.matrix, -1, 0), expected.matrix, rtol=1e-12)
    np.testing.assert_allclose(found.weights.T, expected.weights, rtol=1e-12)


def test_unlinked_matrices_beside_each_other_are_refused():
    with pytest.raises(UnlinkedError):
        least_squares_beside(np.where(np.eye(3)[..., None] > 0, 1.0, np.full((3, 3, 2), np.nan)))


def test_a_stack_with_the_same_gaps_is_completed_matrix_by_matrix():
    logs = np.triu(np.random.default_rng(1).normal(size=(40, 5, 5)), 1)
    matrices = np.exp(logs - np.swapaxes(logs, 1, 2))
    for i, j in ((0, 3), (1, 2), (1, 4)):
        matrices[:, i, j] = matrices[:, j, i] = np.nan
    found = smallest_lambda_max(matrices.reshape(5, 8, 5, 5))
    each = [smallest_lambda_max(matrix) for matrix in matrices]
    np.testing.assert_allclose(found.matrix.reshape(40, 5, 5), [one.matrix for one in each], rtol=1e-9)
    np.testing.assert_allclose(found.weights.reshape(40, 5), [one.weights for one in each], rtol=1e-9)
