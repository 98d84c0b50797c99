"""One cell moved from end to end: its leaf's scores in stretches on which they are ratios of straight lines."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import exp, inf, log, nan
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from decidr.core.analysis.data.cell_reach import bounds, counting, is_ranked_with, with_value
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.moves import Change
from decidr.core.analysis.musts import parse_must
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.data import Cell
from decidr.core.value.curves import ends

SPLITS, NEAR = 30, 1e-6
"""A stretch of moved scores is halved at most so often, and looked at so near its ends, as shares of its length."""


class Stretch(NamedTuple):
    """From value ``start`` to value ``end`` the leaf's scores (H,) are ``(level + slope x) / (whole + growth x)``.

    x, the place, is the value, or its logarithm where ``is_log``, less ``origin``: counted from afar, a short stretch
    would lose its digits. Scores are those after the view's turn, before the synthesis. ``is_ranked``: the cell's host
    meets every must here. ``opens_at`` are ends that do not belong to it. A stretch without length is a value at which
    scores or musts jump.
    """

    start: float
    end: float
    level: Floats
    slope: Floats
    whole: float = 1.0
    growth: float = 0.0
    is_log: bool = False
    origin: float = 0.0
    is_ranked: bool = True
    opens_at: tuple[float, ...] = ()

    @property
    def places(self) -> tuple[float, float]:
        """The places of both ends."""
        return self.place(self.start), self.place(self.end)

    def value(self, place: float) -> float:
        """The value at a place between the ends."""
        ends_here = dict(zip(self.places, (self.start, self.end), strict=True))
        within = exp(self.origin + place) if self.is_log else self.origin + place
        return ends_here.get(place, min(max(within, self.start), self.end))

    def place(self, value: float) -> float:
        """The place of a value; of one that has no logarithm before all others."""
        return _place(value, self.is_log) - self.origin if value > 0 or not self.is_log else -inf

    def score(self, host: int, place: float) -> float:
        """A host's score at a place."""
        return float(self.scores(place)[host])

    def scores(self, place: float) -> Floats:
        """All scores (H,) at a place; where both lines come to 0, their ratio is the same all along."""
        over = self.whole + self.growth * place
        return np.asarray((self.level + self.slope * place) / over if over else self.slope / self.growth)

    def place_of(self, host: int, score: float) -> float:
        """Where a host has a score; NaN where it has the same one everywhere."""
        slope = float(self.slope[host]) - score * self.growth
        return (score * self.whole - float(self.level[host])) / slope if slope else nan


class MovedCell(Struct, frozen=True):
    """The cell of a ``host`` on a ``leaf`` (places in the results) between the ends of its leaf.

    ``now`` is the value that counts, NaN for a gap; what several people said is one value with their mean score.
    ``middle`` is the score with which it counts; ``span`` is what shares are shares of, in the unit.
    """

    leaf: int
    host: int
    stretches: tuple[Stretch, ...]
    now: float
    middle: float
    span: float


def moved_cell(results: Results, leaf: int, host: int) -> MovedCell | None:
    """The cell of a ``data`` or ``direct`` leaf; None where it is closed, or has no ends to move between."""
    cells = results.sources.cells.get((results.leaves[leaf], results.hosts[host]), ())
    if any(cell.closed for cell in cells if cell.participant is None):
        return None
    span, whole = _between_ends(results, leaf, host)
    stretches = tuple(_cut_by_must(results, leaf, host, whole))
    now = nan if results.missing[leaf, host] else _value_now(results, leaf, host, counting(cells), stretches)
    return MovedCell(leaf, host, stretches, now, float(results.raw_scores[leaf, host]), span) if stretches else None


Uncut = tuple[float, Sequence[Stretch]]
"""A leaf's span and the stretches between its ends, before any must cuts them; none where there are no ends."""


def _between_ends(results: Results, leaf: int, host: int) -> Uncut:
    id_ = results.leaves[leaf]
    curve, fixed = results.sources.criteria[id_].curve, ends(results.sources.criteria[id_])
    if results.sources.ways_of_scoring[id_] == "direct":
        return _direct(results, leaf, host)
    if fixed is None:
        return _relative(results, leaf, host, curve.form == "log")
    points = curve.points if curve.form == "points" else ((fixed[0], 0.0), (fixed[1], 1.0))
    knots = _then(results, leaf, host, sorted(points), curve.form == "log")
    return knots[-1][0] - knots[0][0], [*_along_knots(results, leaf, host, knots, curve.form == "log")]


