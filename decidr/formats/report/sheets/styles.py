"""How cells look: a few named styles, each made once in a workbook and shared by its cells."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from types import MappingProxyType

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from decidr.formats.report import look

POINTS = "0.0"
SHARE = '0.0"\u202f"%'
WHOLE_SHARE = '0"\u202f"%'
SCORE = "0.00"
SIMPLE_RATIO = "[>=1]General;[<1]# ?/?"
DECIMAL_RATIO = "[>=1]0.00;[<1]0.00"
CR = "0.000"
FINE = "0.0000"
TINY = "0.0E+00"
TEXT = "@"
GENERAL = "General"


@dataclass(frozen=True)
class Style:
    """Font, fill, lines and place of a cell's content."""

    size: int = look.BODY
    colour: str = look.TEXT
    bold: bool = False
    italic: bool = False
    fill: str = ""
    below: str = look.LINE
    above: str = ""
    left: str = ""
    horizontal: str = "general"
    vertical: str = "center"
    wrap: bool = False
    indent: int = 0


def _plain(**changes: object) -> Style:
    return Style(**{"below": "", **changes})  # type: ignore[arg-type]


STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "cover title": _plain(size=look.FIGURE, bold=True, wrap=True),
        "question": _plain(size=look.SECTION, colour=look.SECOND_TEXT, wrap=True, vertical="top"),
        "heading": _plain(size=look.PAGE_TITLE, bold=True),
        "card title": _plain(size=look.CARD_TITLE, bold=True, wrap=True),
        "section": _plain(size=look.SECTION, bold=True),
        "caption": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, vertical="top", wrap=True),
        "line": _plain(size=look.CAPTION, colour=look.SECOND_TEXT),
        "warning": _plain(size=look.CAPTION, colour=look.LOOK_HERE, bold=True),
        "warning left": _plain(size=look.CAPTION, colour=look.LOOK_HERE, bold=True, horizontal="left"),
        "rank": Style(colour=look.SECOND_TEXT, horizontal="center"),
        "link": _plain(colour=look.ACCENT),
        "verdict title": _plain(
            size=look.CARD_TITLE, bold=True, fill=look.SOFT_ACCENT, left=look.ACCENT, wrap=True, indent=1
        ),
        "verdict": _plain(fill=look.SOFT_ACCENT, left=look.ACCENT, wrap=True, vertical="top", indent=1),
        "header": Style(size=look.CAPTION, colour=look.SECOND_TEXT, bold=True, below=look.THIRD_TEXT, wrap=True, vertical="bottom"),
        "header right": Style(
            size=look.CAPTION, colour=look.SECOND_TEXT, bold=True, below=look.THIRD_TEXT, wrap=True,
            vertical="bottom", horizontal="right",
        ),
        "view header": _plain(size=look.CAPTION, bold=True, horizontal="center", vertical="bottom", wrap=True),
        "text": Style(wrap=True),
        "strong": Style(bold=True, wrap=True),
        "indented": Style(wrap=True, indent=1),
        "indented 1": Style(wrap=True, indent=1),
        "indented 2": Style(wrap=True, indent=2),
        "indented 3": Style(wrap=True, indent=3),
        "indented 4": Style(wrap=True, indent=4),
        "quiet text": Style(size=look.CAPTION, colour=look.SECOND_TEXT, wrap=True),
        "look here": Style(size=look.CAPTION, colour=look.LOOK_HERE, wrap=True),
        "number": Style(horizontal="right"),
        "left number": Style(horizontal="left"),
        "strong number": Style(horizontal="right", bold=True),
        "quiet right": Style(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="right", wrap=True),
        "missing": Style(size=look.CAPTION, colour=look.LOOK_HERE, italic=True, horizontal="right"),
        "quiet number": Style(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="right"),
        "fixed number": Style(colour=look.SECOND_TEXT, italic=True, horizontal="right"),
        "input": Style(colour=look.ACCENT, horizontal="right"),
        "input text": Style(colour=look.ACCENT, horizontal="left", wrap=True),
        "choice": Style(colour=look.ACCENT, bold=True, fill=look.SOFT_ACCENT, horizontal="left"),
        "matrix input": Style(colour=look.ACCENT, horizontal="center", bold=True),
        "matrix": Style(colour=look.SECOND_TEXT, horizontal="center"),
        "matrix strong": Style(horizontal="center"),
        "set aside": Style(size=look.CAPTION, colour=look.OTHER_HOSTS, italic=True, wrap=True),
        "set aside number": Style(colour=look.OTHER_HOSTS, italic=True, horizontal="right"),
        "total": Style(bold=True, above=look.THIRD_TEXT, below="", wrap=True),
        "total number": Style(bold=True, above=look.THIRD_TEXT, below="", horizontal="right"),
        "modest": _plain(size=8, colour=look.THIRD_TEXT),
        "plain": _plain(),
    }
)


class Styles:
    """The styles of one workbook, by name and number format."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._made: dict[tuple[str, str, bool], StyleArray] = {}

    def array(self, name: str, number_format: str = GENERAL, quote: bool = False) -> StyleArray:
        """What a cell of this style carries; ``quote``: text that Excel must not take for a formula."""
        key = (name, number_format, quote)
        if key not in self._made:
            self._made[key] = self._make(STYLES[name], number_format, quote)
        return self._made[key]

    def _make(self, style: Style, number_format: str, quote: bool) -> StyleArray:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name=look.FAMILY, size=style.size, bold=style.bold, italic=style.italic, color=style.colour)
        cell.fill = PatternFill("solid", fgColor=style.fill) if style.fill else PatternFill()
        cell.border = Border(bottom=_line(style.below), top=_line(style.above), left=_line(style.left, "thick"))
        cell.alignment = Alignment(
            horizontal=style.horizontal, vertical=style.vertical, wrap_text=style.wrap, indent=style.indent
        )
        cell.number_format = number_format
        array = copy(cell._style)  # openpyxl has no public way to share a style, and making it anew for each cell is slow
        array.quotePrefix = int(quote)
        return array


def _line(colour: str, kind: str = "thin") -> Side:
    return Side(style=kind, color=colour) if colour else Side()


def figure_format(values: list[float]) -> str:
    """A number format with as many decimals (at most four) as the values need."""
    decimals = max((_decimals(value) for value in values), default=0)
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _decimals(value: float) -> int:
    text = f"{value:.4f}".rstrip("0")
    return len(text.partition(".")[2])


def ratio_format(value: float | None) -> str:
    """How a judgment reads: 3, 1/3 and 8/9 as people write them, others with two decimals."""
    if value is None or value != value:  # noqa: PLR0124 (NaN)
        return SIMPLE_RATIO
    top = max(value, 1 / value)
    is_whole = abs(top - round(top)) < 1e-9
    if value >= 1:
        return SIMPLE_RATIO if is_whole else DECIMAL_RATIO
    simple = is_whole or any(abs(value - k / n) < 1e-9 for n in range(2, 10) for k in range(1, n))
    return SIMPLE_RATIO if simple else DECIMAL_RATIO
