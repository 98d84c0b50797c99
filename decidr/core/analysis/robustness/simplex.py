"""Uniform draws of weights that sum to 1: in an order, or inside bounds."""

from collections.abc import Sequence

import numpy as np

from decidr.core.analysis.matrices import Floats, Integers
from decidr.core.analysis.robustness.points import Points
from decidr.core.analysis.synthesis import TIE

KNOTS = 1 << 14
"""Where a distribution is tabulated; between knots it is off by at most about 1e-8, far below any sampling error."""

SLACK = 1e-9
"""Bounds whose sums miss 1 by less than this are taken to reach it: 1/3 three times over, rounded in a cell. Bounds
nearer to each other leave a weight where it is."""


class OrderedSimplex:
    """Uniform among the weights that stand in the order of ``today`` (n,); what is equal today stays free."""

    def __init__(self, today: Floats) -> None:
        self._groups = _in_order(today)

    def draw(self, points: Points) -> Floats:
        """Weights (n, N).

        The values in order and the permutation of a uniform draw are independent, so each group of equals takes its
        share of the ordered values by the permutation that it had.
        """
        drawn = points.simplex(sum(map(len, self._groups)))
        falling = -np.sort(-drawn, axis=0)
        start = 0
        weights = np.empty_like(drawn)
        for group in self._groups:
            places = np.argsort(np.argsort(drawn[group], axis=0), axis=0)
            weights[group] = np.take_along_axis(falling[start : start + len(group)], places, axis=0)
            start += len(group)
        return weights


def _in_order(today: Floats) -> Sequence[Integers]:
    """Indices in groups of equal weights, the greatest first."""
    order = np.argsort(-today, kind="stable")
    starts = np.flatnonzero(today[order][:-1] - today[order][1:] > TIE) + 1
    return np.split(order, starts)


def is_empty(low: Floats, high: Floats) -> bool:
    """Whether no weights that sum to 1 lie within these bounds (n,)."""
    return bool((low > high).any() or low.sum() > 1 + SLACK or high.sum() < 1 - SLACK)


class BoundedSimplex:
    """Uniform among the weights that sum to 1 within ``low`` and ``high`` (n,), which must not be empty.

    One weight after the other, each by the inverse of its distribution given those before: what is left for the rest
    has as its density the volume that the rest can fill, a convolution of boxes, tabulated once. No draw is refused,
    whatever the dimension, and each takes one uniform number, so that scrambled points stay evenly spread.
    """

    def __init__(self, low: Floats, high: Floats) -> None:
        slack, spare = 1.0 - low.sum(), high.sum() - 1.0
        self._is_from_above = spare < slack
        self._start = high if self._is_from_above else low
        self._whole = max(0.0, spare if self._is_from_above else slack)
        widths = np.minimum(high - low, self._whole)
        self._order = np.argsort(widths, kind="stable")
        self._order = self._order[widths[self._order] > SLACK]
        self._widths = widths[self._order]
        self._tables = self._tabulated() if self._order.size else []

    def draw(self, points: Points) -> Floats:
        """Weights (n, N), each column summing to 1."""
        moved = np.zeros((len(self._start), points.size))
        left = np.full(points.size, self._whole)
        if self._order.size:
            for item, width, table, share in zip(
                self._order[:-1], self._widths[:-1], self._tables, points.uniform(len(self._tables)), strict=True
            ):
                rest = table.between(left - width, left, share)
                moved[item] = left - rest
                left = rest
            moved[self._order[-1]] = left
        start = self._start[:, None]
        return start - moved if self._is_from_above else start + moved

    def _tabulated(self) -> list["_Rest"]:
        """For each item but the last, how what is left is shared by those after it."""
        tables = [_Rest.of_one(float(self._widths[-1]), self._whole)]
        for width in self._widths[-2:0:-1]:
            tables.insert(0, tables[0].with_another(float(width), self._whole))
        return tables[: len(self._order) - 1]


class _Rest:
    """The volume that some items can fill up to a sum: ``volume`` at the knots ``sums``, ascending both."""

    def __init__(self, sums: Floats, volume: Floats) -> None:
        self._sums, self._volume = sums, volume / volume[-1]

    @classmethod
    def of_one(cls, width: float, whole: float) -> "_Rest":
        """One item alone: a box."""
        top = min(width, whole)
        return cls(np.array([0.0, top]), np.array([0.0, top]))

    def with_another(self, width: float, whole: float) -> "_Rest":
        """These and one more item: the convolution with its box, integrated between the knots."""
        sums = np.linspace(0.0, min(self._sums[-1] + width, whole), KNOTS + 1)
        density = self._upto(sums) - self._upto(sums - width)
        steps = np.maximum(density[1:] + density[:-1], 0.0)
        return _Rest(sums, np.concatenate([[0.0], np.cumsum(steps)]))

    def between(self, low: Floats, high: Floats, share: Floats) -> Floats:
        """The sum that has this ``share`` of the volume between two sums (N,) below it."""
        least, most = self._upto(low), self._upto(high)
        found = np.interp(least + share * (most - least), self._volume, self._sums)
        return np.clip(found, np.maximum(low, 0.0), np.minimum(high, self._sums[-1]))

    def _upto(self, sums: Floats) -> Floats:
        return np.asarray(np.interp(sums, self._sums, self._volume))
