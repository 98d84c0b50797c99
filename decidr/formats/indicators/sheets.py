"""Sheets of a publisher's file, read as they stand: merged cells hold their text throughout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.formats.spreadsheet import BOOKS, TABLE_TEXTS, Sheet, Value, not_read, read_sheets
from decidr.formats.workbook_xml import PER_CENT, CellMarks, cell_marks, uses_format

READ = (*BOOKS, *TABLE_TEXTS)
"""Kinds of files that indicators are read from."""

Area = tuple[tuple[int, int], tuple[int, int]]


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
    """The sheets of a file, or only the one called ``wanted``; Refused where there is none or the file is no table."""
    suffix = path.suffix.lower()
    if path.is_file() and suffix not in READ:
        raise Refused([Problem("error", "file.unknown_kind", path.name, {"kinds": " ".join(READ)})])
    if suffix in TABLE_TEXTS or suffix not in BOOKS or not path.is_file():
        return _chosen(read_sheets(path), wanted, path)
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [book.get_sheet_by_name(name) for name in _names(book, wanted, path)]
        rows = [_rows(sheet) for sheet in sheets]
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


def _names(book: CalamineWorkbook, wanted: str, path: Path) -> list[str]:
    if not wanted:
        return list(book.sheet_names)
    return [_named(book.sheet_names, wanted, path)]


def _chosen(sheets: list[Sheet], wanted: str, path: Path) -> list[Sheet]:
    """A text has one sheet, which has the file's name."""
    if not wanted:
        return sheets
    name = _named([sheet.name for sheet in sheets], wanted, path)
    return [sheet for sheet in sheets if sheet.name == name]


def _named(names: Sequence[str], wanted: str, path: Path) -> str:
    found = next((name for name in names if folded(name) == folded(wanted)), None)
    if found is None:
        said = {"name": wanted, "names": ", ".join(names)}
        raise Refused([Problem("error", "import.no_such_sheet", path.name, said)])
    return found


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
