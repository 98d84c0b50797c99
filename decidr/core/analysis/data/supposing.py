"""One cell alone with another score: where the hosts would stand, and what becomes of the leader's margin."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import divided, ranks, scaled
from decidr.core.analysis.weighing import is_enough

TOGETHER = 500_000
"""Totals that are computed at once, so that a large study takes no large memory."""


class Supposed(NamedTuple):
    """The cell of a ``host`` on a ``leaf`` (places in the results) as it might be.

    ``row`` (H,) are the leaf's scores then, after the view's turn and before the synthesis; ``is_ranked``: the host
    then meets every must.
    """

    leaf: int
    host: int
    row: Floats
    is_ranked: bool


class Standings(NamedTuple):
    """How the hosts would stand in each of N cases: (N, H) each, ``ranks`` 0 outside the ranks."""

    totals: Floats
    ranks: Integers
    eligible: Booleans

    @property
    def leaders(self) -> Integers:
        """The leader of each case (N,): the first eligible host of the best rank; -1 where none is eligible."""
        places = np.where(self.eligible, self.ranks, len(self.ranks.T) + 1)
        return np.where(self.eligible.any(axis=1), places.argmin(axis=1), -1)

    def margins(self, leader: int) -> Floats:
        """A host's total less that of the best other eligible one (N,); NaN where either cannot lead."""
        rivals = self.eligible.copy()
        rivals[:, leader] = False
        best = np.where(rivals, self.totals, -np.inf).max(axis=1)
        told = self.eligible[:, leader] & rivals.any(axis=1)
        return np.where(told, self.totals[:, leader] - np.where(told, best, 0.0), np.nan)


class Consequence(Struct, frozen=True):
    """What one cell alone would do.

    ``score`` is its own then, ``rank`` its host's (0: outside the ranks). ``change`` is that of the margin of today's
    leader over the best other eligible host, as a share of 1; NaN where one of the two is lacking. ``leader`` is who
    leads then (a host id), None where that is today's leader or nobody.
    """

    score: float
    rank: int
    change: float
    leader: str | None


def standings_if(results: Results, cases: Sequence[Supposed]) -> Standings:
    """Where the hosts would stand in each case; a cell that is supposed to have a score is no gap."""
    parts = [_standings(results, cases[i : i + _step(results)]) for i in range(0, len(cases), _step(results))]
    nothing = np.zeros((0, len(results.hosts)))
    empty = Standings(nothing, nothing.astype(np.intp), nothing.astype(bool))
    return Standings(*(np.concatenate(arrays) for arrays in zip(empty, *parts, strict=True)))


def consequences(results: Results, cases: Sequence[Supposed]) -> tuple[Consequence, ...]:
    """What each case means for its host and for the leader; there must be one."""
    return tuple(_consequences(results, cases))


def _consequences(results: Results, cases: Sequence[Supposed]) -> Iterator[Consequence]:
    leader = results.eligible_order[0]
    then = standings_if(results, cases)
    today = Standings(results.totals[None], results.ranks[None], results.eligible[None]).margins(leader)
    changes, leaders = then.margins(leader) - today, then.leaders
    for case, ranked, change, first in zip(cases, then.ranks, changes, leaders, strict=True):
        new = None if first in (leader, -1) else results.hosts[first]
        yield Consequence(float(case.row[case.host]), int(ranked[case.host]), float(change), new)


def _step(results: Results) -> int:
    return max(1, TOGETHER // max(1, len(results.hosts)))


def _standings(results: Results, cases: Sequence[Supposed]) -> Standings:
    """The same for cases that are computed at once."""
    weights = results.leaf_weights
    leaves, hosts = np.array([case.leaf for case in cases]), np.array([case.host for case in cases])
    own = np.arange(len(results.hosts)) == hosts[:, None]
    rows = divided(np.stack([case.row for case in cases])[:, None, :], results.synthesis)[:, 0, :]
    totals = weights @ results.scores + weights[leaves, None] * (rows - results.scores[leaves])
    totals = scaled(totals, results.synthesis)
    stay = np.array([reason is None for reason in results.failed], dtype=bool)
    ranked = np.where(own, np.array([case.is_ranked for case in cases])[:, None], stay)
    gap = own & results.missing[leaves, hosts][:, None]
    lacking = results.lacking - gap * weights[leaves, None]
    return Standings(totals, ranks(totals, ranked), ranked & is_enough(lacking))
