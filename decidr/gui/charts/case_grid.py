"""Where the cells of «ranks by case» stand: a case a row, a host a column, and names that find room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from decidr.gui.charts.lettering import lettering, measure
from decidr.gui.theme import BODY, CAPTION, scaled

NAME_SHARE, NAME_MOST = 0.34, 300
"""Of the width, and pixels, that the names of cases may take."""
GAP = 10
ROW, GROUP_GAP = 40, 22
POINTS_FROM = 40
"""Width of a column from which points stand below the rank, and beside it by how much it moved."""
SLANT = 52
"""Degrees by which names of hosts rise where columns are too narrow for them."""


@dataclass(frozen=True, slots=True)
class CaseGrid:
    """``tops`` of the rows, ``left`` edge of the columns, each ``wide``; ``head`` pixels are above the first row."""

    left: float
    head: float
    wide: float
    pitch: float
    tops: tuple[float, ...]
    is_slanted: bool

    @property
    def has_points(self) -> bool:
        """Whether points have room below the ranks."""
        return self.wide >= scaled(POINTS_FROM)

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.tops[-1] + self.pitch if self.tops else self.head

    def name(self, row: int) -> QRectF:
        """Where the name of a case stands."""
        return QRectF(0, self.tops[row], self.left - GAP, self.pitch)

    def cell(self, row: int, column: int) -> QRectF:
        """The whole cell of a case and a host."""
        return QRectF(self.left + column * self.wide, self.tops[row], self.wide, self.pitch)

    def column_head(self, column: int) -> QRectF:
        """Where the name of a host stands, were it not slanted."""
        return QRectF(self.left + column * self.wide, 0, self.wide, self.head - 6)


EMPTY = CaseGrid(0, 0, 1, 1, (), False)
"""Before there is anything to draw."""


def case_grid(cases: Sequence[str], groups: Sequence[int], hosts: Sequence[str], width: float) -> CaseGrid:
    """Places for names of cases, each in a group of rows, and of hosts, in a chart of this ``width``."""
    letters = measure(BODY, QFont.Weight.DemiBold)
    longest = max((letters.horizontalAdvance(name) for name in cases), default=0.0)
    left = round(min(longest + 8, NAME_SHARE * width, scaled(NAME_MOST))) + GAP
    wide = (width - left) / max(len(hosts), 1)
    is_slanted = any(not _fits(name, wide) for name in hosts)
    head = round(_head(hosts, wide, is_slanted)) + 8
    if is_slanted:
        wide = (width - left - max(_overhang(hosts[-1]) - wide / 2, 0)) / len(hosts)
    return CaseGrid(left, head, wide, scaled(ROW), _tops(head, scaled(ROW), groups), is_slanted)


def _head(hosts: Sequence[str], wide: float, is_slanted: bool) -> float:
    """The height that the names of hosts take."""
    letters = measure(CAPTION, QFont.Weight.DemiBold)
    if not is_slanted:
        return letters.lineSpacing() * max((len(_lines(name, wide)) for name in hosts), default=1)
    longest = max(letters.horizontalAdvance(name) for name in hosts)
    return longest * math.sin(math.radians(SLANT)) + scaled(12)


def _overhang(name: str) -> float:
    """How far a slanted name reaches to the right."""
    return measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(name) * math.cos(math.radians(SLANT)) + 8


def _tops(head: float, pitch: float, groups: Sequence[int]) -> tuple[float, ...]:
    """Upper edges of the rows; a new group begins lower."""
    tops: list[float] = []
    at, group = head, groups[0] if groups else 0
    for each in groups:
        at += scaled(GROUP_GAP) if each != group else 0
        group = each
        tops.append(at)
        at += pitch
    return tuple(tops)


def _fits(name: str, wide: float) -> bool:
    lines, letters = _lines(name, wide), measure(CAPTION, QFont.Weight.DemiBold)
    return len(lines) <= 2 and all(letters.horizontalAdvance(line) <= wide - 4 for line in lines)


def _lines(name: str, wide: float) -> list[str]:
    """A name on as many lines as it takes, broken at blanks."""
    letters = measure(CAPTION, QFont.Weight.DemiBold)
    lines: list[str] = []
    for word in name.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.horizontalAdvance(longer) <= wide - 4:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def draw_head(painter: QPainter, grid: CaseGrid, column: int, name: str, weight: int) -> None:
    """The name of a host above its column, in the painter's colour."""
    area = grid.column_head(column)
    painter.setFont(lettering(CAPTION, weight))
    if not grid.is_slanted:
        text = "\n".join(_lines(name, grid.wide))
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)
        return
    painter.save()
    painter.translate(QPointF(area.center().x() - 2, area.bottom()))
    painter.rotate(-SLANT)
    painter.drawText(QPointF(0, 0), name)
    painter.restore()


def two_lines(text: str, width: float, weight: int) -> str:
    """A text on one line or two, cut with an ellipsis where two are too few."""
    letters = measure(BODY, weight)
    if letters.horizontalAdvance(text) <= width:
        return text
    words = text.split(" ")
    first = words[0]
    while len(words) > 1 and letters.horizontalAdvance(f"{first} {words[1]}") <= width:
        first = f"{first} {words.pop(1)}"
    rest = letters.elidedText(" ".join(words[1:]), Qt.TextElideMode.ElideRight, width + 1)
    return "\n".join(part for part in (letters.elidedText(first, Qt.TextElideMode.ElideRight, width + 1), rest) if part)
