"""Filling the gaps of incomplete judgment matrices, in log space, without bounds."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from decidr.core.ahp.matrix import Array, Indices, are_linked, connected_groups
from decidr.core.ahp.priorities import eigenvector, perron

MOST_STEPS = 200

SMALL_STEP = 1e-12
"""Newton steps this small, in the log of a ratio, end the search."""

NO_FALL = 1e-18
"""A step that promises less than this share of lambda-max, and does not shrink, is made of rounding."""

FAINT_FALL = 1e-12
"""After the last step: the valley is found to this share of lambda-max, and rounding hides the rest."""

LONGEST_STEP = 3.0
"""In the log of a ratio; from a flat start Newton would jump far beyond the valley."""


class Completion(NamedTuple):
    """A completed matrix (n, n), known entries untouched, and its weights (n,); or stacks (…, n, n) and (…, n)."""

    matrix: Array
    weights: Array


class UnlinkedError(ValueError):
    """No judgments link some groups of items, so there are no priorities; `groups` holds their items."""

    def __init__(self, groups: tuple[tuple[int, ...], ...]) -> None:
        super().__init__(f"no judgment links the groups of items {' and '.join(map(str, groups))}")
        self.groups = groups


def least_squares(matrices: Array) -> Completion:
    """The logarithmic least squares weights of the known pairs, and each gap filled by their ratio.

    One matrix (n, n) with gaps NaN, or a stack (…, n, n); in closed form, through the Laplacian of the graph of known
    pairs. On a complete matrix the weights are the geometric means. UnlinkedError (a ValueError) where groups are
    unlinked, of the first such matrix.
    Source: Bozóki, Fülöp & Rónyai, Math. Comput. Modelling 52 (2010) 318-333.
    """
    _refuse_unlinked(matrices)
    known = ~np.isnan(matrices)
    logs = np.where(known, np.log(matrices), 0.0)
    laplacian = known.sum(axis=-1)[..., None] * np.eye(matrices.shape[-1]) - known
    potentials = np.linalg.solve(laplacian + 1.0, logs.sum(axis=-1)[..., None])[..., 0]
    weights = np.exp(potentials - potentials.max(axis=-1, keepdims=True))
    filled = np.where(known, matrices, np.exp(potentials[..., :, None] - potentials[..., None, :]))
    return Completion(filled, weights / weights.sum(axis=-1, keepdims=True))


def least_squares_beside(matrices: Array) -> Completion:
    """The same for N matrices (n, n, N) with the same gaps, beside each other: weights are (n, N).

    One Laplacian serves them all. Errors as for `least_squares`.
    """
    known = ~np.isnan(matrices[..., 0])
    _refuse_unlinked(matrices[None, ..., 0])
    sums = np.log(np.where(known[..., None], matrices, 1.0)).sum(axis=1)
    laplacian = np.diag(known.sum(axis=-1)) - known
    potentials = np.linalg.solve(laplacian + 1.0, sums)
    weights = np.exp(potentials - potentials.max(axis=0))
    filled = matrices
    if not known.all():
        filled = np.where(known[..., None], matrices, np.exp(potentials[:, None] - potentials[None]))
    return Completion(filled, weights / weights.sum(axis=0))


def smallest_lambda_max(matrices: Array) -> Completion:
    """The completions whose largest eigenvalue is smallest, with their principal eigenvectors, each summing to 1.

    One matrix (n, n) with gaps NaN, or a stack (…, n, n) with the same gaps in each. The eigenvalue is strictly convex
    in the logs of the gaps; Newton's method starts from the least squares completion and goes on to 1e-12 in the logs,
    or as far as float64 can tell. UnlinkedError (a ValueError) where groups are unlinked; ValueError where wild cycles
    of judgments beyond about 1e10 defeat it.
    Source: Bozóki, Fülöp & Rónyai, Math. Comput. Modelling 52 (2010) 318-333.
    """
    start = least_squares(matrices).matrix
    stack = start.reshape(-1, *start.shape[-2:])
    gaps = np.isnan(matrices).reshape(stack.shape)[:1].any(axis=0)
    rows, columns = np.nonzero(np.triu(gaps, 1))
    completed = _descend(stack.copy(), rows, columns).reshape(start.shape) if rows.size else start
    return Completion(completed, eigenvector(completed))


def _refuse_unlinked(matrices: Array) -> None:
    unlinked = matrices[~are_linked(matrices)]
    if len(unlinked):
        raise UnlinkedError(connected_groups(unlinked[0]))


def _descend(matrices: Array, rows: Indices, columns: Indices) -> Array:
    """The matrices (p, n, n) after Newton's steps; they fall short on sums of powers, so none needs halving."""
    moving, last = np.arange(len(matrices)), np.full(len(matrices), np.inf)
    faint = np.zeros(len(matrices), dtype=bool)
    for _ in range(MOST_STEPS):
        weights, largest = perron(matrices[moving])
        slope, bend = _slope_and_bend(matrices[moving], weights, rows, columns)
        step = np.asarray(np.linalg.solve(bend, slope[..., None])[..., 0], dtype=np.float64)
        length, fall = np.abs(step).max(axis=-1), (slope * step).sum(axis=-1)
        shortened = np.minimum(1.0, LONGEST_STEP / np.maximum(length, SMALL_STEP))
        matrices[moving] = _moved(matrices[moving], step * shortened[:, None], rows, columns)
        faint[moving] = np.abs(fall) <= FAINT_FALL * largest
        settled = (length <= SMALL_STEP) | ((length > last[moving] / 2) & (fall <= NO_FALL * largest))
        last[moving] = length
        moving = moving[~settled]
        if not moving.size:
            return matrices
    if faint[moving].all():
        return matrices
    raise ValueError("the completion of smallest lambda-max was not found: the judgments are too wide")


def _moved(matrices: Array, step: Array, rows: Indices, columns: Indices) -> Array:
    moved = matrices.copy()
    moved[:, rows, columns] *= np.exp(-step)
    moved[:, columns, rows] = 1.0 / moved[:, rows, columns]
    return moved


def _slope_and_bend(matrices: Array, weights: Array, rows: Indices, columns: Indices) -> tuple[Array, Array]:
    """First (p, m) and second (p, m, m) derivatives of lambda-max in the logs of the m gaps of p matrices.

    Each matrix is first scaled to a_ij w_j / w_i, whose right eigenvector is all ones; then these are the
    derivatives of a simple eigenvalue (Magnus, Econometric Theory 1 (1985) 179-191).
    """
    n, gaps = matrices.shape[-1], np.arange(len(rows))
    scaled = matrices * weights[:, None, :] / weights[:, :, None]
    roots = scaled.sum(axis=-1).mean(axis=-1)
    inverse = np.linalg.inv(roots[:, None, None] * np.eye(n) - scaled + 1.0)
    left = inverse.sum(axis=-2)
    aside = np.eye(n) - left[:, None, :]
    forth, back = scaled[:, rows, columns], scaled[:, columns, rows]
    before, after = np.zeros((2, len(matrices), len(rows), n))
    before[:, gaps, columns], before[:, gaps, rows] = left[:, rows] * forth, -left[:, columns] * back
    after[:, gaps, rows], after[:, gaps, columns] = forth, -back
    bent = before @ aside @ inverse @ aside @ np.swapaxes(after, -1, -2)
    slope = left[:, rows] * forth - left[:, columns] * back
    diagonal = (left[:, rows] * forth + left[:, columns] * back)[..., None] * np.eye(len(rows))
    return slope, bent + np.swapaxes(bent, -1, -2) + diagonal
