"""The nearest value of one cell at which another host draws level with the leader, under the study's synthesis."""

from collections.abc import Iterator
from math import isnan, nextafter, ulp
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.analysis.sensitivity.moved_cell import MovedCell, Stretch
from decidr.core.analysis.synthesis import DUST
from decidr.core.study.study import Synthesis

BEYOND = 1e-12
"""How far beyond an end that does not belong to it a stretch is taken to begin, as a share of its length."""


class Rivalry(NamedTuple):
    """What does not move with the cell: totals (H,) ``without`` its leaf, the leaf's ``weight``, and the ``leader``.

    ``may_lead`` (H,) are the hosts that could if the cell's host meets every must.
    """

    without: Floats
    weight: float
    leader: int
    may_lead: Booleans
    synthesis: Synthesis


class Tie(NamedTuple):
    """At ``value`` the ``host`` (a place) is no longer behind; ``is_ranked``: the cell's host then meets every must.

    ``distance`` is from today's value, in the unit; of a gap from the middle, in score.
    """

    value: float
    distance: float
    host: int
    is_ranked: bool


def first_tie(cell: MovedCell, rivalry: Rivalry) -> Tie | None:
    """The tie nearest to what the cell is now; None where no value between the ends brings one."""
    found = (tie for stretch in cell.stretches for tie in _ties(cell, stretch, rivalry))
    return min(found, key=lambda tie: tie.distance, default=None)


def _ties(cell: MovedCell, stretch: Stretch, rivalry: Rivalry) -> Iterator[Tie]:
    """The nearest tie of each part of a stretch."""
    rivals = rivalry.may_lead.copy()
    rivals[cell.host] &= stretch.is_ranked
    leads = bool(rivals[rivalry.leader])
    rivals[rivalry.leader] = False
    if rivals.any():
        for part in _divided(stretch, rivalry.synthesis):
            tie = _nearest(cell, stretch, part, _ahead(part, rivalry, leads), rivals)
            if tie:
                yield tie


class _Ahead(NamedTuple):
    """How far each host (H,) is ahead of the leader at both ends of a part; between them its sign is that of a line."""

    at_start: Floats
    at_end: Floats


def _ahead(part: Stretch, rivalry: Rivalry, leads: bool) -> _Ahead:
    level = rivalry.without * part.whole + rivalry.weight * part.level
    slope = rivalry.without * part.growth + rivalry.weight * part.slope
    if leads:
        level, slope = level - level[rivalry.leader], slope - slope[rivalry.leader]
    places = part.places
    over = [part.whole + part.growth * place for place in places]
    start, end = ((level + slope * place) / max(over) for place in places)
    if over[0] <= DUST:  # both lines begin at 0 there, so their ratio is the same all along
        start = end
    elif over[1] <= DUST:
        end = start
    return _Ahead(*(np.where(np.abs(values) <= DUST, 0.0, values) for values in (start, end)))


def _nearest(cell: MovedCell, stretch: Stretch, part: Stretch, ahead: _Ahead, rivals: Booleans) -> Tie | None:
    """The nearest place of a part at which a rival is not behind; of several hosts there the one farthest ahead."""
    tying = np.flatnonzero(rivals & (np.maximum(*ahead) >= 0))
    if not tying.size:
        return None
    at_start, at_end = (values[tying] for values in ahead)
    start, end = part.places
    root = start + (end - start) * at_start / np.where(at_start == at_end, 1.0, at_start - at_end)
    low, high = np.where(at_start >= 0, start, root), np.where(at_end >= 0, end, root)
    places = np.clip(_wanted(cell, stretch), low, high).tolist()
    ties = [_tie(cell, stretch, part, place, host) for place, host in zip(places, tying.tolist(), strict=True)]
    leads = at_start + (at_end - at_start) * (np.array(places) - start) / (end - start or 1.0)
    return min(zip(ties, leads.tolist(), strict=True), key=lambda found: (found[0].distance, -found[1]))[0]


def _wanted(cell: MovedCell, stretch: Stretch) -> float:
    """The place that is nearest to what the cell is now, were it on the stretch."""
    place = stretch.place_of(cell.host, cell.middle) if isnan(cell.now) else stretch.place(cell.now)
    return stretch.places[0] if isnan(place) else place


def _tie(cell: MovedCell, stretch: Stretch, part: Stretch, place: float, host: int) -> Tie:
    value = part.value(place)
    if value in part.opens_at:
        value = _beyond(part, is_start=value == part.start)
    distance = abs(stretch.score(cell.host, place) - cell.middle) if isnan(cell.now) else abs(value - cell.now)
    return Tie(value, distance, host, stretch.is_ranked)


def _beyond(part: Stretch, is_start: bool) -> float:
    """The nearest value inside an end of which a curve can tell: the logarithms of neighbours may be the same."""
    places = part.places if is_start else part.places[::-1]
    length = places[1] - places[0]
    step = max(BEYOND * abs(length), 4 * ulp(part.origin + places[0])) * (1 if length > 0 else -1)
    start, end = (part.start, part.end) if is_start else (part.end, part.start)
    nearest = nextafter(start, end)
    value = part.value(places[0] + step)
    return value if min(start, end) < value < max(start, end) else nearest


# The division of the synthesis


def _divided(stretch: Stretch, synthesis: Synthesis) -> Iterator[Stretch]:
    """The stretch, or its parts, with the scores that the synthesis makes of them."""
    if synthesis == "absolute":
        yield stretch
    elif synthesis == "distributive":
        yield _divided_by(stretch, float(stretch.level.sum()), float(stretch.slope.sum()))
    else:
        for start, end, best in _reigns(stretch):
            part = stretch._replace(start=start, end=end)
            yield _divided_by(part, float(stretch.level[best]), float(stretch.slope[best]))


def _divided_by(part: Stretch, whole: float, growth: float) -> Stretch:
    """The part over another line; where that is 0 the leaf is 0 for all, and at one end alone the scores jump there."""
    ends = {part.start: whole + growth * part.places[0], part.end: whole + growth * part.places[1]}
    nothing = tuple(value for value, by in ends.items() if abs(by) <= DUST)
    if len(nothing) == len(ends):
        return part._replace(level=0.0 * part.level, slope=0.0 * part.slope, whole=1.0, growth=0.0)
    return part._replace(whole=whole, growth=growth, opens_at=(*part.opens_at, *nothing))


def _reigns(stretch: Stretch) -> Iterator[tuple[float, float, int]]:
    """From which value to which each host has the leaf's largest score."""
    place, end = stretch.places
    dust = max(DUST * (end - place), 4 * ulp(stretch.origin + end))  # a reign no longer than rounding is none
    start = stretch.start
    while True:
        scores = stretch.level + stretch.slope * place
        tied = np.flatnonzero(scores >= scores.max() - DUST)
        best = int(tied[stretch.slope[tied].argmax()])
        faster = np.flatnonzero(stretch.slope > stretch.slope[best] + DUST)
        meets = place + (scores[best] - scores[faster]) / (stretch.slope[faster] - stretch.slope[best])
        after = meets[meets > place]
        if not after.size or after.min() >= end - dust:
            yield start, stretch.end, best
            return
        place = float(after.min())
        yield start, stretch.value(place), best
        start = stretch.value(place)
