"""How far judgments contradict each other, and which of them do so most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from decidr.core.ahp.completion import Completion, UnlinkedError, least_squares, smallest_lambda_max
from decidr.core.ahp.matrix import Array, connected_groups, known_pairs
from decidr.core.ahp.priorities import perron
from decidr.core.ahp.random_index import incomplete_random_index, random_index

MOST_LISTED = 3

AGREES = 1e-9
"""A pair this close, in logs, to the ratio of its weights has nothing to correct."""

SMALLEST_RANDOM_INDEX = 0.1
"""Below it a consistency ratio of an incomplete matrix would say nothing."""


class Consistency(NamedTuple):
    """The figures of one matrix; `cr` is None where an incomplete one has too few judgments for a ratio."""

    lambda_max: float
    ci: float
    cr: float | None
    gci: float


class WorstPair(NamedTuple):
    """The judgment `value` of i over j, i < j, far from the ratio of the weights, and what would fit.

    `suggested` is exact, `suggested_on_scale` the nearest of 1/9 to 9, `cr_then` the CR with the latter.
    """

    i: int
    j: int
    value: float
    suggested: float
    suggested_on_scale: float
    cr_then: float | None


def consistency(matrix: Array, table: str, largest: float | None = None) -> Consistency:
    """The consistency of a judgment matrix (n, n), complete or not, by one of the tables of random indices.

    lambda_max, CI = (lambda_max - n)/(n - 1) and CR = CI/RI rest on the principal eigenvalue of the
    judgments, of incomplete ones on that of the completion that makes it smallest; GCI on least squares over
    the known pairs. All but lambda_max are 0 for one and two items. CR is None for incomplete matrices with
    at most one pair more than a spanning tree, or a random index below 0.1. UnlinkedError (a ValueError)
    where groups are unlinked; ``largest`` is the principal eigenvalue of a complete matrix where it is known already.
    ValueError on an unknown table and on judgments too wide for float64.
    Sources: Saaty 1980; Ágoston & Csató, Omega 108 (2022) 102576; Aguarón & Moreno-Jiménez, EJOR 147 (2003)
    137-145; for incomplete ones Escobar, Aguarón & Moreno-Jiménez, Decision Support Systems 74 (2015).
    """
    if largest is not None and len(matrix) > 2:
        return _of_complete(matrix[None], table, [largest])[0]
    return consistencies(matrix[None], table)[0]


def consistencies(matrices: Array, table: str) -> tuple[Consistency, ...]:
    """The consistency of each matrix of a stack (p, n, n), the complete ones at once; else as for one."""
    n = matrices.shape[-1]
    random_index(table, n)  # refuses unknown tables at every size
    complete = np.asarray(~np.isnan(matrices).any(axis=(-2, -1)))
    if n <= 2:
        return tuple(_of_at_most_two(matrix) for matrix in matrices)
    whole_ones = matrices[complete]
    of_complete = iter(_of_complete(whole_ones, table, perron(whole_ones)[1].tolist()))
    return tuple(
        next(of_complete) if whole else _of_incomplete(matrix, table)
        for matrix, whole in zip(matrices, complete.tolist(), strict=True)
    )


def _of_at_most_two(matrix: Array) -> Consistency:
    groups = connected_groups(matrix)
    if len(groups) > 1:
        raise UnlinkedError(groups)
    return Consistency(float(len(matrix)), 0.0, 0.0, 0.0)


def _of_complete(matrices: Array, table: str, largest: Sequence[float]) -> list[Consistency]:
    n = matrices.shape[-1]
    logs = np.log(matrices)
    means = np.add.reduce(logs, axis=-1) / n
    residuals = logs - means[..., :, None] + means[..., None, :]
    geometric = np.add.reduce(np.square(residuals), axis=(-2, -1)) / ((n - 1) * (n - 2))
    roots, at_random = [max(root, float(n)) for root in largest], random_index(table, n)  # below n by rounding alone
    indices = [(root - n) / (n - 1) for root in roots]
    ratios = [index / at_random for index in indices]
    return list(map(Consistency, roots, indices, ratios, geometric.tolist()))


def _of_incomplete(matrix: Array, table: str) -> Consistency:
    n, known = len(matrix), len(known_pairs(matrix))
    largest = max(float(perron(smallest_lambda_max(matrix).matrix)[1]), float(n))
    index = (largest - n) / (n - 1)
    ratio = consistency_ratio(index, table, n, n * (n - 1) // 2 - known)
    return Consistency(largest, index, ratio, _geometric_index(matrix, known))


def consistency_ratio(index: float, table: str, n: int, missing: int) -> float | None:
    """CR of a consistency index by one of the tables, for n items of which so many pairs are missing.

    0 for one and two items; None where too few pairs are known, as for `consistency`. ValueError on an unknown table.
    """
    if n <= 2:
        return 0.0
    if missing and n * (n - 1) // 2 - missing <= n:
        return None
    at_random = incomplete_random_index(table, n, missing)
    return None if missing and at_random < SMALLEST_RANDOM_INDEX else index / at_random


def _geometric_index(matrix: Array, known: int) -> float:
    n = len(matrix)
    if known == n - 1:
        return 0.0
    residuals = _residuals(matrix, least_squares(matrix).weights)
    return float(np.nansum(np.square(residuals))) / 2 / (known - (n - 1))


def _residuals(matrix: Array, weights: Array) -> Array:
    return np.log(matrix * weights / weights[:, None])


def gci_threshold(n: int) -> float | None:
    """The geometric consistency index that stands for a CR of 0.10; None for n <= 2, where it is always 0.

    Source: Aguarón & Moreno-Jiménez, EJOR 147 (2003) 137-145.
    """
    return None if n <= 2 else {3: 0.31, 4: 0.35}.get(n, 0.37)


def worst_pairs(matrix: Array, table: str) -> tuple[WorstPair, ...]:
    """The (at most three) judgments of a matrix (n, n) farthest from the ratios of its weights, worst first.

    Distance is |ln(a_ij w_j/w_i)|, w the principal eigenvector, of incomplete matrices that of the completion
    with the smallest lambda-max. The suggested value makes lambda-max smallest with the other judgments
    fixed; gaps stay gaps. Left out are pairs that already agree, and pairs that alone link two groups, which
    nothing can contradict. Errors as for `consistency`.
    Sources: Saaty, EJOR 145 (2003) 85-91, for the order; Bozóki, Fülöp & Rónyai 2010 for the suggestion.
    """
    found: list[WorstPair] = []
    for i, j in _from_the_farthest(matrix, smallest_lambda_max(matrix).weights):
        without = _with_pair(matrix, i, j, np.nan)
        if len(connected_groups(without)) == 1:
            found.append(_reconsidered(matrix, i, j, smallest_lambda_max(without), table))
        if len(found) == MOST_LISTED:
            break
    return tuple(found)


def _from_the_farthest(matrix: Array, weights: Array) -> list[tuple[int, int]]:
    """The pairs that disagree; those equally far, as all are with three items, stay in the order of rows."""
    distance = np.abs(_residuals(matrix, weights))
    disagreeing = [(i, j) for i, j in known_pairs(matrix) if distance[i, j] > AGREES]
    return sorted(disagreeing, key=lambda pair: -round(float(distance[pair]) / AGREES))


def _reconsidered(matrix: Array, i: int, j: int, best: Completion, table: str) -> WorstPair:
    suggested = float(best.matrix[i, j])
    rounded = _on_scale(suggested)
    then = consistency(_with_pair(matrix, i, j, rounded), table).cr
    return WorstPair(i, j, float(matrix[i, j]), suggested, rounded, then)


def _on_scale(value: float) -> float:
    """The nearest of 1/9, 1/8, … 8, 9, as a ratio: the two neighbours part at their geometric mean."""
    steps = np.arange(1.0, 10.0)
    nearest = float(steps[np.abs(np.log(steps) - abs(np.log(value))).argmin()])
    return nearest if value >= 1.0 else 1.0 / nearest


def _with_pair(matrix: Array, i: int, j: int, value: float) -> Array:
    changed = matrix.copy()
    changed[i, j], changed[j, i] = value, 1.0 / value
    return changed
