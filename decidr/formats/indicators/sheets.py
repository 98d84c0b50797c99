"""Sheets of a publisher's file, read as they stand: merged cells hold their text throughout."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.etree.ElementTree import ParseError

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from decidr.core.study.names import folded
from decidr.core.study.problems import Problem, Refused
from decidr.formats.spreadsheet import BOOKS, TABLE_TEXTS, Sheet, Value, not_read, read_sheets
from decidr.formats.workbook_xml import PER_CENT, CellMarks, cell_marks

READ = (*BOOKS, *TABLE_TEXTS)
"""Kinds of files that indicators are read from."""

Area = tuple[tuple[int, int], tuple[int, int]]


def read_indicator_sheets(path: Path, wanted: str = "") -> list[Sheet]:
    """The sheets of a file, or only the one called ``wanted``; Refused where there is none or the file is no table."""
    suffix = path.suffix.lower()
    if suffix in TABLE_TEXTS or suffix not in BOOKS or not path.is_file():
        return _chosen(read_sheets(path), wanted, path)
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [book.get_sheet_by_name(name) for name in _names(book, wanted, path)]
        rows = [_rows(sheet) for sheet in sheets]
        marks = cell_marks(path, PER_CENT, [s.name for s in sheets]) if suffix in (".xlsx", ".xlsm") else {}
    except (OSError, CalamineError, ValueError, ParseError, KeyError) as error:
        raise not_read(path, error) from None
    return [Sheet(s.name, r, *marks.get(s.name, CellMarks())) for s, r in zip(sheets, rows, strict=True)]


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
