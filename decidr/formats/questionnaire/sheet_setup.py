"""How a sheet of a questionnaire is locked and printed."""

from openpyxl.worksheet.properties import PageSetupProperties

from decidr.formats.questionnaire.wording import Wording
from decidr.formats.report.book.page import Page
from decidr.formats.report.book.printing import A4, LANDSCAPE, PORTRAIT

LONGEST_FOOTER = 80


def protect(page: Page) -> None:
    """Lock all but the cells to be filled in, without a password; columns and rows may still be made wider."""
    protection = page.sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False  # what openpyxl calls allowed


def set_up(page: Page, wording: Wording, title: str, *, landscape: bool) -> None:
    """Rows' heights, paper and margins; title and page numbers in the footer."""
    sheet = page.sheet
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.6, 0.7, 0.3, 0.3
    page.finish(*(LANDSCAPE if landscape else PORTRAIT))
    texts = (_escaped(title[:LONGEST_FOOTER]), wording.say("page {page} of {pages}", page="&P", pages="&N"))
    footer = sheet.oddFooter
    for part, text in zip((footer.left, footer.right), texts, strict=True) if footer is not None else ():
        if part is not None:
            part.text, part.size = text, 8


def _escaped(text: str) -> str:
    """Text for a footer, where an ampersand begins a code."""
    return " ".join(text.split()).replace("&", "&&")
