"""Many people's judgments, or their priorities, as one."""

from __future__ import annotations

import math

import numpy as np

from decidr.core.ahp.matrix import Array


def aggregate_judgments(stack: Array, weights: Array) -> Array:
    """The weighted geometric mean (n, n) of p people's judgment matrices (p, n, n), pair by pair (AIJ).

    The weights (p,) of those who judged a pair are rescaled to sum to 1 for it; a pair that nobody of weight
    judged is NaN. ValueError unless there is one weight a person, each finite and at least 0.
    Source: Aczél & Saaty, J. Math. Psychology 27 (1983) 93-102; Forman & Peniwati, EJOR 108 (1998) 165-169.
    """
    shares = _shares(stack, weights)
    counted = shares > 0
    product = np.multiply.reduce(np.where(counted, stack, 1.0) ** shares)
    pooled = np.where(np.logical_or.reduce(counted), product, np.nan)
    np.fill_diagonal(pooled, 1.0)
    return np.where(np.tri(len(pooled), dtype=bool), 1.0 / pooled.T, pooled)  # what is below mirrors what is above


def dispersion(stack: Array, weights: Array) -> Array:
    """How far apart p people's judgments (p, n, n) of each pair are, (n, n), symmetric: 0 where all say the same.

    The weighted standard deviation √(Σ w (x - mean)²/Σ w) of x = ln a_ij over those who judged the pair, their
    weights (p,) as w; NaN where nobody of weight did. ValueError as for `aggregate_judgments`.
    """
    shares = _shares(stack, weights)
    logs = np.log(np.where(shares > 0, stack, 1.0))
    somebody = np.take_along_axis(logs, (shares > 0).argmax(axis=0)[None], axis=0)
    apart = logs - somebody  # so that equal judgments are 0 apart, and not about 1e-17
    square = (shares * np.square(apart - (shares * apart).sum(axis=0))).sum(axis=0)
    upper = np.triu(np.where(shares.any(axis=0), np.sqrt(square), np.nan), 1)
    return np.asarray(upper + upper.T)


def aggregate_priorities(stack: Array, weights: Array, arithmetic: bool = False) -> Array:
    """The weighted geometric, or arithmetic, mean (n,) of p people's priorities (p, n), summing to 1 (AIP).

    ValueError unless there is one weight (p,) a person, finite, at least 0 and not all 0; on missing
    priorities; and where each item has the priority 0 with somebody, so that no geometric mean is left.
    Source: Forman & Peniwati, EJOR 108 (1998) 165-169.
    """
    _refuse_weights(stack, weights)
    if np.isnan(stack).any() or not weights.sum() > 0:
        raise ValueError("everyone needs priorities, and somebody a weight above 0")
    shares = (weights / weights.sum())[:, None]
    mean = (shares * stack).sum(axis=0) if arithmetic else np.prod(stack**shares, axis=0)
    if not mean.sum() > 0:
        raise ValueError("each item has the priority 0 with somebody: there is no geometric mean")
    return np.asarray(mean / mean.sum())


def _shares(stack: Array, weights: Array) -> Array:
    """What each person counts for at each pair (p, n, n), summing to 1 over those who judged it; 0 elsewhere."""
    _refuse_weights(stack, weights)
    counted = np.where(np.isnan(stack), 0.0, weights[:, None, None])
    total = np.add.reduce(counted)
    return np.asarray(counted / np.where(total > 0, total, 1.0))


def _refuse_weights(stack: Array, weights: Array) -> None:
    if weights.shape != stack.shape[:1]:
        raise ValueError(f"{len(stack)} people need one weight each, not weights of shape {weights.shape}")
    if not all(0 <= weight < math.inf for weight in weights.tolist()):
        raise ValueError("people's weights are finite and at least 0")
