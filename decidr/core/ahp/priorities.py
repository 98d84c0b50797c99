"""Priorities of complete judgment matrices; one matrix and a stack of a million go the same way."""

from __future__ import annotations

import numpy as np

from decidr.core.ahp.matrix import Array

SETTLED = 1e-14
"""Relative change of every weight below which squaring ends. The error squares each time, so what is left of
it is nothing beside rounding; a smaller figure would only wait for rounding to stand still."""

FEWEST_SQUARINGS = 4
"""The fifth is the first to be compared, with the fourth: ordinary judgments settle at the fifth to the seventh.
Consistent ones would settle earlier, and wait for it."""

MOST_SQUARINGS = 64
"""2^64 powers part a second eigenvalue that is within 1e-17 of the first; the wildest cycles of judgments of
1e6 take 26."""

REFUSAL = "priorities need complete matrices of positive judgments, none so wide that float64 overflows"


def eigenvector(matrices: Array) -> Array:
    """The principal right eigenvectors of complete judgment matrices, (…, n, n) to (…, n), each summing to 1.

    By repeated squaring, each square divided by its sum, until no weight changes; all operations add and
    multiply positive numbers, so even tiny weights are good to about 1e-15 of themselves, divided by the gap
    to the second eigenvalue. ValueError on missing or nonpositive judgments and on ratios beyond float64
    (about 1e150).
    Source: Saaty, The Analytic Hierarchy Process, 1980; J. Math. Psychology 15 (1977) 234-281.
    """
    with np.errstate(over="ignore", invalid="ignore"):
        power = matrices / np.add.reduce(matrices, axis=(-2, -1), keepdims=True)
        ones = np.ones(matrices.shape[-1])
        before = np.zeros(matrices.shape[:-1])
        for squaring in range(MOST_SQUARINGS):
            power = power @ power
            power /= np.add.reduce(power, axis=(-2, -1), keepdims=True)
            if squaring < FEWEST_SQUARINGS - 1:
                continue
            weights = np.matvec(power, ones)
            if (np.abs(weights - before) < SETTLED * weights).all():
                return np.asarray(weights / np.add.reduce(weights, axis=-1, keepdims=True))
            before = weights
    raise ValueError(REFUSAL)


STILL = 1e-13
"""Relative change of every weight below which the power method ends; what is left to go is smaller still."""

FEW_ITEMS = 9
"""Up to this many, squaring twice first costs less than the steps that it spares."""

MOST_STEPS = 60


def eigenvectors_beside(matrices: Array) -> Array:
    """The principal right eigenvectors of N complete judgment matrices that lie beside each other.

    (n, n, N) to (n, N), each column summing to 1: the same as `eigenvector`, by the power method, with every operation
    along the matrices, where a simulation wants them. It starts from what is exact without inconsistency, one over the
    sums of the columns; matrices that converge too slowly go to `eigenvector`, with its errors.
    """
    weights = 1.0 / np.add.reduce(matrices, axis=0)
    weights /= np.add.reduce(weights, axis=0)
    powers = matrices
    for _ in range(2 if len(matrices) <= FEW_ITEMS else 0):
        powers = np.einsum("ijn,jkn->ikn", powers, powers)
        powers /= np.add.reduce(powers, axis=(0, 1))
    for _ in range(MOST_STEPS):
        before, weights = weights, np.einsum("ijn,jn->in", powers, weights)
        weights /= np.add.reduce(weights, axis=0)
        if (np.abs(weights - before) <= STILL * weights).all():
            return np.asarray(weights)
    return np.asarray(eigenvector(np.moveaxis(matrices, -1, 0)).T)


def perron(matrices: Array) -> tuple[Array, Array]:
    """The principal eigenvectors (…, n), summing to 1, and the largest eigenvalues (…) of matrices (…, n, n).

    The eigenvalue is the sum of A w. Errors and source as for `eigenvector`.
    """
    weights = eigenvector(matrices)
    return weights, np.asarray(np.add.reduce(np.matvec(matrices, weights), axis=-1))


def geometric_mean(matrices: Array) -> Array:
    """The row geometric means of complete judgment matrices, (…, n, n) to (…, n), each summing to 1.

    ValueError on missing or nonpositive judgments.
    Source: Crawford & Williams, J. Math. Psychology 29 (1985) 387-405.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.add.reduce(np.log(matrices), axis=-1) / matrices.shape[-1]
    if not np.isfinite(logs).all():
        raise ValueError(REFUSAL)
    weights = np.exp(logs - np.maximum.reduce(logs, axis=-1, keepdims=True))
    return np.asarray(weights / np.add.reduce(weights, axis=-1, keepdims=True))
