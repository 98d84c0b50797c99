"""Smallest flip: the least weight that has to move for another host to be first, or who prevents it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.weight_programs import Blockade, blockade, nearest_weights
from decidr.core.analysis.synthesis import DUST, TIE
from decidr.core.analysis.weighing import unscaled_totals
from decidr.core.study.criteria import GOAL

LEAVES: Literal["leaves"] = "leaves"
"""The level at which all counted leaves move, each by itself."""


class Flip(Struct, frozen=True):
    """What it takes for a ``host`` (an id) to be first of those that can lead, or to share that place.

    ``level`` is the node whose children's weights move, the proportions below kept, or ``LEAVES``. ``moved`` is half
    the sum of all changes, and ``weights`` (by id) are those at which it happens: local ones, or of leaves global ones.
    Both None where no weights do: then ``kept_behind_by`` are hosts that suffice to prevent it, best first, and
    ``kept_behind_on`` the leaves on which these are ahead today, the most first. Not ``may_lead``: then no weights are
    asked, and nobody keeps the host behind.
    """

    host: str
    level: str
    may_lead: bool = True
    moved: float | None = None
    weights: Mapping[str, float] | None = None
    kept_behind_by: tuple[str, ...] = ()
    kept_behind_on: tuple[str, ...] = ()

    @property
    def never(self) -> bool:
        """Whether no weights of this level put the host first."""
        return self.moved is None


def smallest_flips(results: Results, level: str = GOAL, step: Callable[[], object] = lambda: None) -> tuple[Flip, ...]:
    """The smallest flip of every host but the leader, in the order of their ranks, those that may not lead last.

    ``level`` is a counted node with children (an id), or ``LEAVES``; KeyError for another. Who may lead is as today.
    None without a leader. ``step`` is called now and then.
    """
    return tuple(_flips(results, level, step)) if results.leader is not None else ()


def weights_moved(results: Results, flip: Flip) -> dict[str, float]:
    """The new weights (by id) of those that differ from today's; none of a flip that no weights make."""
    now = results.global_ if flip.level == LEAVES else results.local
    return {node: weight for node, weight in (flip.weights or {}).items() if abs(weight - now[node]) > TIE}


def _flips(results: Results, level: str, step: Callable[[], object]) -> Iterator[Flip]:
    moving = _moving(results, level)
    for host in results.eligible_order[1:]:
        yield _flip(results, level, moving, host)
        step()
    outside = (h for h in range(len(results.hosts)) if h not in results.eligible_order)
    yield from (Flip(results.hosts[h], level, may_lead=False) for h in outside)


class _Moving(NamedTuple):
    """The weights that move: their ids and values (C,), and the totals (C, H) where one of them is all."""

    items: tuple[str, ...]
    now: Floats
    totals: Floats


def _moving(results: Results, level: str) -> _Moving:
    if level == LEAVES:
        return _Moving(results.leaves, results.leaf_weights, results.scores)
    items = results.tree.children[level]
    nothing = dict.fromkeys(items, 0.0)
    corners = [unscaled_totals(results, {**results.local, **nothing, item: 1.0}) for item in items]
    return _Moving(items, np.array([results.local[item] for item in items]), np.array(corners))


def _flip(results: Results, level: str, moving: _Moving, host: int) -> Flip:
    rivals = [h for h in results.eligible_order if h != host]
    leads = (moving.totals[:, [host]] - moving.totals[:, rivals]).T
    leads = np.where(np.abs(leads) <= DUST, 0.0, leads)
    blocked = blockade(leads)
    if blocked:
        by = [rivals[k] for k in blocked.blockers]
        on = _leaves_behind(results, host, rivals, blocked)
        names = tuple(results.hosts[h] for h in by)
        return Flip(results.hosts[host], level, kept_behind_by=names, kept_behind_on=on)
    moved = nearest_weights(moving.now, leads)
    if moved is None:
        return Flip(results.hosts[host], level)
    weights = dict(zip(moving.items, moved.weights.tolist(), strict=True))
    return Flip(results.hosts[host], level, moved=moved.distance, weights=weights)


def _leaves_behind(results: Results, host: int, rivals: list[int], blocked: Blockade) -> tuple[str, ...]:
    """The leaves on which those who keep a host behind are ahead of it today, the most first."""
    behind = results.contributions[:, rivals] @ blocked.shares - results.contributions[:, host]
    order = np.argsort(-behind, kind="stable").tolist()
    return tuple(results.leaves[leaf] for leaf in order if behind[leaf] > DUST)
