"""Spreadsheets as rows of values with their addresses: ``.xlsx .xlsm .xls .xlsb .ods .csv``.

A formula counts with its stored number. Without one, and where it is an error, calamine reads an empty cell; in
``.xlsx`` and ``.xlsm`` such cells are found in the file's XML and told.
"""

import csv
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook

from decidr.core.study.problems import Problem, Refused

Value = str | float | bool | date | datetime | time | timedelta

BOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


@dataclass(frozen=True)
class Sheet:
    """One sheet from A1 on; an empty cell is ``""``. ``uncached`` are cells whose formula has no stored number."""

    name: str
    rows: list[list[Value]]
    uncached: frozenset[str] = field(default_factory=frozenset)

    def value(self, row: int, column: int) -> Value:
        """The value at a place counted from 0; empty beyond the edge."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return ""

    def text(self, row: int, column: int) -> str:
        """The value as the text of a name."""
        return name_text(self.value(row, column))

    def is_filled(self, row: int) -> bool:
        """Whether any cell of a row holds more than blanks."""
        return any(name_text(value) for value in self.rows[row])

    def address(self, row: int, column: int) -> str:
        """Where a cell is, as in ``Judgments!D14``."""
        return f"{self.name}!{column_letters(column)}{row + 1}"


def read_sheets(path: Path) -> list[Sheet]:
    """Every sheet of a workbook, or the one of a CSV; Refused where the file cannot be read as one."""
    suffix = path.suffix.lower()
    if not path.is_file():
        raise Refused([Problem("error", "file.missing", str(path), {"file": str(path)})])
    if suffix in (".csv", ".tsv"):
        return [Sheet(path.stem, _csv_rows(path))]
    if suffix not in BOOKS:
        raise Refused([Problem("error", "file.unknown_kind", path.name, {"kinds": " ".join(BOOKS)})])
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [(name, _rows(book, name)) for name in book.sheet_names]
    except (CalamineError, OSError, ValueError) as error:
        raise Refused([Problem("error", "file.unreadable", path.name, {"reason": str(error)})]) from None
    uncached = _formulas_without_number(path) if suffix in (".xlsx", ".xlsm") else {}
    return [Sheet(name, rows, frozenset(uncached.get(name, ()))) for name, rows in sheets]


def name_text(value: Value) -> str:
    """A value where a name is wanted: 2030.0 is the name ``2030``."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def column_letters(column: int) -> str:
    """A column counted from 0 as A, B, … Z, AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rows(book: CalamineWorkbook, sheet: str) -> list[list[Value]]:
    """The rows of a sheet; a whole number, which an ``.xls`` gives as such, is a number like any other."""
    rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return [[float(value) if type(value) is int else value for value in row] for row in rows]


def _csv_rows(path: Path) -> list[list[Value]]:
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    delimiter = max(";\t,", key=lambda mark: (text.partition("\n")[0].count(mark), mark == ","))
    return [[*row] for row in csv.reader(text.splitlines(), delimiter=delimiter)]


def _formulas_without_number(path: Path) -> dict[str, list[str]]:
    """By sheet, the cells that hold a formula and no value, or an error such as ``#DIV/0!``, which calamine drops."""
    with zipfile.ZipFile(path) as package:
        return {name: list(_uncached_cells(package, part)) for name, part in _sheet_parts(package)}


def _sheet_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Name and part of each sheet; by local names, since «Strict Open XML» has other namespaces."""
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    for sheet in ElementTree.fromstring(package.read("xl/workbook.xml")).iterfind(".//{*}sheets/{*}sheet"):
        relation = next((value for key, value in sheet.items() if key.endswith("}id")), None)
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in package.namelist():
            yield sheet.get("name", ""), part


def _uncached_cells(package: zipfile.ZipFile, part: str) -> Iterator[str]:
    content = package.read(part)
    if not re.search(rb"<(\w+:)?f[ >/]|t=[\"']e[\"']", content):
        return
    for cell in ElementTree.fromstring(content).iterfind(".//{*}sheetData/{*}row/{*}c"):
        if cell.get("t") == "e" or (cell.find("{*}f") is not None and not _has_result(cell)):
            yield cell.get("r", "")


def _has_result(cell: ElementTree.Element) -> bool:
    """Whether a formula's result is stored; that of a text may be empty."""
    value = cell.find("{*}v")
    return value is not None and (bool(value.text) or cell.get("t") == "str")