def _direct(results: Results, leaf: int, host: int) -> Uncut:
    """From 0 to 1, or to the largest given, which also moves the gaps where they span from 0 to it."""
    given = [value for h in range(len(results.hosts)) for value in _values(results, leaf, h)]
    top = 1.0 if results.synthesis == "absolute" else max(given, default=0.0)
    if not top > 0:
        return top, ()
    if results.synthesis == "absolute" or not results.missing[leaf].any():
        return top, [*_along_knots(results, leaf, host, _then(results, leaf, host, [(0.0, 0.0), (top, top)]))]
    others = (value for h in range(len(results.hosts)) if h != host for value in _values(results, leaf, h))
    cuts = sorted({0.0, max(others, default=0.0), top})
    return top, [*_measured(results, leaf, host, cuts)]


def _relative(results: Results, leaf: int, host: int, is_log: bool) -> Uncut:
    """From the hosts' smallest value to their largest: the cell itself may be one of these ends, and move it."""
    everybody = {h: _values(results, leaf, h) for h in range(len(results.hosts))}
    given = [value for values in everybody.values() for value in values]
    others = [value for h, values in everybody.items() if h != host for value in values]
    low, high = min(given, default=0.0), max(given, default=0.0)
    if low == high or not others:
        return 0.0, ()
    limits = (min(others), max(others))
    kinks = (bound for h in everybody if h != host for bound in _bounds_of_gap(results, leaf, h))
    cuts = sorted({low, high, *limits, *(kink for kink in kinks if low < kink < high)})
    return high - low, [*_measured(results, leaf, host, cuts, limits, is_log)]


def _values(results: Results, leaf: int, host: int) -> list[float]:
    """What was said of a cell, also where it is closed: it still counts for the ends."""
    cells = results.sources.cells.get((results.leaves[leaf], results.hosts[host]), ())
    given = [cell for cell in cells if cell.value is not None]
    counted = [cell for cell in given if cell.participant is not None] or given
    return [float(cell.value or 0.0) for cell in counted]


def _bounds_of_gap(results: Results, leaf: int, host: int) -> Iterable[float]:
    cells = results.sources.cells.get((results.leaves[leaf], results.hosts[host]), ())
    own = next((cell for cell in cells if cell.participant is None), None)
    return (bounds(own) or ()) if own and results.missing[leaf, host] else ()


Knots = Sequence[tuple[float, float]]
"""Values, ascending, and their scores; between them a score follows a straight line of the place."""


def _then(results: Results, leaf: int, host: int, knots: Knots, is_log: bool = False) -> Knots:
    """The knots of a cell's score as the case has it: moved, and cut where the move reaches 0 or 1."""
    change = score_change(results, leaf, host)
    if change is None:
        return knots
    bends = [bend for pair in pairwise(knots) for bend in _bends(pair, change, is_log)]
    values, scores = zip(*sorted({*knots, *bends}), strict=True)
    return [*zip(values, change.of_scores(np.array(scores)).tolist(), strict=True)]


def score_change(results: Results, leaf: int, host: int) -> Change | None:
    """What the case makes of the score of a cell; None where it leaves it."""
    moves = results.sources.moves
    return moves.scores.get((results.leaves[leaf], results.hosts[host])) if moves else None


def _bends(pair: Knots, change: Change, is_log: bool) -> Iterator[tuple[float, float]]:
    """Where between two knots a moved score is cut to 0 or to 1."""
    (start, score), (end, next_score) = pair
    low, high = _place(start, is_log), _place(end, is_log)
    for limit in (0.0, 1.0):
        before = (limit - change.added) / change.factor if change.factor and change.to is None else nan
        if min(score, next_score) < before < max(score, next_score):
            place = low + (high - low) * (before - score) / (next_score - score)
            yield exp(place) if is_log else place, before


def _along_knots(results: Results, leaf: int, host: int, knots: Knots, is_log: bool = False) -> Iterator[Stretch]:
    """Scores that stand apart: the cell's own follows straight lines between knots, the others stay."""
    row, still, own = results.raw_scores[leaf], np.zeros(len(results.hosts)), np.arange(len(results.hosts)) == host
    if results.leaves[leaf] in results.sources.view.turned:
        knots = [(value, 1 - score) for value, score in knots]
    for (start, score), (end, next_score) in pairwise(knots):
        place = _place(start, is_log)
        slope = (next_score - score) / (_place(end, is_log) - place)
        yield Stretch(start, end, np.where(own, score, row), np.where(own, slope, 0.0), is_log=is_log, origin=place)
    if results.synthesis != "absolute":  # a leaf that is 0 for all jumps where one host gets a score
        yield from (Stretch(value, value, np.where(own, score, row), still) for value, score in knots)


