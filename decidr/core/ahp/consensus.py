"""How far people agree on priorities, all together and two by two, and an order that shows it."""

from __future__ import annotations

import math

import numpy as np

from decidr.core.ahp.matrix import Array, Indices, connected_groups
from decidr.language import _

LARGEST_JUDGMENT = 9.0
"""M of the formula: nobody is taken to prefer one item to all others by more."""

WORDS = ((0.875, "very high"), (0.75, "high"), (0.625, "moderate"), (0.5, "low"), (0.0, "very low"))
"""The consensus from which a word holds, the best first (Goepel, «AHP consensus word scale», bpmsg.com)."""

SAME = 1e-9
"""Eigenvalues, and places along a Fiedler vector, this close to each other (as shares) are the same."""


def consensus(priorities: Array) -> float | None:
    """Goepel's consensus S* of p people's priorities (p, n), each summing to 1; from 0 (none) to 1 (full).

    S* = (exp(-Hbeta) - exp(Hmin)/n)/(1 - exp(Hmin)/n), cut to 0…1. Hbeta is the entropy of the mean
    priorities less the mean entropy of the people's, Hmin that of one item 9 times preferred to all others;
    people are not weighted. None for fewer than two people or items, who cannot differ.
    Sources: Goepel, IJAHP 10(3) 2018, 469-487; Jost, Oikos 113 (2006) 363-375.
    """
    p, n = priorities.shape
    if p < 2 or n < 2:
        return None
    between = _entropy(priorities.mean(axis=0)) - _entropy(priorities).mean()
    return float(_scaled(between, n))


def pairwise_consensus(priorities: Array) -> Array:
    """S* of every two of p people, (p, n) to (p, p), symmetric, 1 on the diagonal; NaN for fewer than two items.

    The formula takes n people to be needed for none at all: two who each prefer one item 9 times to all others
    stand at 0 with two items, at 0.37 with four. Sources as for `consensus`.
    """
    p, n = priorities.shape
    if n < 2:
        return np.full((p, p), np.nan)
    rows, columns = np.triu_indices(p, 1)
    entropy = _entropy(priorities)
    means = (priorities.take(rows, axis=0) + priorities.take(columns, axis=0)) / 2
    between = _entropy(means) - (entropy[rows] + entropy[columns]) / 2
    found = np.eye(p)
    found[rows, columns] = found[columns, rows] = _scaled(between, n)
    return found


def consensus_word(share: float) -> str:
    """What a consensus of 0 to 1 is called, in the language in use."""
    return _(next(word for least, word in WORDS if share >= least))


def side_by_side(similarity: Array) -> tuple[int, ...]:
    """An order of p people in which those who agree stand side by side; similarity (p, p) symmetric, NaN unknown.

    By the Fiedler vector of the similarity's Laplacian, which finds the order of people on a line if there is
    one. What no similarity links comes group after group. The same figures always give the same order: of its
    two directions, and of all orders that are as good, the one nearest to the order given.
    Source: Atkins, Boman & Hendrickson, SIAM J. Computing 28 (1998) 297-310.
    """
    weights = np.where(np.isnan(similarity), 0.0, similarity)
    np.fill_diagonal(weights, 0.0)
    links = np.where(weights > 0, weights, np.nan)
    np.fill_diagonal(links, 1.0)
    groups = (np.array(group) for group in connected_groups(links))
    return tuple(int(person) for group in groups for person in group[_along_a_line(weights[np.ix_(group, group)])])


def _entropy(shares: Array) -> Array:
    """Shannon's entropy (…) of shares (…, n), in natural units; a share of 0 adds nothing."""
    return np.asarray(-np.vecdot(shares, np.log(np.where(shares > 0, shares, 1.0))))


def _scaled(between: Array, n: int) -> Array:
    """S* from the entropy between people, any shape."""
    least = math.exp(_smallest_entropy(n)) / n
    return np.clip((np.exp(-between) - least) / (1.0 - least), 0.0, 1.0)


def _smallest_entropy(n: int) -> float:
    """Entropy of the priorities of one item preferred 9 times to each of the n - 1 others."""
    others = n + LARGEST_JUDGMENT - 1.0
    first, rest = LARGEST_JUDGMENT / others, 1.0 / others
    return -first * math.log(first) - (n - 1) * rest * math.log(rest)


def _along_a_line(weights: Array) -> Indices:
    """Indices (m,) along the Fiedler vector of a linked similarity (m, m) with zeros on the diagonal.

    Where several vectors are as good, or one in two directions, the order given is projected on them; if they have
    nothing of it, the first person who has a place in them comes first.
    """
    m = len(weights)
    if m < 3:
        return np.arange(m)
    values, vectors = np.linalg.eigh(np.diag(weights.sum(axis=1)) - weights)
    flattest = vectors[:, 1:][:, values[1:] <= values[1] + SAME * values[-1]]
    starts = (np.arange(m) - (m - 1) / 2, *-np.eye(m))
    along = next(line for start in starts if _is_some(line := flattest @ (flattest.T @ start)))
    return np.argsort(np.round(along / np.abs(along).max() / SAME), kind="stable")


def _is_some(line: Array) -> bool:
    return bool(np.abs(line).max() > SAME)
