"""From judgments to priorities by formulas."""

import math

import numpy as np
import pytest

from decidr.core.ahp import scales
from decidr.core.study.study import Scale
from decidr.formats.report.book.power import SCALES, SQUARINGS
from decidr.formats.report.book.report import Report
from tests.formats.report import studies
from tests.formats.report.live import opened, report_of


def computed(formula: str) -> float:
    """A formula of numbers, worked out by Python."""
    names = {"LN": math.log, "SQRT": math.sqrt}
    return float(eval(formula.replace("^", "**"), {"__builtins__": {}}, names))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("n", [2, 3, 7])
def test_judgment_scales_are_those_of_the_core(scale: Scale, n: int) -> None:
    for judgment in (1.0, 2.0, 4.5, 9.0):
        wanted = scales.SCALES[scale](np.array(judgment), n)
        assert computed(SCALES[scale](repr(judgment), n)) == pytest.approx(float(wanted), rel=1e-12)


def test_each_complete_matrix_is_squared_twelve_times(full_report: Report) -> None:
    cells = [cell for row in full_report.calculation.cells.values() for cell in row.values()]
    squares = [cell for cell in cells if 't="array"' in cell and "MMULT" in cell]
    assert len(squares) == 3 * SQUARINGS  # the goal, the goal without the leaf left out, the hosts compared


def test_gaps_filled_for_the_smallest_lambda_max_are_fixed_numbers() -> None:
    book = opened(report_of(studies.four([2, None, 3, "1/2", None, 4], completion="smallest lambda-max")))
    formulas = [str(cell.value) for row in book["Calculation"].iter_rows() for cell in row if cell.value]
    assert any(text.startswith("=IF(ISNUMBER('Weights'!") and "EXP" not in text for text in formulas)
