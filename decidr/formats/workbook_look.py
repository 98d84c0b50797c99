"""How the study workbook looks: calm tables, frozen headers with notes, lists to choose from."""

import re
from math import ceil

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from decidr.formats.report import look
from decidr.formats.workbook_columns import FIELDS, SCALE_OF_RATIOS, SHEETS, Column, Form
from decidr.language import _

READY_ROWS = 1000
"""Lists reach at least so far down, so that rows can be added."""

LINE_HEIGHT = 13.5
"""Points; rows with text that wraps are set to what it needs, which LibreOffice does not do when it opens a file."""

FORMATS = {"text": "@", "long": "@", "ratio": "@", "number": "General"}
ALIGNED = {"text": "left", "long": "left", "ratio": "right", "number": "right"}
FONT = Font(name=look.FAMILY, size=look.BODY, color=look.TEXT)


def add_styles(book: Workbook) -> None:
    """Give the workbook the named styles of its cells."""
    for form, number_format in FORMATS.items():
        book.add_named_style(
            NamedStyle(
                name=style_of(form),
                font=FONT,
                alignment=_alignment(form),
                number_format=number_format,
            )
        )
        for is_needed in (False, True):
            book.add_named_style(_header(form, is_needed))


def style_of(form: str) -> str:
    """The name of the style of a column's cells."""
    return f"decidr {form}"


def _header_style_of(form: str, is_needed: bool) -> str:
    return f"decidr {'needed ' if is_needed else ''}header {form}"


def _alignment(form: str) -> Alignment:
    is_right = ALIGNED[form] == "right"
    return Alignment(horizontal=ALIGNED[form], vertical="top", wrap_text=form == "long", indent=1 if is_right else 0)


def _header(form: str, is_needed: bool) -> NamedStyle:
    """A column that must be filled has its name in the darker text."""
    colour = look.TEXT if is_needed else look.SECOND_TEXT
    indent = 1 if ALIGNED[form] == "right" else 0
    return NamedStyle(
        name=_header_style_of(form, is_needed),
        font=Font(name=look.FAMILY, size=look.CAPTION, bold=True, color=colour),
        fill=PatternFill("solid", start_color=look.SUNKEN),
        border=Border(bottom=Side("thin", color=look.THIRD_TEXT)),
        alignment=Alignment(horizontal=ALIGNED[form], vertical="center", wrap_text=True, indent=indent),
        number_format="@",
    )


def lay_out(sheet: Worksheet, columns: tuple[Column, ...]) -> None:
    """Headers, widths, lists and page of a sheet whose rows are filled."""
    last = max(sheet.max_row + 200, READY_ROWS)
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        dimension = sheet.column_dimensions[letter]
        dimension.width = column.width
        dimension.font, dimension.alignment = FONT, _alignment(column.form)
        dimension.number_format = FORMATS[column.form]
        _head(sheet.cell(1, number), column)
        _offer(sheet, column, f"{letter}2:{letter}{last}")
        if "placeholder" in column.choices:
            _mark_placeholders(sheet, letter, last)
    _fit_rows(sheet, columns)
    if sheet.title == "Study":
        _offer_fields(sheet)
    if sheet.max_row > 2 and len(columns) > 2:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{sheet.max_row}"
    _set_page(sheet)


def _head(cell: Cell | MergedCell, column: Column) -> None:
    cell.style = _header_style_of(column.form, column.is_needed)
    if column.about:
        comment = Comment(_(column.about), "decidr")
        comment.width, comment.height = 260, 20 + 18 * (1 + len(column.about) // 38)
        cell.comment = comment


def _offer(sheet: Worksheet, column: Column, cells: str) -> None:
    if column.choices:
        rule = _list_rule(f'"{",".join(column.choices)}"', strict=True)
        rule.error = _("Choose one of {choices}.").format(choices=", ".join(column.choices))
    elif column.names:
        rule = _list_rule(f"{quote_sheetname(column.names)}!$A$2:$A${READY_ROWS}", strict=False)
    elif column.form == "ratio":
        rule = _list_rule(f'"{",".join(SCALE_OF_RATIOS)}"', strict=True)
        rule.errorStyle = "warning"
        rule.errorTitle = _("Not on the scale from 1/9 to 9")
        rule.error = _("Any ratio above 0 will do, written as 3, 1/3, 8/9 or 0.333.")
    else:
        return
    rule.add(cells)
    sheet.add_data_validation(rule)


def _list_rule(source: str, strict: bool) -> DataValidation:
    return DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=strict)


def _offer_fields(sheet: Worksheet) -> None:
    """Lists beside the fields that are a choice."""
    for line, field in enumerate(FIELDS, 2):
        if field.choices:
            rule = _list_rule(f'"{",".join(field.choices)}"', strict=True)
            rule.error = _("Choose one of {choices}.").format(choices=", ".join(field.choices))
        elif field.attribute == "base_view":
            rule = _list_rule(f"Views!$A$2:$A${READY_ROWS}", strict=False)
        else:
            continue
        rule.add(f"B{line}")
        sheet.add_data_validation(rule)


def _mark_placeholders(sheet: Worksheet, letter: str, last: int) -> None:
    look_here = DifferentialStyle(font=Font(color=look.LOOK_HERE, bold=True))
    rule = Rule(type="expression", dxf=look_here, formula=[f'${letter}2="placeholder"'])
    sheet.conditional_formatting.add(f"{letter}2:{letter}{last}", rule)


def _fit_rows(sheet: Worksheet, columns: tuple[Column, ...]) -> None:
    for line, row in enumerate(sheet.iter_rows(min_row=2), 2):
        lines = max(_lines(cell.value, column) for cell, column in zip(row, columns, strict=False))
        if lines > 1:
            sheet.row_dimensions[line].height = lines * LINE_HEIGHT + 2


def _lines(content: object, column: Column) -> int:
    """How many lines a text takes that wraps; its mean sign is a little narrower than the unit of the width."""
    if column.form != "long" or not isinstance(content, str):
        return 1
    return sum(max(1, ceil(len(line) * 0.8 / column.width)) for line in content.splitlines())


def _set_page(sheet: Worksheet) -> None:
    sheet.freeze_panes = "B2" if len(SHEETS[sheet.title]) > 5 else "A2"
    sheet.row_dimensions[1].height = 30 if any(len(c.name) > c.width for c in SHEETS[sheet.title]) else 22
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def put(sheet: Worksheet, line: int, column: int, content: str | float, form: Form) -> None:
    """Fill a cell: text stays text whatever it begins with, and numbers keep every digit."""
    cell = sheet.cell(line, column)
    cell.style = style_of(form)
    if isinstance(content, str):
        cell.value = escaped(content)
        cell.data_type = "s"
        if content[0] in "=+-@":
            cell.quotePrefix = True
    else:
        cell.value = repr(content)
        cell.data_type = "n"


def escaped(text: str) -> str:
    """The text with control signs, and what reads like such an escape, as ``_x000B_``; what no file holds is marked."""
    text = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    text = re.sub("[\x00-\x08\x0b-\x1f]", lambda sign: f"_x{ord(sign[0]):04X}_", text)
    return re.sub("[\ud800-\udfff\ufffe\uffff]", "\ufffd", text)
