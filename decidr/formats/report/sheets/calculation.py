"""The computing steps: a modest sheet, each part of which is written by the sheet that it serves."""

from openpyxl.utils import get_column_letter

from decidr.formats.report.book.page import FIRST
from decidr.formats.report.book.printing import set_up
from decidr.formats.report.book.report import START, Report
from decidr.language import _

COLUMNS = 9


def write_calculation(report: Report) -> None:
    """Head the sheet, say how the figures are computed, and set it up; the steps themselves are not printed."""
    page = report.calculation
    page.text(1, FIRST, _("How the figures are computed"), "heading")
    for row, text in enumerate(_method(report), 2):
        page.merged(row, FIRST, COLUMNS, text, "prose")
    page.sheet.print_area = f"A1:{get_column_letter(FIRST + COLUMNS - 1)}{START - 2}"
    page.widths(dict.fromkeys(range(FIRST, FIRST + COLUMNS), 10.0))
    set_up(report, page, landscape=False)


def _method(report: Report) -> tuple[str, ...]:
    settings, results = report.content.study.settings, report.content.results
    return (
        _(
            "Weights: each matrix of judgments is squared twelve times, each square divided by its sum; the rows of "
            "the last one sum to the weights, exact to fifteen digits. The geometric mean of the rows can be chosen "
            "instead, on the sheet of settings."
        ),
        _(
            "Consistency: λmax belongs to the judgments as given; CI = (λmax − n)/(n − 1); "
            "CR = CI / random index (table «{table}»)."
        ).format(table=settings.random_index),
        _("Global weights: the product of the local weights from the goal down."),
        _(
            "Scores: value curves between fixed ends, levels, or comparisons in pairs, from 0 to 1; beyond the ends "
            "they are cut. A gap counts with the middle of its range, a closed cell with 0. A view may turn a score s "
            "into 1 − s."
        ),
        _(
            "Synthesis «{synthesis}»: absolute takes scores as they stand; distributive divides each criterion’s "
            "scores by their sum; ideal by the largest, and totals then sum to 1."
        ).format(synthesis=results.synthesis),
        _(
            "Ranks: totals in order; a gap above 0.000000001 starts a new rank, so equal totals share the better one. "
            "A host that fails a must stands below, without a rank."
        ),
        _(
            "Sensitivity: one weight moves from 0 to 1 while its siblings keep their proportions; between the ends "
            "totals are straight lines."
        ),
        _(
            "Below: the matrices squared, totals and ranks of every view, the figures of the charts, and the checks. "
            "Nothing there is an input."
        ),
    )
