"""Critical cells: the smallest change of one figure that lets another host tie (method: Sensitivity)."""

from collections.abc import Callable, Iterator
from math import isnan
from typing import NamedTuple

import numpy as np
from msgspec import Struct

from decidr.core.analysis.data.cell_reach import counting, is_ranked_with
from decidr.core.analysis.data.supposing import Standings, Supposed, standings_if
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.first_tie import Rivalry, Tie, first_tie
from decidr.core.analysis.sensitivity.moved_cell import MovedCell, moved_cell, score_change
from decidr.core.analysis.synthesis import TIE
from decidr.core.analysis.weighing import is_enough

STEP = 1e-12
"""Changes of figures are listed as equal that are closer than this share of the span."""


class CriticalCell(Struct, frozen=True):
    """The cell of a ``host`` on a ``criterion`` (ids) that alone lets ``leader`` (an id) share or take the first place.

    Values are in the leaf's unit, or names of levels; ``value_now`` None: a gap, or a rating that several people gave.
    ``change`` is signed, in the unit (of ratings: of the score), and ``share`` positive, of the distance between the
    ends (of direct scores: of the largest); both None for a gap. ``by_must``: it takes a must for that: today's leader
    fails one then, or the new one does not any more.
    """

    criterion: str
    host: str
    value_now: float | str | None
    value_at_tie: float | str
    change: float | None
    share: float | None
    leader: str
    by_must: bool


def critical_cells(results: Results, step: Callable[[], object] = lambda: None) -> tuple[CriticalCell, ...]:
    """Every cell that can unseat the leader, that first which takes the smallest share of its span.

    Equal shares come in the tree's order. Gaps come last, those first whose value is nearest to the middle with which
    they count. None without a leader, where two share the first place already, and of leaves compared in pairs.
    ``step`` is called now and then.
    """
    if results.leader is None or _is_shared(results):
        return ()
    found = [*_of_figures(results, step), *_of_ratings(results)]
    order = {leaf: place for place, leaf in enumerate(results.leaves)}
    hosts = {host: place for place, host in enumerate(results.hosts)}

    def place(one: _Found) -> tuple[bool, int, int, int]:
        cell = one.cell
        return cell.share is None, round(one.distance / STEP), order[cell.criterion], hosts[cell.host]

    return tuple(one.cell for one in sorted(found, key=place))


class _Found(NamedTuple):
    """A critical cell, and how far its value is from today's, or a gap's score from its middle."""

    cell: CriticalCell
    distance: float


def _is_shared(results: Results) -> bool:
    """Whether another host that can lead has the leader's rank."""
    return any(results.ranks[h] == results.ranks[results.leader] for h in results.eligible_order[1:])


# Figures: data and direct leaves


def _of_figures(results: Results, step: Callable[[], object]) -> Iterator[_Found]:
    weights = results.leaf_weights
    totals, lacking = weights @ results.scores, results.lacking
    for leaf, id_ in enumerate(results.leaves):
        if results.sources.ways_of_scoring[id_] in ("data", "direct"):
            without = totals - weights[leaf] * results.scores[leaf]
            for host in range(len(results.hosts)):
                lacks = float(lacking[host] - weights[leaf] * results.missing[leaf, host])
                yield from _of_figure(results, leaf, host, without, lacks)
            step()


def _of_figure(results: Results, leaf: int, host: int, without: Floats, lacks: float) -> Iterator[_Found]:
    """The cell of a host that lacks so much of the weight once the cell is filled."""
    cell = moved_cell(results, leaf, host)
    if cell is None:
        return
    may_lead = results.eligible.copy()
    may_lead[host] = is_enough(np.array(lacks))
    weight = results.global_[results.leaves[leaf]]
    tie = first_tie(cell, Rivalry(without, weight, results.leader or 0, may_lead, results.synthesis))
    if tie and (tie.distance > 0 or isnan(cell.now)):  # 0: of several people's values a must looks at the first alone
        yield _Found(_critical(results, cell, tie), tie.distance / (1.0 if isnan(cell.now) else cell.span))


def _critical(results: Results, cell: MovedCell, tie: Tie) -> CriticalCell:
    is_gap = isnan(cell.now)
    return CriticalCell(
        results.leaves[cell.leaf],
        results.hosts[cell.host],
        None if is_gap else cell.now,
        tie.value,
        None if is_gap else tie.value - cell.now,
        None if is_gap else tie.distance / cell.span,
        results.hosts[tie.host],
        tie.is_ranked != (results.failed[cell.host] is None),
    )


# Ratings: one level after the other


class _Rated(NamedTuple):
    """The cell of a rating at another ``level``; ``change`` is that of its score, of a gap's from its middle."""

    case: Supposed
    level: str
    change: float


def _of_ratings(results: Results) -> Iterator[_Found]:
    """The nearest level at which another host is not behind, of every cell that has one."""
    rated = [one for leaf in range(len(results.leaves)) for one in _levels(results, leaf)]
    then = standings_if(results, [one.case for one in rated])
    nearest: dict[tuple[int, int], tuple[_Rated, int]] = {}
    for one, leader in zip(rated, _not_behind(results, then), strict=True):
        place = (one.case.leaf, one.case.host)
        if leader is not None and (place not in nearest or abs(one.change) < abs(nearest[place][0].change)):
            nearest[place] = (one, leader)
    return (_Found(_critical_rating(results, *found), abs(found[0].change)) for found in nearest.values())


def _levels(results: Results, leaf: int) -> Iterator[_Rated]:
    """Every cell of a leaf at every level of its scale, best to worst; none for closed ones and other leaves."""
    id_ = results.leaves[leaf]
    if results.sources.ways_of_scoring[id_] != "rating":
        return
    is_turned = id_ in results.sources.view.turned
    levels = [level for level in results.study.levels if level.criterion == id_]
    for host in range(len(results.hosts)):
        cells = results.sources.cells.get((id_, results.hosts[host]), ())
        if any(cell.closed for cell in cells if cell.participant is None):
            continue
        now = float(results.raw_scores[leaf, host])
        change = score_change(results, leaf, host)
        for level in levels:
            row = results.raw_scores[leaf].copy()
            score = float(change.of_scores(np.array(level.score))) if change else level.score
            row[host] = 1 - score if is_turned else score
            is_ranked = is_ranked_with(results, leaf, host, level.name)
            moved = float(row[host] - now) * (-1 if is_turned else 1)
            yield _Rated(Supposed(leaf, host, row, is_ranked), level.name, moved)


def _not_behind(results: Results, then: Standings) -> Iterator[int | None]:
    """For each case the host that leads beside or instead of today's leader; None where that one leads alone."""
    rivals = np.where(then.eligible, then.totals, -np.inf)
    rivals[:, results.leader] = -np.inf
    margins = then.margins(results.leader or 0)  # NaN: the leader may not lead, or nobody else
    for margin, row in zip(margins.tolist(), rivals, strict=True):
        is_behind = margin > TIE or np.isinf(row.max())
        yield None if is_behind else int(row.argmax())


def _critical_rating(results: Results, one: _Rated, leader: int) -> CriticalCell:
    leaf, host = one.case.leaf, one.case.host
    is_gap = bool(results.missing[leaf, host])
    given = counting(results.sources.cells.get((results.leaves[leaf], results.hosts[host]), ()))
    return CriticalCell(
        results.leaves[leaf],
        results.hosts[host],
        given[0].value if len(given) == 1 and not is_gap else None,
        one.level,
        None if is_gap else one.change,
        None if is_gap else abs(one.change),
        results.hosts[leader],
        one.case.is_ranked != (results.failed[host] is None),
    )
