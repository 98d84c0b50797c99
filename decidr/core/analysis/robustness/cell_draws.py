"""The cells of one leaf whose figures are uncertain, from draws of them to draws of the hosts' scores."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.data.cell_reach import SPAN_SHARE, placeholder_step
from decidr.core.analysis.matrices import Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.distributions import Uncertain, figures, uncertain
from decidr.core.analysis.robustness.points import Points
from decidr.core.analysis.table import leaf_data
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.study.problems import Problem
from decidr.core.value.curves import curve_scores, ends
from decidr.core.value.ratings import RatingScale
from decidr.core.value.scores import LeafData


class Entry(NamedTuple):
    """One figure that counts on a leaf: whose, for how much of the host's score, and what it may be."""

    host: int
    share: float
    value: float
    uncertain: Uncertain | None


class Scale(Struct, frozen=True):
    """How figures of a leaf become scores: by its curve between its ends, or as they stand up to ``most``.

    ``is_relative``: without ends of its own, the leaf takes the least and the largest figure of each draw.
    """

    criterion: Criterion
    is_curved: bool
    is_relative: bool
    least: float
    most: float

    def scores(self, values: Floats) -> Floats:
        """Scores of figures (E, N), before any turn; on a log curve ``least`` stands in for 0 and below."""
        if not self.is_curved:
            return np.clip(values, self.least, self.most)
        if self.criterion.curve.form == "log":
            values = np.where(values > 0, values, self.least)
        if self.is_relative:
            return self._between_extremes(values)
        worst, best = ends(self.criterion) or (0.0, 1.0)
        return curve_scores(self.criterion.curve, worst, best, values)

    def _between_extremes(self, values: Floats) -> Floats:
        if self.criterion.curve.form == "log":
            values = np.log(values)
        low, high = values.min(axis=0), values.max(axis=0)
        worst, best = (high, low) if self.criterion.better == "lower" else (low, high)
        are_equal = low == high
        span = np.where(are_equal, 1.0, best - worst)
        return np.asarray(np.where(are_equal, 1.0, (values - worst) / span))


class CellDraws:
    """Draws of the scores of a leaf (its place in the results); ``hosts`` (h,) are those whose cells vary."""

    def __init__(self, results: Results, leaf: int) -> None:
        data = leaf_data(results.sources, results.leaves[leaf], results.synthesis)
        entries = tuple(_entries(results, data))
        self._scale = _scale(results, data)
        if self._scale.is_relative and any(entry.uncertain for entry in entries):
            self._moving = entries
        else:
            self._moving = tuple(entry for entry in entries if entry.uncertain)
        self.hosts = np.unique([e.host for e in self._moving if not data.closed[e.host] and e.share]).astype(np.intp)
        self._fixed = _fixed_part(entries, self._moving, self._scale, self.hosts)
        alone = [entry.host for entry in self._moving if entry.share == 1]
        self._is_one_each = len(alone) == len(self._moving) and alone == self.hosts.tolist()
        self._rows = {int(host): row for row, host in enumerate(self.hosts)}
        self._figures = figures([e.uncertain or Uncertain("uniform", e.value, e.value, e.value) for e in self._moving])

    def draw(self, points: Points) -> Floats:
        """Scores (h, N) before any turn: weighted means of what several people gave."""
        drawn = self._scale.scores(self._figures(points))
        if self._is_one_each:
            return drawn
        found = np.repeat(self._fixed[:, None], points.size, axis=1)
        for entry, scores in zip(self._moving, drawn, strict=True):
            if entry.host in self._rows:
                found[self._rows[entry.host]] += entry.share * scores
        return found


def impossible_bounds(results: Results, leaf: int) -> Iterator[Problem]:
    """Cells whose bounds do not go with their value, or with their distribution."""
    data = leaf_data(results.sources, results.leaves[leaf], results.synthesis)
    for host, _share, _value, drawn in _entries(results, data):
        if drawn and not drawn.is_possible:
            said = {"low": f"{drawn.low:g}", "value": f"{drawn.value:g}", "high": f"{drawn.high:g}"}
            is_at_zero = drawn.form == "lognormal" and drawn.low <= 0
            code = "data.bounds_not_positive" if is_at_zero else "data.bounds"
            yield Problem("error", code, data.cell_place(host), said)


def _entries(results: Results, data: LeafData) -> Iterator[Entry]:
    """Every figure that counts; those of closed cells stay as they are, for they still move ends."""
    figures_of = _figures_of(results, data)
    step = _step(results, data, figures_of)
    whole = np.bincount([h for h, _, _ in data.entries], [w for _, w, _ in data.entries], len(data.hosts))
    for (host, weight, cell), value in zip(data.entries, figures_of, strict=True):
        bounded = replace(cell, low=None, high=None) if isinstance(cell.value, str) else cell
        drawn = None if data.closed[host] else uncertain(bounded, value, step)
        yield Entry(host, float(weight / whole[host]) if whole[host] else 0.0, value, drawn)


def _figures_of(results: Results, data: LeafData) -> list[float]:
    levels = RatingScale(level for level in results.study.levels if level.criterion == data.criterion.id)
    return [_figure(cell, levels) for _, _, cell in data.entries]


def _figure(cell: Cell, levels: RatingScale) -> float:
    """A figure as it stands; a level by its score."""
    if isinstance(cell.value, str):
        return levels.score(cell.value)
    return float("nan") if cell.value is None else cell.value


def _step(results: Results, data: LeafData, values: list[float]) -> float:
    """How far a placeholder without bounds may be off, in the leaf's unit."""
    way = results.sources.ways_of_scoring[data.criterion.id]
    if way == "data":
        return placeholder_step(data.criterion, values) if values else 0.0
    return SPAN_SHARE * (1.0 if way == "rating" or results.synthesis == "absolute" else max(values, default=0.0))


def _scale(results: Results, data: LeafData) -> Scale:
    criterion = data.criterion
    if results.sources.ways_of_scoring[criterion.id] != "data":
        is_unbounded = results.synthesis != "absolute" and criterion.id not in results.sources.view.turned
        is_direct = results.sources.ways_of_scoring[criterion.id] == "direct"
        return Scale(criterion, False, False, 0.0, np.inf if is_direct and is_unbounded else 1.0)
    fixed = ends(criterion)
    least = min(fixed or [float(value) for _, _, value in data.given] or [0.0])
    return Scale(criterion, True, fixed is None, least, np.inf)


def _fixed_part(all_: tuple[Entry, ...], moving: tuple[Entry, ...], scale: Scale, hosts: Integers) -> Floats:
    """What the figures that stay contribute to the scores (h,) of hosts for whom others vary."""
    still = [entry for entry in all_ if entry not in moving]
    if not still:
        return np.zeros(len(hosts))
    scores = scale.scores(np.array([[entry.value] for entry in still]))[:, 0]
    whole = np.bincount([e.host for e in still], [e.share for e in still] * scores, max(hosts, default=0) + 1)
    return np.asarray(whole[hosts])
