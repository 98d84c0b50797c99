"""Where things stand in the report: single cells by what they mean, and the text of references to them."""

from typing import NamedTuple

from openpyxl.utils import get_column_letter, quote_sheetname

Key = tuple[str, ...]
"""What a cell means, as in ``("local", view, criterion)``; ids, never names."""


class Place(NamedTuple):
    """One cell; as text an absolute reference with its sheet, ready for a formula."""

    sheet: str
    row: int
    column: int

    def __str__(self) -> str:
        return f"{quote_sheetname(self.sheet)}!{self.local}"

    @property
    def local(self) -> str:
        """The absolute reference without the sheet."""
        return f"${get_column_letter(self.column)}${self.row}"

    @property
    def coordinate(self) -> str:
        """The cell's name without signs, as in ``C5``."""
        return f"{get_column_letter(self.column)}{self.row}"


class Area(NamedTuple):
    """A rectangle of cells; as text an absolute reference with its sheet."""

    sheet: str
    top: int
    left: int
    height: int
    width: int

    def __str__(self) -> str:
        return f"{quote_sheetname(self.sheet)}!{self.local}"

    @property
    def local(self) -> str:
        """The absolute reference without the sheet."""
        return f"{self.cell(0, 0).local}:{self.cell(self.height - 1, self.width - 1).local}"

    @property
    def coordinates(self) -> str:
        """The reference without signs, as in ``C5:E7``."""
        return self.local.replace("$", "")

    def cell(self, row: int, column: int) -> Place:
        """The cell at an offset from the top left corner."""
        return Place(self.sheet, self.top + row, self.left + column)

    def row(self, row: int) -> "Area":
        """One row of it."""
        return Area(self.sheet, self.top + row, self.left, 1, self.width)

    def column(self, column: int) -> "Area":
        """One column of it."""
        return Area(self.sheet, self.top, self.left + column, self.height, 1)


def quoted(text: str) -> str:
    """A text constant in a formula."""
    return '"' + text.replace('"', '""') + '"'
