"""From scores and weights to totals and ranks (method: Synthesis)."""

from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.study.study import Synthesis

TIE = 1e-9
"""Totals, once sorted, start a new rank where the gap to the one before is larger than this."""


class Totals(NamedTuple):
    """``scores`` and ``contributions`` (…, L, H), and ``totals`` (…, H), their sums over the leaves."""

    scores: Floats
    contributions: Floats
    totals: Floats


class Band(NamedTuple):
    """What each host's own gaps could do to its total and its rank, (H,) each."""

    low: Floats
    high: Floats
    best_rank: Integers
    worst_rank: Integers


def divided(scores: Floats, synthesis: Synthesis) -> Floats:
    """Scores (…, L, H) as they stand, or divided by each leaf's sum or largest; a leaf that is 0 for all stays 0."""
    if synthesis == "absolute":
        return scores
    by = scores.sum(axis=-1, keepdims=True) if synthesis == "distributive" else scores.max(axis=-1, keepdims=True)
    return scores / np.where(by == 0, 1.0, by)


def synthesise(scores: Floats, weights: Floats, synthesis: Synthesis) -> Totals:
    """Totals of scores (…, L, H) under leaf weights (L,); under ideal they are scaled to sum to 1."""
    taken = divided(scores, synthesis)
    contributions = weights[:, None] * taken
    totals = contributions.sum(axis=-2)
    if synthesis != "ideal":
        return Totals(taken, contributions, totals)
    whole = totals.sum(axis=-1, keepdims=True)
    whole = np.where(whole == 0, 1.0, whole)
    return Totals(taken, contributions / whole[..., None], totals / whole)


def ranks(totals: Floats, ranked: Booleans) -> Integers:
    """Ranks of totals (…, H) among the hosts that are ``ranked`` (H,), 0 for the others; ties share the better rank."""
    if not totals.size:
        return np.zeros(totals.shape, dtype=np.intp)
    kept = np.where(ranked & ~np.isnan(totals), totals, -np.inf)
    order = np.argsort(-kept, axis=-1, kind="stable")
    descending = np.take_along_axis(kept, order, axis=-1)
    with np.errstate(invalid="ignore"):
        starts = descending[..., :-1] - descending[..., 1:] > TIE
    place = np.arange(1, kept.shape[-1] + 1)
    first = np.where(np.insert(starts, 0, True, axis=-1), place, 1)
    found = np.empty(kept.shape, dtype=np.intp)
    np.put_along_axis(found, order, np.maximum.accumulate(first, axis=-1), axis=-1)
    return np.where(ranked & ~np.isnan(totals), found, 0)


def band(middle: Floats, low: Floats, high: Floats, weights: Floats, synthesis: Synthesis, ranked: Booleans) -> Band:
    """What the gaps could do, from scores (L, H) with gaps at their middle, worst and best.

    A host's ``low`` and ``high`` move its own gaps alone; its best rank has its own at best and all others' at worst.
    """
    own = np.eye(middle.shape[1], dtype=bool)[:, None, :]
    totals = [_own(np.where(own, mine, others), weights, synthesis) for mine, others in _cases(middle, low, high)]
    bottom, top = np.diagonal(totals[0]), np.diagonal(totals[1])
    best, worst = (np.diagonal(ranks(t, ranked)) for t in totals[2:])
    return Band(bottom.copy(), top.copy(), best.copy(), worst.copy())


def _cases(middle: Floats, low: Floats, high: Floats) -> tuple[tuple[Floats, Floats], ...]:
    """Own gaps and others' gaps for low, high, best rank and worst rank."""
    return (low, middle), (high, middle), (high, low), (low, high)


def _own(scores: Floats, weights: Floats, synthesis: Synthesis) -> Floats:
    return synthesise(scores, weights, synthesis).totals
