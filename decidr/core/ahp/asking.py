"""Which pair to ask next, so that few answers go a long way."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from decidr.core.ahp.matrix import Array, Booleans, connected_groups

EQUAL = 1e-9
"""Variances this close to each other, as a share of the largest, are the same."""

Pair = tuple[int, int]


def next_pair(matrix: Array, skipped: Collection[Pair] = ()) -> Pair | None:
    """The pair (i, j), i < j, to ask next about a matrix (n, n) with gaps NaN; None where nothing is left to ask.

    While groups of items are unlinked, a pair that links two of them, n - 1 from the start: one with the item that
    most known pairs have, so that one item serves as the reference throughout. Then the pair whose log ratio the
    answers leave least certain, see `log_variances`; of pairs that are alike the first. Pairs that were ``skipped``,
    (i, j) with i < j, are not asked.
    """
    open_ = np.triu(np.isnan(matrix), 1)
    for i, j in skipped:
        open_[i, j] = False
    linking = open_ & _apart(matrix)
    if linking.any():
        return _first_of(linking, _known_pairs_of_either(matrix))
    return _first_of(open_, log_variances(matrix)) if open_.any() else None


def log_variances(matrix: Array) -> Array:
    """The variance (n, n) of each log ratio ln(w_i/w_j) by least squares over the known pairs of a matrix (n, n).

    In units of the variance of one answer in logs, if all vary alike and independently; 1 where that answer alone tells
    the ratio, infinite between unlinked groups. It is the effective resistance of the graph of known pairs.
    Sources: Bozóki, Fülöp & Rónyai, Math. Comput. Modelling 52 (2010) 318-333, for the least squares; Klein &
    Randić, J. Math. Chemistry 12 (1993) 81-95, for the resistance.
    """
    known = ~np.isnan(matrix)
    inverse = np.linalg.pinv(np.diag(known.sum(axis=1)) - known.astype(np.float64), hermitian=True)
    own = np.diag(inverse)
    return np.where(_apart(matrix), np.inf, own[:, None] + own[None, :] - 2.0 * inverse)


def _apart(matrix: Array) -> Booleans:
    """Whether two items (n, n) are in groups that no known pair links."""
    group = np.zeros(len(matrix))
    for number, items in enumerate(connected_groups(matrix)):
        group[list(items)] = number
    return np.asarray(group[:, None] != group)


def _known_pairs_of_either(matrix: Array) -> Array:
    """How many known pairs the one or the other item (n, n) has, whichever has more."""
    count = (~np.isnan(matrix)).sum(axis=1) - 1.0
    return np.asarray(np.maximum(count[:, None], count))


def _first_of(allowed: Booleans, worth: Array) -> Pair:
    """The first of the allowed pairs (n, n) that are worth most."""
    values = np.where(allowed, worth, -np.inf)
    i, j = np.argwhere(values >= values.max() * (1.0 - EQUAL))[0].tolist()
    return i, j
