"""Boxes of totals: between which points each host's total lies in half, and in nine of ten, of the draws."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from decidr.gui.charts.canvas.chart import MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import mixed
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.canvas.scale import decimals_of, round_range
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.theme import BODY, CAPTION, scaled
from decidr.language import _
from decidr.number_text import points

DIAMOND = 4.5
MEDIAN = 2


class ScoreBoxesChart(SimulatedChart):
    """A line from the 5th to the 95th of a hundred draws, a box around the middle half; marks are ``host``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("score_boxes", parent)
        self._low, self._high, self._step = 0.0, 1.0, 0.25

    def say(self, shown: Simulated) -> None:
        self.heading = reach_told(shown)
        self.tell(_("Totals"), " ".join([self.heading, *(self._in_words(shown, host) for host in shown.hosts)]))

    def lay_out(self) -> None:
        if self.shown is None:
            return
        self._low, self._high, self._step = self._range(self.shown)
        room = max(measure(BODY).horizontalAdvance("100.0"), measure(CAPTION).horizontalAdvance(_("median"))) + 16
        self.place_rows(self.shown, scaled(30), self.width() - room, thickness=16)
        self.setFixedHeight(math.ceil(self.places.bottom) + scaled(42))

    def _range(self, shown: Simulated) -> tuple[float, float, float]:
        known = [*shown.boxes.ravel().tolist(), *(self._today(shown, host) for host in shown.hosts)]
        known = [total for total in known if not math.isnan(total)]
        return round_range(min(known, default=0.0), max(known, default=1.0), 6)

    def _today(self, shown: Simulated, host: str) -> float:
        return float(shown.results.totals[shown.results.hosts.index(host)])

    def place_of(self, total: float) -> float:
        """Where a total stands."""
        at = self.places
        return at.left + (total - self._low) / (self._high - self._low) * (at.right - at.left)

    def make_marks(self) -> list[list[Mark]]:
        hosts = self.shown.hosts if self.shown else ()
        return [[Mark(self.places.row(row, 0, self.width()), "host", host)] for row, host in enumerate(hosts)]

    # words

    def tip(self, mark: Mark) -> str:
        shown = self.shown
        if shown is None:
            return ""
        low, first, middle, third, high = (exact_points(float(t)) for t in shown.boxes[shown.row_of(mark.host)])
        lines = [
            _("in nine of ten draws from {low} to {high}").format(low=low, high=high),
            _("in half of them from {low} to {high}").format(low=first, high=third),
            _("median {median}, today {total}").format(
                median=middle, total=exact_points(self._today(shown, mark.host))
            ),
        ]
        return tip(shown.names[mark.host], "\n".join(lines))

    def _in_words(self, shown: Simulated, host: str) -> str:
        low, _first, middle, _third, high = (points(float(t)) for t in shown.boxes[shown.row_of(host)])
        words = _("{host}: {low} to {high}, median {median}.")
        return words.format(host=shown.names[host], low=low, high=high, median=middle)

    # the picture

    def draw_shown(self, painter: QPainter, shown: Simulated) -> None:
        self._draw_axis(painter)
        self._draw_legend(painter)
        self.draw_names(painter, shown)
        for row, host in enumerate(shown.hosts):
            self._draw_box(painter, shown, row, host)

    def _draw_axis(self, painter: QPainter) -> None:
        at, places = self.places, decimals_of(self._step * 100)
        painter.setFont(lettering(CAPTION))
        for tick in range(round((self._high - self._low) / self._step) + 1):
            total = self._low + tick * self._step
            x = round(self.place_of(total)) + 0.5
            painter.setPen(QPen(colour(self.theme.line), 1))
            painter.drawLine(QLineF(x, at.top, x, at.bottom))
            painter.setPen(colour(self.theme.second_text))
            painter.drawText(QRectF(x - 40, at.bottom + 2, 80, scaled(18)), MIDDLE, points(total, places))
        painter.setPen(colour(self.theme.third_text))
        painter.drawText(QRectF(at.left, at.bottom + scaled(20), at.right - at.left, scaled(20)), MIDDLE, _axis())

    def _draw_legend(self, painter: QPainter) -> None:
        """How a box is read, and what stands at the right."""
        area = QRectF(self.places.left, 0, self.places.right - self.places.left, self.places.top - 8)
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self.theme.third_text))
        right = QRectF(self.places.right, 0, self.width() - self.places.right, area.height())
        painter.drawText(right, RIGHT, _("median"))
        words = _("today   box: half, line: nine in ten draws")
        x = self.draw_key(painter, words, area, 2 * DIAMOND + 6)
        self._draw_diamond(painter, QPointF(x + DIAMOND, area.center().y()))

    def _draw_box(self, painter: QPainter, shown: Simulated, row: int, host: str) -> None:
        at, shade = self.places, self.shade(host)
        low, first, middle, third, high = (self.place_of(float(total)) for total in shown.boxes[shown.rows[row]])
        y = at.bar(row, low, high).center().y()
        painter.setPen(QPen(colour(shade), 1.6))
        painter.drawLine(QLineF(low, y, high, y))
        box = at.bar(row, first, third)
        painter.setBrush(colour(mixed(shade, self.theme.card, 0.6)))
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QPen(colour(shade), MEDIAN))
        painter.drawLine(QLineF(middle, box.top(), middle, box.bottom()))
        self._draw_diamond(painter, QPointF(self.place_of(self._today(shown, host)), y))
        self._draw_median(painter, shown, row, host)

    def _draw_diamond(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(QPen(colour(self.theme.card), 1.2))
        painter.setBrush(colour(self.theme.text))
        painter.drawPolygon(
            QPolygonF([at + QPointF(dx * DIAMOND, dy * DIAMOND) for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))])
        )

    def _draw_median(self, painter: QPainter, shown: Simulated, row: int, host: str) -> None:
        weight = QFont.Weight.DemiBold if host in self.focus else QFont.Weight.Normal
        painter.setFont(lettering(BODY, weight))
        painter.setPen(colour(self.theme.text))
        middle = float(shown.boxes[shown.rows[row], 2])
        painter.drawText(self.places.row(row, self.places.right, self.width()), RIGHT, points(middle))


def reach_told(shown: Simulated) -> str:
    """How far totals reach: «Nine draws in ten give Spain 57.1 to 63.8 points, Canada 52.0 to 60.1»."""
    if not shown.hosts:
        return ""
    reaches = [(shown.name(row), *(points(float(shown.boxes[row, at])) for at in (0, 4))) for row in shown.rows[:2]]
    (host, low, high), *rest = reaches
    if not rest:
        return _("Nine draws in ten give {host} {low} to {high} points.").format(host=host, low=low, high=high)
    words = _("Nine draws in ten give {host} {low} to {high} points, {other} {other_low} to {other_high}.")
    other, other_low, other_high = rest[0]
    return words.format(host=host, low=low, high=high, other=other, other_low=other_low, other_high=other_high)


def _axis() -> str:
    return _("total, points of 100")
