"""From scores and weights to totals and ranks (method: Synthesis)."""

from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.study.study import Synthesis

TIE = 1e-9
"""Totals, once sorted, start a new rank where the gap to the one before is larger than this."""


DUST = 1e-12
"""Totals of at most 1 that are closer than this are equal but for the rounding of their sums."""


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
    if synthesis == "distributive":
        by = np.add.reduce(scores, axis=-1, keepdims=True)
    else:
        by = np.maximum.reduce(scores, axis=-1, keepdims=True, initial=0.0)
    return scores / np.where(by == 0, 1.0, by)


def synthesise(scores: Floats, weights: Floats, synthesis: Synthesis) -> Totals:
    """Totals of scores (…, L, H) under leaf weights (…, L); under ideal they are scaled to sum to 1.

    NaN without any leaf: then there is nothing to sum.
    """
    taken = divided(scores, synthesis)
    contributions = weights[..., None] * taken
    totals = contributions.sum(axis=-2) if scores.shape[-2] else np.full(scores.shape[:-2] + scores.shape[-1:], np.nan)
    if synthesis != "ideal":
        return Totals(taken, contributions, totals)
    whole = totals.sum(axis=-1, keepdims=True)
    whole = np.where(whole == 0, 1.0, whole)
    return Totals(taken, contributions / whole[..., None], totals / whole)


def scaled(totals: Floats, synthesis: Synthesis) -> Floats:
    """Totals (…, H) as the synthesis shows them: under ideal they sum to 1."""
    if synthesis != "ideal":
        return totals
    whole = totals.sum(axis=-1, keepdims=True)
    return totals / np.where(whole == 0, 1.0, whole)


def ranks(totals: Floats, ranked: Booleans) -> Integers:
    """Ranks of totals (…, H) among the hosts that are ``ranked`` (H,), 0 for the others; ties share the better rank."""
    if not totals.size:
        return np.zeros(totals.shape, dtype=np.intp)
    behind = np.where(ranked, -totals, np.nan).reshape(-1, totals.shape[-1])
    rows = np.arange(len(behind))[:, None]
    order = behind.argsort(axis=1, kind="stable")  # NaN last
    ascending = behind[rows, order]
    places = np.empty(behind.shape, dtype=np.intp)
    places[:] = np.arange(1, behind.shape[1] + 1)
    places[:, 1:][ascending[:, 1:] - ascending[:, :-1] <= TIE] = 1
    found = np.empty(behind.shape, dtype=np.intp)
    found[rows, order] = np.maximum.accumulate(places, axis=1)
    found[np.isnan(behind)] = 0
    return found.reshape(totals.shape)


def band(middle: Floats, low: Floats, high: Floats, weights: Floats, synthesis: Synthesis, ranked: Booleans) -> Band:
    """What the gaps could do, from scores (L, H) with gaps at their middle, worst and best.

    A host's ``low`` and ``high`` move its own gaps alone; its best rank has its own at best and all others' at worst.
    """
    if synthesis == "absolute":
        return _additive_band(weights @ low, weights @ high, ranked)
    own = np.eye(middle.shape[1], dtype=bool)[:, None, :]
    cases = ((low, middle), (high, middle), (high, low), (low, high))
    scores = np.stack([np.where(own, mine, others) for mine, others in cases])
    totals = synthesise(scores, weights, synthesis).totals
    bottom, top = np.diagonal(totals[:2], axis1=1, axis2=2)
    best, worst = np.diagonal(ranks(totals[2:], ranked), axis1=1, axis2=2)
    return Band(bottom, top, best, worst)


def _additive_band(low: Floats, high: Floats, ranked: Booleans) -> Band:
    """The band where a host's gaps move its own total alone: totals (H,) with all gaps at worst and at best."""
    own = np.arange(len(low))
    cases = np.empty((2, len(low), len(low)))
    cases[0], cases[1] = low, high
    cases[0, own, own], cases[1, own, own] = high, low
    best, worst = ranks(cases, ranked)[:, own, own]
    return Band(low, high, best, worst)
