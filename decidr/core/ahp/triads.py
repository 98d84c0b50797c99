"""Where judgments contradict each other: three of them that clash, and preferences that run in a circle."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

import numpy as np

from decidr.core.ahp.matrix import Array, Booleans, Indices

MOST_LISTED = 10

MOST_LOOKED_AT = 100_000
"""Circles, while searching; only matrices of very many items and gaps have as many that are not listed."""

EQUAL = 1e-9
"""A ratio this close to 1, in logs, prefers neither; judgments this close to what two others say agree."""


class Triad(NamedTuple):
    """The items i < j < k, and how far their judgments clash: |ln(a_ij a_jk a_ki)|, 0 where they agree.

    ``ij_by_k`` is what the judgment of i over j would be by way of k, a_ik a_kj; ``jk_by_i`` and ``ik_by_j`` likewise.
    """

    i: int
    j: int
    k: int
    clash: float
    ij_by_k: float
    jk_by_i: float
    ik_by_j: float


def clashing_triads(matrix: Array, most: int = MOST_LISTED) -> tuple[Triad, ...]:
    """At most so many of the judged triads of a matrix (n, n) that do not agree, the worst first, then by index.

    Source: Koczkodaj, Math. Comput. Modelling 18(7) 1993, 79-84, for triads as the seat of inconsistency; the
    logarithm makes the measure the same for a judgment and its inverse.
    """
    triads = np.array([*combinations(range(len(matrix)), 3)], dtype=np.intp).reshape(-1, 3)
    i, j, k = triads.T
    clash = np.abs(np.log(matrix[i, j] * matrix[j, k] * matrix[k, i]))
    steps = np.round(np.where(np.isnan(clash), 0.0, clash) / EQUAL)
    worst = np.argsort(-steps, kind="stable")[:most]
    return tuple(_triad(matrix, *triad) for triad in triads[worst[steps[worst] > 1]].tolist())


def _triad(matrix: Array, i: int, j: int, k: int) -> Triad:
    ij, jk, ik = float(matrix[i, j]), float(matrix[j, k]), float(matrix[i, k])
    return Triad(i, j, k, abs(math.log(ij * jk / ik)), ik / jk, ik / ij, ij * jk)


def preference_cycles(matrix: Array, most: int = MOST_LISTED) -> tuple[tuple[int, ...], ...]:
    """At most so many circles of strict preferences: in (a, b, c) a is preferred to b, b to c, and c to a.

    matrix (n, n) with gaps NaN. A circle is listed if no shorter one runs among its items and it is the shortest
    for one of its judgments: in complete matrices without equals these are the circular triads, gaps and equals
    make longer ones. Each comes once, from its smallest index, short ones first; where any preferences contradict
    each other at least one is listed. Beyond ``most`` the longer ones, and those found last, are left out.
    Source: Kendall & Babington Smith, Biometrika 31 (1940) 324-345, for circular triads.
    """
    prefers = np.asarray(np.nan_to_num(matrix, nan=1.0) > 1.0 + EQUAL)
    found: set[tuple[int, ...]] = set()
    for circle in islice(_shortest_circles(prefers), MOST_LOOKED_AT):
        if len(found) == most:
            break
        if np.count_nonzero(prefers[np.ix_(circle, circle)]) == len(circle):
            found.add(_from_its_smallest(circle))
    return tuple(sorted(found, key=lambda circle: (len(circle), circle)))


def _shortest_circles(prefers: Booleans) -> Iterator[tuple[int, ...]]:
    """For each preference of i to j, i followed by each shortest way from j back to i; short circles first."""
    steps = _steps(prefers)
    back = [(int(steps[j, i]), int(i), int(j)) for i, j in np.argwhere(prefers) if steps[j, i]]
    for _, i, j in sorted(back):
        for way in _shortest_ways(prefers, steps, j, i):
            yield i, *way


def _steps(prefers: Booleans) -> Indices:
    """How many preferences lead from one item to another (n, n); 0 where none do."""
    steps = prefers.astype(np.intp)
    reached, step = prefers | np.eye(len(prefers), dtype=bool), 1
    while (further := (reached @ prefers) & ~reached).any():
        step += 1
        steps[further] = step
        reached |= further
    return steps


def _shortest_ways(prefers: Booleans, steps: Indices, start: int, end: int) -> Iterator[tuple[int, ...]]:
    """The items on each shortest way, ``start`` included and ``end`` not."""
    left = steps[start, end]
    if left == 1:
        yield (start,)
        return
    for following in np.flatnonzero(prefers[start] & (steps[:, end] == left - 1)).tolist():
        for way in _shortest_ways(prefers, steps, following, end):
            yield start, *way


def _from_its_smallest(circle: tuple[int, ...]) -> tuple[int, ...]:
    first = circle.index(min(circle))
    return circle[first:] + circle[:first]
