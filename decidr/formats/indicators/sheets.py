"""Sheets of a publisher's file, read as they stand: merged cells hold their text throughout."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.formats.spreadsheet import (
    BOOKS,
    TABLE_TEXTS,
    Sheet,
    Value,
    column_number,
    not_read,
    read_sheets,
    sheets_of_cells,
)
from decidr.formats.workbook_xml import PER_CENT, CellMarks, cell_marks, uses_format

READ = (*BOOKS, *TABLE_TEXTS)
"""Kinds of files that indicators are read from."""

Area = tuple[tuple[int, int], tuple[int, int]]


CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")

MARKED = (".xlsx", ".xlsm")
"""Kinds of which more is known than calamine tells."""


@dataclass(frozen=True)
class PublishedSheet(Sheet):
    """A sheet of a workbook, whose XML is looked into only where a cell asks for it."""

    path: Path = Path()
    shows_per_cent: bool = False

    @cached_property
    def marks(self) -> CellMarks:
        """Formulas without a number, and shares shown as per cent; Refused where the file is damaged."""
        if self.path.suffix.lower() not in MARKED:
            return CellMarks()
        try:
            return cell_marks(self.path, PER_CENT, [self.name]).get(self.name, CellMarks())
        except (OSError, ParseError, KeyError, ValueError) as error:
            raise not_read(self.path, error) from None


def read_indicator_sheets(path: Path, wanted: str = "") -> list[Sheet]:
    """The sheets of a file, or only the one called ``wanted``; Refused where there is none or the file is no table.

    ``Sheet1!A30`` is that sheet from that cell on, where a table of its own begins.
    """
    suffix = path.suffix.lower()
    if path.is_file() and suffix not in READ:
        raise Refused([Problem("error", "file.unknown_kind", path.name, {"kinds": " ".join(READ)})])
    if suffix in TABLE_TEXTS or suffix not in BOOKS or not path.is_file():
        return _chosen(read_sheets(path), wanted, path)
    try:
        book = CalamineWorkbook.from_path(path)
        names, first_cell = _wanted(sheets_of_cells(book), wanted, path)
        sheets = [book.get_sheet_by_name(name) for name in names]
        rows = [_from_cell(_rows(sheet), first_cell) for sheet in sheets]
        shows_per_cent = suffix in MARKED and uses_format(path, PER_CENT)
    except (OSError, CalamineError, ValueError, ParseError, KeyError) as error:
        raise not_read(path, error) from None
    found = zip(sheets, rows, strict=True)
    return [PublishedSheet(s.name, r, path=path, shows_per_cent=shows_per_cent) for s, r in found]


def is_uncached(sheet: Sheet, cell: str) -> bool:
    """Whether a cell that reads as empty holds a formula without a number, or an error."""
    return isinstance(sheet, PublishedSheet) and cell in sheet.marks.uncached


def is_shown_as_per_cent(sheet: Sheet, cell: str) -> bool:
    """Whether a number is shown as per cent."""
    if not (isinstance(sheet, PublishedSheet) and sheet.shows_per_cent):
        return False
    return sheet.marks.shown.get(cell, "").endswith("%")


def _chosen(sheets: list[Sheet], wanted: str, path: Path) -> list[Sheet]:
    """A text has one sheet, which has the file's name."""
    names, first_cell = _wanted([sheet.name for sheet in sheets], wanted, path)
    return [replace(sheet, rows=_from_cell(sheet.rows, first_cell)) for sheet in sheets if sheet.name in names]


def _wanted(names: Sequence[str], wanted: str, path: Path) -> tuple[Sequence[str], tuple[int, int]]:
    """The sheets that are wanted, all by default, and the cell (row and column) from which on: A1, or as it says."""
    if not wanted:
        return names, (0, 0)
    if found := _called(names, wanted):
        return [found], (0, 0)
    name, _mark, cell = wanted.rpartition("!")
    at = CELL.fullmatch(cell.strip())
    if not at or not (found := _called(names, name)):
        said = {"name": wanted, "names": ", ".join(names)}
        raise Refused([Problem("error", "import.no_such_sheet", path.name, said)])
    return [found], (int(at[2]) - 1, column_number(at[1]))


def _called(names: Sequence[str], wanted: str) -> str | None:
    return next((name for name in names if folded(name) == folded(wanted)), None)


def _from_cell(rows: list[list[Value]], first: tuple[int, int]) -> list[list[Value]]:
    """Rows without what stands above or at the left of a cell; each cell stays at its address."""
    if first == (0, 0):
        return rows
    top, left = first
    blank: list[Value] = [""] * left
    return [[*blank, *row[left:]] if number >= top else [] for number, row in enumerate(rows)]


def _rows(sheet: CalamineSheet) -> list[list[Value]]:
    rows: list[list[Value]] = sheet.to_python(skip_empty_area=False)
    _fill(rows, sheet.merged_cell_ranges or ())
    return rows


def _fill(rows: list[list[Value]], areas: Iterable[Area]) -> None:
    """Let each cell of a merged area hold what its first one does."""
    for (top, left), (bottom, right) in areas:
        value = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for row in rows[top : bottom + 1] if value != "" else ():
            row[left : right + 1] = [value] * len(row[left : right + 1])