def _measured(
    results: Results,
    leaf: int,
    host: int,
    cuts: Sequence[float],
    limits: Sequence[float] = (),
    is_log: bool = False,
) -> Iterator[Stretch]:
    """Scores that rest on the moved value: between two cuts they are found at two places.

    ``limits`` are the least and the largest of the other values where these and the moved one are the leaf's ends.
    """
    still = np.zeros(len(results.hosts))
    has_bends = any(score_change(results, leaf, h) for h in range(len(results.hosts)))
    for start, end in pairwise(cuts):
        outline = Stretch(start, end, still, still, is_log=is_log, origin=_place(start, is_log))
        yield from _straight(results, leaf, host, outline, limits, SPLITS if has_bends else 0)
    yield from (Stretch(cut, cut, with_value(results, leaf, host, cut).row, still) for cut in cuts)


def _straight(
    results: Results, leaf: int, host: int, outline: Stretch, limits: Sequence[float], splits: int
) -> Iterator[Stretch]:
    """A stretch through the scores at two places; halved where others are not on it, since a case cuts at 0 and 1."""

    def row(place: float) -> Floats:
        return with_value(results, leaf, host, outline.value(place)).row

    low, high = outline.places
    whole, growth = _distance_of_ends([outline.place(limit) for limit in limits], low, high)
    one, other, middle = low + (high - low) / 3, high - (high - low) / 3, (low + high) / 2
    first, second = (row(place) * (whole + growth * place) for place in (one, other))
    slope = (second - first) / (other - one)
    found = outline._replace(level=first - slope * one, slope=slope, whole=whole, growth=growth)
    near = (low + (high - low) * share for share in (NEAR, 0.5, 1 - NEAR))
    if not splits or all(np.abs(found.scores(place) - row(place)).max() <= TIE for place in near):
        yield found
        return
    cut = outline.value(middle)
    for part in (outline._replace(end=cut), outline._replace(start=cut)):
        yield from _straight(results, leaf, host, part, limits, splits - 1)


def _distance_of_ends(limits: Sequence[float], start: float, end: float) -> tuple[float, float]:
    """From end to end as a straight line of the moved place: what it is at 0, and how it grows; at most 1 here."""
    if not limits:
        return 1.0, 0.0
    low, high = limits
    if (start + end) / 2 < low:
        return high / (high - start), -1.0 / (high - start)
    return (-low / (end - low), 1.0 / (end - low)) if (start + end) / 2 > high else (1.0, 0.0)


def _place(value: float, is_log: bool) -> float:
    return log(value) if is_log else value


def _cut_by_must(results: Results, leaf: int, host: int, stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches with what the musts say of them, cut where the leaf's own must changes its mind."""
    must = parse_must(results.sources.criteria[results.leaves[leaf]].must)
    if must is None or isinstance(must.bound, str):
        yield from (stretch._replace(is_ranked=results.failed[host] is None) for stretch in stretches)
        return
    holds_at_bound = is_ranked_with(results, leaf, host, must.bound)
    for stretch in stretches:
        for part in _parts(stretch, must.bound):
            holds = is_ranked_with(results, leaf, host, (part.start + part.end) / 2)
            opens = must.bound in (part.start, part.end) and holds != holds_at_bound
            yield part._replace(is_ranked=holds, opens_at=(must.bound,) if opens else ())


def _parts(stretch: Stretch, cut: float) -> Iterator[Stretch]:
    """What lies before a value, the value itself, and what lies after it."""
    if not stretch.start <= cut <= stretch.end:
        yield stretch
        return
    values = (stretch.start, cut, cut, stretch.end)
    yield from (
        stretch._replace(start=start, end=end) for start, end in pairwise(values) if start < end or start == cut
    )


def _value_now(results: Results, leaf: int, host: int, cells: Sequence[Cell], stretches: Sequence[Stretch]) -> float:
    """The value of the cell; of several people's the nearest to their mean that has their mean score, else the mean."""
    if len(cells) == 1:
        return float(cells[0].value or 0.0)
    people = results.sources.people
    weights = [people.get(cell.participant or "", 1.0) for cell in cells]
    mean = float(np.average([float(cell.value or 0.0) for cell in cells], weights=weights))
    score = float(results.raw_scores[leaf, host])
    places = [(stretch, stretch.place_of(host, score)) for stretch in stretches]
    within = [(stretch, place) for stretch, place in places if stretch.places[0] <= place <= stretch.places[1]]
    values = [stretch.value(place) for stretch, place in within if abs(stretch.score(host, place) - score) <= TIE]
    return min(values, key=lambda value: abs(value - mean), default=mean)
