"""Spreadsheets as rows of values with their addresses: ``.xlsx .xlsm .xls .xlsb .ods .csv``.

A formula counts with its stored number. Without one, and where it is an error, calamine reads an empty cell; in
``.xlsx`` and ``.xlsm`` such cells are found in the file's XML and told. There a number that stands for a name is taken
as it is shown (1.10, 007); in the other kinds it is 1.1 and 7.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from decidr.core.study.problems import Problem, Refused
from decidr.formats.workbook_xml import CellMarks, cell_marks

Value = str | float | bool | date | datetime | time | timedelta

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How an .xls begins, and a workbook of any kind that Excel has locked with a password."""

BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
TABLE_TEXTS = (".csv", ".tsv")


@dataclass(frozen=True)
class Sheet:
    """One sheet from A1 on; an empty cell is ``""``.

    ``uncached`` are cells whose formula has no stored number; ``shown`` has the text of numbers that are shown in a
    form of their own, such as 1.10.
    """

    name: str
    rows: list[list[Value]]
    uncached: frozenset[str] = field(default_factory=frozenset)
    shown: Mapping[str, str] = field(default_factory=dict)

    def value(self, row: int, column: int) -> Value:
        """The value at a place counted from 0; empty beyond the edge."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def text(self, row: int, column: int) -> str:
        """The value as the text of a name: as it is shown where that is known."""
        value = self.value(row, column)
        return self.shown.get(cell_name(row, column)) or name_text(value) if self.shown else name_text(value)

    def is_filled(self, row: int) -> bool:
        """Whether any cell of a row holds more than blanks."""
        return any(name_text(value) for value in self.rows[row])

    def address(self, row: int, column: int) -> str:
        """Where a cell is, as in ``Judgments!D14``."""
        return f"{self.name}!{cell_name(row, column)}"


def read_sheets(path: Path) -> list[Sheet]:
    """Every sheet of a workbook, or the one of a CSV; Refused where the file cannot be read as one."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise Refused([Problem("error", "file.missing", str(path), {"file": str(path)})])
    if suffix in TABLE_TEXTS:
        return [Sheet(path.stem, _csv_rows(path))]
    if suffix not in BOOKS:
        raise Refused([Problem("error", "file.unknown_kind", path.name, {"kinds": " ".join(BOOKS)})])
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [(name, _rows(book, name)) for name in sheets_of_cells(book)]
    except (OSError, CalamineError, ValueError) as error:
        raise not_read(path, error) from None
    marks = _marks(path) if suffix in (".xlsx", ".xlsm") else {}
    return [Sheet(name, rows, *marks.get(name, CellMarks())) for name, rows in sheets]


def sheets_of_cells(book: CalamineWorkbook) -> list[str]:
    """The names of a workbook's sheets but those that are a chart alone, at which calamine fails in an ``.xlsb``."""
    return [sheet.name for sheet in book.sheets_metadata if sheet.typ != SheetTypeEnum.ChartSheet]


def not_read(path: Path, error: Exception) -> Refused:
    """Why a workbook cannot be read, in words."""
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return Refused([Problem("error", "file.unreadable", path.name, {"reason": reason})])
    if isinstance(error, PasswordError):
        return Refused([Problem("error", "file.locked", path.name)])
    return _no_workbook(path)


def _marks(path: Path) -> dict[str, CellMarks]:
    try:
        return cell_marks(path)
    except (ParseError, KeyError, ValueError):
        raise _no_workbook(path) from None


def _no_workbook(path: Path) -> Refused:
    kind = path.suffix.lower()
    with path.open("rb") as file:
        is_old = file.read(len(OLE)) == OLE
    code = "file.locked" if is_old and kind in (".xlsx", ".xlsm", ".xlsb") else "file.not_a_workbook"
    return Refused([Problem("error", code, path.name, {"kind": kind})])


def name_text(value: Value) -> str:
    """A value where a name is wanted: 2030.0 is the name ``2030``."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def cell_name(row: int, column: int) -> str:
    """A cell counted from 0 as in a spreadsheet: ``D14``."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    """A column counted from 0 as A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A column by its letters, counted from 0: the inverse of ``column_letters``."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number - 1


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[Value]]:
    """The rows of a sheet; a whole number, which an ``.xls`` gives as such, is a number like any other."""
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[float(value) if type(value) is int else value for value in row] for row in rows]


def _csv_rows(path: Path) -> list[list[Value]]:
    """The rows of a text in UTF-8, UTF-16 or the Western code page, whatever separates its columns.

    A first line ``sep=;`` says it, and is no row: spreadsheet programs do not show it.
    """
    text = decoded(path.read_bytes())
    said = re.match(r"sep=([;,\t|])[^\S\n]*\n", text, re.IGNORECASE)
    separator, rows = (said[1], text[said.end() :]) if said else (_separator(text), text)
    return [[*row] for row in csv.reader(io.StringIO(rows, newline=""), delimiter=separator)]


def _separator(text: str) -> str:
    """The mark that stands equally often in most lines; a decimal comma does not, where another mark separates."""
    lines = [line for line in text.splitlines() if line.strip()]

    def steadiness(mark: str) -> int:
        counts = Counter(line.count(mark) for line in lines if mark in line)
        return max(counts.values(), default=0)

    return max(";\t,", key=steadiness)


def decoded(content: bytes) -> str:
    """A text in UTF-8, UTF-16 or the Western code page."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
