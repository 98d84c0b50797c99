"""A sheet being written: text stays text, formulas are formulas, and every cell has one of the report's styles."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from decidr.formats.report.sheets.places import Area, Place
from decidr.formats.report.sheets.styles import GENERAL, Styles

MARGIN = 1
"""The narrow first column, so that nothing sticks to the edge."""
FIRST = 2
"""The first column that holds anything."""


class Page:
    """One worksheet of the report."""

    def __init__(self, book: Workbook, name: str, styles: Styles) -> None:
        self.sheet: Worksheet = book.create_sheet(sheet_name(name, book.sheetnames))
        self.name = self.sheet.title
        self._styles = styles
        self._prefix = f"{Area(self.name, 1, 1, 1, 1)}".partition("!")[0] + "!"
        self.sheet.sheet_view.showGridLines = False
        self.sheet.column_dimensions["A"].width = 2

    def place(self, row: int, column: int) -> Place:
        """The address of a cell here."""
        return Place(self.name, row, column)

    def area(self, top: int, left: int, height: int, width: int) -> Area:
        """The address of a rectangle here."""
        return Area(self.name, top, left, height, width)

    def text(self, row: int, column: int, text: str, style: str = "text") -> Place:
        """Put a text, whatever it begins with."""
        cell = self._cell(row, column, style, GENERAL, text[:1] in {"=", "+", "-", "@"})
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        return Place(self.name, row, column)

    def number(self, row: int, column: int, value: float | str | None, style: str = "number", number_format: str = GENERAL) -> Place:
        """Put a number, or the word that stands where there is none."""
        if isinstance(value, str):
            return self.text(row, column, value, style)
        self._cell(row, column, style, number_format).value = value if value == value else "–"  # noqa: PLR0124 (NaN)
        return Place(self.name, row, column)

    def formula(self, row: int, column: int, formula: str, style: str = "number", number_format: str = GENERAL) -> Place:
        """Put a formula, given without its equals sign."""
        self._cell(row, column, style, number_format).value = "=" + formula.replace(self._prefix, "")
        return Place(self.name, row, column)

    def array(self, area: Area, formula: str, style: str = "number", number_format: str = GENERAL) -> Area:
        """Put a formula that fills an area at once, given without its equals sign."""
        text = "=" + formula.replace(self._prefix, "")
        self._cell(area.top, area.left, style, number_format).value = ArrayFormula(area.coordinates, text)
        return area

    def style(self, area: Area, style: str, number_format: str = GENERAL) -> None:
        """Dress cells that hold nothing of their own."""
        for row in range(area.top, area.top + area.height):
            for column in range(area.left, area.left + area.width):
                self._cell(row, column, style, number_format)

    def header(self, row: int, texts: Sequence[str], column: int = FIRST, numbers_from: int = 1) -> None:
        """Put a table's header; from ``numbers_from`` on it stands over numbers."""
        for i, text in enumerate(texts):
            self.text(row, column + i, text, "header right" if i >= numbers_from else "header")

    def merged(self, row: int, column: int, width: int, text: str, style: str) -> Place:
        """Put a text across several columns, with room for its lines."""
        place = self.text(row, column, text, style)
        self.sheet.merge_cells(self.area(row, column, 1, width).coordinates)
        return place

    def widths(self, widths: Mapping[int, float]) -> None:
        """Set columns' widths, in characters."""
        for column, width in widths.items():
            self.sheet.column_dimensions[get_column_letter(column)].width = width

    def height(self, row: int, points: float) -> None:
        """Set a row's height."""
        self.sheet.row_dimensions[row].height = points

    def room_for(self, row: int, texts: Iterable[tuple[str, float]], size: float = 9) -> None:
        """Make a row as high as its texts need, each in a column of so many characters."""
        lines = max((lines_of(text, width) for text, width in texts), default=1)
        self.height(row, max(16.0, lines * size * 1.35 + 5))

    def rule(self, area: Area, rule: Rule) -> None:
        """Let the content decide the look of an area."""
        self.sheet.conditional_formatting.add(area.coordinates, rule)

    def validate(self, area: Area, validation: DataValidation) -> None:
        """Say what may be typed into an area."""
        self.sheet.add_data_validation(validation)
        validation.add(area.coordinates)

    def _cell(self, row: int, column: int, style: str, number_format: str, quote: bool = False) -> Cell:
        cell = Cell(self.sheet, row=row, column=column)
        cell._style = self._styles.array(style, number_format, quote)
        self.sheet._cells[row, column] = cell  # as Worksheet.cell does, without asking twice
        return cell


def sheet_name(wanted: str, taken: Iterable[str] = ()) -> str:
    """A name that Excel takes: 31 characters, none of ``[]:*?/\\``, no apostrophe at the ends, not taken."""
    used = {name.casefold() for name in taken}
    plain = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip().strip("'")[:31].strip() or "Sheet"
    name, number = plain, 1
    while name.casefold() in used:
        number += 1
        name = f"{plain[: 30 - len(str(number))]} {number}"
    return name


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a column of so many characters, about."""
    return sum(_wrapped(part, max(width, 1.0)) for part in text.split("\n")) if text else 1


def _wrapped(text: str, width: float) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        needed = width_of(word)
        if used and used + 1 + needed > width:
            lines, used = lines + 1, 0.0
        used += needed + (1 if used else 0)
        if used > width:
            lines, used = lines + int(used // width), used % width
    return lines


def width_of(text: str) -> float:
    """How many characters' room a text takes; Chinese and Japanese signs take two."""
    return sum(2.0 if unicodedata.east_asian_width(sign) in "WF" else 1.0 for sign in text)


def column_groups(first: int, last: int, size: int) -> list[tuple[int, int]]:
    """Columns in groups of at most ``size``, for pages that hold no more."""
    starts = [*range(first, last + 1, size), last + 1]
    return [(start, end - 1) for start, end in pairwise(starts)]
