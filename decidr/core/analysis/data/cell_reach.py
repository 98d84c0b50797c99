"""How far one cell could reach: a gap within its band, a placeholder within its bounds, any cell at its best."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.data.supposing import Supposed
from decidr.core.analysis.evidence import KINDS
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.musts import fails_with, meets, parse_must
from decidr.core.analysis.results import Results
from decidr.core.analysis.table import leaf_data, scored
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.value.curves import curve_scores, ends, span
from decidr.core.value.ratings import RatingScale
from decidr.core.value.scores import LeafData, LeafScores, data_scores, direct_scores

Value = float | str
Cells = Sequence[Cell]
Ends = tuple[Supposed, Supposed]

STEP, SPAN_SHARE = 1.0, 0.10
"""How far a placeholder without bounds may be off: a step on a scale from 1 to 9, else this share of the span."""


class Reach(NamedTuple):
    """One cell at its worst and at its best for its host, as the view counts it; worst of all is to fail a must."""

    worst: Supposed
    best: Supposed


def gaps(results: Results) -> Iterator[Reach]:
    """Every missing cell, with the band that the method gives it; in the tree's order."""
    for leaf, host in np.argwhere(results.missing).tolist():
        scores = (results.low_scores[leaf, host], results.high_scores[leaf, host])
        values = _values_of_gap(results, leaf, host)
        yield _reach(_at(results, leaf, host, float(s), v) for s, v in zip(scores, values, strict=True))


def placeholders(results: Results) -> Iterator[Reach]:
    """Every placeholder among the cells that count, within its bounds; in the tree's order."""
    kind = KINDS.index("placeholder")
    for leaf, id_ in enumerate(results.leaves):
        is_kind = results.leaf_scores.evidence[id_] == kind
        hosts = np.flatnonzero(is_kind & ~results.missing[leaf]).tolist()  # people of no weight leave a gap
        if hosts and results.sources.ways_of_scoring[id_] != "pairwise":
            yield from map(_reach, _at_both_ends(results, leaf, hosts, _at_extreme))


def bounded(results: Results) -> Iterator[Ends]:
    """Every figure that counts and has bounds, at its Low and at its High; in the tree's order."""
    for leaf, id_ in enumerate(results.leaves):
        if results.sources.ways_of_scoring[id_] in ("data", "direct"):
            cells = [results.sources.cells.get((id_, host), ()) for host in results.hosts]
            with_bounds = [h for h, mine in enumerate(cells) if any(map(bounds, counting(mine)))]
            hosts = [h for h in with_bounds if not results.missing[leaf, h]]  # people of no weight leave a gap
            if hosts:
                yield from _at_both_ends(results, leaf, hosts, _at_bound)


def at_best(results: Results, leaf: int, host: int) -> Supposed | None:
    """A host's cell at the best that the leaf's scale allows, on a leaf without one as good as the best host there.

    None where the cell is closed, and where there is nothing better to be.
    """
    id_, row = results.leaves[leaf], results.raw_scores[leaf]
    cells = results.sources.cells.get((id_, results.hosts[host]), ())
    if any(cell.closed for cell in cells if cell.participant is None):
        return None
    if results.sources.ways_of_scoring[id_] == "pairwise":
        return _at(results, leaf, host, float(row.max()), None)
    value = _best_value(results, id_)
    if value is None:
        return None
    return with_value(results, leaf, host, value)


def with_value(results: Results, leaf: int, host: int, value: Value) -> Supposed:
    """A host's cell if ``value`` stood there and nothing else did; not for leaves compared in pairs."""
    id_ = results.leaves[leaf]
    cell = Cell(criterion=id_, host=results.hosts[host], way=results.sources.ways_of_scoring[id_], value=value)
    data = _with_cells(leaf_data(results.sources, id_, results.synthesis), {host: (cell,)})
    new = _turned(results, id_, scored(results.sources, id_, data, results.nodes))
    return Supposed(leaf, host, new, is_ranked_with(results, leaf, host, value))


def counting(cells: Cells) -> Cells:
    """The cells of one host on one leaf whose values count: the participants', else the study's own; none if closed."""
    if any(cell.closed for cell in cells if cell.participant is None):
        return ()
    given = [cell for cell in cells if cell.value is not None]
    return [cell for cell in given if cell.participant is not None] or given


def bounds(cell: Cell) -> tuple[float, float] | None:
    """Low and High of a cell that has both."""
    return None if cell.low is None or cell.high is None else (cell.low, cell.high)


def _reach(cases: Iterable[Supposed]) -> Reach:
    worst, best = sorted(cases, key=lambda case: (case.is_ranked, float(case.row[case.host])))
    return Reach(worst, best)


