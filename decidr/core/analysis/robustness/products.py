"""Products of matrices by one thread each."""

import numpy as np

from decidr.core.analysis.matrices import Floats

MOST_WORK = 1 << 17
"""Multiplications at once: BLAS starts threads of its own for more, which get in the way of the simulation's, and
could add up in another order."""


def product(left: Floats, right: Floats) -> Floats:
    """The product (m, N) of a small matrix (m, k) and a wide one (k, N), piece by piece."""
    found = np.empty((left.shape[0], right.shape[1]))
    for piece in _pieces(left.size, right.shape[1]):
        np.matmul(left, right[:, piece], out=found[:, piece])
    return found


def product_over_samples(left: Floats, right: Floats) -> Floats:
    """The sum (m, k) over the samples of the products of two wide matrices (m, N) and (k, N), piece by piece."""
    found = np.zeros((len(left), len(right)))
    for piece in _pieces(len(left) * len(right), left.shape[1]):
        found += left[:, piece] @ right[:, piece].T
    return found


def _pieces(work: int, samples: int) -> list[slice]:
    step = max(1, MOST_WORK // max(1, work))
    return [slice(start, start + step) for start in range(0, samples, step)]
