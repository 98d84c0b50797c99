"""What would change the answer: one weight moved at a time, exactly (method: Sensitivity)."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import DUST, TIE, scaled
from decidr.core.analysis.weighing import unscaled_totals
from decidr.core.study.criteria import GOAL
from decidr.language import _


class Crossover(Struct, frozen=True):
    """At ``weight`` (local; ``global_weight`` beside) two hosts tie; ``first`` is ahead below it (host ids)."""

    weight: float
    global_weight: float
    first: str
    second: str


class OneWay(Struct, frozen=True, dict=True):
    """One criterion's local weight moved from 0 to 1 while its siblings keep their proportions.

    ``at_zero`` and ``at_one`` (H,) are the totals at the ends, before the ideal synthesis scales them to sum to 1;
    between them they are linear. ``stays_first`` is the interval around today's weight in which no eligible host is
    strictly ahead of the leader. All None or empty, with a ``reason``, where the weight cannot move.
    ``crossovers`` of every pair of ranked hosts are found when they are asked for: 200 hosts have 20,000 pairs.
    """

    criterion: str
    weight_now: float
    global_now: float
    at_zero: Floats | None = None
    at_one: Floats | None = None
    stays_first: tuple[float, float] | None = None
    reason: str | None = None
    results: Results | None = None

    def __repr__(self) -> str:
        """Without the results, which would fill pages."""
        return f"OneWay({self.criterion!r}, {self.weight_now!r}, stays_first={self.stays_first!r})"

    @cached_property
    def crossovers(self) -> tuple[Crossover, ...]:
        """Where two ranked hosts tie, by ascending weight."""
        if self.results is None or self.at_zero is None or self.at_one is None:
            return ()
        above = self.results.global_[self.results.tree.parent[self.criterion]]
        return tuple(_crossovers(self.results, self.at_zero, self.at_one, above))


def one_way(results: Results, criterion: str) -> OneWay:
    """The leader's exact interval, and the crossovers of every pair of ranked hosts, for one criterion (an id)."""
    now, global_now = results.local[criterion], results.global_[criterion]
    reason = why_fixed(results, criterion)
    if reason:
        return OneWay(criterion, now, global_now, reason=reason)
    at_zero, at_one = (unscaled_totals(results, moved_weights(results, criterion, weight)) for weight in (0.0, 1.0))
    stays_first = _stays_first(results, at_zero, at_one, now)
    return OneWay(criterion, now, global_now, at_zero, at_one, stays_first, results=results)


def every_one_way(results: Results, criteria: Sequence[str] | None = None) -> tuple[OneWay, ...]:
    """``one_way`` of the given criteria, or of all counted ones in the tree's order."""
    return tuple(one_way(results, node) for node in criteria or results.tree.nodes if node != GOAL)


def totals_at(results: Results, sweep: OneWay, weights: Floats) -> Floats:
    """Totals (len(weights), H) of the hosts at each local weight, as the study's synthesis shows them.

    ValueError where the weight cannot move.
    """
    if sweep.at_zero is None or sweep.at_one is None:
        raise ValueError(sweep.reason)
    return scaled(sweep.at_zero + weights[:, None] * (sweep.at_one - sweep.at_zero), results.synthesis)


def moved_weights(results: Results, criterion: str, weight: float) -> dict[str, float]:
    """Local weights with one criterion's at ``weight`` and its siblings in proportion as today."""
    siblings = [node for node in results.tree.children[results.tree.parent[criterion]] if node != criterion]
    rest = sum(results.local[node] for node in siblings)
    moved = {node: (1 - weight) * results.local[node] / rest for node in siblings}
    return {**results.local, **moved, criterion: weight}


