"""What the gradient draws: the totals of the ranked hosts along one criterion's weight."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from decidr.core.analysis.results import Floats, Results
from decidr.core.analysis.sensitivity.least_changes import least_changes
from decidr.core.analysis.sensitivity.one_way import Crossover, OneWay, totals_at
from decidr.gui.charts.sensitivity.reigns import Reign, reigns
from decidr.language import _
from decidr.number_text import per_cent


@dataclass(frozen=True, slots=True)
class Sweep:
    """``totals`` (X, H) of ``hosts`` (ids, names beside them, best first today) at ``weights`` (X,) from 0 to 1.

    Without hosts and totals, but with a ``reason``, where the weight cannot move. ``now`` is today's local weight,
    ``global_now`` the global one, ``whole`` what a local weight of 1 is of all.
    ``crossovers`` are those of every pair, ascending.
    """

    criterion: str
    name: str
    hosts: tuple[str, ...]
    names: tuple[str, ...]
    weights: Floats
    totals: Floats
    now: float
    global_now: float
    whole: float
    reigns: tuple[Reign, ...]
    reason: str
    crossovers: tuple[Crossover, ...] = ()

    def crossed_by(self, host: str) -> list[tuple[float, str]]:
        """At which weights which other hosts tie with one."""
        own = (crossover for crossover in self.crossovers if host in (crossover.first, crossover.second))
        return [(found.weight, found.second if found.first == host else found.first) for found in own]

    def totals_of(self, host: str) -> Floats:
        """One host's totals (X,)."""
        return np.asarray(self.totals[:, self.hosts.index(host)])

    def totals_near(self, weight: float) -> Floats:
        """All totals (H,) at a weight, between the points that are drawn."""
        return np.array([np.interp(weight, self.weights, column) for column in self.totals.T])


NO_SWEEP = Sweep("", "", (), (), np.linspace(0.0, 1.0, 2), np.empty((2, 0)), 0.0, 0.0, 1.0, (), "")
"""Before there is anything to draw."""


def sweep_of(results: Results, moved: OneWay) -> Sweep:
    """The picture of one criterion's sweep; under the ideal synthesis lines bend, so they get 101 points."""
    ranked = tuple(results.hosts[h] for h in results.order)
    weights = np.linspace(0.0, 1.0, 101 if results.synthesis == "ideal" else 2)
    has_lines = moved.at_zero is not None and moved.at_one is not None
    totals = totals_at(results, moved, weights)[:, list(results.order)] if has_lines else np.empty((len(weights), 0))
    return Sweep(
        criterion=moved.criterion,
        name=results.study.name_of(moved.criterion),
        hosts=ranked if has_lines else (),
        names=tuple(results.names[host] for host in ranked) if has_lines else (),
        weights=weights,
        totals=totals,
        now=moved.weight_now,
        global_now=moved.global_now,
        whole=results.global_[results.tree.parent[moved.criterion]],
        reigns=reigns(results, moved),
        reason=moved.reason or "",
        crossovers=moved.crossovers,
    )


EVERYWHERE = "everywhere"
"""Stands for all nodes where one may be chosen."""


def by_how_little(results: Results, node: str) -> list[OneWay]:
    """The sweeps of a node's children, or ``EVERYWHERE``: the first is the one that moves least for another leader."""
    criteria = results.tree.nodes[1:] if node == EVERYWHERE else results.tree.children.get(node, ())
    return [least.sweep for least in least_changes(results, criteria)] if criteria else []


def answer(results: Results, moved: OneWay) -> str:
    """The heading: what weight of this criterion would change who is first."""
    name = results.study.name_of(moved.criterion)
    if moved.reason:
        return _("The weight of {criterion} cannot move: {reason}.").format(criterion=name, reason=moved.reason)
    if results.leader is None or moved.stays_first is None:
        return _("No host can lead, so no weight can change the leader.")
    low, high = moved.stays_first
    sentence = _limits_in_words(low > 0, high < 1)
    return sentence.format(
        leader=results.leader_name,
        criterion=name,
        low=per_cent(low),
        high=per_cent(high),
        now=per_cent(moved.weight_now),
    )


def _limits_in_words(has_low: bool, has_high: bool) -> str:
    if has_low and has_high:
        return _("{leader} stays first while {criterion} weighs between {low} and {high} (now {now}).")
    if has_high:
        return _("{leader} stays first while {criterion} weighs less than {high} (now {now}).")
    if has_low:
        return _("{leader} stays first while {criterion} weighs more than {low} (now {now}).")
    return _("No weight of {criterion} changes the leader.")


def change_in_words(before: str, after: str, weight: float, now: float) -> str:
    """What happens where the reign of one host (a name) ends: «Canada passes Spain at 34.1 %»."""
    if weight < now:
        return _("{host} leads below {weight}").format(host=before, weight=per_cent(weight))
    return _("{host} passes {other} at {weight}").format(host=after, other=before, weight=per_cent(weight))
