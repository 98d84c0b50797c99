"""Leaves that measure the same thing: their figures rise and fall together, so the same counts twice."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.table import leaf_data
from decidr.core.value.curves import ends

SAME_ABOVE, LEAST_HOSTS = 0.9, 6
"""Two leaves measure the same thing where \\|r\\| is above this, over at least so many hosts with figures."""


class SameMeasure(Struct, frozen=True):
    """Two leaves (ids) whose figures correlate: Pearson's ``r`` over so many ``hosts``.

    ``first_rises`` and ``second_rises``: in this view more of it is better. ``counts_twice``: what helps a host on one
    leaf helps it on the other; else the two pull against each other.
    """

    first: str
    second: str
    r: float
    hosts: int
    first_rises: bool
    second_rises: bool

    @property
    def counts_twice(self) -> bool:
        """Whether the two leaves reward the same hosts."""
        return (self.r > 0) == (self.first_rises == self.second_rises)


def same_measures(results: Results) -> tuple[SameMeasure, ...]:
    """Every pair of counted leaves that measure the same thing, in the tree's order.

    Figures are those of data and direct leaves that count; gaps, placeholders and closed cells are none.
    """
    return tuple(_found(results))


def _found(results: Results) -> Iterator[SameMeasure]:
    rows = {leaf: row for leaf in results.leaves if (row := _figures(results, leaf)) is not None}
    for (one, x), (other, y) in combinations(rows.items(), 2):
        both = ~np.isnan(x + y)
        count = int(both.sum())
        r = correlation(x[both], y[both]) if count >= LEAST_HOSTS else None
        if r is not None and abs(r) > SAME_ABOVE:
            yield SameMeasure(one, other, r, count, _rises(results, one), _rises(results, other))


def correlation(x: Floats, y: Floats) -> float | None:
    """Pearson's r of figures (n,); None where one of them does not vary."""
    if np.ptp(x) == 0.0 or np.ptp(y) == 0.0:
        return None
    x, y = (figures / np.abs(figures).max() for figures in (x, y))  # the largest figures have no square
    x, y = x - x.mean(), y - y.mean()
    return float(np.clip(x @ y / np.sqrt((x @ x) * (y @ y)), -1.0, 1.0))


def _figures(results: Results, leaf: str) -> Floats | None:
    """What each host's figure is (H,), NaN where it has none; None for a leaf without figures."""
    if results.sources.ways_of_scoring[leaf] not in ("data", "direct"):
        return None
    data = leaf_data(results.sources, leaf, results.synthesis)
    found = np.full(len(results.hosts), np.nan)
    for h, cells in enumerate(data.cells):
        own = data.own[h]
        others = [cell for cell in cells if cell.participant is not None and cell.value is not None]
        counting = others or ([own] if own else [])
        told = [c for c in counting if c.status != "placeholder" and isinstance(c.value, float)]
        weights = [data.participants.get(c.participant or "", 1.0) for c in told]
        if not data.closed[h] and len(told) == len(counting) and sum(weights) > 0:
            found[h] = np.average([float(c.value or 0.0) for c in told], weights=weights)
    return found


def _rises(results: Results, leaf: str) -> bool:
    """Whether more is better, as the view sees it."""
    criterion = results.sources.criteria[leaf]
    found = ends(criterion)
    rises = found[1] > found[0] if found else criterion.better != "lower"
    if results.sources.ways_of_scoring[leaf] == "direct":
        rises = True
    return rises != (leaf in results.sources.view.turned)
