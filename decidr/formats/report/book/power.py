"""From judgments to priorities by formulas on the calculation sheet: powers, geometric means, gaps filled.

Twelve squarings, each divided by its sum, leave weights off by at most 1e-15.
"""

from collections.abc import Callable, Mapping
from itertools import product
from typing import NamedTuple

import numpy as np

from decidr.core.ahp.completion import smallest_lambda_max
from decidr.core.ahp.scales import apply_scale
from decidr.core.analysis.matrices import Floats, MatrixResult
from decidr.core.study.study import Scale
from decidr.formats.report.book.places import Area, Place
from decidr.formats.report.book.report import Report
from decidr.language import _

SQUARINGS = 12

GEOMETRIC_MEAN = 2
"""What the code cell of the priorities method holds for the geometric mean; 1 is the eigenvector."""


class Priorities(NamedTuple):
    """Columns (n × 1): the weights by the method chosen, and the principal eigenvector of the judgments themselves.

    ``completed`` is the matrix that the weights are of: the judgments, or what stands for them.
    """

    weights: Area
    eigenvector: Area
    completed: Area


def write_priorities(report: Report, title: str, judgments: Area, matrix: MatrixResult | None) -> Priorities:
    """Write the steps from a matrix of judgments on any sheet to its priorities."""
    strip = Strip(report, title, judgments.height)
    scale = report.content.study.settings.scale
    known = (
        judgments
        if scale == "linear"
        else strip.each(_("on the scale {scale}").format(scale=scale), _scaled(judgments, scale))
    )
    if matrix is None or matrix.missing:
        completed, means = _fill_gaps(strip, known, _fixed_completion(report, matrix))
    else:
        completed = known
        means = strip.down(_("row means"), lambda i: f"EXP(SUMPRODUCT(LN({known.row(i)}))/{known.width})")
    of_completed = _eigenvector(strip, completed)
    of_judgments = of_completed if completed is judgments else _eigenvector(strip, judgments)
    code = report.places["code", "priorities"]
    weights = strip.down(
        _("weights"),
        lambda i: f"IF({code}={GEOMETRIC_MEAN},{means.cell(i, 0)}/SUM({means}),{of_completed.cell(i, 0)})",
    )
    return Priorities(weights, of_judgments, completed)


class Strip:
    """Rows of the calculation sheet that fill from left to right, one step after the other."""

    def __init__(self, report: Report, title: str, height: int) -> None:
        self._page, self._height = report.calculation, height
        self._top, self._left = report.claim(height + 1, title) + 1, 2

    def each(self, caption: str, formula: Callable[[int, int], str]) -> Area:
        """A square with a formula for each cell."""
        area = self.room(caption, self._height)
        for i, j in product(range(self._height), repeat=2):
            self._page.formula(*self._at(area.cell(i, j)), formula(i, j), "modest")
        return area

    def whole(self, caption: str, width: int, formula: str) -> Area:
        """An area with one formula that fills it at once."""
        return self._page.array(self.room(caption, width), formula, "modest")

    def down(self, caption: str, formula: Callable[[int], str], over_arrays: bool = False) -> Area:
        """A column with a formula for each row; ``over_arrays``: formulas that take ranges cell by cell."""
        area = self.room(caption, 1)
        for i in range(self._height):
            if over_arrays:
                self._page.array(area.row(i), formula(i), "modest")
            else:
                self._page.formula(*self._at(area.cell(i, 0)), formula(i), "modest")
        return area

    def room(self, caption: str, width: int) -> Area:
        """The next free area, under a caption."""
        area = self._page.area(self._top, self._left, self._height, width)
        self._page.text(self._top - 1, self._left, caption, "modest")
        self._left += width + 1
        return area

    @staticmethod
    def _at(place: Place) -> tuple[int, int]:
        return place.row, place.column


def _eigenvector(strip: Strip, matrix: Area) -> Area:
    power = matrix
    for step in range(1, SQUARINGS + 1):
        square = f"MMULT({power},{power})"
        power = strip.whole(_("squared {step}").format(step=step), matrix.width, f"{square}/SUM({square})")
    return strip.down(_("eigenvector"), lambda i: f"SUM({power.row(i)})/SUM({power})")


def _fill_gaps(strip: Strip, known: Area, fixed: Floats | None) -> tuple[Area, Area]:
    """The completed matrix, and the weights by least squares in logs of the known pairs, before they sum to 1."""
    graph = strip.each(
        _("links"), lambda i, j: f"COUNT({known.row(i)})" if i == j else f"IF(ISNUMBER({known.cell(i, j)}),0,1)"
    )
    logs = strip.down(_("sums of logs"), lambda i: f"SUM(IF(ISNUMBER({known.row(i)}),LN({known.row(i)}),0))", True)
    potentials = strip.whole(_("log weights"), 1, f"IF(MDETERM({graph})<0.5,NA(),MMULT(MINVERSE({graph}),{logs}))")
    means = strip.down(_("row means"), lambda i: f"EXP({potentials.cell(i, 0)})")

    def completed(i: int, j: int) -> str:
        cell = known.cell(i, j)
        if i == j:
            return "1"
        by_ratio = f"EXP({potentials.cell(i, 0)}-{potentials.cell(j, 0)})"
        return f"IF(ISNUMBER({cell}),{cell},{by_ratio if fixed is None else repr(float(fixed[i, j])).upper()})"

    return strip.each(_("completed"), completed), means


def _fixed_completion(report: Report, matrix: MatrixResult | None) -> Floats | None:
    """The values that make lambda-max smallest, where the study completes so; they are no formulas."""
    settings = report.content.study.settings
    if settings.completion == "least squares" or matrix is None or matrix.priorities is None:
        return None
    return np.asarray(smallest_lambda_max(apply_scale(settings.scale, matrix.judgments)).matrix)


def _scaled(judgments: Area, scale: Scale) -> Callable[[int, int], str]:
    """The judgments on another scale, gaps kept: of each pair the entry that is at least 1, and its reciprocal."""
    n = judgments.height

    def formula(i: int, j: int) -> str:
        if i == j:
            return "1"
        cell = str(judgments.cell(i, j))
        above, below = SCALES[scale](cell, n), SCALES[scale](f"(1/{cell})", n)
        return f'IF(ISNUMBER({cell}),IF({cell}>=1,{above},1/({below})),"")'

    return formula


def _evenly_spread(x: str, n: int, largest_weight: str) -> str:
    climb = f"(({n}*{largest_weight}-1)*({x}-1)/8)"
    return f"{n - 1}*(1+{climb})/({n - 1}-{climb})"


SCALES: Mapping[Scale, Callable[[str, int], str]] = {
    "linear": lambda x, n: x,
    "logarithmic": lambda x, n: f"LN({x}+1)/LN(2)",
    "root": lambda x, n: f"SQRT({x})",
    "inverse linear": lambda x, n: f"9/(10-{x})",
    "balanced": lambda x, n: f"(9+{x})/(11-{x})",
    "balanced-n": lambda x, n: _evenly_spread(x, n, f"(9/{n + 8})"),
    "adaptive balanced": lambda x, n: _evenly_spread(x, n, "0.9"),
    "adaptive": lambda x, n: f"{x}^(1+LN({n - 1})/LN(9))",
    "power": lambda x, n: f"{x}^2",
    "geometric": lambda x, n: f"2^({x}-1)",
}
"""The judgment scales of ``core.ahp.scales`` as formulas of a cell at least 1."""
