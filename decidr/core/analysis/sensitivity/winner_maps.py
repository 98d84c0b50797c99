"""Two-way and triangle: who leads as two or three sibling weights move together (method: Sensitivity)."""

from math import sqrt

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_regions import CORNERS, Border, Point, Region, nearest_border, regions
from decidr.core.analysis.weighing import unscaled_totals
from decidr.language import _

SQUARE: Floats = np.array([[1.0, 0.0], [0.0, 1.0], [0.0, 0.0]])
"""Two weights drawn across and up; the third corner is where both are 0."""

EQUILATERAL: Floats = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, sqrt(3) / 2]])
"""Three weights drawn as a triangle with sides of 1."""


class WinnerMap(Struct, frozen=True):
    """Who leads over a triangle of local weights of two or three sibling ``criteria`` (ids).

    Points are shares of the three corners. Of two criteria they are both weights and what the other siblings have
    together, so ``outline[:, :2]`` draws weight against weight. Of three they are the parts of ``share``, the weight
    that the three have together; ``share * outline`` are their weights. ``now`` is today's point. ``border`` is the
    nearest at which another host draws level with the leader, None where there is none; its distance is in local weight
    as drawn on ``corners`` (3, 2). Without regions, and with a ``reason``, where the weights cannot move.
    """

    criteria: tuple[str, ...]
    corners: Floats
    share: float
    now: Point
    others: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    border: Border | None = None
    reason: str | None = None


def two_way(results: Results, across: str, up: str) -> WinnerMap:
    """Two siblings (ids) move with a sum of at most 1, and the others keep their proportions.

    ValueError for criteria that are not two children of one node.
    """
    others = tuple(node for node in _siblings(results, (across, up)) if node not in (across, up))
    rest = sum(results.local[node] for node in others)
    reason = _why_fixed(results, across)
    if not others:
        reason = _("there is no third criterion to take what the two leave")
    elif not reason and not rest > 0:
        reason = _("all other siblings weigh 0, so they have no proportions to keep")
    now = (results.local[across], results.local[up], rest)
    return _with_regions(results, WinnerMap((across, up), SQUARE, 1.0, now, others, reason=reason))


def triangle(results: Results, first: str, second: str, third: str) -> WinnerMap:
    """Three siblings (ids) share what they share today, and the others stay; ValueError as for two."""
    criteria = (first, second, third)
    _siblings(results, criteria)
    share = sum(results.local[node] for node in criteria)
    reason = _why_fixed(results, first)
    if not reason and not share > 0:
        reason = _("the three weigh 0 together, so there is nothing to share")
    a, b, c = (results.local[node] / share if share else np.nan for node in criteria)
    return _with_regions(results, WinnerMap(criteria, share * EQUILATERAL, share, (a, b, c), reason=reason))


def weights_at(results: Results, winner_map: WinnerMap, point: Point) -> dict[str, float]:
    """All local weights at a point of the map."""
    moved = dict(zip(winner_map.criteria, (winner_map.share * part for part in point), strict=False))
    rest = sum(results.local[node] for node in winner_map.others)
    stretched = {node: point[2] * results.local[node] / rest for node in winner_map.others}
    return {**results.local, **moved, **stretched}


def _with_regions(results: Results, empty: WinnerMap) -> WinnerMap:
    """The map with its regions and the nearest border; as it is where there is a reason."""
    if empty.reason:
        return empty
    totals = np.stack([unscaled_totals(results, weights_at(results, empty, corner)) for corner in CORNERS])
    border = nearest_border(results, totals, empty.now, empty.corners)
    return replace(empty, regions=regions(results, totals), border=border)


def _siblings(results: Results, criteria: tuple[str, ...]) -> tuple[str, ...]:
    """All children of the criteria's parent."""
    parents = {results.tree.parent[criterion] for criterion in criteria}
    if len(parents) > 1 or len(set(criteria)) < len(criteria):
        raise ValueError("the criteria must be different children of one node")
    return results.tree.children[parents.pop()]


def _why_fixed(results: Results, criterion: str) -> str | None:
    if np.isnan(results.local[criterion]):
        return _("the node has no weights yet")
    if np.isnan(results.totals).any():
        return _("some leaves have no scores or weights yet")
    return _("no host can lead") if results.leader is None else None
