"""What it would take for another host to be first, as the report was written: by weights, and by single figures."""

from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
from decidr.core.analysis.sensitivity.critical_words import DIGITS, cell_said, judgment_said, no_cell_said
from decidr.core.analysis.sensitivity.flip_words import flip_said, flips_answer
from decidr.core.analysis.sensitivity.smallest_flip import Flip
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import POINTS, SHARE
from decidr.language import _
from decidr.number_text import figure

WIDTHS = {FIRST: 30, FIRST + 1: 16, FIRST + 2: 13, FIRST + 3: 13, FIRST + 4: 12, FIRST + 5: 60}
LAST = FIRST + 5


def write_takes(report: Report) -> None:
    """Write the sheet; nothing where no host leads."""
    content = report.content
    if content.results.leader is None:
        return
    page = report.pages["takes"]
    caption = _("As this report was written: the least change of weights, or of one figure, that unseats the leader.")
    row = write_heading(report, page, flips_answer(content.results, content.flips), caption, content.placeholders)
    row = _write_flips(report, page, row)
    row = _write_cells(report, page, row)
    _write_judgments(report, page, row)
    page.widths(WIDTHS)
    set_up(report, page, landscape=True)


def _write_flips(report: Report, page: Page, top: int) -> int:
    """Each other host with the weights of the main criteria that would put it first; the first row after them."""
    content = report.content
    page.section(top, _("By the weights of the main criteria, the proportions below them kept"))
    page.header(top + 1, [_("Host"), _("Points of weight")])
    page.merged(top + 1, FIRST + 2, LAST - FIRST - 1, _("What it takes"), "header note")
    flips = sorted(content.flips, key=_effort)
    for row, flip in enumerate(flips, top + 2):
        page.text(row, FIRST, content.names[flip.host], "text" if not flip.never else "quiet text")
        page.number(row, FIRST + 1, _("never") if flip.moved is None else 100 * flip.moved, "number", POINTS)
        page.merged(row, FIRST + 2, LAST - FIRST - 1, flip_said(content.results, flip), "note")
    return top + 3 + len(flips)


def _effort(flip: Flip) -> float:
    return float("inf") if flip.moved is None else flip.moved


def _write_cells(report: Report, page: Page, top: int) -> int:
    """Each cell that alone can change the leader, the smallest change first; the first row after them."""
    content = report.content
    page.section(top, _("By a single figure"))
    if not content.critical_cells:
        page.text(top + 1, FIRST, no_cell_said(content.results), "line")
        return top + 3
    page.header(top + 1, [_("Criterion"), _("Host")], numbers_from=2)
    for column, text in enumerate((_("Now"), _("At the tie"), _("Of its span")), FIRST + 2):
        page.text(top + 1, column, text, "header right")
    page.text(top + 1, LAST, _("Then"), "header note")
    for row, cell in enumerate(content.critical_cells, top + 2):
        _write_cell(report, page, row, cell)
    return top + 3 + len(content.critical_cells)


def _write_judgments(report: Report, page: Page, top: int) -> None:
    """Each judgment between hosts that alone can change the leader, the smallest change first."""
    content = report.content
    if not content.critical_judgments:
        return
    page.section(top, _("By a single judgment between hosts"))
    for row, judgment in enumerate(content.critical_judgments, top + 1):
        page.merged(row, FIRST, LAST - FIRST + 1, judgment_said(content.results, judgment), "note")


def _write_cell(report: Report, page: Page, row: int, cell: CriticalCell) -> None:
    content = report.content
    now = _("missing") if cell.value_now is None and cell.change is None else _shown(cell.value_now)
    page.text(row, FIRST, content.names[cell.criterion])
    page.text(row, FIRST + 1, content.names[cell.host])
    page.text(row, FIRST + 2, now, "quiet right")
    page.text(row, FIRST + 3, _shown(cell.value_at_tie), "quiet right")
    page.number(row, FIRST + 4, "–" if cell.share is None else cell.share, "number", SHARE)
    page.text(row, LAST, cell_said(content.results, cell), "note")


def _shown(value: float | str | None) -> str:
    if value is None:
        return _("a mean")
    return value if isinstance(value, str) else figure(value, DIGITS)
