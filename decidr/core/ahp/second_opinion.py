"""AHPy's answer to a matrix that the kernel has solved; alone in importing ahpy (470 ms: import it late)."""

from __future__ import annotations

from importlib.metadata import version
from typing import Literal, NamedTuple

import ahpy
import numpy as np

from decidr.core.ahp.matrix import Array, is_complete, known_pairs

BY = f"AHPy {version('ahpy')}"

PRECISION = 10
"""Decimals to which AHPy rounds. From 12 on some judgments of 1/9 to 9 come back as NaN (trap A2)."""

TOLERANCE = 1e-9

Status = Literal["agrees", "parts", "incomplete", "no answer"]


class SecondOpinion(NamedTuple):
    """Whether AHPy agrees, and the largest difference of a weight; None without an answer of AHPy."""

    status: Status
    largest_difference: float | None


def second_opinion(matrix: Array, kernel_weights: Array) -> SecondOpinion:
    """AHPy's eigenvector of a judgment matrix (n, n) beside the kernel's (n,): `agrees` if within 1e-9.

    `parts` otherwise. `incomplete`: judgments are missing, so AHPy is not asked. `no answer`: AHPy
    overflowed, as it does on wide ratios. ValueError for fewer than two items, where there is nothing to ask,
    and for shapes that do not fit each other.
    """
    n = len(matrix)
    if n < 2 or matrix.shape != (n, n) or kernel_weights.shape != (n,):
        raise ValueError(f"no second opinion on a matrix {matrix.shape} with weights {kernel_weights.shape}")
    if not is_complete(matrix):
        return SecondOpinion("incomplete", None)
    theirs = _ask(matrix)
    if not np.isfinite(theirs).all():
        return SecondOpinion("no answer", None)
    difference = float(np.abs(theirs - kernel_weights).max())
    return SecondOpinion("agrees" if difference <= TOLERANCE else "parts", difference)


def _ask(matrix: Array) -> Array:
    """AHPy's weights (n,); items go under their numbers, never under names of users."""
    judgments = {(str(i), str(j)): float(matrix[i, j]) for i, j in known_pairs(matrix)}
    with np.errstate(all="ignore"):
        weights = ahpy.Compare("0", judgments, precision=PRECISION, cr=False).local_weights
    return np.array([weights[str(i)] for i in range(len(matrix))], dtype=np.float64)
