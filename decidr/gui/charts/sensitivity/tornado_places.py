"""Where the tornado's bars, axis and words stand."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Bar, End, Tornado
from decidr.core.analysis.sensitivity.weight_words import bar_named
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.charts.canvas.rows import NAME_GAP, Rows, fitted, name_width
from decidr.gui.charts.canvas.scale import round_range
from decidr.gui.charts.sensitivity.tornado_words import end_named
from decidr.gui.theme import CAPTION, scaled
from decidr.number_text import points

AIR = 6
"""Pixels between a bar's end and the words beside it."""
FOR_NAMES = 1.25


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bar: its end, whether that is the high one, and the words beside it."""

    end: End
    is_high: bool
    words: str

    @property
    def is_told(self) -> bool:
        """Whether the lead is known there."""
        return not math.isnan(self.end.change)


NOTHING = Tornado("", "", 0.0, ())
"""Before there is anything to draw."""


class TornadoPlaces:
    """The geometry of a tornado in pixels: across stands the lead, in points."""

    def __init__(self) -> None:
        self.shown = NOTHING
        self.leader = ""
        self.bars: tuple[Bar, ...] = ()
        self.names: tuple[str, ...] = ()
        self.shown_names: tuple[str, ...] = ()
        self.sides: tuple[tuple[Side, Side], ...] = ()
        self.rows = Rows(0, 0, 1, 1, 0, 1)
        self.low, self.high, self.step = 0.0, 1.0, 0.5

    def take(self, results: Results, shown: Tornado, bars: Sequence[Bar]) -> None:
        """Place these bars from now on, on a round range around all leads, today's and none."""
        self.shown, self.bars = shown, tuple(bars)
        self.leader = results.names[shown.leader]
        self.names = tuple(bar_named(results, bar) for bar in self.bars)
        self.sides = tuple((_side(results, bar, False), _side(results, bar, True)) for bar in self.bars)
        told = [self.lead(side) for sides in self.sides for side in sides if side.is_told]
        leads = [100 * lead for lead in (*told, 0.0, shown.margin)]
        self.low, self.high, self.step = round_range(min(leads), max(leads), 6)

    def lay_out(self, width: float) -> float:
        """Find every place within this width; the height it takes."""
        names_end = name_width(self.names, FOR_NAMES * width, QFont.Weight.Normal)
        self.shown_names = fitted(self.names, names_end, QFont.Weight.Normal)
        letters = measure(CAPTION)
        beside = AIR + max((letters.horizontalAdvance(s.words) for sides in self.sides for s in sides), default=0.0)
        left, right = names_end + NAME_GAP + beside, width - beside - 2
        self.rows = Rows(len(self.bars), scaled(46), scaled(26), scaled(14), left, max(right, left + 1))
        return math.ceil(self.rows.bottom) + scaled(44)

    def lead(self, side: Side) -> float:
        """What the lead becomes at an end; today's where it cannot be told."""
        return self.shown.margin + (side.end.change if side.is_told else 0.0)

    def x(self, lead: float) -> float:
        """Pixels of a lead (a share of 1)."""
        at = self.rows
        return at.left + (100 * lead - self.low) / (self.high - self.low) * (at.right - at.left)

    def area(self, row: int, side: Side) -> QRectF:
        """The bar from today's lead to what it becomes."""
        return self.rows.bar(row, self.x(self.shown.margin), self.x(self.lead(side)))

    def pill(self) -> QRectF:
        """The pill above today's line."""
        wide = measure(CAPTION, QFont.Weight.DemiBold).horizontalAdvance(points(self.shown.margin)) + scaled(44)
        left = min(self.x(self.shown.margin) - wide / 2, self.rows.right + NAME_GAP - wide)
        return QRectF(left, self.rows.top - scaled(24), wide, scaled(20))


def _side(results: Results, bar: Bar, is_high: bool) -> Side:
    end = bar.high if is_high else bar.low
    words = end_named(results, bar, is_high=is_high)
    return Side(end, is_high, f"{results.names[end.leader]}, {words}" if end.leader else words)
