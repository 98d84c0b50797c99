"""One dot a host: its total in one view across, in another up."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, pointed_colour
from decidr.gui.charts.canvas.label_places import best_place
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.rows import MANY
from decidr.gui.charts.canvas.scale import decimals_of, round_range
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import points

HEIGHT, DOT, REACH = 380, 5.5, 10
EDGES = ((0.0, 0.0), (-DOT, 0.0), (DOT, 0.0), (0.0, -DOT), (0.0, DOT))
"""Where a name would touch a dot, from its centre."""
"""Of the chart, a dot's radius, and how near the mouse must come; pixels."""


class Axis(NamedTuple):
    """A round range of totals in points of 100, over pixels from ``start`` to ``end``."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def place(self, total: float) -> float:
        """The pixel of a total (a share)."""
        return self.start + (100 * total - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """Where a number stands, and the number."""
        decimals = decimals_of(self.step)
        values = np.arange(round((self.high - self.low) / self.step) + 1) * self.step + self.low
        return [(self.place(value / 100), f"{value:.{decimals}f}") for value in values.tolist()]


NOWHERE = Axis(0, 1, 1, 0, 1)


class ScatterChart(MarkedChart):
    """Hosts in focus have their colour and name; marks are ``host``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("scatter", parent)
        self._across: Results | None = None
        self._up: Results | None = None
        self._focus: Focus = ()
        self._names: Mapping[str, str] = {}
        self._titles = "", ""
        self._x, self._y = NOWHERE, NOWHERE
        self._dots: dict[str, QPointF] = {}
        self.labels: dict[str, QRectF] = {}
        self.setFixedHeight(scaled(HEIGHT))
        self.add_layer(self._draw)

    def show_pair(self, across: Results, up: Results, focus: Focus) -> None:
        """Draw two results of one study."""
        self._across, self._up, self._focus = across, up, focus
        self._names = across.names
        views = {view.id: view.name for view in across.study.views}
        self.heading = _("{first} across, {second} up, points of 100").format(
            first=views[across.view], second=views[up.view]
        )
        self._titles = views[across.view], views[up.view]
        told = [f"{self._names[host]} {points(x)}, {points(y)}" for host, x, y in self._totals()]
        self.tell(_("Two views"), f"{self.heading}: {'; '.join(told)}.")
        self.show_anew()

    # places

    def lay_out(self) -> None:
        if self._across is None:
            return
        line = measure(CAPTION).height()
        left = measure(CAPTION).horizontalAdvance("100.0") + 14
        totals = self._totals()
        xs, ys = [x for _host, x, _y in totals], [y for _host, _x, y in totals]
        self._x = _axis(xs, left, self.width() - 24.0)
        self._y = _axis(ys, self.height() - 2 * line - 16, line + 18)
        self._dots = {host: QPointF(self._x.place(x), self._y.place(y)) for host, x, y in totals}
        self.labels = self._place_labels()

    def _totals(self) -> list[tuple[str, float, float]]:
        """Hosts with a total in both views."""
        if self._across is None or self._up is None:
            return []
        both = zip(self._across.hosts, self._across.totals.tolist(), self._up.totals.tolist(), strict=True)
        return [(host, x, y) for host, x, y in both if not math.isnan(x + y)]

    def _place_labels(self) -> dict[str, QRectF]:
        """Names of the hosts that must be named, off each other and off dots as far as there is room.

        Where hosts are few, also of the others whose names touch nothing.
        """
        needed = self._named()
        found: dict[str, QRectF] = {}
        others = [host for host in self._dots if host not in needed] if len(self._dots) < MANY else []
        for host in (*needed, *others):
            area = self._label(host, host in needed, list(found.values()))
            if host in needed or self._is_free(area, list(found.values())):
                found[host] = area
        return found

    def _is_free(self, area: QRectF, names: Sequence[QRectF]) -> bool:
        """Whether a name there touches no other name and no dot."""
        radius = scaled(10 * DOT) / 10
        dots = (QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius) for at in self._dots.values())
        return self._inside.contains(area) and not any(area.intersects(one) for one in (*names, *dots))

    @property
    def _inside(self) -> QRectF:
        """Where names may stand."""
        return QRectF(self._x.start, self._y.end, self._x.end - self._x.start + 20, self._y.start - self._y.end)

    def _label(self, host: str, is_needed: bool, names: Sequence[QRectF]) -> QRectF:
        letters = measure(BODY, QFont.Weight.DemiBold) if is_needed else measure(CAPTION)
        size = QSizeF(letters.horizontalAdvance(self._names[host]) + 2, letters.height())
        dots = np.array([(dot.x() + x, dot.y() + y) for dot in self._dots.values() for x, y in EDGES])
        return best_place(self._dots[host], size, self._inside, dots, names, gap=8.0)

    def _named(self) -> list[str]:
        leaders = [r.hosts[r.leader] for r in (self._across, self._up) if r and r.leader is not None]
        wanted = dict.fromkeys([*(host for host in self._focus if host), *leaders])
        return [host for host in wanted if host in self._dots]

    def make_marks(self) -> list[list[Mark]]:
        by_x = sorted(self._dots.items(), key=lambda item: item[1].x())
        return [[Mark(QRectF(at.x() - REACH, at.y() - REACH, 2 * REACH, 2 * REACH), "host", h) for h, at in by_x]]

    def mark_at(self, place: QPointF) -> Mark | None:
        """The nearest dot within reach, where several are near."""
        near = [mark for row in self.marks for mark in row if mark.area.contains(place)]
        return min(near, key=lambda mark: QLineF(mark.area.center(), place).length(), default=None)

    # words

    def tip(self, mark: Mark) -> str:
        lines = [self._seen(results, mark.host) for results in (self._across, self._up) if results]
        return tip(self._names[mark.host], "\n".join(lines))

    def _seen(self, results: Results, host: str) -> str:
        h = results.hosts.index(host)
        view = next(v.name for v in results.study.views if v.id == results.view)
        said = {"view": view, "points": exact_points(float(results.totals[h])), "rank": int(results.ranks[h]) or "–"}
        return _("{view}: {points} points, rank {rank}").format(**said)

    # the picture

    def _draw(self, painter: QPainter) -> None:
        if self._across is None:
            return
        self._draw_grid(painter)
        pointed = self.pointed[1] if self.pointed else ""
        for host in sorted(self._dots, key=lambda h: (h == pointed, h in self._focus)):
            self._draw_band(painter, host)
            self._draw_dot(painter, host)
        needed = self._named()
        for host, area in self.labels.items():
            self._draw_name(painter, host, area, is_needed=host in needed)
        if pointed and pointed not in self.labels:
            self._draw_pointed_name(painter, pointed)

    def _draw_grid(self, painter: QPainter) -> None:
        x, y, small = self._x, self._y, measure(CAPTION).height()
        painter.setFont(lettering(CAPTION))
        for place, text in x.ticks:
            painter.setPen(QPen(colour(self.theme.line), 1))
            painter.drawLine(QLineF(place, y.start, place, y.end))
            painter.setPen(colour(self.theme.third_text))
            painter.drawText(QRectF(place - 40, y.start + 4, 80, small), MIDDLE, text)
        for place, text in y.ticks:
            painter.setPen(QPen(colour(self.theme.line), 1))
            painter.drawLine(QLineF(x.start, place, x.end, place))
            painter.setPen(colour(self.theme.third_text))
            painter.drawText(QRectF(0, place - small / 2, x.start - 8, small), RIGHT, text)
        painter.setPen(colour(self.theme.second_text))
        painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
        first, second = (_("{view}, points").format(view=title) for title in self._titles)
        painter.drawText(QRectF(x.start, y.start + small + 6, x.end - x.start, small + 4), RIGHT, f"{first} →")
        painter.drawText(QRectF(0, 0, self.width(), small + 4), LEFT, f"↑ {second}")

    def _draw_band(self, painter: QPainter, host: str) -> None:
        """What the host's gaps could make of it, as a cross."""
        dot = self._dots[host]
        painter.setPen(QPen(colour(self._shade(host), 0.55), 1.2, Qt.PenStyle.DotLine))
        for results, axis, is_x in ((self._across, self._x, True), (self._up, self._y, False)):
            if results is None:
                continue
            h = results.hosts.index(host)
            low, high = (self._kept(axis, float(end)) for end in (results.low[h], results.high[h]))
            if abs(high - low) > 1:
                line = QLineF(low, dot.y(), high, dot.y()) if is_x else QLineF(dot.x(), low, dot.x(), high)
                painter.drawLine(line)

    def _kept(self, axis: Axis, total: float) -> float:
        """The pixel of a total, no further than the axis goes."""
        return axis.place(min(max(total, axis.low / 100), axis.high / 100))

    def _draw_dot(self, painter: QPainter, host: str) -> None:
        """A full dot, or a ring for a host that is outside the ranks of either view."""
        shade, radius = colour(self._shade(host)), scaled(10 * DOT) / 10
        is_ranked = all(r is not None and r.ranks[r.hosts.index(host)] for r in (self._across, self._up))
        if self.pointed and self.pointed[1] == host:
            radius += 1.5
        painter.setPen(QPen(colour(self.theme.card) if is_ranked else shade, 1.5))
        painter.setBrush(shade if is_ranked else colour(self.theme.card))
        painter.drawEllipse(self._dots[host], radius, radius)

    def _draw_name(self, painter: QPainter, host: str, area: QRectF, *, is_needed: bool) -> None:
        is_pointed = self.pointed is not None and self.pointed[1] == host
        quiet = self.theme.text if is_needed else self.theme.third_text
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold) if is_needed else lettering(CAPTION))
        painter.setPen(colour(self._shade(host) if host in self._focus or is_pointed else quiet))
        painter.drawText(area, MIDDLE, self._names[host])

    def _draw_pointed_name(self, painter: QPainter, host: str) -> None:
        """The name of a dot that is too crowded to have one of its own."""
        area = self._label(host, True, [*self.labels.values()]).adjusted(-4, 0, 4, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.card, 0.9))
        painter.drawRoundedRect(area, 4, 4)
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold))
        painter.setPen(colour(self._shade(host)))
        painter.drawText(area, MIDDLE, self._names[host])

    def _shade(self, host: str) -> str:
        if self.pointed and self.pointed[1] == host:
            return pointed_colour(self.theme, self._focus, host)
        return host_colour(self.theme, self._focus, host)


def _axis(totals: list[float], start: float, end: float) -> Axis:
    """The range of the totals with a little air."""
    low, high = (min(totals), max(totals)) if totals else (0.0, 1.0)
    air = max((high - low) * 0.06, 0.005)
    return Axis(*round_range(100 * (low - air), 100 * (high + air)), start, end)