def why_fixed(results: Results, criterion: str) -> str | None:
    """Why a criterion's weight cannot move, in words; None where it can."""
    siblings = [node for node in results.tree.children[results.tree.parent[criterion]] if node != criterion]
    if not siblings:
        return _("an only child has all the weight of its node")
    rest = sum(results.local[node] for node in siblings)
    if np.isnan(rest + results.local[criterion]):
        return _("the node has no weights yet")
    if np.isnan(results.totals).any():
        return _("some leaves have no scores or weights yet")
    return None if rest > 0 else _("all siblings weigh 0, so they have no proportions to keep")


def _crossovers(results: Results, at_zero: Floats, at_one: Floats, above: float) -> Iterator[Crossover]:
    """Ascending; pairs that tie at the same weight in the hosts' order."""
    ranked = np.flatnonzero(results.ranks)
    hosts = [results.hosts[h] for h in ranked]
    start, end = _leads(at_zero[ranked]), _leads(at_one[ranked])
    one, other = np.nonzero(np.triu(start * end < 0))
    start, end = start[one, other], end[one, other]
    weights = start / (start - end)
    first, second = np.where(start > 0, one, other), np.where(start > 0, other, one)
    for pair in np.argsort(weights, kind="stable").tolist():
        weight = float(weights[pair])
        yield Crossover(weight, weight * above, hosts[first[pair]], hosts[second[pair]])


def _leads(totals: Floats) -> Floats:
    """How far each host (row) is ahead of each other one (column); 0 where only rounding parts them."""
    differences = totals[:, None] - totals[None, :]
    return np.where(np.abs(differences) <= DUST, 0.0, differences)


def _lead(totals: Floats, one: int, other: int) -> float:
    """How far one host is ahead of another; 0 where only rounding parts them."""
    difference = float(totals[one] - totals[other])
    return 0.0 if abs(difference) <= DUST else difference


def _stays_first(results: Results, at_zero: Floats, at_one: Floats, now: float) -> tuple[float, float] | None:
    """The interval around ``now`` in which nobody eligible is strictly ahead of the leader; None without a leader."""
    if results.leader is None:
        return None
    low, high = 0.0, 1.0
    for rival in results.eligible_order:
        start = _lead(at_zero, results.leader, rival)
        slope = _lead(at_one, results.leader, rival) - start
        if abs(slope) <= DUST:
            continue
        tie = -start / slope
        low, high = (max(low, min(tie, now)), high) if slope > 0 else (low, min(high, max(tie, now)))
    return float(low), float(high)


class LeaderChange(Struct, frozen=True):
    """Beyond the local ``weight`` - ``above`` or below it - ``host`` (an id) leads."""

    criterion: str
    weight: float
    is_above: bool
    host: str

    def distance(self, now: float) -> float:
        """How far today's weight is from it."""
        return abs(self.weight - now)


def leader_changes(results: Results, sweep: OneWay) -> tuple[LeaderChange, ...]:
    """The ends of ``stays_first`` at which another host takes the lead, the nearer first; none where nobody does."""
    if sweep.stays_first is None:
        return ()
    below, above = sweep.stays_first
    ends = [(below, False)] * (below > 0) + [(above, True)] * (above < 1)
    changes = (
        LeaderChange(sweep.criterion, at, is_above, _successor(results, sweep, at, is_above)) for at, is_above in ends
    )
    return tuple(sorted(changes, key=lambda change: change.distance(sweep.weight_now)))


def _successor(results: Results, sweep: OneWay, weight: float, is_above: bool) -> str:
    """Who is ahead of all eligible hosts just beyond ``weight``: the best there, by slope among those that tie."""
    if sweep.at_zero is None or sweep.at_one is None:
        raise ValueError(sweep.reason)
    slope = (sweep.at_one - sweep.at_zero) * (1 if is_above else -1)
    at_tie = sweep.at_zero + weight * (sweep.at_one - sweep.at_zero)
    best = max(at_tie[h] for h in results.eligible_order)
    tied = [h for h in results.eligible_order if best - at_tie[h] <= TIE]
    return results.hosts[max(tied, key=lambda h: slope[h])]
