"""Rank acceptability: in which share of the draws each host has each rank, as one bar a host."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.robustness.words import share_said, who_is_first
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import mixed
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.canvas.tips import tip
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart, ink_on
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import per_cent

BETWEEN = 1
"""Pixels between two segments."""
PALEST, SECOND = 0.9, 0.42
"""How much of the card is in the colour of the last rank, and in that of the second."""
BOX, STEP = 10, 14
LEAST = 0.0005
"""A share that is narrower than a hair is not drawn."""


class RankSharesChart(SimulatedChart):
    """Bars of ranks from the first to the last, each rank paler; marks are ``host`` and ``rank`` (in ``criterion``)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rank_shares", parent)

    def say(self, shown: Simulated) -> None:
        self.heading = who_is_first(shown.results, shown.robustness)
        rows = [self._in_words(shown, host) for host in shown.hosts]
        self.tell(_("Ranks"), " ".join([self.heading, *rows]))

    # places

    def lay_out(self) -> None:
        if self.shown is None:
            return
        self.place_rows(self.shown, scaled(30), self.width() - self._room_for_rank())
        self.setFixedHeight(math.ceil(self.places.bottom))

    def _room_for_rank(self) -> float:
        return max(measure(BODY).horizontalAdvance("00.0"), measure(CAPTION).horizontalAdvance(_mean_rank())) + 14

    def make_marks(self) -> list[list[Mark]]:
        shown = self.shown
        return [self._row_marks(shown, row, host) for row, host in enumerate(shown.hosts)] if shown else []

    def _row_marks(self, shown: Simulated, row: int, host: str) -> list[Mark]:
        at = self.places
        name = Mark(at.row(row, 0, at.left - 4), "host", host)
        bars = self._bars(shown, row)
        ranks = [Mark(at.row(row, bar.left(), bar.right() + 1), "rank", host, str(rank + 1)) for rank, bar in bars]
        return [name, *ranks]

    def _bars(self, shown: Simulated, row: int) -> list[tuple[int, QRectF]]:
        """The ranks that the host of a row has, from 0, and where each stands."""
        at, start, found = self.places, self.places.left, []
        for rank, share in enumerate(shown.robustness.rank_acceptability[shown.rows[row]].tolist()):
            end = start + share * (at.right - at.left)
            if share > LEAST:
                found.append((rank, at.bar(row, start, max(end - BETWEEN, start + 0.5))))
            start = end
        return found

    # words

    def tip(self, mark: Mark) -> str:
        shown = self.shown
        if shown is None:
            return ""
        name = shown.names[mark.host]
        if mark.kind == "host":
            return tip(name, self._in_words(shown, mark.host))
        share = float(shown.robustness.rank_acceptability[shown.row_of(mark.host), int(mark.criterion) - 1])
        words = _("rank {rank} in {share} of {draws}")
        return tip(name, words.format(rank=mark.criterion, share=per_cent(share, 4), draws=shown.draws))

    def _in_words(self, shown: Simulated, host: str) -> str:
        row = shown.row_of(host)
        share, mean = share_said(float(shown.firsts[row])), float(shown.robustness.expected_rank[row])
        words = _("{host}: first in {share}, expected rank {rank}.")
        return words.format(host=shown.names[host], share=share, rank=f"{mean:.2f}")

    # the picture

    def draw_shown(self, painter: QPainter, shown: Simulated) -> None:
        self._draw_legend(painter, len(shown.hosts))
        self.draw_names(painter, shown)
        for row, host in enumerate(shown.hosts):
            self._draw_bar(painter, shown, row, host)
            self._draw_mean(painter, shown, row, host)

    def _draw_legend(self, painter: QPainter, count: int) -> None:
        """«first ▇▆▅▄ last», and what stands at the right."""
        area = QRectF(self.places.left, 0, self.places.right - self.places.left, self.places.top - 8)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        first, last = _("first"), _("last")
        painter.drawText(area, LEFT, first)
        right = QRectF(self.places.right, 0, self.width() - self.places.right, area.height())
        painter.drawText(right, RIGHT, _mean_rank())
        x = area.left() + measure(CAPTION).horizontalAdvance(first) + 8
        step = min(scaled(STEP), max((area.width() * 0.6) / max(count, 1), 2.0))
        for rank in range(count):
            box = QRectF(x + rank * step, area.center().y() - BOX / 2, max(step - 2, 1), BOX)
            painter.fillRect(box, colour(self._ranked(self.theme.other_hosts, rank, count)))
        painter.drawText(area.adjusted(x - area.left() + count * step + 6, 0, 0, 0), LEFT, last)

    def _draw_bar(self, painter: QPainter, shown: Simulated, row: int, host: str) -> None:
        shade, count = self.shade(host), len(shown.hosts)
        is_pointed = self.pointed is not None and self.pointed[1] == host
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
        for rank, bar in self._bars(shown, row):
            ground = self._ranked(shade, rank, count)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(ground))
            painter.drawRect(bar)
            share = float(shown.robustness.rank_acceptability[shown.rows[row], rank])
            text = share_said(share)
            if (rank == 0 or is_pointed) and letters.horizontalAdvance(text) + 8 < bar.width():
                painter.setPen(colour(ink_on(ground)))
                painter.drawText(bar, MIDDLE, text)

    def _draw_mean(self, painter: QPainter, shown: Simulated, row: int, host: str) -> None:
        weight = QFont.Weight.DemiBold if host in self.focus else QFont.Weight.Normal
        painter.setFont(lettering(BODY, weight))
        painter.setPen(colour(self.theme.text))
        mean = float(shown.robustness.expected_rank[shown.rows[row]])
        painter.drawText(self.places.row(row, self.places.right, self.width()), RIGHT, f"{mean:.1f}")

    def _ranked(self, shade: str, rank: int, count: int) -> str:
        """The colour of a rank from 0: the host's own for the first, paler from rank to rank."""
        if rank == 0:
            return shade
        way = (rank - 1) / max(count - 2, 1)
        return mixed(shade, self.theme.card, SECOND + (PALEST - SECOND) * way)


def _mean_rank() -> str:
    return _("expected rank")
