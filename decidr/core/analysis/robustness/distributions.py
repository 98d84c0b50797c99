"""What a figure may be: fixed, or drawn from low over its value to high (method: Simulation, Data)."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.robustness.points import Points
from decidr.core.study.data import Cell

NORMAL_SPAN = 3.92
"""From Low to High of a normal figure: 1.96 deviations to either side hold 95 %."""

Form = Literal["triangular", "normal", "lognormal", "uniform"]
Figures = Callable[[Points], Floats]
"""From a chunk of points to figures (F, N)."""


class Uncertain(NamedTuple):
    """One figure that is drawn, in the order low, value, high."""

    form: Form
    low: float
    value: float
    high: float

    @property
    def is_possible(self) -> bool:
        """Whether the bounds go with the value and the form."""
        ascends = self.low <= self.high if self.form == "uniform" else self.low <= self.value <= self.high
        return ascends and (self.form != "lognormal" or self.low > 0)


def uncertain(cell: Cell, value: float, step: float) -> Uncertain | None:
    """What a cell's figure is drawn from: its bounds, else a placeholder's step to either side; None: it is fixed."""
    if cell.low is not None and cell.high is not None:
        low, high = cell.low, cell.high
        form: Form = cell.distribution or "triangular"
    elif cell.status == "placeholder":
        low, high, form = value - step, value + step, "triangular"
    else:
        return None
    return None if low == value == high else Uncertain(form, low, value, high)


def figures(wanted: Sequence[Uncertain]) -> Figures:
    """Draws of several figures, a row each, in their order."""
    makers = {"triangular": _triangular, "normal": _normal, "lognormal": _lognormal, "uniform": _uniform}
    groups = []
    for form, maker in makers.items():
        rows = [row for row, figure in enumerate(wanted) if figure.form == form]
        if rows:
            low, value, high = np.array([wanted[row][1:] for row in rows]).T[..., None]
            groups.append((rows, maker, low, value, high))

    def draw(points: Points) -> Floats:
        if len(groups) == 1:
            rows, maker, *bounds = groups[0]
            return maker(points, *bounds)
        found = np.empty((len(wanted), points.size))
        for rows, maker, *bounds in groups:
            found[rows] = maker(points, *bounds)
        return found

    return draw


def _triangular(points: Points, low: Floats, value: Floats, high: Floats) -> Floats:
    """By inversion: from the low end up to the value's share, from the high end down beyond it."""
    share = points.uniform(len(low))
    is_below = share * (high - low) < value - low
    square = np.where(is_below, share * (value - low), (1.0 - share) * (high - value))
    square *= high - low
    root = np.sqrt(square, out=square)
    return np.where(is_below, low + root, high - root)


def _normal(points: Points, low: Floats, value: Floats, high: Floats) -> Floats:
    return np.asarray(value + (high - low) / NORMAL_SPAN * points.normal(len(low)))


def _lognormal(points: Points, low: Floats, value: Floats, high: Floats) -> Floats:
    return np.asarray(value * np.exp(np.log(high / low) / NORMAL_SPAN * points.normal(len(low))))


def _uniform(points: Points, low: Floats, value: Floats, high: Floats) -> Floats:
    return np.asarray(low + (high - low) * points.uniform(len(low)))
