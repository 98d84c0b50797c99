"""What the next meeting should talk about: the differences of opinion that move the leader's margin most."""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from decidr.core.ahp.group import aggregate_priorities, dispersion
from decidr.core.ahp.scales import BREAK_ABOVE_NINE, LIMIT
from decidr.core.analysis.matrices import Floats, MatrixResult
from decidr.core.analysis.nodes import WIDEST, NodeResult, priorities_of
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.analysis.table import leaf_data
from decidr.core.analysis.weighing import Standing, global_weights, standing
from decidr.core.study.study import Settings
from decidr.core.value.scores import pairwise_scores

Pair = tuple[int, int]

StandingWith = Callable[[Floats], Standing]

EQUAL = 1e-9
"""Judgments with a smaller standard deviation, in logs, are the same."""


class AgendaItem(Struct, frozen=True):
    """One pair that people judge differently, and what it means for the leader.

    ``first`` is preferred ``ratio`` times to ``second`` (ids of items of ``node``) in the mean of the ``judged`` people
    who judged the pair; ``spread`` is the weighted standard deviation of its log. At ``ratio_down`` and ``ratio_up``,
    one deviation away, the leader's margin over the best other eligible host changes by ``change_down`` and
    ``change_up`` (in totals; NaN where no other is eligible then), and ``leader_down`` and ``leader_up`` lead (host
    ids; None where the leader stays).
    """

    node: str
    first: str
    second: str
    judged: int
    ratio: float
    spread: float
    ratio_down: float
    ratio_up: float
    change_down: float
    change_up: float
    leader_down: str | None
    leader_up: str | None

    @property
    def largest_change(self) -> float:
        """The larger change of the margin, of either direction and sign."""
        return max((abs(change) for change in (self.change_down, self.change_up) if not np.isnan(change)), default=0.0)


def agenda(results: Results, most: int = 10, step: Callable[[], object] = lambda: None) -> tuple[AgendaItem, ...]:
    """The pairs, at most so many, whose differences move the leader's margin most; equal moves in the tree's order.

    Everybody's own judgment of the pair is multiplied by exp(±spread), no further than the study's scale allows, and
    the node solved again by the study's own methods; nodes where the group does not count have nothing to settle.
    Empty where fewer than two hosts are eligible. ``step`` is called after each pair that is looked at.
    """
    if len(results.eligible_order) < 2:
        return ()
    found: list[AgendaItem] = []
    for node in results.nodes.values():
        for item in _at_node(results, node):
            found.append(item)
            step()
    moving = [item for item in found if item.largest_change > TIE]
    return tuple(sorted(moving, key=lambda item: -round(item.largest_change / TIE)))[:most]


def _at_node(results: Results, node: NodeResult) -> Iterator[AgendaItem]:
    if node.group is None or node.group.priorities is None:
        return
    weights = np.array([results.sources.people[voice.participant or ""] for voice in node.voices])
    debate = _Debate(node, node.group, weights, results.study.settings)
    apart, stand = dispersion(debate.stack, weights), _standing_with(results, node)
    for i, j in np.argwhere(np.triu(apart > EQUAL, 1)).tolist():
        yield _item(results, debate, stand, (i, j), float(apart[i, j]))


class _Debate(Struct, frozen=True, dict=True):
    """A node at which the group counts, and the ``weights`` (p,) of those who judged pairs there."""

    node: NodeResult
    group: MatrixResult
    weights: Floats
    settings: Settings

    @cached_property
    def stack(self) -> Floats:
        """Everybody's judgments (p, n, n)."""
        return np.stack([voice.judgments for voice in self.node.voices])

    def moved(self, matrices: Floats, pair: Pair, factor: float) -> Floats:
        """Judgments (p, n, n) with that pair multiplied, as far as the scale allows."""
        i, j = pair
        limit = LIMIT if self.settings.scale in BREAK_ABOVE_NINE else WIDEST
        moved = matrices.copy()
        moved[:, i, j] = np.clip(matrices[:, i, j] * factor, 1.0 / limit, limit)
        moved[:, j, i] = 1.0 / moved[:, i, j]
        return moved

    def weights_if(self, pair: Pair, factor: float) -> Floats:
        """The node's local weights (n,) if everybody's judgment of the pair were multiplied."""
        if self.settings.group == "judgments":
            (weights,) = priorities_of(self.moved(self.group.judgments[None], pair, factor), self.settings)
            return np.asarray(weights)
        linked = np.array([voice.priorities is not None for voice in self.node.voices])
        stack, priorities = self.stack[linked], np.stack([*self._priorities])
        judged = ~np.isnan(stack[:, *pair])
        priorities[judged] = priorities_of(self.moved(stack[judged], pair, factor), self.settings)
        arithmetic = self.settings.group == "priorities arithmetic"
        return aggregate_priorities(priorities, self.weights[linked], arithmetic)

    @property
    def _priorities(self) -> Iterator[Floats]:
        """Priorities of those whose pairs connect the node."""
        return (voice.priorities for voice in self.node.voices if voice.priorities is not None)


def _item(results: Results, debate: _Debate, stand: StandingWith, pair: Pair, spread: float) -> AgendaItem:
    i, j = pair
    items = debate.node.node.items
    factors = (float(np.exp(-spread)), float(np.exp(spread)))
    down, up = (_consequence(results, stand(debate.weights_if(pair, factor))) for factor in factors)
    lower, upper = (float(debate.moved(debate.group.judgments[None], pair, factor)[0, i, j]) for factor in factors)
    return AgendaItem(
        node=debate.node.node.id,
        first=items[i],
        second=items[j],
        judged=int(np.count_nonzero(~np.isnan(debate.stack[:, i, j]))),
        ratio=float(debate.group.judgments[i, j]),
        spread=spread,
        ratio_down=lower,
        ratio_up=upper,
        change_down=down.change,
        change_up=up.change,
        leader_down=down.leader,
        leader_up=up.leader,
    )


class _Consequence(NamedTuple):
    change: float
    leader: str | None


def _consequence(results: Results, then: Standing) -> _Consequence:
    """How the margin of today's leader changes, and who leads then if it is another."""
    leader, today = results.eligible_order[0], Standing(results.totals, results.ranks, results.eligible)
    change = _margin(then, leader) - _margin(today, leader)
    return _Consequence(change, None if then.leader in (leader, None) else results.hosts[then.leader])


def _margin(at: Standing, leader: int) -> float:
    """The leader's total less that of the best other eligible host; NaN without one."""
    rivals = at.eligible & (at.ranks > 0)
    rivals[leader] = False
    return float(at.totals[leader] - at.totals[rivals].max()) if rivals.any() else np.nan


def _standing_with(results: Results, node: NodeResult) -> StandingWith:
    """How the hosts stand with other weights (n,) at the node."""
    id_, items = node.node.id, node.node.items

    def of_criteria(weights: Floats) -> Standing:
        local = dict(zip(items, results.sources.moved_weights(items, weights).tolist(), strict=True))
        global_ = global_weights(results.tree, {**results.local, **local})
        return standing(results, results.raw_scores, np.array([global_[leaf] for leaf in results.leaves]))

    def of_hosts(weights: Floats) -> Standing:
        scores = results.raw_scores.copy()
        moved = results.sources.moved_scores(id_, pairwise_scores(leaf, weights))
        scores[results.leaves.index(id_)] = moved.middle
        return standing(results, scores, results.leaf_weights)

    if id_ in results.tree.children:
        return of_criteria
    leaf = leaf_data(results.sources, id_, results.synthesis)
    return of_hosts
