"""Cells as the XML of a workbook, and the workbook saved with them.

openpyxl makes everything of the file but its cells: one object at a time, styled cells and formulas take it more than
twice as long as plain numbers do; written as text they take less.
"""

import re
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from math import isnan
from typing import IO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from decidr.formats.report import look

Value = float | str | None

Rows = Mapping[int, Mapping[int, str]]
"""Cells by row and column."""

CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


LONGEST_TEXT = 32_767


def plain(text: str) -> str:
    """The text as far as a cell can hold it: without control signs, and not longer than Excel takes."""
    return NOT_IN_XML.sub("", text)[:LONGEST_TEXT]


def text_cell(row: int, column: int, style: int, text: str) -> str:
    """A text, whatever it begins with."""
    inline = f'<is><t xml:space="preserve">{_escaped(text)}</t></is>'
    return f'<c r="{_letters(column)}{row}" s="{style}" t="inlineStr">{inline}</c>'


def titled_cell(row: int, column: int, style: int, title: str, below: str) -> str:
    """A text in two parts, each with its own type: a title, and quieter text below it."""
    runs = f"{_run(title, look.BODY, look.TEXT, '<b/>')}{_run(chr(10) + below, look.CAPTION, look.SECOND_TEXT)}"
    return f'<c r="{_letters(column)}{row}" s="{style}" t="inlineStr"><is>{runs}</is></c>'


def _run(text: str, size: int, colour: str, weight: str = "") -> str:
    """Part of a text; the order of its properties is the schema's."""
    properties = f'{weight}<sz val="{size}"/><color rgb="FF{colour}"/><rFont val="{look.FAMILY}"/><family val="2"/>'
    return f'<r><rPr>{properties}</rPr><t xml:space="preserve">{_escaped(text)}</t></r>'


def number_cell(row: int, column: int, style: int, value: float) -> str:
    """A number in full precision."""
    return f'<c r="{_letters(column)}{row}" s="{style}"><v>{value!r}</v></c>'


def blank_cell(row: int, column: int, style: int) -> str:
    """A cell that has only a look."""
    return f'<c r="{_letters(column)}{row}" s="{style}"/>'


def formula_cell(row: int, column: int, style: int, formula: str, value: Value = None, area: str = "") -> str:
    """A formula without its equals sign; with an area one that fills it at once.

    ``value`` is what viewers show that compute nothing; None leaves it to whoever computes.
    """
    kind = f' t="array" ref="{area}"' if area else ""
    start = f'<c r="{_letters(column)}{row}" s="{style}"'
    if isinstance(value, str):
        return f'{start} t="str"><f{kind}>{escape(formula)}</f><v>{_escaped(plain(value))}</v></c>'
    stored = "" if value is None or isnan(value) else f"<v>{value!r}</v>"
    return f"{start}><f{kind}>{escape(formula)}</f>{stored}</c>"


def _escaped(text: str) -> str:
    """Text as XML; what looks like a code of a sign (``_x0041_``) stays as it is."""
    return escape(CODE.sub("_x005F_", text))


_letters = cache(get_column_letter)


def save(
    book: Workbook, cells: Mapping[str, Rows], heights: Mapping[str, Mapping[int, float]], target: IO[bytes]
) -> None:
    """Save a workbook with the cells and rows' heights of each sheet, by its title."""
    hollow = BytesIO()
    book.save(hollow)
    parts = {f"xl/worksheets/sheet{i}.xml": sheet.title for i, sheet in enumerate(book.worksheets, 1)}
    with ZipFile(hollow) as source, ZipFile(target, "w", ZIP_DEFLATED) as package:
        for item in source.infolist():
            content = source.read(item)
            title = parts.get(item.filename)
            package.writestr(item.filename, _filled(content, cells[title], heights[title]) if title else content)


def _filled(sheet: bytes, rows: Rows, heights: Mapping[int, float]) -> bytes:
    """A sheet's XML with its cells put in."""
    before, empty, after = sheet.partition(b"<sheetData></sheetData>")
    if not empty:
        raise ValueError("openpyxl wrote cells where none were expected")
    columns = [column for row in rows.values() for column in row]
    if columns:
        corner = f"A1:{_letters(max(columns))}{max(rows)}".encode()
        before = before.replace(b'<dimension ref="A1:A1" />', b'<dimension ref="%s" />' % corner)
    data = "".join(_row(number, rows.get(number, {}), heights.get(number)) for number in sorted({*rows, *heights}))
    return b"%s<sheetData>%s</sheetData>%s" % (before, data.encode(), after)


def _row(number: int, cells: Mapping[int, str], height: float | None) -> str:
    tall = f' ht="{height:g}" customHeight="1"' if height else ""
    return f'<row r="{number}"{tall}>{"".join(cells[column] for column in sorted(cells))}</row>'
