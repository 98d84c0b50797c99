"""How cells look: a few named styles, each made once in a workbook and shared by its cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan
from types import MappingProxyType
from typing import Any, Literal

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.worksheet import Worksheet

from decidr.formats.report import look

POINTS = "0.0"
POINTS_OR_NOTHING = "0.0;-0.0;;"
SHARE = '0.0"\u202f"%'
WHOLE_SHARE = '0"\u202f"%'
SCORE = "0.00"
SIMPLE_RATIO = "[>=1]General;[<1]# ?/?"
DECIMAL_RATIO = "[>=1]0.00;[<1]0.00"
CR = "0.000"
FINE = "0.0000"
TINY = "[=0]0;0.0E+00"
TEXT = "@"
GENERAL = "General"


@dataclass(frozen=True)
class Style:
    """Font, fill, lines and place of a cell's content; ``padding`` is what its row has beside the lines of text.

    ``locked``: on a protected sheet it cannot be changed.
    """

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
    padding: float = 3.0
    locked: bool = True


def _plain(**changes: Any) -> Style:
    return Style(**{"below": "", **changes})


_HEADER: dict[str, Any] = {
    "size": look.CAPTION,
    "colour": look.SECOND_TEXT,
    "bold": True,
    "below": look.THIRD_TEXT,
    "wrap": True,
    "vertical": "bottom",
}
_ANSWER: dict[str, Any] = {
    "colour": look.ACCENT,
    "fill": look.SOFT_ACCENT,
    "left": look.CARD,
    "wrap": True,
    "locked": False,
}
"""What others fill in on a protected sheet."""

STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "cover title": _plain(size=look.FIGURE, bold=True, wrap=True, padding=8),
        "question": _plain(size=look.SECTION, colour=look.SECOND_TEXT, wrap=True, vertical="top"),
        "heading": _plain(size=look.PAGE_TITLE, bold=True, padding=10),
        "long heading": _plain(size=look.PAGE_TITLE, bold=True, wrap=True, padding=10),
        "long line": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, wrap=True),
        "long warning": _plain(size=look.CAPTION, colour=look.LOOK_HERE, bold=True, wrap=True),
        "long section": _plain(size=look.SECTION, bold=True, wrap=True, padding=8),
        "card title": _plain(size=look.CARD_TITLE, bold=True, padding=10),
        "section": _plain(size=look.SECTION, bold=True, padding=8),
        "line": _plain(size=look.CAPTION, colour=look.SECOND_TEXT),
        "line note": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, indent=1),
        "prose": _plain(wrap=True, vertical="top"),
        "label": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="right"),
        "warning": _plain(size=look.CAPTION, colour=look.LOOK_HERE, bold=True, horizontal="left"),
        "link": _plain(colour=look.ACCENT),
        "verdict title": _plain(
            size=look.CARD_TITLE, bold=True, fill=look.SOFT_ACCENT, left=look.ACCENT, wrap=True, indent=1, padding=12
        ),
        "verdict": _plain(
            fill=look.SOFT_ACCENT, left=look.ACCENT, wrap=True, vertical="top", horizontal="left", indent=1, padding=12
        ),
        "header": Style(**_HEADER),
        "header right": Style(**_HEADER, horizontal="right"),
        "header note": Style(**_HEADER, indent=1),
        "header centre": Style(**_HEADER | {"size": 8}, horizontal="center"),
        "header middle": Style(**_HEADER, horizontal="center"),
        "view header": _plain(size=look.CAPTION, bold=True, horizontal="center", vertical="bottom", wrap=True),
        "text": Style(wrap=True),
        "group": _plain(bold=True, wrap=True, padding=6),
        "strong": Style(bold=True, wrap=True),
        "indented 0": Style(bold=True, wrap=True),
        "indented 1": Style(wrap=True, indent=1),
        "indented 2": Style(wrap=True, indent=2),
        "indented 3": Style(wrap=True, indent=3),
        "indented 4": Style(wrap=True, indent=4),
        "note": Style(wrap=True, indent=1),
        "quiet text": Style(size=look.CAPTION, colour=look.SECOND_TEXT, wrap=True),
        "quiet note": Style(size=look.CAPTION, colour=look.SECOND_TEXT, wrap=True, indent=1),
        "quiet right": Style(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="right", wrap=True),
        "small text": Style(size=8, colour=look.SECOND_TEXT, wrap=True),
        "small note": Style(size=8, colour=look.SECOND_TEXT, wrap=True, indent=1),
        "small look here": Style(size=8, colour=look.LOOK_HERE, wrap=True),
        "look here": Style(size=look.CAPTION, colour=look.LOOK_HERE, wrap=True, indent=1),
        "missing": Style(size=look.CAPTION, colour=look.LOOK_HERE, italic=True, horizontal="right"),
        "rank": Style(colour=look.SECOND_TEXT, horizontal="center"),
        "number": Style(horizontal="right"),
        "left number": Style(horizontal="left"),
        "ratio": _plain(horizontal="right", bold=True),
        "strong number": Style(horizontal="right", bold=True),
        "quiet number": Style(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="right"),
        "fixed number": Style(colour=look.SECOND_TEXT, italic=True, horizontal="right"),
        "figure": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, horizontal="left"),
        "strong figure": _plain(size=look.CAPTION, bold=True, horizontal="left"),
        "fixed figure": _plain(size=look.CAPTION, colour=look.SECOND_TEXT, italic=True, horizontal="left"),
        "input": Style(colour=look.ACCENT, horizontal="right"),
        "choice": Style(colour=look.ACCENT, bold=True, fill=look.SOFT_ACCENT, horizontal="left"),
        "matrix input": Style(colour=look.ACCENT, horizontal="center", bold=True),
        "matrix": Style(colour=look.SECOND_TEXT, horizontal="center"),
        "matrix strong": Style(horizontal="center"),
        "set aside": Style(size=look.CAPTION, colour=look.THIRD_TEXT, italic=True, wrap=True),
        "set aside note": Style(size=look.CAPTION, colour=look.THIRD_TEXT, italic=True, wrap=True, indent=1),
        "set aside number": Style(colour=look.THIRD_TEXT, italic=True, horizontal="right"),
        "total": Style(bold=True, above=look.THIRD_TEXT, below="", wrap=True),
        "total number": Style(bold=True, above=look.THIRD_TEXT, below="", horizontal="right"),
        "side": Style(wrap=True, indent=1, padding=10),
        "answer": Style(**_ANSWER, horizontal="center", bold=True),
        "answer words": Style(**_ANSWER, indent=1),
        "answer note": Style(**_ANSWER | {"size": look.CAPTION}, indent=1),
        "step": _plain(colour=look.ACCENT, bold=True, horizontal="left", vertical="top"),
        "guidance": _plain(wrap=True, vertical="top", padding=8),
        "bar": _plain(size=look.CAPTION, colour=look.ACCENT),
        "done": Style(size=look.CAPTION, colour=look.AGREES, horizontal="center", wrap=True),
        "modest": _plain(size=8, colour=look.THIRD_TEXT),
    }
)


class Styles:
    """The styles of one workbook, by name and number format."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._made: dict[tuple[str, str, bool], int] = {}

    def id(self, name: str, number_format: str = GENERAL, quote: bool = False) -> int:
        """The number of a style in the workbook; ``quote``: text that must not be taken for a formula."""
        key = (name, number_format, quote)
        if key not in self._made:
            self._made[key] = self._make(STYLES[name], number_format, quote)
        return self._made[key]

    def _make(self, style: Style, number_format: str, quote: bool) -> int:
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(name=look.FAMILY, size=style.size, bold=style.bold, italic=style.italic, color=style.colour)
        cell.fill = PatternFill("solid", fgColor=style.fill) if style.fill else PatternFill()
        cell.border = Border(bottom=_line(style.below), top=_line(style.above), left=_line(style.left, "thick"))
        cell.alignment = Alignment(
            horizontal=_horizontal(style), vertical=style.vertical, wrap_text=style.wrap, indent=style.indent
        )
        cell.protection = Protection(locked=style.locked)
        cell.number_format = number_format
        cell.quotePrefix = quote
        return cell.style_id


def _horizontal(style: Style) -> str:
    """Names stay on the left in every script; an indent shows only where the side is given."""
    return "left" if (style.indent or style.wrap) and style.horizontal == "general" else style.horizontal


def _line(colour: str, kind: Literal["thin", "thick"] = "thin") -> Side:
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
    if value is None or isnan(value):
        return SIMPLE_RATIO
    top = max(value, 1 / value)
    is_whole = abs(top - round(top)) < 1e-9
    if value >= 1:
        return SIMPLE_RATIO if is_whole else DECIMAL_RATIO
    simple = is_whole or any(abs(value - k / n) < 1e-9 for n in range(2, 10) for k in range(1, n))
    return SIMPLE_RATIO if simple else DECIMAL_RATIO
