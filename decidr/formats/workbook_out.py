"""The study workbook, written: one spreadsheet that holds a whole study and is read back by ``workbook_in``."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from decidr.core.study.problems import Problem, Refused
from decidr.core.study.study import Study
from decidr.formats.atomic import write_atomically
from decidr.formats.spreadsheet import column_letters
from decidr.formats.workbook_columns import SHEETS, Column
from decidr.formats.workbook_look import add_styles, escaped, lay_out, put
from decidr.formats.workbook_rows import Row, Rows, empty_rows, workbook_rows

LONGEST_TEXT = 32_767
"""What a cell of a spreadsheet holds, in UTF-16 units."""


def write_workbook(study: Study, path: Path, *, empty: bool = False) -> None:
    """Write a study as a workbook, whole or not at all.

    ``empty``: the tree and the hosts, with every judgment and every data cell to be filled in. OSError where the place
    cannot be written; Refused where a text is longer than a cell.
    """
    rows = empty_rows(study) if empty else workbook_rows(study)
    refusals = list(_too_long(rows))
    if refusals:
        raise Refused(refusals)
    content = BytesIO()
    _book(rows, study.title).save(content)
    write_atomically(path, content.getvalue())


def _book(rows: Rows, title: str) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator, book.properties.title = "decidr", escaped(title)
    add_styles(book)
    for name, columns in SHEETS.items():
        sheet = book.create_sheet(name)
        for number, column in enumerate(columns, 1):
            sheet.cell(1, number, column.name)
        for line, row in enumerate(rows[name], 2):
            _fill(sheet, line, columns, row)
        lay_out(sheet, columns)
    return book


def _fill(sheet: Worksheet, line: int, columns: tuple[Column, ...], row: Row) -> None:
    for number, (column, content) in enumerate(zip(columns, row, strict=True), 1):
        if content is not None and content != "":
            is_word = column.form == "number" and isinstance(content, str)
            put(sheet, line, number, content, "text" if is_word else column.form)


def _too_long(rows: Rows) -> Iterator[Problem]:
    for name, columns in SHEETS.items():
        for line, row in enumerate(rows[name], 2):
            for number, content in enumerate(row):
                if isinstance(content, str) and _units(content) > LONGEST_TEXT:
                    place = f"{name}!{column_letters(number)}{line}"
                    yield Problem("error", "workbook.text_too_long", place, {"column": columns[number].name})


def _units(text: str) -> int:
    return len(escaped(text).encode("utf-16-le")) // 2
