"""Where the cells of «ranks by case» stand: a case a row, a host a column, and names that find room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter

from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.theme import BODY, CAPTION, scaled

NAME_SHARE, NAME_MOST, NAME_LEAST = 0.33, 290, 96
"""Of the width, and pixels, that the names of cases may take, and what they keep."""
GAP = 10
ROW, GROUP_GAP = 40, 22
COLUMN_LEAST = 23
"""Pixels that a column takes at least."""
POINTS_FROM = 35
"""Width of a column from which points stand below the rank, and beside it by how much it moved."""
SLANT, UPRIGHT, UPRIGHT_BELOW = 52, 90, 30
"""Degrees by which names of hosts rise where columns are too narrow for them; upright in columns narrower still."""


@dataclass(frozen=True, slots=True)
class CaseGrid:
    """``tops`` of the rows, ``left`` edge of the columns, each ``wide``; ``head`` pixels are above the first row.

    Names of hosts rise by ``slant`` degrees.
    """

    left: float
    head: float
    wide: float
    pitch: float
    tops: tuple[float, ...]
    slant: int

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


EMPTY = CaseGrid(0, 0, 1, 1, (), 0)
"""Before there is anything to draw."""


def case_grid(
    cases: Sequence[str], groups: Sequence[int], hosts: Sequence[str], width: float, legend: str = ""
) -> CaseGrid:
    """Places for names of cases, each in a group of rows, and of hosts, in a chart of this ``width``.

    The ``legend`` stands in the corner, to the left of the names of hosts.
    """
    letters = measure(BODY, QFont.Weight.DemiBold)
    longest = max((letters.horizontalAdvance(name) for name in cases), default=0.0)
    spare = max(width - len(hosts) * scaled(COLUMN_LEAST) - GAP, scaled(NAME_LEAST))
    left = round(min(longest + 8, NAME_SHARE * width, scaled(NAME_MOST), spare)) + GAP
    wide = (width - left) / max(len(hosts), 1)
    slant = _slant(hosts, wide)
    if slant == SLANT:
        wide = (width - left - max(_overhang(hosts[-1]) - wide / 2, 0)) / len(hosts)
    head = round(max(_head(hosts, wide, slant), _legend(legend, left - GAP - 6))) + 8
    return CaseGrid(left, head, wide, scaled(ROW), _tops(head, scaled(ROW), groups), slant)


def most_columns(width: float) -> int:
    """How many hosts a chart of this width has room for."""
    return max(int((width - scaled(NAME_LEAST) - GAP) // scaled(COLUMN_LEAST)), 1)


def _slant(hosts: Sequence[str], wide: float) -> int:
    if all(_fits(name, wide) for name in hosts):
        return 0
    return SLANT if wide >= scaled(UPRIGHT_BELOW) else UPRIGHT


def _head(hosts: Sequence[str], wide: float, slant: int) -> float:
    """The height that the names of hosts take."""
    letters = measure(CAPTION, QFont.Weight.DemiBold)
    if not slant:
        return letters.lineSpacing() * max((len(_lines(name, wide)) for name in hosts), default=1)
    longest = max(letters.horizontalAdvance(name) for name in hosts)
    return longest * math.sin(math.radians(slant)) + scaled(12)


def _legend(text: str, width: float) -> float:
    """The height of a legend of this width."""
    room = QRectF(0, 0, width, 1_000)
    return measure(CAPTION).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height() if text else 0.0


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
    if not grid.slant:
        text = "\n".join(_lines(name, grid.wide))
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, text)
        return
    painter.save()
    painter.translate(QPointF(area.center().x() + (4 if grid.slant == UPRIGHT else -2), area.bottom()))
    painter.rotate(-grid.slant)
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
