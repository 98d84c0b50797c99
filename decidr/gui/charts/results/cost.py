"""Cost across, quality up: one dot a host, and the medians as lines that make four quarters."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import isfinite

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, Quadrant
from decidr.core.analysis.cost.words import answer, axis, lacking, money_told, terms
from decidr.core.analysis.hosts.focus import Focus
from decidr.core.study.money import Converted
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.results.cost_places import CostPlaces, Dot
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import figure, points

HEIGHT = 390
"""Pixels of the chart, where nobody says otherwise."""


class CostChart(MarkedChart):
    """Shows the hosts that have a cost and a quality; marks are ``host``, from the cheapest to the dearest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cost", parent)
        self._beside: CostBesideQuality | None = None
        self._focus: Focus = ()
        self._at: CostPlaces | None = None
        self.setFixedHeight(scaled(HEIGHT))
        self.add_layer(self._draw_ground)
        self.add_layer(self._draw_hosts, z=1)

    @property
    def places(self) -> CostPlaces | None:
        """Where everything stands; None where no host can be shown."""
        return self._at

    def show_costs(self, beside: CostBesideQuality, focus: Focus) -> None:
        """Draw these hosts."""
        self._beside, self._focus = beside, focus
        self.heading = f"{answer(beside)}. {terms(beside)}".strip(". ")
        self.tell(_("Cost and quality"), self._in_words(beside))
        self.show_anew()

    # places

    def lay_out(self) -> None:
        beside = self._beside
        foot = measure(CAPTION).height() + scaled(8) if beside is not None and lacking(beside) else 0.0
        size = QSizeF(self.width(), self.height())
        self._at = CostPlaces(beside, beside.names, size, foot) if beside is not None and beside.counted.any() else None

    def make_marks(self) -> Sequence[Sequence[Mark]]:
        if self._at is None or self._beside is None:
            return []
        by_cost = sorted(self._at.dots, key=lambda dot: dot.centre.x())
        return [[mark for dot in by_cost for mark in self._marks_of(dot)]]

    def _marks_of(self, dot: Dot) -> list[Mark]:
        assert self._beside is not None
        return [Mark(dot.grasp.united(dot.label), "host", self._beside.hosts[dot.h])]

    # words

    def tip(self, mark: Mark) -> str:
        beside = self._beside
        if beside is None or mark.host not in beside.hosts:
            return ""
        h = beside.hosts.index(mark.host)
        cost = money_told(float(beside.costs[h]), beside.money.currency)
        line = _("{cost}, quality {points}").format(cost=cost, points=exact_points(float(beside.quality[h])))
        quadrant = beside.quadrants[h]
        where = quadrant_words()[quadrant] if quadrant else _("outside the ranking, so it moves no line")
        return tip(beside.names[h], f"{line}\n{where}") + _items(beside.money.items[mark.host])

    def _in_words(self, beside: CostBesideQuality) -> str:
        told = [
            _("{host}: {cost}, quality {points}").format(
                host=name,
                cost=money_told(float(cost), beside.money.currency),
                points=points(float(quality)),
            )
            for name, cost, quality in zip(beside.names, beside.costs, beside.quality, strict=True)
            if isfinite(cost) and isfinite(quality)
        ]
        return f"{self.heading}. {'; '.join(told)}."

    # the picture

    def _draw_ground(self, painter: QPainter) -> None:
        if self._at is None or self._beside is None:
            return
        self._draw_best_quarter(painter, self._at)
        self._draw_axes(painter, self._at)
        self._draw_titles(painter, self._at)
        self._draw_medians(painter, self._at)
        self._draw_lacking(painter)

    def _draw_best_quarter(self, painter: QPainter, at: CostPlaces) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.soft_accent))
        painter.drawRect(at.quarter(better=True, cheaper=True))
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        for quadrant, words in quadrant_words().items():
            better, cheaper = quadrant.startswith("better"), quadrant.endswith("cheaper")
            area = at.quarter(better, cheaper).adjusted(8, 5, -8, -5)
            side = Qt.AlignmentFlag.AlignLeft if cheaper else Qt.AlignmentFlag.AlignRight
            end = Qt.AlignmentFlag.AlignTop if better else Qt.AlignmentFlag.AlignBottom
            if measure(CAPTION).horizontalAdvance(words) < area.width():
                painter.drawText(area, side | end, words)

    def _draw_axes(self, painter: QPainter, at: CostPlaces) -> None:
        area, line = at.area, measure(CAPTION).height()
        left, bottom = round(area.left()) + 0.5, round(area.bottom()) + 0.5
        painter.setPen(QPen(colour(self.theme.third_text), 1))
        painter.drawLine(QLineF(left, area.top(), left, bottom))
        painter.drawLine(QLineF(left, bottom, area.right(), bottom))
        painter.setFont(lettering(CAPTION))
        for tick in at.up.ticks:
            y = round(area.bottom() - at.up.share(tick) * area.height()) + 0.5
            painter.drawLine(QLineF(left - 4, y, left, y))
            painter.drawText(QRectF(0, y - line / 2, area.left() - 8, line), RIGHT, at.up.text(tick))
        for tick in at.across.ticks:
            x = round(area.left() + at.across.share(tick) * area.width()) + 0.5
            painter.drawLine(QLineF(x, bottom, x, bottom + 4))
            painter.drawText(QRectF(x - 60, bottom + 6, 120, line), MIDDLE, at.across.text(tick))

    def _draw_titles(self, painter: QPainter, at: CostPlaces) -> None:
        assert self._beside is not None
        painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
        painter.setPen(colour(self.theme.second_text))
        line = measure(CAPTION).height()
        up = _("Quality without costs, points of 100") if self._beside.left_out else _("Quality, points of 100")
        painter.drawText(QRectF(0, 0, self.width(), line), LEFT, up)
        below = QRectF(at.area.left(), at.area.bottom() + line + 10, at.area.width(), line)
        painter.drawText(below, RIGHT, axis(self._beside, at.unit))

    def _draw_medians(self, painter: QPainter, at: CostPlaces) -> None:
        assert self._beside is not None
        if at.median is None:
            return
        painter.setPen(QPen(colour(self.theme.third_text), 1.2, Qt.PenStyle.DashLine))
        x, y = round(at.median.x()) + 0.5, round(at.median.y()) + 0.5
        painter.drawLine(QLineF(x, at.area.top(), x, at.area.bottom()))
        painter.drawLine(QLineF(at.area.left(), y, at.area.right(), y))
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.second_text))
        line = measure(CAPTION).height()
        cost = _("median {figure}").format(figure=figure(self._beside.median_cost / at.unit, 3))
        wide = measure(CAPTION).horizontalAdvance(cost) + 4
        left = min(max(x - wide / 2, at.area.left()), at.area.right() - wide)
        painter.drawText(QRectF(left, at.area.top() - line - 3, wide, line), MIDDLE, cost)
        quality = _("median {figure}").format(figure=points(self._beside.median_quality))
        painter.drawText(QRectF(at.area.right() - 160, y - line - 1, 156, line), RIGHT, quality)

    def _draw_lacking(self, painter: QPainter) -> None:
        assert self._beside is not None
        text = lacking(self._beside)
        line = measure(CAPTION).height()
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.look_here))
        shown = measure(CAPTION).elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, self.height() - line, self.width(), line), LEFT, shown)

    def _draw_hosts(self, painter: QPainter) -> None:
        if self._at is None or self._beside is None:
            return
        later = [dot for dot in self._at.dots if self._is_strong(self._beside.hosts[dot.h])]
        for dot in self._at.dots:
            self._draw_leader(painter, dot)
        for dot in (*(d for d in self._at.dots if d not in later), *later):
            self._draw_host(painter, dot, self._beside.hosts[dot.h], bool(self._beside.counted[dot.h]))

    def _draw_host(self, painter: QPainter, dot: Dot, host: str, counts: bool) -> None:
        shade = colour(self._shade(host))
        ground = colour(self.theme.card)
        painter.setPen(QPen(ground if counts else shade, 1.5))
        painter.setBrush(shade if counts else ground)
        painter.drawEllipse(dot.area)
        weight = QFont.Weight.DemiBold if host in self._focus else QFont.Weight.Normal
        painter.setFont(lettering(BODY, weight))
        painter.setPen(colour(self.theme.text if self._is_strong(host) else self.theme.second_text))
        shown = measure(BODY, weight).elidedText(dot.name, Qt.TextElideMode.ElideRight, dot.label.width() + 1)
        painter.drawText(dot.label, _side(dot), shown)

    def _draw_leader(self, painter: QPainter, dot: Dot) -> None:
        """A line to a name that found no room beside its dot."""
        if end := dot.leader:
            painter.setPen(QPen(colour(self.theme.third_text), 1))
            painter.drawLine(QLineF(dot.centre, end))

    def _is_strong(self, host: str) -> bool:
        return host in self._focus or self._is_pointed(host)

    def _is_pointed(self, host: str) -> bool:
        return self.pointed is not None and self.pointed[1] == host

    def _shade(self, host: str) -> str:
        shade = pointed_colour if self._is_pointed(host) else host_colour
        return shade(self.theme, self._focus, host)


