"""Tornado: what each weight and each uncertain cell, moved alone, does to the leader's margin (method: Sensitivity)."""

from collections.abc import Iterator, Sequence
from itertools import chain
from math import inf, isinf, isnan

import numpy as np
from msgspec import Struct

from decidr.core.analysis.data.cell_reach import bounded, gaps
from decidr.core.analysis.data.supposing import Standings, Supposed, standings_if
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import moved_weights, why_fixed
from decidr.core.analysis.synthesis import TIE, ranks, scaled
from decidr.core.analysis.weighing import unscaled_totals
from decidr.core.study.criteria import GOAL

STEP = 0.10
"""How far a local weight goes either way."""


class End(Struct, frozen=True):
    """One end of a bar: ``at`` is the local weight, or the cell's score after the view's turn.

    ``change`` is that of the leader's margin over the best other eligible host, as a share of 1; NaN where one of them
    may not lead then. ``leader`` (a host id) leads then, None where that is today's leader or nobody.
    """

    at: float
    change: float
    leader: str | None


class Bar(Struct, frozen=True):
    """A criterion whose local weight moves, or a leaf and the ``host`` whose cell does (ids; host empty for a weight).

    A weight goes ten points down (``low``) and up; a cell to its Low and its High; a gap to the worst and the best of
    its band.
    """

    criterion: str
    host: str
    low: End
    high: End

    @property
    def width(self) -> float:
        """From the least to the largest change, today's margin between; infinite where the margin cannot be told."""
        changes = (self.low.change, self.high.change, 0.0)
        return inf if any(map(isnan, changes)) else max(changes) - min(changes)


class Tornado(Struct, frozen=True):
    """``margin`` of the ``leader`` over the ``second`` (ids) today, as a share of 1, and the bars, the widest first."""

    leader: str
    second: str
    margin: float
    bars: tuple[Bar, ...]


def tornado(results: Results) -> Tornado | None:
    """What moves the leader's margin most; None with fewer than two hosts that can lead.

    Among bars of equal width come first the weights, then the gaps, each in the tree's order. A moved weight leaves as
    it is who may lead.
    """
    if len(results.eligible_order) < 2:
        return None
    first, second = results.eligible_order[:2]
    bars = sorted((*_weight_bars(results), *_cell_bars(results)), key=_narrowness)
    margin = float(results.totals[first] - results.totals[second])
    return Tornado(results.hosts[first], results.hosts[second], margin, tuple(bars))


def _narrowness(bar: Bar) -> float:
    """What the bars are sorted by: widths that only rounding parts are equal."""
    width = bar.width
    return -inf if isinf(width) else -round(width / TIE)


def _weight_bars(results: Results) -> Iterator[Bar]:
    """Every criterion whose weight can move; it is cut at 0 and 1."""
    criteria = [node for node in results.tree.nodes if node != GOAL and not why_fixed(results, node)]
    now = [results.local[criterion] for criterion in criteria]
    places = [place for weight in now for place in (max(0.0, weight - STEP), min(1.0, weight + STEP))]
    moved = zip(np.repeat(criteria, 2).tolist(), places, strict=True)
    totals = [unscaled_totals(results, moved_weights(results, criterion, weight)) for criterion, weight in moved]
    ends = _ends(results, places, _standings(results, np.array(totals).reshape(len(places), len(results.hosts))))
    yield from (Bar(criterion, "", low, high) for criterion, low, high in zip(criteria, ends, ends, strict=False))


def _cell_bars(results: Results) -> Iterator[Bar]:
    """Every gap, and every figure with a Low and a High."""
    pairs: list[Sequence[Supposed]] = [*gaps(results), *bounded(results)]
    cases = list(chain.from_iterable(pairs))
    ends = _ends(results, [float(case.row[case.host]) for case in cases], standings_if(results, cases))
    for case, low, high in zip(cases[::2], ends, ends, strict=False):
        yield Bar(results.leaves[case.leaf], results.hosts[case.host], low, high)


def _standings(results: Results, totals: Floats) -> Standings:
    """How the hosts stand with other totals (N, H), before the ideal synthesis scales them."""
    shown = scaled(totals, results.synthesis)
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    return Standings(shown, ranks(shown, ranked), np.broadcast_to(results.eligible, shown.shape))


def _ends(results: Results, places: Sequence[float], then: Standings) -> Iterator[End]:
    leader, second = results.eligible_order[:2]
    changes = then.margins(leader) - (results.totals[leader] - results.totals[second])
    for at, change, first in zip(places, changes.tolist(), then.leaders.tolist(), strict=True):
        yield End(at, change, None if first in (leader, -1) else results.hosts[first])
