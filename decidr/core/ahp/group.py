"""Many people's judgments, or their priorities, as one."""

from __future__ import annotations

import numpy as np

from decidr.core.ahp.matrix import Array


def aggregate_judgments(stack: Array, weights: Array) -> Array:
    """The weighted geometric mean (n, n) of p people's judgment matrices (p, n, n), pair by pair (AIJ).

    The weights (p,) of those who judged a pair are rescaled to sum to 1 for it; a pair that nobody of weight
    judged is NaN. ValueError unless there is one weight a person, each finite and at least 0.
    Source: Aczél & Saaty, J. Math. Psychology 27 (1983) 93-102; Forman & Peniwati, EJOR 108 (1998) 165-169.
    """
    _refuse_weights(stack, weights)
    counted = np.where(np.isnan(stack), 0.0, weights[:, None, None])
    total = counted.sum(axis=0)
    shares = counted / np.where(total > 0, total, 1.0)
    product = np.prod(np.where(counted > 0, stack, 1.0) ** shares, axis=0)
    upper = np.triu(np.where(total > 0, product, np.nan), 1)
    with np.errstate(divide="ignore"):
        lower = np.tril(1.0 / upper.T, -1)
    return upper + lower + np.eye(stack.shape[-1])


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


def _refuse_weights(stack: Array, weights: Array) -> None:
    if weights.shape != stack.shape[:1]:
        raise ValueError(f"{len(stack)} people need one weight each, not weights of shape {weights.shape}")
    if not (np.isfinite(weights).all() and (weights >= 0).all()):
        raise ValueError("people's weights are finite and at least 0")