def _side(dot: Dot) -> Qt.AlignmentFlag:
    """Names lean towards their dot."""
    if dot.label.left() > dot.centre.x():
        return LEFT
    return RIGHT if dot.label.right() < dot.centre.x() else MIDDLE


def quadrant_words() -> dict[Quadrant, str]:
    """The four quarters in words."""
    return {
        "better cheaper": _("better and cheaper"),
        "better dearer": _("better, but dearer"),
        "worse cheaper": _("cheaper, but worse"),
        "worse dearer": _("worse and dearer"),
    }


MOST_ITEMS = 8


def _items(items: Sequence[Converted]) -> str:
    """The items behind a host's cost, each as it was given, and what it is in the study's currency."""
    rows = "".join(_row(converted) for converted in items[:MOST_ITEMS])
    more = len(items) - MOST_ITEMS
    rest = f"<p>{escape(_('and {count} more').format(count=more))}</p>" if more > 0 else ""
    return f"<table cellspacing='0' cellpadding='2'>{rows}</table>{rest}"


def _row(converted: Converted) -> str:
    item, _amount = converted
    given = money_told(item.amount, item.currency)
    origin = ", ".join(part for part in (str(item.year or ""), item.source) if part)
    below = f"<tr><td colspan='2'><span style='font-size:{scaled(CAPTION)}px'>{escape(origin)}</span></td></tr>"
    name = escape(item.item or _("cost"))
    return f"<tr><td>{name}</td><td align='right'>&nbsp;&nbsp;{escape(given)}</td></tr>{below if origin else ''}"
