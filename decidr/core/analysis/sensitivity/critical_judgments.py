"""Critical judgments: the smallest change of one comparison of two hosts that lets another host tie.

Loads scipy, so nothing imports this module before a window's first paint.
"""

from collections.abc import Callable, Iterator
from math import exp, log

import numpy as np
from msgspec import Struct
from scipy.optimize import brentq

from decidr.core.ahp.scales import LIMIT
from decidr.core.analysis.data.supposing import Standings, Supposed, standings_if
from decidr.core.analysis.matrices import Booleans, Floats, MatrixResult
from decidr.core.analysis.nodes import priorities_of
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE

STEPS = 65
"""Places at which each judgment is tried between 1/9 and 9, evenly in logarithms, before the tie is found exactly."""


class CriticalJudgment(Struct, frozen=True):
    """On a ``criterion`` whose hosts are compared, how many times ``first`` is preferred to ``second`` (ids).

    At ``value_at_tie`` instead of ``value_now`` the host ``leader`` shares the first place or takes it.
    """

    criterion: str
    first: str
    second: str
    value_now: float
    value_at_tie: float
    leader: str

    @property
    def factor(self) -> float:
        """How many times the judgment has to change, at least 1, whichever way."""
        return exp(abs(log(self.value_at_tie / self.value_now)))


def critical_judgments(results: Results, step: Callable[[], object] = lambda: None) -> tuple[CriticalJudgment, ...]:
    """The judgments of leaves compared in pairs that alone can unseat the leader, that first which needs least.

    Each moves between 1/9 and 9 with all others as they are; of the group's pooled ones too, but not where the group
    combines priorities, for then no single judgment stands for it. A leader that is unseated for less than one of
    ``STEPS`` is not seen to be. None without a leader, and where two share the first place. ``step`` is called now and
    then.
    """
    if len(results.eligible_order) < 2 or _margin_now(results) <= TIE:
        return ()
    found: list[CriticalJudgment] = []
    for leaf, id_ in enumerate(results.leaves):
        matrix = _counting(results, id_)
        if matrix is not None and results.global_[id_] > 0:
            found += _of_leaf(results, leaf, matrix)
            step()
    return tuple(sorted(found, key=lambda judgment: round(log(judgment.factor) / TIE)))


def _margin_now(results: Results) -> float:
    first, second = results.eligible_order[:2]
    return float(results.totals[first] - results.totals[second])


def _counting(results: Results, leaf: str) -> MatrixResult | None:
    """The judgments whose priorities are a leaf's scores; None where there are none, or priorities are combined."""
    node = results.nodes.get(leaf)
    if node is None or results.sources.ways_of_scoring[leaf] != "pairwise":
        return None
    is_combined = node.group is not None and results.study.settings.group != "judgments"
    pooled = next((m for m in node.matrices if m.participant is None), None)
    return None if is_combined or pooled is None or pooled.priorities is None else pooled


def _of_leaf(results: Results, leaf: int, matrix: MatrixResult) -> Iterator[CriticalJudgment]:
    for first, second in np.argwhere(np.triu(~np.isnan(matrix.judgments), 1)).tolist():
        pair = _Pair(results, leaf, matrix, first, second)
        place = pair.nearest_tie()
        if place is not None:
            hosts = matrix.items[first], matrix.items[second]
            leader = results.hosts[pair.best_other(place)]
            yield CriticalJudgment(results.leaves[leaf], *hosts, exp(pair.now), exp(place), leader)


class _Pair(Struct, frozen=True):
    """The judgment of two items of a leaf's ``matrix`` (places), which moves; its place is its logarithm."""

    results: Results
    leaf: int
    matrix: MatrixResult
    first: int
    second: int

    @property
    def now(self) -> float:
        return log(self.matrix.judgments[self.first, self.second])

    def nearest_tie(self) -> float | None:
        """The nearest place at which the leader is no longer ahead; None where there is none."""
        places = np.linspace(min(-log(LIMIT), self.now), max(log(LIMIT), self.now), STEPS)
        behind = places[self._standings(places).margins(self._leader) <= TIE]
        sides = (behind[behind < self.now][-1:], behind[behind > self.now][:1])
        step = float(places[1] - places[0])
        ties = [self._tie_before(place, step) for side in sides for place in side.tolist()]
        return min(ties, key=lambda place: abs(place - self.now), default=None)

    def best_other(self, place: float) -> int:
        """Who of the others that may lead has most (a place in the hosts)."""
        then = self._standings(np.array([place]))
        totals = np.where(then.eligible, then.totals, -np.inf)[0]
        totals[self._leader] = -np.inf
        return int(totals.argmax())

    @property
    def _leader(self) -> int:
        return self.results.eligible_order[0]

    def _tie_before(self, behind: float, step: float) -> float:
        """The place at which the leader stops being ahead, at most a step from one where it no longer is."""
        if self._margin(behind) > 0:
            return behind
        ahead = max(behind - step, self.now) if behind > self.now else min(behind + step, self.now)
        return float(brentq(self._margin, ahead, behind, xtol=1e-14))

    def _margin(self, place: float) -> float:
        return float(self._standings(np.array([place])).margins(self._leader)[0])

    def _standings(self, places: Floats) -> Standings:
        """How the hosts stand with the judgment at each place (N,)."""
        results, first, second = self.results, self.first, self.second
        judgments = np.repeat(self.matrix.judgments[None], len(places), axis=0)
        judgments[:, first, second], judgments[:, second, first] = np.exp(places), np.exp(-places)
        rows = priorities_of(judgments, results.study.settings)
        if results.synthesis == "absolute":
            rows = rows / rows.max(axis=1, keepdims=True)
        rows = np.where(_closed(results, self.leaf), 0.0, rows)
        if results.sources.moves:
            missing = results.missing[self.leaf]
            rows = results.sources.moves.of_scores(results.leaves[self.leaf], results.hosts, rows, missing)
        is_ranked = results.failed[first] is None
        return standings_if(results, [Supposed(self.leaf, first, row, is_ranked) for row in rows])


def _closed(results: Results, leaf: int) -> Booleans:
    """Hosts (H,) whose figure does not count on a leaf."""
    cells = (results.sources.cells.get((results.leaves[leaf], host), ()) for host in results.hosts)
    return np.array([any(cell.closed for cell in mine if cell.participant is None) for mine in cells], dtype=bool)
