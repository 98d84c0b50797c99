"""What a careful person would mend first in the data: gaps, placeholders, and figures that deserve a second look."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.data.cell_reach import Reach, counting, gaps, placeholders
from decidr.core.analysis.data.same_measure import SameMeasure, same_measures
from decidr.core.analysis.data.supposing import Consequence, consequences
from decidr.core.analysis.evidence import KINDS as EVIDENCE
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.data import Cell
from decidr.core.study.names import folded
from decidr.core.study.problems import Place
from decidr.core.value.curves import ends

FlawKind = Literal["missing", "placeholder", "same", "beyond_ends", "unit", "old", "no_source"]

KINDS: tuple[FlawKind, ...] = ("missing", "placeholder", "unit", "beyond_ends", "same", "old", "no_source")
"""All kinds; those of equal effect come in this order."""

OLD_YEARS = 5
"""A figure is old whose year lies more than so many years before the study's date, or before its newest figure."""


class Effect(Struct, frozen=True):
    """What one cell alone could do to the ranking, at its worst and at its best; its host's ``rank`` as it is."""

    rank: int
    worst: Consequence
    best: Consequence

    @property
    def change(self) -> float:
        """The larger change of the leader's margin, of either sign, as a share of 1; infinite where it loses its place.

        The margin cannot be told where the leader fails a must or nobody else may lead.
        """
        changes = [abs(c.change) for c in (self.worst, self.best) if not np.isnan(c.change)]
        return np.inf if self._loses_place else max(changes, default=0.0)

    @property
    def leaders(self) -> tuple[str, ...]:
        """Who else could lead (host ids)."""
        found = (self.worst.leader, self.best.leader)
        return tuple(dict.fromkeys(leader for leader in found if leader is not None))

    @property
    def moves(self) -> int:
        """By how many ranks its host could move at most."""
        return max(abs(c.rank - self.rank) for c in (self.worst, self.best))

    @property
    def _loses_place(self) -> bool:
        return any(np.isnan(c.change) and c.leader is not None for c in (self.worst, self.best))


class Flaw(Struct, frozen=True):
    """One thing to mend: at the cell of a ``host`` on a ``criterion`` (ids), or on a whole leaf where host is empty.

    ``weight`` is the leaf's share of the whole; ``effect`` is told of gaps and placeholders where there is a leader.
    ``year`` is that of an old figure, ``value`` that beyond the ``ends`` (worst, best), ``unit`` the one that differs
    from ``wanted``; ``same`` tells of two leaves, of which ``criterion`` is the first.
    """

    kind: FlawKind
    criterion: str
    host: str
    place: Place
    weight: float
    effect: Effect | None = None
    year: int | None = None
    value: float | None = None
    ends: tuple[float, float] | None = None
    unit: str = ""
    wanted: str = ""
    same: SameMeasure | None = None


def data_quality(results: Results, step: Callable[[], object] = lambda: None) -> tuple[Flaw, ...]:
    """Everything to mend in what the view counts, that first which could do most to the answer.

    First what could change the leader, then by the change of the leader's margin, then by how far its host could move,
    then by the weight of the leaf; among equals by kind and in the tree's order. A placeholder is told as one alone:
    its source and year say nothing. ``step`` is called now and then.
    """
    found = [*_with_effects(results, step), *_of_cells(results, step), *_of_leaves(results)]
    return tuple(sorted(found, key=_urgency))


def newest_year(results: Results) -> int | None:
    """The year against which figures are old: that of the study's date, else of its newest figure."""
    if found := re.search(r"(?<!\d)\d{4}(?!\d)", results.study.date):
        return int(found[0])
    return max((cell.year for cell in results.study.cells if cell.year is not None), default=None)


def _urgency(flaw: Flaw) -> tuple[bool, float, int, float, int]:
    effect = flaw.effect
    change = effect.change if effect else 0.0
    steps = -change if np.isinf(change) else -round(change / TIE)
    weight = 0.0 if np.isnan(flaw.weight) else -round(flaw.weight / TIE)
    return not (effect and effect.leaders), steps, -effect.moves if effect else 0, weight, KINDS.index(flaw.kind)


