"""A sheet being written: text stays text, formulas are formulas, and every cell has one of the report's styles."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import isnan
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from decidr.formats.report import look
from decidr.formats.report.book.lettering import BOLD, lines_of, width_of
from decidr.formats.report.book.places import Area, Place
from decidr.formats.report.book.stream import (
    Value,
    blank_cell,
    formula_cell,
    number_cell,
    plain,
    text_cell,
    titled_cell,
)
from decidr.formats.report.book.styles import GENERAL, STYLES, TEXT, Styles

FIRST = 2
"""The first column that holds anything; the one before is a margin, so that nothing sticks to the edge."""

MARGIN = 2.0
ROW_HEIGHT = 15.0
NO_LIMIT = 1e9
POINTS_A_CHARACTER = 5.25
"""How wide a column of one character is on paper."""

CENTIMETRES_A_CHARACTER, CENTIMETRES_A_ROW = POINTS_A_CHARACTER / 72 * 2.54, ROW_HEIGHT / 72 * 2.54

MOST_SHRINKING, LEAST_SCALE = 1.35, 0.6
"""How much smaller a sheet may be printed than its width asks for, so that a part of it is not cut, and how small."""

DEFAULT_WIDTH = 8.4

FORMULA_SIGNS = frozenset("=+-@")
"""What a text begins with that a spreadsheet program might take for a formula when it is edited."""


class _Told(NamedTuple):
    """A text that may need several lines: where, how many columns wide, and its style."""

    row: int
    column: int
    width: int
    text: str
    style: str
    below: str = ""
    """A quieter part under the text."""


class Page:
    """One worksheet of the report."""

    def __init__(self, book: Workbook, name: str, styles: Styles) -> None:
        self.sheet: Worksheet = book.create_sheet(sheet_name(name, book.sheetnames))
        self.name = self.sheet.title
        self._styles = styles
        self._prefix = f"{Area(self.name, 1, 1, 1, 1)}".partition("!")[0] + "!"
        self.cells: dict[int, dict[int, str]] = {}
        self.heights: dict[int, float] = {}
        self.frozen = ""
        """The header that is kept in sight, as rows to repeat on paper."""
        self._told: list[_Told] = []
        self._sections: list[int] = []
        self._groups: list[int] = []
        self._widths: dict[int, float] = {}
        self.sheet.sheet_view.showGridLines = False
        self.sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
        self.sheet.sheet_format.customHeight = True
        self.widths({1: MARGIN})

    def place(self, row: int, column: int) -> Place:
        """The address of a cell here."""
        return Place(self.name, row, column)

    def area(self, top: int, left: int, height: int, width: int) -> Area:
        """The address of a rectangle here."""
        return Area(self.name, top, left, height, width)

    def text(self, row: int, column: int, text: str, style: str = "text") -> Place:
        """Put a text, whatever it begins with."""
        return self._put_text(_Told(row, column, 1, text, style))

    def entry(self, row: int, column: int, text: str, style: str) -> Place:
        """Leave a cell to be filled in, with what stands there already; whatever is typed there stays text."""
        style_id = self._styles.id(style, TEXT, quote=bool(text) and text[0] in FORMULA_SIGNS)
        if not text:
            return self._put(row, column, blank_cell(row, column, style_id))
        self._told.append(_Told(row, column, 1, plain(text), style))
        return self._put(row, column, text_cell(row, column, style_id, plain(text)))

    def titled(self, row: int, column: int, title: str, below: str, style: str = "text") -> Place:
        """Put a text in two parts: a title in bold, and quieter text below it."""
        if not below:
            return self.text(row, column, title, style)
        told = _Told(row, column, 1, plain(title), style, plain(below))
        style_id = self._styles.id(style, quote=title[:1] in FORMULA_SIGNS)
        self._told.append(told)
        return self._put(row, column, titled_cell(row, column, style_id, told.text, told.below))

    def merged(self, row: int, column: int, width: int, text: str, style: str) -> Place:
        """Put a text across several columns."""
        for beside in range(column + 1, column + width):
            self._put(row, beside, blank_cell(row, beside, self._styles.id(style)))
        self.sheet.merged_cells.add(self.area(row, column, 1, width).coordinates)
        return self._put_text(_Told(row, column, width, text, style))

    def number(
        self, row: int, column: int, value: float | str | None, style: str = "number", number_format: str = GENERAL
    ) -> Place:
        """Put a number, or the word that stands where there is none."""
        if isinstance(value, str):
            return self.text(row, column, value, style)
        if value is None:
            return self._put(row, column, blank_cell(row, column, self._styles.id(style, number_format)))
        if isnan(value):
            return self.text(row, column, "–", style)
        return self._put(row, column, number_cell(row, column, self._styles.id(style, number_format), value))

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        style: str = "number",
        number_format: str = GENERAL,
        *,
        value: Value = None,
    ) -> Place:
        """Put a formula, given without its equals sign; ``value`` is what it gives as the report is written.

        NaN: it has no number yet, and shows a dash until it has.
        """
        text = formula.replace(self._prefix, "")
        if isinstance(value, float) and isnan(value):
            text, value = f'IFERROR({text},"–")', "–"
        return self._put(row, column, formula_cell(row, column, self._styles.id(style, number_format), text, value))

    def array(
        self, area: Area, formula: str, style: str = "number", number_format: str = GENERAL, *, value: Value = None
    ) -> Area:
        """Put a formula that fills an area at once, given without its equals sign; ``value`` is that of one cell."""
        text, style_id = formula.replace(self._prefix, ""), self._styles.id(style, number_format)
        for row in range(area.top, area.top + area.height):
            for column in range(area.left, area.left + area.width):
                self._put(row, column, blank_cell(row, column, style_id))
        self._put(area.top, area.left, formula_cell(area.top, area.left, style_id, text, value, area.coordinates))
        return area

    def blank(self, area: Area, style: str) -> None:
        """Dress cells that may stay empty, so that a table's lines do not break off."""
        for row in range(area.top, area.top + area.height):
            for column in range(area.left, area.left + area.width):
                self._put(row, column, blank_cell(row, column, self._styles.id(style)))

    def header(self, row: int, texts: Sequence[str], column: int = FIRST, numbers_from: int = 1) -> None:
        """Put a table's header; from ``numbers_from`` on it stands over numbers."""
        for i, text in enumerate(texts):
            self.text(row, column + i, text, "header right" if i >= numbers_from else "header")

    def expect(self, row: int, column: int, text: str, style: str) -> None:
        """Leave room for a text that a formula may bring."""
        self._told.append(_Told(row, column, 1, text, style))

    def section(self, row: int, text: str) -> None:
        """Put the title of a part that should stay on one page of paper."""
        self.text(row, FIRST, text, "section")
        self.begin(row)

    def begin(self, row: int) -> None:
        """Say that a part begins here that should stay on one page of paper."""
        self._sections.append(row)

    def group(self, row: int) -> None:
        """Say that rows begin here that belong together, for parts that need several pages."""
        self._groups.append(row)

    def widths(self, widths: Mapping[int, float]) -> None:
        """Set columns' widths, in characters."""
        self._widths.update(widths)
        for column, width in widths.items():
            self.sheet.column_dimensions[get_column_letter(column)].width = width

    def hide(self, columns: Iterable[int]) -> None:
        """Hide columns that hold nothing in this study."""
        for column in columns:
            self._widths[column] = 0.0
            self.sheet.column_dimensions[get_column_letter(column)].hidden = True

    def freeze(self, row: int, column: int) -> None:
        """Keep the rows above and the columns before this cell in sight; the last of those rows is a table's header."""
        self.sheet.freeze_panes = self.place(row, column).coordinate
        self.frozen = f"{row - 1}:{row - 1}"

    def rule(self, area: Area, rule: Rule) -> None:
        """Let the content decide the look of an area."""
        self.sheet.conditional_formatting.add(area.coordinates, rule)

    def validate(self, area: Area, validation: DataValidation) -> None:
        """Say what may be typed into an area."""
        self.sheet.add_data_validation(validation)
        validation.add(area.coordinates)

    def finish(self, width: float, height: float, repeated: int = 0, pages_wide: int = 1) -> None:
        """Make rows as high as their texts need, and break pages of paper (points) between sections.

        ``repeated`` is the row that every page repeats, 0 for none.
        """
        characters = sum(self._widths.values())
        self._wrap_long_lines(characters / pages_wide)
        self.heights = self._heights()
        kept = self.heights.get(repeated, ROW_HEIGHT) if repeated else 0.0
        scale = min(1.0, width * pages_wide / (POINTS_A_CHARACTER * characters))
        room, smallest = height / scale, height / max(scale / MOST_SHRINKING, min(scale, LEAST_SCALE))
        sections = self._sections_of(self._sections)
        parts = {start: self._height(start, end) + kept * (start > repeated) for start, end in sections}
        longest = max((part for part in parts.values() if room < part <= smallest), default=0.0)
        if longest:
            room = longest + ROW_HEIGHT
            self._widen(width * pages_wide * room / height / POINTS_A_CHARACTER)
        for row in _breaks(self._finer(parts, room), room):
            self.sheet.row_breaks.append(Break(id=row - 1))

    def _sections_of(self, starts: Iterable[int]) -> list[tuple[int, int]]:
        """First row and row after each section; the heading before the first one belongs to it."""
        return [*pairwise([1, *sorted(starts)[1:], max(self.cells) + 1])]

    def _finer(self, parts: Mapping[int, float], room: float) -> Mapping[int, float]:
        """The same parts by their heights, but those that need several pages cut between their groups of rows."""
        starts = [*parts, max(self.cells) + 1]
        long = [(start, end) for start, end in pairwise(starts) if parts[start] > room]
        inner = {row for start, end in long for row in self._groups if start < row < end}
        cut = {*inner, *(start for start, _end in long)}
        found = pairwise(sorted({*starts, *inner}))
        return {start: self._height(start, end) if start in cut else parts[start] for start, end in found}

    def _height(self, start: int, end: int) -> float:
        return sum(self.heights.get(row, ROW_HEIGHT) for row in range(start, end))

    def _wrap_long_lines(self, characters: float) -> None:
        """Give headings and notes that are longer than the page is wide the lines that they need."""
        columns, width = 0, 0.0
        for column in range(FIRST, max(self._widths) + 1):
            width += self._widths.get(column, DEFAULT_WIDTH)
            columns += width <= characters
        for told in [told for told in self._told if f"long {told.style}" in STYLES and told.column == FIRST]:
            style = STYLES[told.style]
            is_alone = told.width == 1 and len(self.cells[told.row]) == 1
            if is_alone and columns > 1 and width_of(told.text) * style.size / 10 * BOLD > characters - MARGIN:
                self.merged(told.row, FIRST, columns, told.text, f"long {told.style}")

    def _widen(self, characters: float) -> None:
        """Print an empty column beside the others, so that fitting the width makes the sheet so much smaller."""
        column = max(self._widths) + 1
        self.widths({column: characters - sum(self._widths.values())})
        self.sheet.print_area = self.area(1, 1, max(self.cells), column).coordinates

    def _heights(self) -> dict[int, float]:
        heights: dict[int, float] = {}
        for told in self._told:
            style = STYLES[told.style]
            lines = lines_of(told.text, self._room(told)) if style.wrap else 1
            needed = lines * style.size * 1.3 + style.padding
            if told.below:
                needed += lines_of(told.below, self._room(told) * style.size / look.CAPTION) * look.CAPTION * 1.3
            if needed > heights.get(told.row, ROW_HEIGHT):
                heights[told.row] = needed
        return heights

    def _room(self, told: _Told) -> float:
        """How many characters of its size fit into a line."""
        style = STYLES[told.style]
        if self._widths.get(told.column) == 0:
            return NO_LIMIT  # hidden
        width = (
            sum(self._widths.get(told.column + i, DEFAULT_WIDTH) for i in range(told.width)) - 1 - 1.5 * style.indent
        )
        return width * 10 / style.size / (BOLD if style.bold else 1.0)

    def _put_text(self, told: _Told) -> Place:
        text = plain(told.text)
        style = self._styles.id(told.style, quote=text[:1] in FORMULA_SIGNS)
        self._told.append(told)
        return self._put(told.row, told.column, text_cell(told.row, told.column, style, text))

    def _put(self, row: int, column: int, cell: str) -> Place:
        self.cells.setdefault(row, {})[column] = cell
        return Place(self.name, row, column)


def _breaks(parts: Mapping[int, float], room: float) -> list[int]:
    """First rows of parts (by their heights) before which a new page begins: those that would be cut else."""
    found: list[int] = []
    used = 0.0
    for start, needed in parts.items():
        if used and used + needed > room and (needed <= room or used > room / 2):
            found.append(start)
            used = 0.0
        used = min(used + needed, room)  # where the last page of a long part ends, programs differ
    return found


def sheet_name(wanted: str, taken: Iterable[str] = ()) -> str:
    r"""A name that Excel takes: 31 characters, none of ``[]:*?/\``, no apostrophe at the ends, not taken."""
    used = {name.casefold() for name in taken}
    cleaned = re.sub(r"[\[\]:*?/\\]", " ", wanted).strip().strip("'")[:31].strip() or "Sheet"
    name, number = cleaned, 1
    while name.casefold() in used:
        number += 1
        name = f"{cleaned[: 30 - len(str(number))]} {number}"
    return name