def _at(results: Results, leaf: int, host: int, score: float, value: Value | None) -> Supposed:
    """The leaf's scores with one other; ``value`` is what a must tests, None: as it is."""
    row = results.raw_scores[leaf].copy()
    row[host] = score
    return Supposed(leaf, host, row, is_ranked_with(results, leaf, host, value))


def is_ranked_with(results: Results, leaf: int, host: int, value: Value | None) -> bool:
    """Whether a host meets every must with this value on a leaf; None: as it is."""
    id_ = results.leaves[leaf]
    if value is None or not results.sources.criteria[id_].must:
        return results.failed[host] is None
    return not fails_with(results.sources, id_, results.hosts[host], value)


def _turned(results: Results, leaf: str, scores: LeafScores) -> Floats:
    return 1 - scores.middle if leaf in results.sources.view.turned else scores.middle


def _with_cells(data: LeafData, cells: Mapping[int, Cells]) -> LeafData:
    return replace(data, cells=[cells.get(h, old) for h, old in enumerate(data.cells)])


# What a gap could hold


def _values_of_gap(results: Results, leaf: int, host: int) -> tuple[Value | None, Value | None]:
    """The values at a gap's worst and best, for a must; None where the leaf has none."""
    id_ = results.leaves[leaf]
    criterion, cells = results.sources.criteria[id_], results.sources.cells.get((id_, results.hosts[host]), ())
    if not criterion.must:
        return None, None
    own = next((cell for cell in cells if cell.participant is None), None)
    limits = bounds(own) if own else None
    if limits and results.sources.ways_of_scoring[id_] == "data" and (fixed := ends(criterion)):
        scores = curve_scores(criterion.curve, *fixed, np.array(limits))
        found: tuple[Value, Value] = limits if scores[0] <= scores[1] else limits[::-1]
        return found[::-1] if id_ in results.sources.view.turned else found
    return _worst_value(results, id_), _best_value(results, id_)


def _best_value(results: Results, leaf: str) -> Value | None:
    return _extreme(results, leaf, is_highest=leaf not in results.sources.view.turned)


def _worst_value(results: Results, leaf: str) -> Value | None:
    return _extreme(results, leaf, is_highest=leaf in results.sources.view.turned)


def _extreme(results: Results, leaf: str, *, is_highest: bool) -> Value | None:
    """The value of the highest or of the lowest score before any turn; None where nothing tells it."""
    criterion, way = results.sources.criteria[leaf], results.sources.ways_of_scoring[leaf]
    if way == "rating":
        levels = sorted((v for v in results.study.levels if v.criterion == leaf), key=lambda v: v.score)
        return levels[-1 if is_highest else 0].name if levels else None
    given = [float(value) for _, _, value in leaf_data(results.sources, leaf, results.synthesis).given]
    if way == "direct":
        top = 1.0 if results.synthesis == "absolute" else max(given, default=None)
        return top if is_highest else 0.0
    if found := ends(criterion):
        return found[1] if is_highest else found[0]
    low_is_better = criterion.better == "lower"
    return (min if low_is_better == is_highest else max)(given, default=None)


# What a placeholder could hold


class _Scale(NamedTuple):
    """A leaf whose cells are figures: levels of a rating are their scores.

    ``is_relative``: one host's figure can move the others' scores. Figures stay between ``least`` and ``most``; on a
    log curve, which has no score for 0 and below, ``least`` stands in for those.
    """

    data: LeafData
    score: Callable[[LeafData], LeafScores]
    is_relative: bool
    step: float
    least: float = -np.inf
    most: float = np.inf
    is_turned: bool = False

    def admitted(self, figure: float) -> float:
        """The figure, or the nearest that has a score."""
        if self.score is data_scores and self.data.criterion.curve.form == "log":
            return figure if figure > 0 else self.least
        return min(max(figure, self.least), self.most)


_Move = Callable[[_Scale, Cell, int], Cell]
"""Moves a cell to its lower (0) or its upper side (1)."""


def _at_both_ends(
    results: Results, leaf: int, hosts: Sequence[int], move: _Move
) -> Iterator[tuple[Supposed, Supposed]]:
    """The cells of one leaf moved to either side; scores that stand apart are found for all hosts at once."""
    id_ = results.leaves[leaf]
    scale = _scale(results, id_)
    lower, upper = ({h: [move(scale, cell, side) for cell in scale.data.cells[h]] for h in hosts} for side in (0, 1))
    together = [_scores_with(results, id_, scale, cells) for cells in (lower, upper)]
    for host in hosts:
        low, high = (
            _moved_to(results, leaf, host, scale, cells[host], scores)
            for cells, scores in zip((lower, upper), together, strict=True)
        )
        yield low, high