def _flaw(results: Results, kind: FlawKind, leaf: str, host: int | None, **more: Any) -> Flaw:
    id_ = "" if host is None else results.hosts[host]
    place = (
        Place("Data", (results.names[leaf], results.names[id_])) if id_ else Place("Criteria", (results.names[leaf],))
    )
    return Flaw(kind, leaf, id_, place, results.global_[leaf], **more)


# Gaps and placeholders


def _with_effects(results: Results, step: Callable[[], object]) -> Iterator[Flaw]:
    """Gaps and placeholders, each with what it alone could do; without a leader that cannot be told."""
    if results.leader is None:
        yield from _without_effects(results)
        return
    reaches: list[tuple[FlawKind, Reach]] = [("missing", reach) for reach in gaps(results)]
    for reach in placeholders(results):
        reaches.append(("placeholder", reach))
        step()
    then = iter(consequences(results, list(chain.from_iterable(reach for _kind, reach in reaches))))
    for (kind, reach), worst, best in zip(reaches, then, then, strict=False):
        leaf, rank = results.leaves[reach.worst.leaf], int(results.ranks[reach.worst.host])
        yield _flaw(results, kind, leaf, reach.worst.host, effect=Effect(rank, worst, best))


def _without_effects(results: Results) -> Iterator[Flaw]:
    ways = results.sources.ways_of_scoring
    for row, leaf in ((row, leaf) for row, leaf in enumerate(results.leaves) if ways[leaf] != "pairwise"):
        for host, evidence in enumerate(results.leaf_scores.evidence[leaf].tolist()):
            if EVIDENCE[evidence] == "missing" or results.missing[row, host]:
                yield _flaw(results, "missing", leaf, host)
            elif EVIDENCE[evidence] == "placeholder":
                yield _flaw(results, "placeholder", leaf, host)


# Figures that deserve a second look


def _of_cells(results: Results, step: Callable[[], object]) -> Iterator[Flaw]:
    newest = newest_year(results)
    for leaf in results.leaves:
        step()
        if results.sources.ways_of_scoring[leaf] != "pairwise":
            for host, id_ in enumerate(results.hosts):
                yield from _of_cell(results, leaf, host, counting(results.sources.cells.get((leaf, id_), ())), newest)


def _of_cell(results: Results, leaf: str, host: int, cells: Sequence[Cell], newest: int | None) -> Iterator[Flaw]:
    criterion, told = results.sources.criteria[leaf], [cell for cell in cells if cell.status != "placeholder"]
    if results.sources.ways_of_scoring[leaf] == "data":
        for cell in [c for c in cells if c.unit and folded(c.unit) != folded(criterion.unit)][:1]:
            yield _flaw(results, "unit", leaf, host, unit=cell.unit, wanted=criterion.unit)
        limits, scale = _limits(results, leaf), ends(criterion)
        for value in [c.value for c in cells if limits and not limits[0] <= _number(c) <= limits[1]][:1]:
            yield _flaw(results, "beyond_ends", leaf, host, value=value, ends=scale)
    for year in [c.year for c in told if c.year is not None and newest is not None and newest - c.year > OLD_YEARS][:1]:
        yield _flaw(results, "old", leaf, host, year=year)
    if any(not has_source(cell) for cell in told):
        yield _flaw(results, "no_source", leaf, host)


def has_source(cell: Cell) -> bool:
    """Whether somebody can look up where a value is from: for a judgment it is enough who gave it, or why."""
    is_judged = cell.status in (None, "judged")
    return bool(cell.source) or (is_judged and bool(cell.participant or cell.who or cell.note))


def _number(cell: Cell) -> float:
    return float(cell.value or 0.0)


def _limits(results: Results, leaf: str) -> tuple[float, float] | None:
    """The least and the largest figure that the scale tells apart; None for a leaf without ends of its own."""
    criterion = results.sources.criteria[leaf]
    found = [x for x, _ in criterion.curve.points] if criterion.curve.form == "points" else ends(criterion)
    return (min(found), max(found)) if found else None


def _of_leaves(results: Results) -> Iterator[Flaw]:
    """Leaves that measure the same thing, with the weight that both have."""
    for same in same_measures(results):
        flaw = _flaw(results, "same", same.first, None, same=same)
        yield replace(flaw, weight=results.global_[same.first] + results.global_[same.second])
