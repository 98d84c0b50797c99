"""Totals under a case beside those at the baseline: a thin bar for today, a thick one for what would follow."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.words import case_name
from decidr.core.analysis.synthesis import TIE
from decidr.gui.charts.canvas.chart import LEFT, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, mixed, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.rows import MANY, NAME_GAP, Rows, draw_name, fitted, name_width
from decidr.gui.charts.canvas.scale import round_up
from decidr.gui.charts.canvas.stacks import rows_in_order
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, ROW_HEIGHT, scaled
from decidr.language import _
from decidr.number_text import points, signed_points

THICK, THIN, BETWEEN = 12, 4, 2
TODAY = 0.45
"""Share of the card in the bar of today."""


class CaseTotalsChart(MarkedChart):
    """A row for each host in the order of the case; marks are ``host`` and ``total`` (with the host)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("case_totals", parent)
        self._baseline: Results | None = None
        self._moved: Results | None = None
        self._focus: Focus = ()
        self._order: tuple[int, ...] = ()
        self._names: tuple[str, ...] = ()
        self._shown_names: tuple[str, ...] = ()
        self._rows_at = Rows(0, 0, 1, 1, 0, 1)
        self.add_layer(self._draw)

    def show_totals(self, baseline: Results, moved: Results, focus: Focus) -> None:
        """Draw the totals of both, of the same hosts in the same view."""
        self._baseline, self._moved, self._focus = baseline, moved, focus
        self._order = rows_in_order(moved)
        self._names = tuple(moved.names[moved.hosts[h]] for h in self._order)
        text = _("Totals under «{case}» (thick) and at the baseline (thin), points of 100")
        self.heading = text.format(case=case_name(moved.case))
        self.tell(_("Totals under the scenario"), f"{self.heading}. {'. '.join(self._said(h) for h in self._order)}")
        self.show_anew()

    def lay_out(self) -> None:
        if self._moved is None:
            return
        count = len(self._order)
        left = name_width(self._names, self.width()) + NAME_GAP + self._rank_room()
        pitch = scaled(ROW_HEIGHT if count < MANY else 28)
        right = self.width() - self._total_room()
        self._rows_at = Rows(count, 0, pitch, scaled(THICK), left, right)
        self._shown_names = fitted(self._names, left - NAME_GAP - self._rank_room())
        self.setFixedHeight(math.ceil(self._rows_at.bottom) + 2)

    def make_marks(self) -> list[list[Mark]]:
        if self._moved is None:
            return []
        at = self._rows_at
        return [
            [
                Mark(at.row(row, 0, at.left - 4), "host", self._moved.hosts[h]),
                Mark(at.row(row, at.left, self.width()), "total", self._moved.hosts[h]),
            ]
            for row, h in enumerate(self._order)
        ]

    def tip(self, mark: Mark) -> str:
        if self._moved is None or self._baseline is None:
            return ""
        h = self._moved.hosts.index(mark.host)
        both = (exact_points(float(results.totals[h])) for results in (self._moved, self._baseline))
        now, before = both
        line = _("{now} points of 100, {before} at the baseline").format(now=now, before=before)
        return tip(self._moved.names[mark.host], line)

    def _said(self, h: int) -> str:
        if self._moved is None or self._baseline is None:
            return ""
        name, total = self._moved.names[self._moved.hosts[h]], float(self._moved.totals[h])
        change = signed_points(total - float(self._baseline.totals[h]))
        return _("{host} {points} ({change})").format(host=name, points=points(total), change=change)

    def _rank_room(self) -> float:
        return measure(BODY).horizontalAdvance("00") + measure(CAPTION).horizontalAdvance("↑00") + 10

    def _total_room(self) -> float:
        total = measure(BODY, QFont.Weight.DemiBold).horizontalAdvance("100.0")
        return total + measure(CAPTION).horizontalAdvance("+00.0") + 24

    # the picture

    def _draw(self, painter: QPainter) -> None:
        if self._moved is None or self._baseline is None:
            return
        tops = np.concatenate([self._moved.totals, self._baseline.totals])
        top = float(np.nanmax(tops)) if not np.isnan(tops).all() else 0.0
        per_share = (self._rows_at.right - self._rows_at.left) / round_up(top)
        for row, h in enumerate(self._order):
            self._draw_name(painter, row, h)
            self._draw_bars(painter, row, h, per_share, self._moved, self._baseline)

    def _draw_name(self, painter: QPainter, row: int, h: int) -> None:
        if self._moved is None or self._baseline is None:
            return
        at, is_strong = self._rows_at, self._moved.hosts[h] in self._focus
        right = at.left - NAME_GAP - self._rank_room()
        weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
        draw_name(painter, at.row(row, 0, right), self._shown_names[row], colour(self.theme.text), weight)
        rank, before = int(self._moved.ranks[h]), int(self._baseline.ranks[h])
        middle = right + 8 + measure(BODY).horizontalAdvance("00")
        painter.setFont(lettering(BODY))
        painter.setPen(colour(self.theme.second_text))
        painter.drawText(at.row(row, right, middle), RIGHT, str(rank) if rank else "–")
        if rank and before and rank != before:
            painter.setFont(lettering(CAPTION))
            arrow = f"{'↑' if rank < before else '↓'}{abs(before - rank)}"
            painter.drawText(at.row(row, middle + 3, at.left), LEFT, arrow)

    def _draw_bars(
        self, painter: QPainter, row: int, h: int, per_share: float, moved: Results, baseline: Results
    ) -> None:
        now, before = (float(results.totals[h]) for results in (moved, baseline))
        at, shade = self._rows_at, self._shade(moved.hosts[h])
        thick, thin = scaled(THICK), scaled(THIN)
        top = at.top + row * at.pitch + (at.pitch - thick - thin - BETWEEN) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        for total, y, height, ink in (
            (before, top, thin, mixed(shade, self.theme.card, TODAY)),
            (now, top + thin + BETWEEN, thick, shade),
        ):
            painter.setBrush(colour(ink))
            width = 0.0 if math.isnan(total) else total * per_share
            painter.drawRoundedRect(QRectF(at.left, round(y), width, height), 2, 2)
        end = at.left + max(0.0 if math.isnan(x) else x * per_share for x in (now, before)) + 8
        self._draw_total(painter, at.row(row, end, self.width()), now, now - before, moved.hosts[h] in self._focus)

    def _draw_total(self, painter: QPainter, area: QRectF, total: float, change: float, is_strong: bool) -> None:
        weight = QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal
        painter.setFont(lettering(BODY, weight))
        painter.setPen(colour(self.theme.text))
        painter.drawText(area, LEFT, points(total))
        if not abs(change) > TIE:
            return
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.second_text))
        start = measure(BODY, QFont.Weight.DemiBold).horizontalAdvance("100.0") + 4
        painter.drawText(area.adjusted(start, 0, 0, 0), LEFT, signed_points(change))

    def _shade(self, host: str) -> str:
        pick = pointed_colour if self.pointed and self.pointed[1] == host else host_colour
        return pick(self.theme, self._focus, host)