def _moved_to(results: Results, leaf: int, host: int, scale: _Scale, cells: Cells, together: Floats) -> Supposed:
    """One host's cells as they were moved; ``together`` are the scores with those of other hosts moved as well."""
    id_, row = results.leaves[leaf], results.raw_scores[leaf].copy()
    row[host] = together[host]
    if scale.is_relative:
        row = _scores_with(results, id_, scale, {host: cells})
    value = None if results.sources.ways_of_scoring[id_] == "rating" else _first_value(cells)
    return Supposed(leaf, host, row, is_ranked_with(results, leaf, host, value))


def _scale(results: Results, leaf: str) -> _Scale:
    data, way = leaf_data(results.sources, leaf, results.synthesis), results.sources.ways_of_scoring[leaf]
    if way == "rating":
        return _Scale(_levels_as_scores(results, data), direct_scores, False, SPAN_SHARE, 0.0, 1.0)
    given = [float(value) for _, _, value in data.given]
    if way == "direct":
        is_bounded = results.synthesis == "absolute" or leaf in results.sources.view.turned
        largest = 1.0 if results.synthesis == "absolute" else max(given)
        has_gaps = bool(results.missing[results.leaves.index(leaf)].any())
        is_relative = results.synthesis != "absolute" and has_gaps  # gaps span 0 to the largest
        return _Scale(data, direct_scores, is_relative, SPAN_SHARE * largest, 0.0, 1.0 if is_bounded else np.inf)
    fixed, step = ends(data.criterion), placeholder_step(data.criterion, given)
    if data.criterion.curve.form == "log":
        return _Scale(data, data_scores, fixed is None, step, least=min(fixed or given))
    return _Scale(data, data_scores, fixed is None, step, is_turned=leaf in results.sources.view.turned)


def placeholder_step(criterion: Criterion, given: Sequence[float]) -> float:
    """How far a figure without bounds may be off."""
    if criterion.curve.form == "linear" and {criterion.worst, criterion.best} == {1.0, 9.0}:
        return STEP
    whole = span(criterion)
    return SPAN_SHARE * (max(given) - min(given) if whole is None else whole)


def _levels_as_scores(results: Results, data: LeafData) -> LeafData:
    """Ratings as direct scores on 0 to 1, where a gap spans the same."""
    levels = RatingScale(level for level in results.study.levels if level.criterion == data.criterion.id)

    def as_score(cell: Cell) -> Cell:
        return cell if cell.value is None else replace(cell, value=levels.score(str(cell.value)), low=None, high=None)

    cells = [[as_score(cell) for cell in of_host] for of_host in data.cells]
    return replace(data, cells=cells, synthesis="absolute")


def _scores_with(results: Results, leaf: str, scale: _Scale, cells: Mapping[int, Cells]) -> Floats:
    scores = scale.score(_with_cells(scale.data, cells))
    return _turned(results, leaf, results.sources.moved_scores(leaf, scores))


def _at_bound(scale: _Scale, cell: Cell, side: int) -> Cell:
    """The cell at its Low or its High."""
    limits = bounds(cell)
    return replace(cell, value=scale.admitted(limits[side])) if limits and cell.value is not None else cell


def _at_extreme(scale: _Scale, cell: Cell, side: int) -> Cell:
    """A placeholder at the worse or the better end of what it may be; any other cell as it is."""
    if cell.status != "placeholder" or not isinstance(cell.value, float):
        return cell
    low, high = bounds(cell) or (cell.value - scale.step, cell.value + scale.step)
    return replace(cell, value=_extremes(scale, scale.admitted(low), scale.admitted(high))[side])


def _extremes(scale: _Scale, low: float, high: float) -> tuple[float, float]:
    """The worst and the best of the figures from low to high; just these two where the curve runs one way."""
    curve = scale.data.criterion.curve
    if scale.score is not data_scores or curve.form != "points":
        return low, high
    figures = [low, *(x for x, _ in curve.points if low < x < high), high]
    scores = curve_scores(curve, 0.0, 0.0, np.array(figures)) * (-1 if scale.is_turned else 1)
    must = parse_must(scale.data.criterion.must)
    ordered = sorted(zip([must is None or meets(must, x) for x in figures], scores.tolist(), figures, strict=True))
    return ordered[0][-1], ordered[-1][-1]


def _first_value(cells: Cells) -> Value | None:
    return next((cell.value for cell in cells if cell.value is not None), None)
