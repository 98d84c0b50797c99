"""Where the gradient's parts stand, and how its ground and its words are drawn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from decidr.core.analysis.focus import Focus
from decidr.gui.charts.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.colours import host_colour, pointed_colour
from decidr.gui.charts.label_places import best_place
from decidr.gui.charts.lettering import lettering, measure
from decidr.gui.charts.scale import decimals_of, round_range
from decidr.gui.charts.spread import fitting, spread
from decidr.gui.charts.sweep import Sweep, change_in_words
from decidr.gui.theme import BODY, CAPTION, LIGHT, Theme
from decidr.language import _
from decidr.number_text import THIN, per_cent

CAPTION_ROOM, TICK_ROOM, PILL_ROOM = 32, 24, 30
GRAB = 8.0
"""Pixels beside the weight's line within which it can be taken."""


@dataclass(frozen=True, slots=True)
class EndName:
    """A host's name at the right end of its line; ``y`` is where it stands, ``line_y`` where the line ends."""

    host: str
    name: str
    area: QRectF
    line_y: float


@dataclass(frozen=True, slots=True)
class Change:
    """Where the leader changes: a ring at ``point``, the words in ``area``."""

    point: QPointF
    area: QRectF
    words: str


class GradientPlot:
    """Geometry and drawing of everything but the lines themselves."""

    def __init__(self) -> None:
        self.weight = 0.0
        self.pointed = ""
        self.area = QRectF()
        self.low, self.high, self.step = 0.0, 1.0, 0.25
        self.names: tuple[EndName, ...] = ()
        self.changes: tuple[Change, ...] = ()
        self._sweep: Sweep | None = None
        self._focus: Focus = ()
        self._theme = LIGHT

    def take(self, sweep: Sweep, focus: Focus) -> None:
        """Draw this sweep from now on, its line at today's weight."""
        self._sweep, self._focus, self.weight = sweep, focus, sweep.now
        self.pointed = self.pointed if self.pointed in sweep.hosts else ""
        if sweep.totals.size:
            self.low, self.high, self.step = round_range(float(sweep.totals.min()), float(sweep.totals.max()))

    # places

    def lay_out(self, whole: QRectF, theme: Theme) -> None:
        """Find every place within ``whole``."""
        self._theme = theme
        if self._sweep is None:
            return
        letters = measure(BODY, QFont.Weight.DemiBold)
        widest = max((letters.horizontalAdvance(name) for name in self._sweep.names), default=0.0)
        left = measure(CAPTION).horizontalAdvance(self._tick_text(self.high)) + 14
        right = min(widest + 22, 0.28 * whole.width())
        below = TICK_ROOM + PILL_ROOM
        self.area = whole.adjusted(left, CAPTION_ROOM, -right, -below).toAlignedRect().toRectF()
        self.names = self._place_names(whole.right() - self.area.right() - 10)
        self.changes = self._place_changes()

    def x(self, weight: float) -> float:
        """Pixels of a weight."""
        return self.area.left() + weight * self.area.width()

    def y(self, total: float) -> float:
        """Pixels of a total."""
        return self.area.bottom() - (total - self.low) / (self.high - self.low) * self.area.height()

    def weight_at(self, x: float) -> float:
        """The weight at a pixel, 0 to 1."""
        return min(max((x - self.area.left()) / max(self.area.width(), 1.0), 0.0), 1.0)

    def is_on_line(self, place: QPointF) -> bool:
        """Whether the weight's line, or the pill below it, can be taken there."""
        if self._sweep is None or not self._sweep.hosts:
            return False
        beside = abs(place.x() - self.x(self.weight)) <= GRAB
        return self._pill().contains(place) or (
            beside and self.area.top() <= place.y() <= self.area.bottom() + TICK_ROOM
        )

    def host_named_at(self, place: QPointF) -> str:
        """The host whose name stands there, empty if none."""
        return next((name.host for name in self.names if name.area.contains(place)), "")

    def _place_names(self, room: float) -> tuple[EndName, ...]:
        assert self._sweep
        if not self._sweep.hosts:
            return ()
        height = measure(BODY).height() * 0.95
        ends = [self.y(float(total)) for total in self._sweep.totals[-1]]
        first = [host in self._focus or host == self.pointed for host in self._sweep.hosts]
        chosen = fitting(ends, first, height, self.area.height() + height)
        top, bottom = self.area.top() - height / 2, self.area.bottom() + height / 2
        centres = spread([ends[i] for i in chosen], height, top, bottom)
        return tuple(
            EndName(
                self._sweep.hosts[i],
                self._sweep.names[i],
                QRectF(self.area.right() + 10, centre - height / 2, room, height),
                ends[i],
            )
            for i, centre in zip(chosen, centres, strict=True)
        )

    def _place_changes(self) -> tuple[Change, ...]:
        assert self._sweep
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        samples = self._samples()
        most = 0.26 * self.area.width()
        shortened = {
            host: letters.elidedText(name, Qt.TextElideMode.ElideRight, most)
            for host, name in zip(self._sweep.hosts, self._sweep.names, strict=True)
        }
        found: list[Change] = []
        for before, after in zip(self._sweep.reigns, self._sweep.reigns[1:], strict=False):
            total = float(np.interp(after.start, self._sweep.weights, self._sweep.totals_of(after.host)))
            point = QPointF(self.x(after.start), self.y(total))
            words = change_in_words(shortened[before.host], shortened[after.host], after.start, self._sweep.now)
            size = QSizeF(letters.horizontalAdvance(words) + 8, letters.height() + 2)
            taken = [*(c.area for c in found), self._line_area()]
            found.append(Change(point, best_place(point, size, self.area, samples, taken), words))
        return tuple(found)

    def _line_area(self) -> QRectF:
        assert self._sweep
        return QRectF(self.x(self._sweep.now) - 2, self.area.top(), 4, self.area.height())

    def _samples(self) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        """Points (N, 2) along all lines, in pixels; those of hosts in focus count three times."""
        assert self._sweep
        weights = np.linspace(0.0, 1.0, 120)
        x = self.area.left() + weights * self.area.width()
        points = []
        for i, host in enumerate(self._sweep.hosts):
            totals = np.interp(weights, self._sweep.weights, self._sweep.totals[:, i])
            y = self.area.bottom() - (totals - self.low) / (self.high - self.low) * self.area.height()
            points += [np.column_stack([x, y])] * (3 if host in self._focus else 1)
        return np.concatenate(points) if points else np.empty((0, 2))

    # the ground

    def draw_ground(self, painter: QPainter) -> None:
        """Regions, grid and axes."""
        if self._sweep is None:
            return
        self._draw_caption(painter)
        if not self._sweep.hosts:
            self._draw_reason(painter)
            return
        self._draw_reigns(painter)
        self._draw_totals_axis(painter)
        self._draw_weights_axis(painter)

    def _draw_caption(self, painter: QPainter) -> None:
        assert self._sweep
        font = lettering(CAPTION, QFont.Weight.Medium)
        text = _("Total, points of 100, as the weight of {criterion} moves (the others keep their proportions)")
        area = QRectF(0, 0, self.area.right() + 200, CAPTION_ROOM - 12)
        painter.setFont(font)
        painter.setPen(colour(self._theme.second_text))
        shown = text.format(criterion=self._sweep.name)
        painter.drawText(area, LEFT, QFontMetricsF(font).elidedText(shown, Qt.TextElideMode.ElideMiddle, area.width()))

    def _draw_reason(self, painter: QPainter) -> None:
        assert self._sweep
        painter.setFont(lettering(BODY))
        painter.setPen(colour(self._theme.second_text))
        painter.drawText(self.area, MIDDLE | Qt.TextFlag.TextWordWrap, self._sweep.reason)

    def _draw_reigns(self, painter: QPainter) -> None:
        assert self._sweep
        painter.setPen(Qt.PenStyle.NoPen)
        for reign in self._sweep.reigns:
            shade = host_colour(self._theme, self._focus, reign.host)
            painter.setBrush(colour(shade, 0.06 if self._theme.is_dark else 0.05))
            left, right = self.x(reign.start), self.x(reign.end)
            painter.drawRect(QRectF(left, self.area.top(), right - left, self.area.height()))

    def _draw_totals_axis(self, painter: QPainter) -> None:
        painter.setFont(lettering(CAPTION))
        for i in range(round((self.high - self.low) / self.step) + 1):
            total = self.low + i * self.step
            y = round(self.y(total)) + 0.5
            painter.setPen(QPen(colour(self._theme.line), 1))
            painter.drawLine(QLineF(self.area.left(), y, self.area.right(), y))
            painter.setPen(colour(self._theme.second_text))
            painter.drawText(QRectF(0, y - 10, self.area.left() - 10, 20), RIGHT, self._tick_text(total))

    def _tick_text(self, total: float) -> str:
        return f"{total * 100:.{decimals_of(self.step * 100)}f}"

    def _draw_weights_axis(self, painter: QPainter) -> None:
        assert self._sweep
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(self._theme.second_text))
        for tick in range(0, 101, 20):
            x = self.x(tick / 100)
            painter.drawText(QRectF(x - 40, self.area.bottom() + 4, 80, TICK_ROOM - 4), MIDDLE, f"{tick}{THIN}%")
        text = _("local weight of {criterion}").format(criterion=self._sweep.name)
        pill = self._pill()
        y = self.area.bottom() + TICK_ROOM
        at_right = self.area.right() - pill.right() > pill.left() - self.area.left()
        left, right = (pill.right() + 12, self.area.right()) if at_right else (self.area.left(), pill.left() - 12)
        room = QRectF(left, y, right - left, PILL_ROOM)
        shown = measure(CAPTION).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(colour(self._theme.third_text))
        painter.drawText(room, RIGHT if at_right else LEFT, shown)

    # the words

    def draw_words(self, painter: QPainter) -> None:
        """Names, rings and the weight's line, above the lines."""
        if self._sweep is None or not self._sweep.hosts:
            return
        self._draw_weight(painter)
        for change in self.changes:
            self._draw_change(painter, change)
        for name in self.names:
            self._draw_name(painter, name)

    def _pill(self) -> QRectF:
        letters = measure(CAPTION, QFont.Weight.DemiBold)
        wide = letters.horizontalAdvance(self._pill_text()) + 14
        return QRectF(self.x(self.weight) - wide / 2, self.area.bottom() + TICK_ROOM + 4, wide, PILL_ROOM - 9)

    def _pill_text(self) -> str:
        assert self._sweep
        if self.weight == self._sweep.now:
            return _("now {weight}").format(weight=f"{self.weight * 100:.0f}")
        return _("try {weight}").format(weight=per_cent(self.weight))

    def _draw_weight(self, painter: QPainter) -> None:
        assert self._sweep
        if self.weight != self._sweep.now:
            self._draw_dashes(painter, self._sweep.now, self._theme.third_text)
        is_tried = self.weight != self._sweep.now
        shade = self._theme.accent if is_tried else self._theme.text
        self._draw_dashes(painter, self.weight, shade)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(shade))
        pill = self._pill()
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(colour(self._theme.on_accent if is_tried else self._theme.card))
        painter.drawText(pill, MIDDLE, self._pill_text())

    def _draw_dashes(self, painter: QPainter, weight: float, shade: str) -> None:
        pen = QPen(colour(shade), 1.4)
        pen.setDashPattern([2.0, 2.0])
        painter.setPen(pen)
        x = self.x(weight)
        painter.drawLine(QLineF(x, self.area.top(), x, self.area.bottom()))

    def _draw_change(self, painter: QPainter, change: Change) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._theme.card, 0.8))
        painter.drawRoundedRect(change.area, 4, 4)
        painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(colour(self._theme.text))
        painter.drawText(change.area, MIDDLE, change.words)
        painter.setPen(QPen(colour(self._theme.text), 1.8))
        painter.setBrush(colour(self._theme.card))
        painter.drawEllipse(change.point, 5.0, 5.0)

    def _draw_name(self, painter: QPainter, name: EndName) -> None:
        theme, is_loud = self._theme, name.host in self._focus or name.host == self.pointed
        shade = pointed_colour(theme, self._focus, name.host) if is_loud else theme.third_text
        font = lettering(BODY, QFont.Weight.DemiBold if is_loud else QFont.Weight.Normal)
        if abs(name.area.center().y() - name.line_y) > 3:
            painter.setPen(QPen(colour(shade, 0.6), 1))
            end = QPointF(name.area.left() - 2, name.area.center().y())
            painter.drawLine(QLineF(QPointF(self.area.right(), name.line_y), end))
        painter.setFont(font)
        painter.setPen(colour(shade))
        shown = QFontMetricsF(font).elidedText(name.name, Qt.TextElideMode.ElideRight, name.area.width())
        painter.drawText(name.area, LEFT, shown)
