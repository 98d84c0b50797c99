"""Judgment matrices: entry (i, j) is how many times item i is preferred to item j, NaN where missing."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Booleans = NDArray[np.bool_]
Indices = NDArray[np.intp]

MIRROR_TOLERANCE = 1e-9
"""How far a_ij a_ji may be from 1 when both are given: the dust of writing 1/3 as a float, no more."""


def reciprocal(n: int, pairs: Iterable[tuple[int, int, float]]) -> Array:
    """The judgment matrix of n items, (n, n), from (i, j, how many times i is preferred to j).

    The mirrored entry is filled in, the diagonal is 1, other pairs are NaN. A pair may come twice, in either
    direction, if it says the same; the first one is kept. ValueError, with the indices, on items that do not
    exist, an item compared with itself, a value that is not a positive finite number, and contradictions
    (traps A5, A6).
    """
    rows = [[1.0 if i == j else math.nan for j in range(n)] for i in range(n)]
    for i, j, value in pairs:
        _refuse_nonsense(n, i, j, value)
        if math.isnan(rows[i][j]):
            rows[i][j], rows[j][i] = float(value), 1.0 / value
        elif abs(value * rows[j][i] - 1.0) > MIRROR_TOLERANCE:
            raise ValueError(f"pair ({i}, {j}): {value} contradicts {rows[i][j]}, given before")
    return np.array(rows, dtype=np.float64).reshape(n, n)


def _refuse_nonsense(n: int, i: int, j: int, value: float) -> None:
    if not (0 <= i < n and 0 <= j < n):
        raise ValueError(f"pair ({i}, {j}): there are only the items 0 to {n - 1}")
    if i == j:
        raise ValueError(f"pair ({i}, {j}): an item cannot be compared with itself")
    if not (value > 0 and math.isfinite(value) and math.isfinite(1.0 / float(value))):
        raise ValueError(f"pair ({i}, {j}): {value} is not a positive finite number")


def known_pairs(matrix: Array) -> tuple[tuple[int, int], ...]:
    """The pairs (i, j), i < j, that were judged, row by row; matrix (n, n)."""
    rows, columns = np.nonzero(np.triu(~np.isnan(matrix), 1))
    return tuple(zip(rows.tolist(), columns.tolist(), strict=True))


def is_complete(matrix: Array) -> bool:
    """Whether no pair is missing; one matrix (n, n), or a whole stack (…, n, n)."""
    return not np.isnan(matrix).any()


def connected_groups(matrix: Array) -> tuple[tuple[int, ...], ...]:
    """The groups of items that known pairs link, directly or over others: one group if all are linked.

    matrix (n, n); groups in the order of their first item. Without judgments between groups there are no
    priorities (Bozóki, Fülöp & Rónyai 2010, theorem 2; trap A17).
    """
    first = _reach(matrix).argmax(axis=1) if len(matrix) else np.empty(0, dtype=np.intp)
    return tuple(tuple(np.flatnonzero(first == k).tolist()) for k in np.unique(first))


def are_linked(matrices: Array) -> Booleans:
    """Whether known pairs link all items, matrix by matrix: a stack (…, n, n) to (…)."""
    return np.asarray(_reach(matrices).all(axis=(-2, -1)))


def _reach(matrices: Array) -> Booleans:
    """Whether known pairs lead from one item to the other, over others if need be; (…, n, n) both."""
    reach = ~np.isnan(matrices)
    for _ in range(matrices.shape[-1].bit_length()):
        reach = reach @ reach
    return reach
