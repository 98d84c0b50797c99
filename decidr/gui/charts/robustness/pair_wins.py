"""Who beats whom: in which share of the draws the host of a row is before that of a column."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.robustness.words import share_said
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.canvas.tips import tip
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.theme import CAPTION, scaled
from decidr.language import _
from decidr.number_text import per_cent

WIDEST = 88
"""Pixels that a cell takes at most."""
STRONGEST = {"light": 0.7, "dark": 0.5}
"""The opacity of a tint where one host always beats the other; letters on it can be read."""


class PairWinsChart(SimulatedChart):
    """A row and a column for each host, both in the same order; marks are ``host`` and ``pair`` (host, other host)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("pair_wins", parent)
        self._cell = 1.0

    def say(self, shown: Simulated) -> None:
        self.heading = closest_pair(shown)
        firsts = [beats(shown, a, b) for a, b in zip(shown.rows, shown.rows[1:], strict=False)]
        self.tell(_("Who beats whom"), " ".join([self.heading, *firsts]))

    # places

    def lay_out(self) -> None:
        if self.shown is None:
            return
        count = max(len(self.shown.hosts), 1)
        self.place_rows(self.shown, scaled(30), self.width())
        self._cell = min((self.width() - self.places.left) / count, scaled(WIDEST))
        self.setFixedHeight(math.ceil(self.places.bottom) + scaled(26))

    def _area(self, row: int, column: int) -> QRectF:
        left = self.places.left + column * self._cell
        return self.places.row(row, left, left + self._cell)

    def make_marks(self) -> list[list[Mark]]:
        shown = self.shown
        return [self._row_marks(shown, row, host) for row, host in enumerate(shown.hosts)] if shown else []

    def _row_marks(self, shown: Simulated, row: int, host: str) -> list[Mark]:
        name = Mark(self.places.row(row, 0, self.places.left - 4), "host", host)
        pairs = [(column, other) for column, other in enumerate(shown.hosts) if other != host]
        return [name, *(Mark(self._area(row, column), "pair", host, other) for column, other in pairs)]

    # words

    def tip(self, mark: Mark) -> str:
        shown = self.shown
        if shown is None:
            return ""
        if mark.kind == "host":
            return tip(shown.names[mark.host], self._beaten(shown, mark.host))
        one, other = shown.row_of(mark.host), shown.row_of(mark.criterion)
        share = per_cent(float(shown.robustness.pairwise_winning[one, other]), 4)
        words = _("{host} beats {other} in {share} of {draws}")
        said = words.format(host=shown.name(one), other=shown.name(other), share=share, draws=shown.draws)
        return tip(f"{shown.name(one)} · {shown.name(other)}", said)

    def _beaten(self, shown: Simulated, host: str) -> str:
        """How many of the others a host beats more often than not."""
        row = shown.robustness.pairwise_winning[shown.row_of(host)]
        count = int((row > 0.5).sum())
        return _("beats {count} of {others} more often than not").format(count=count, others=len(shown.hosts) - 1)

    # the picture

    def draw_shown(self, painter: QPainter, shown: Simulated) -> None:
        self._draw_heads(painter, shown)
        self.draw_names(painter, shown)
        painter.setFont(lettering(CAPTION))
        has_numbers = measure(CAPTION).horizontalAdvance("100") + 6 <= self._cell
        for row in range(len(shown.hosts)):
            for column in range(len(shown.hosts)):
                self._draw_cell(painter, shown, row, column, has_numbers)
        self._draw_key(painter)

    def _draw_heads(self, painter: QPainter, shown: Simulated) -> None:
        for column, (host, text) in enumerate(zip(shown.hosts, self._heads(shown), strict=True)):
            is_loud = self.pointed is not None and self.pointed[2] == host
            weight = QFont.Weight.DemiBold if is_loud or host in self.focus else QFont.Weight.Normal
            painter.setFont(lettering(CAPTION, weight))
            painter.setPen(colour(self.theme.text if is_loud else self.theme.second_text))
            area = QRectF(self.places.left + column * self._cell, 0, self._cell, self.places.top - 4)
            painter.drawText(area, MIDDLE, text)

    def _heads(self, shown: Simulated) -> tuple[str, ...]:
        """Names, else codes, else numbers, whichever have room above the columns; none if not even these."""
        codes = {host.id: host.code for host in shown.results.study.hosts}
        offered = (
            [shown.names[host] for host in shown.hosts],
            [codes[host] for host in shown.hosts],
            [str(number + 1) for number in range(len(shown.hosts))],
        )
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        fitting = (
            heads for heads in offered if all(heads) and max(map(letters.horizontalAdvance, heads)) <= self._cell
        )
        return tuple(next(fitting, [""] * len(shown.hosts)))

    def _draw_key(self, painter: QPainter) -> None:
        """How the numbers are read, below."""
        area = QRectF(self.places.left, self.places.bottom + 6, self.width() - self.places.left, scaled(20))
        painter.setPen(colour(self.theme.third_text))
        words = _("per cent of the draws in which the host of the row is before that of the column")
        painter.drawText(area, LEFT, measure(CAPTION).elidedText(words, Qt.TextElideMode.ElideRight, area.width()))

    def _draw_cell(self, painter: QPainter, shown: Simulated, row: int, column: int, has_numbers: bool) -> None:
        area = self._area(row, column).adjusted(0.5, 0.5, -1, -1)
        share = float(shown.robustness.pairwise_winning[shown.rows[row], shown.rows[column]])
        painter.fillRect(area, self._tint(share))
        if has_numbers:
            painter.setPen(colour(self.theme.third_text if row == column else self.theme.text))
            painter.drawText(area, MIDDLE, self._on_diagonal(shown, row) if row == column else _in_hundred(share))

    def _on_diagonal(self, shown: Simulated, row: int) -> str:
        """The number of a host, where numbers stand above the columns."""
        number = str(row + 1)
        return number if self._heads(shown)[row] == number else ""

    def _tint(self, share: float) -> QColor:
        """Of the row where its host is ahead more often, else of the column; the diagonal is closed."""
        if math.isnan(share):
            return colour(self.theme.sunken)
        tint = QColor(*(self.theme.tint_row if share > 0.5 else self.theme.tint_column))
        tint.setAlphaF(abs(share - 0.5) * 2 * STRONGEST["dark" if self.theme.is_dark else "light"])
        return tint


def beats(shown: Simulated, one: int, other: int) -> str:
    """One host against another: «Canada beats Spain in 38 % of the draws.»."""
    share = float(shown.robustness.pairwise_winning[one, other])
    words = _("{host} beats {other} in {share} of the draws.")
    return words.format(host=shown.name(one), other=shown.name(other), share=share_said(share))


def closest_pair(shown: Simulated) -> str:
    """How often the one of the best expected rank beats the next; empty where there are not two."""
    return beats(shown, *shown.rows[:2]) if len(shown.rows) > 1 else ""


def _in_hundred(share: float) -> str:
    """Whole per cents without the sign; what is not quite all is not called 100, nor 0 what is not quite none."""
    if 0.995 <= share < 1:
        return ">99"
    return "<1" if 0 < share <= 0.005 else f"{share * 100:.0f}"
