"""Headings of sheets, and how they are printed: landscape where wide, fit to width, title and page numbers."""

from openpyxl.worksheet.properties import PageSetupProperties

from decidr.formats.report import look
from decidr.formats.report.book.lettering import width_of
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.stream import plain
from decidr.language import _

A4 = 9
PORTRAIT, LANDSCAPE = (523.0, 752.0), (770.0, 506.0)
"""What the margins leave of A4, in points: width and height."""

NEVER = 1e9
"""A page so high that nothing breaks."""

LONGEST_FOOTER = 40
"""Figures' widths: what a third of an upright page has room for."""


def inputs_note() -> str:
    """What the colour of inputs means."""
    return _("Figures in blue are inputs: change one, and the whole report follows.")


def write_heading(report: Report, page: Page, heading: str, caption: str, warning: str) -> int:
    """The sheet's answer, what it shows, and a warning; the first row after them."""
    page.text(1, FIRST, heading, "heading")
    page.text(2, FIRST, " ".join(part for part in (caption, report.content.seen_in) if part), "line")
    row = 3
    if warning:
        page.text(row, FIRST, warning, "warning")
        row += 1
    return row + 1


def set_up(
    report: Report,
    page: Page,
    *,
    landscape: bool,
    repeat_rows: str = "",
    repeat_columns: str = "",
    pages_wide: int = 1,
    pages_high: int = 0,
) -> None:
    """Rows' heights, paper, margins and footer; 0 ``pages_high``: as many as it takes."""
    sheet = page.sheet
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages_wide, pages_high
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.6, 0.3, 0.3
    width, height = LANDSCAPE if landscape else PORTRAIT
    repeated = int(repeat_rows.partition(":")[0] or 0)
    page.finish(width, NEVER if pages_high else height, repeated, pages_wide)
    if repeat_rows:
        sheet.print_title_rows = repeat_rows
    if repeat_columns:
        sheet.print_title_cols = repeat_columns
    footer = sheet.oddFooter
    if footer is None:
        return
    page_said = _escaped(_("{sheet}, page {page}")).format(sheet="&A", page="&P")
    texts = (_shortened(report.content.title), _escaped(report.content.placeholders), page_said)
    colours = (look.THIRD_TEXT, look.LOOK_HERE, look.THIRD_TEXT)
    for part, text, colour in zip((footer.left, footer.center, footer.right), texts, colours, strict=True):
        if part is not None:
            part.text, part.size, part.color = text, 8, colour


def _shortened(text: str) -> str:
    """A title that leaves room in the footer."""
    kept = " ".join(text.split())
    while width_of(kept) > LONGEST_FOOTER:
        kept = kept.rstrip("…")[:-1].rstrip() + "…"
    return _escaped(kept)


def _escaped(text: str) -> str:
    """Text for a footer, where an ampersand begins a code."""
    return plain(text).replace("&", "&&")
