"""The tornado: what each weight and each uncertain figure alone does to the leader's lead, the widest first."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Bar, Tornado
from decidr.core.analysis.sensitivity.weight_words import bar_said
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.tips import tip
from decidr.gui.charts.sensitivity.tornado_drawing import draw_ground, draw_rows
from decidr.gui.charts.sensitivity.tornado_places import TornadoPlaces
from decidr.gui.charts.sensitivity.tornado_words import end_said, tornado_answer
from decidr.language import _


class TornadoChart(MarkedChart):
    """Bars from today's lead to what it becomes; marks are ``bar`` with a criterion, and a host where a cell moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("tornado", parent)
        self.places = TornadoPlaces()
        self._results: Results | None = None
        self._focus: Focus = ()
        self.add_layer(self._draw)

    def show_tornado(self, results: Results, shown: Tornado, bars: Sequence[Bar], focus: Focus, most: int = 0) -> None:
        """Draw these of the tornado's bars, at most so many (0: all); the heading speaks of all of them."""
        self._results, self._focus = results, focus
        self.places.take(results, shown, bars[:most] if most else bars)
        self.heading = tornado_answer(results, shown, bars)
        told = "; ".join(bar_said(results, bar) for bar in self.places.bars)
        self.tell(_("Tornado"), f"{self.heading} {told}".strip())
        self.show_anew()

    def lay_out(self) -> None:
        self.setFixedHeight(math.ceil(self.places.lay_out(self.width())))

    def make_marks(self) -> list[list[Mark]]:
        rows = [self.places.rows.row(row, 0, self.width()) for row in range(len(self.places.bars))]
        return [[Mark(row, "bar", bar.host, bar.criterion)] for row, bar in zip(rows, self.places.bars, strict=True)]

    def tip(self, mark: Mark) -> str:
        row = self._row(mark.key)
        if self._results is None or row is None:
            return ""
        bar, shown = self.places.bars[row], self.places.shown
        ends = (end_said(self._results, shown, bar, is_high=is_high) for is_high in (False, True))
        return tip(self.places.names[row], "\n".join(ends))

    def _row(self, key: tuple[str, str, str] | None) -> int | None:
        """The row of a mark."""
        bars = enumerate(self.places.bars)
        return next((row for row, bar in bars if key and (bar.host, bar.criterion) == key[1:]), None)

    def _draw(self, painter: QPainter) -> None:
        if self.places.bars:
            draw_ground(painter, self.places, self.theme)
            draw_rows(painter, self.places, self.theme, self._focus, self._row(self.pointed))
