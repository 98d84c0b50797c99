"""Who leads where in a triangle of weights over which the totals are linear: exact polygons."""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import DUST

Point = tuple[float, float, float]
"""Shares of the three corners, which sum to 1."""


class Region(Struct, frozen=True):
    """The convex ``outline`` (N, 3), shares of the corners, in which ``hosts`` (ids) lead.

    More than one host where they have the same totals everywhere, in the order of their ranks.
    """

    hosts: tuple[str, ...]
    outline: Floats


class Border(Struct, frozen=True):
    """The nearest point, shares of the corners, at which ``rival`` (an id) draws level with the leader.

    ``distance`` is as the triangle is drawn.
    """

    rival: str
    at: Point
    distance: float


def regions(results: Results, totals: Floats) -> tuple[Region, ...]:
    """The regions of the hosts that can lead, best first today; ``totals`` (3, H) are those at the corners.

    They cover the triangle and share their borders. A host that is first on no more than a line has none.
    """
    groups = _alike(results, totals)
    firsts = [group[0] for group in groups]
    found = []
    for group in groups:
        leads = [(totals[:, group[0]] - totals[:, rival]).tolist() for rival in firsts if rival != group[0]]
        outline = _where_not_behind(leads)
        if _area(outline) > DUST:
            found.append(Region(tuple(results.hosts[h] for h in group), np.array(outline)))
    return tuple(found)


def nearest_border(results: Results, totals: Floats, today: Point, corners: Floats) -> Border | None:
    """Where another host first draws level with the leader, seen from ``today``; None where nobody ever does.

    ``corners`` (3, 2) are those of the triangle as it is drawn.
    """
    if results.leader is None:
        return None
    found = []
    for rival in results.eligible_order[1:]:
        lead = (totals[:, rival] - totals[:, results.leader]).tolist()
        outline = _where_not_behind([lead])
        if outline:
            at = today if _value(lead, today) >= 0 else _nearest(outline, today, corners)
            found.append(Border(results.hosts[rival], at, _distance(at, today, corners)))
    return min(found, key=lambda border: border.distance, default=None)


def _alike(results: Results, totals: Floats) -> list[list[int]]:
    """The hosts that can lead, those together that have the same totals everywhere."""
    groups: list[list[int]] = []
    for h in results.eligible_order:
        same = (g for g in groups if float(np.abs(totals[:, g[0]] - totals[:, h]).max()) <= DUST)
        group = next(same, None)
        if group is None:
            groups.append([h])
        else:
            group.append(h)
    return groups


CORNERS: Sequence[Point] = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def _where_not_behind(leads: Sequence[Sequence[float]]) -> list[Point]:
    """The part of the triangle where every lead, given at the three corners, is at least 0."""
    outline = list(CORNERS)
    for lead in leads:
        outline = _cut(outline, lead)
    return outline


def _cut(outline: Sequence[Point], lead: Sequence[float]) -> list[Point]:
    """The part of a convex outline where a linear lead is at least 0 (Sutherland & Hodgman 1974)."""
    values = [_value(lead, point) for point in outline]
    if min(values, default=0.0) >= 0:
        return list(outline)
    kept: list[Point] = []
    for (point, value), (after, value_after) in pairwise([*zip(outline, values, strict=True), (outline[0], values[0])]):
        if value >= 0:
            kept.append(point)
        if value * value_after < 0:
            kept.append(_between(point, after, value / (value - value_after)))
    return list(dict.fromkeys(kept))


def _value(lead: Sequence[float], point: Point) -> float:
    """The lead at a point; 0 where only rounding parts it."""
    value = lead[0] * point[0] + lead[1] * point[1] + lead[2] * point[2]
    return 0.0 if abs(value) <= DUST else value


def _between(one: Point, other: Point, share: float) -> Point:
    a, b, c = (x + share * (y - x) for x, y in zip(one, other, strict=True))
    return a, b, c


def _area(outline: Sequence[Point]) -> float:
    """The area of an outline, twice that of the triangle being 1."""
    edges = pairwise([*outline, *outline[:1]])
    return abs(sum(a[0] * b[1] - a[1] * b[0] for a, b in edges)) / 2


def _nearest(outline: Sequence[Point], point: Point, corners: Floats) -> Point:
    """The nearest point on the edge of an outline."""
    edges = pairwise([*outline, outline[0]])
    return min((_on_edge(a, b, point, corners) for a, b in edges), key=lambda at: _distance(at, point, corners))


def _on_edge(start: Point, end: Point, point: Point, corners: Floats) -> Point:
    """The nearest point of the edge from ``start`` to ``end``."""
    along, away = _drawn(end, start, corners), _drawn(point, start, corners)
    length = along[0] ** 2 + along[1] ** 2
    share = (along[0] * away[0] + along[1] * away[1]) / length if length else 0.0
    return _between(start, end, min(max(share, 0.0), 1.0))


def _distance(one: Point, other: Point, corners: Floats) -> float:
    return hypot(*_drawn(one, other, corners))


def _drawn(point: Point, origin: Point, corners: Floats) -> tuple[float, float]:
    """A point as it is drawn, seen from ``origin``."""
    x, y = (np.subtract(point, origin) @ corners).tolist()
    return x, y
