"""The settings, the ones that switch the report live first; AHPy's second opinion; what decidr noticed."""

from openpyxl.worksheet.datavalidation import DataValidation

from decidr.core.ahp.random_index import TABLES, random_index
from decidr.formats.report.book.inputs import Input
from decidr.formats.report.book.page import FIRST, Page
from decidr.formats.report.book.places import Place, quoted
from decidr.formats.report.book.printing import set_up, write_heading
from decidr.formats.report.book.report import Report
from decidr.formats.report.book.styles import TINY
from decidr.formats.report.headings import settings_heading
from decidr.formats.report.tables import SettingRow, findings, opinion_rows, setting_rows
from decidr.language import _

CHOICES = {
    "priorities": ("eigenvector", "geometric mean"),
    "synthesis": ("absolute", "distributive", "ideal"),
    "random index": tuple(TABLES),
}
"""What the live settings may be; formulas hold their place, from 1, in a code cell."""


def write_settings(report: Report) -> None:
    """Write the sheet, and the code cells that formulas ask."""
    page = report.pages["settings"]
    caption = _("Every choice that can move a number. The first three switch this workbook, too.")
    row = write_heading(report, page, settings_heading(report.content), caption, "")
    page.begin(row)
    row = _write_choices(report, page, row)
    row = _write_opinions(report, page, row)
    row = _write_findings(report, page, row)
    _write_random_indices(report, page, row)
    page.widths({FIRST: 30, FIRST + 1: 22, FIRST + 2: 16, FIRST + 3: 16, FIRST + 4: 16})
    set_up(report, page, landscape=False)


def _write_choices(report: Report, page: Page, row: int) -> int:
    for setting in setting_rows(report.content):
        page.text(row, FIRST, setting.label, "text")
        place = _write_value(page, row, setting)
        if setting.key:
            report.add_input(Input("setting", first=setting.key), place, setting.value)
            _write_code(report, setting, place)
            rule = DataValidation(type="list", formula1=quoted(",".join(CHOICES[setting.key])), allow_blank=False)
            page.validate(page.area(row, FIRST + 1, 1, 1), rule)
        row += 1
    return row + 1


def _write_value(page: Page, row: int, setting: SettingRow) -> Place:
    if isinstance(setting.value, str):
        return page.text(row, FIRST + 1, setting.value, "choice" if setting.key else "text")
    return page.number(row, FIRST + 1, setting.value, "left number", setting.form)


def _write_code(report: Report, setting: SettingRow, place: Place) -> None:
    """The place of the choice in its list, on the calculation sheet; something else counts as the first."""
    formula = "1"
    for number, choice in reversed([*enumerate(CHOICES[setting.key], 1)]):
        formula = f"IF({place}={quoted(choice)},{number},{formula})"
    row = report.claim(1, setting.label)
    report.places["code", setting.key] = report.calculation.formula(row, FIRST, formula, "modest")


def _write_opinions(report: Report, page: Page, row: int) -> int:
    rows = opinion_rows(report.content)
    if not rows:
        return row
    page.section(row, _("Second opinion: AHPy on each matrix of this view"))
    page.header(row + 1, [_("Matrix"), _("Answer"), _("Largest difference")], numbers_from=2)
    if any(opinion.who for opinion in rows):
        page.text(row + 1, FIRST + 3, _("Who"), "header note")
    for i, opinion in enumerate(rows, row + 2):
        page.text(i, FIRST, opinion.node, "text")
        page.text(i, FIRST + 1, opinion.answer, "text")
        page.number(i, FIRST + 2, opinion.difference if opinion.difference is not None else "–", "number", TINY)
        if opinion.who:
            page.text(i, FIRST + 3, opinion.who, "quiet note")
    return row + len(rows) + 3


def _write_findings(report: Report, page: Page, row: int) -> int:
    rows = findings(report.content)
    if not rows:
        return row
    page.section(row, _("What decidr noticed"))
    page.header(row + 1, [_("Where"), _("How grave"), _("What"), "", ""], numbers_from=99)
    for i, finding in enumerate(rows, row + 2):
        page.text(i, FIRST, finding.place, "quiet text")
        page.text(i, FIRST + 1, finding.severity, "quiet text")
        page.merged(i, FIRST + 2, 3, finding.text, "quiet text")
    return row + len(rows) + 3


def _write_random_indices(report: Report, page: Page, row: int) -> None:
    """The random index of every size of matrix in the study, by each table and by the one chosen."""
    sizes = sorted({len(node.items) for node in report.content.nodes} - {1, 2})
    if not sizes:
        return
    page.section(row, _("Random indices"))
    page.header(row + 1, [_("Items"), *TABLES], numbers_from=1)
    code = report.places["code", "random index"]
    chosen = report.claim(len(sizes), _("random index chosen"))
    for i, n in enumerate(sizes):
        page.number(row + 2 + i, FIRST, n, "left number")
        for k, table in enumerate(TABLES):
            page.number(row + 2 + i, FIRST + 1 + k, random_index(table, n), "number", "0.00##")
        line = page.area(row + 2 + i, FIRST + 1, 1, len(TABLES))
        place = report.calculation.formula(chosen + i, FIRST, f"INDEX({line},1,{code})", "modest")
        report.places["random index", str(n)] = place
