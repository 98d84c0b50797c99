"""Whether other methods say the same, as the report was written, and CR by every table of random indices."""

from decidr.core.analysis.sensitivity.agreement_words import (
    agreement_said,
    ratio_said,
    ratios_said,
    way_named,
    way_said,
)
from decidr.core.analysis.sensitivity.method_agreement import TABLES
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.language import _

WIDTHS = {FIRST: 34, FIRST + 1: 14, FIRST + 2: 14, FIRST + 3: 15, FIRST + 4: 15, FIRST + 5: 44}
LAST = FIRST + 5
RATIO = "0.000"


def write_methods(report: Report) -> None:
    """Write the sheet; nothing where no host leads."""
    content = report.content
    if content.results.leader is None:
        return
    page = report.pages["methods"]
    said = agreement_said(content.results, content.agreement).rstrip(".")
    caption = _("As this report was written: the study solved by every other method, and without each host.")
    row = write_heading(report, page, said, caption, content.placeholders)
    row = _write_ways(report, page, row)
    _write_ratios(report, page, row)
    page.widths(WIDTHS)
    set_up(report, page, landscape=True)


def _write_ways(report: Report, page: Page, top: int) -> int:
    """Every other way, whether its leader is the same, and who passes whom; the first row after them."""
    results, ways = report.content.results, report.content.agreement.ways
    page.section(top, _("Other methods, and the study without each host"))
    page.header(top + 1, [_("Solved otherwise"), _("Same leader")])
    page.merged(top + 1, FIRST + 2, LAST - FIRST - 1, _("What it says"), "header note")
    for row, way in enumerate(ways, top + 2):
        name = way_named(results, way)
        differs = way.is_solved and not way.is_same
        page.text(row, FIRST, name[:1].upper() + name[1:])
        page.text(row, FIRST + 1, "–" if not way.is_solved else _("yes") if way.is_same else _("no"), "quiet right")
        page.merged(row, FIRST + 2, LAST - FIRST - 1, way_said(results, way), "look here" if differs else "note")
    return top + 3 + len(ways)


def _write_ratios(report: Report, page: Page, top: int) -> None:
    """CR of every matrix by each table."""
    content = report.content
    if not content.agreement.ratios:
        return
    page.section(top, _("CR by table of random indices; at most 0.10 passes"))
    page.text(top + 1, FIRST, ratios_said(content.results, content.agreement), "line")
    page.header(top + 2, [_("Judgments under"), *TABLES])
    page.text(top + 2, LAST, _("In words"), "header note")
    for row, ratio in enumerate(content.agreement.ratios, top + 3):
        who = content.names.get(ratio.participant or "", "")
        page.text(row, FIRST, f"{content.names[ratio.node]} – {who}" if who else content.names[ratio.node])
        for column, table in enumerate(TABLES, FIRST + 1):
            page.number(row, column, ratio.ratios[table] if ratio.ratios[table] is not None else "–", "number", RATIO)
        page.text(row, LAST, ratio_said(ratio), "note" if ratio.is_undisputed else "look here")
