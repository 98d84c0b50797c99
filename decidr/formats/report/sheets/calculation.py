"""The computing steps: a modest sheet, each part of which is written by the sheet that it serves."""

from openpyxl.utils import get_column_letter

from decidr.formats.report.sheets.page import FIRST
from decidr.formats.report.sheets.printing import set_up
from decidr.formats.report.sheets.report import START, Report
from decidr.language import _


def write_calculation(report: Report) -> None:
    """Head the sheet and set it up; only its heading is printed."""
    page = report.calculation
    page.text(1, FIRST, _("The computing steps"), "heading")
    page.height(1, 30)
    page.text(2, FIRST, _("Each squaring of a judgment matrix is divided by its sum; twelve of them leave the weights exact."), "line")
    page.text(3, FIRST, _("Then come totals and ranks of each view, the figures of the charts, and the checks. Nothing here is an input."), "line")
    page.sheet.print_area = f"A1:{get_column_letter(FIRST + 8)}{START - 1}"
    set_up(report, page, landscape=True)
