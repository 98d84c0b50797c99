"""A small picture of a value curve: which value scores how much, with the hosts on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from decidr.core.study.criteria import Criterion
from decidr.core.value.curves import curve_problems, curve_scores, ends
from decidr.gui.theme import CAPTION, Theme, current, font, scaled
from decidr.language import _
from decidr.number_text import figure

SAMPLES = 96
LEFT, RIGHT, TOP, BOTTOM = 30, 12, 8, 22
DOT, DOT_IN_FOCUS = 3.2, 4.6


class CurveDot(NamedTuple):
    """A host on the curve; ``slot`` is its colour while it is in focus."""

    name: str
    value: float
    slot: int | None = None


class ValueCurve(QWidget):
    """Values across, scores up; hover tells a host's value and score."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value_curve")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._criterion: Criterion | None = None
        self.dots: tuple[CurveDot, ...] = ()
        self._range = (0.0, 1.0)
        self._pointed: CurveDot | None = None

    @property
    def is_drawable(self) -> bool:
        """Whether the criterion has a curve."""
        return self._criterion is not None

    def show_curve(self, criterion: Criterion, dots: Sequence[CurveDot]) -> None:
        """Show a criterion's curve; nothing where it has none that can be drawn."""
        found = ends(criterion)
        wrong = curve_problems(criterion, np.array([dot.value for dot in dots]))
        self._criterion = criterion if found and not wrong else None
        self.dots = tuple(dots)
        self._pointed = None
        if found and self._criterion:
            xs = [x for x, _score in criterion.curve.points] if criterion.curve.form == "points" else list(found)
            self._range = min(xs), max(xs)
        self.setAccessibleName(_("Value curve of {name}").format(name=criterion.name))
        self.setAccessibleDescription("; ".join(self._told(dot) for dot in self.dots) if self._criterion else "")
        self.update()

    def score(self, value: float) -> float:
        """The score of a value, 0 to 1."""
        assert self._criterion is not None
        worst, best = ends(self._criterion) or (0.0, 1.0)
        return float(curve_scores(self._criterion.curve, worst, best, np.array([value]))[0])

    def sizeHint(self) -> QSize:
        return QSize(scaled(280), scaled(142))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(142))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._criterion is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axes(painter)
        self._paint_curve(painter)
        for dot in sorted(self.dots, key=lambda d: (d == self._pointed, d.slot is not None)):
            self._paint_dot(painter, dot)
        if self._pointed:
            self._paint_name(painter, self._pointed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._dot_near(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            dot = self._dot_near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._told(dot) if dot else "", self)
            return True
        return super().event(event)

    def _point_at(self, dot: CurveDot | None) -> None:
        if dot != self._pointed:
            self._pointed = dot
            self.update()

    def _told(self, dot: CurveDot) -> str:
        unit = self._criterion.unit if self._criterion else ""
        return _("{name}: {value} scores {score}").format(
            name=dot.name, value=f"{figure(dot.value)} {unit}".strip(), score=f"{self.score(dot.value):.2f}"
        )

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(scaled(LEFT), scaled(TOP), -scaled(RIGHT), -scaled(BOTTOM))

    def _place(self, value: float, score: float) -> QPointF:
        area, (low, high) = self._area(), self._range
        share = (min(max(value, low), high) - low) / (high - low)
        return QPointF(area.left() + share * area.width(), area.bottom() - score * area.height())

    def _dot_near(self, place: QPointF) -> CurveDot | None:
        if self._criterion is None or not self.dots:
            return None
        distances = [(place - self._place(dot.value, self.score(dot.value))).manhattanLength() for dot in self.dots]
        nearest = int(np.argmin(distances))
        return self.dots[nearest] if distances[nearest] <= scaled(12) else None

    def _paint_axes(self, painter: QPainter) -> None:
        theme, area = current(), self._area()
        painter.setFont(font(CAPTION - 1))
        metrics = QFontMetricsF(painter.font())
        for score, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            y = area.bottom() - score * area.height()
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(theme.third_text))
            label = QRectF(0, y - 8, area.left() - scaled(6), 16)
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        low, high = (figure(end) for end in self._range)
        foot = QRectF(area.left(), area.bottom() + 4, area.width(), metrics.height())
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, high)
        gap = scaled(10)
        between = foot.adjusted(metrics.horizontalAdvance(low) + gap, 0, -metrics.horizontalAdvance(high) - gap, 0)
        unit = metrics.elidedText(self._unit(), Qt.TextElideMode.ElideRight, max(between.width(), 0))
        painter.drawText(between, Qt.AlignmentFlag.AlignHCenter, unit)

    def _unit(self) -> str:
        return self._criterion.unit if self._criterion else ""

    def _paint_curve(self, painter: QPainter) -> None:
        assert self._criterion is not None
        values = np.linspace(*self._range, SAMPLES)
        if self._criterion.curve.form == "points":
            values = np.array([x for x, _score in self._criterion.curve.points])
        line = QPolygonF([self._place(float(x), self.score(float(x))) for x in values])
        painter.setPen(QPen(QColor(current().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(line)

    def _paint_dot(self, painter: QPainter, dot: CurveDot) -> None:
        theme = current()
        radius = scaled(DOT if dot.slot is None else DOT_IN_FOCUS)
        painter.setPen(QPen(QColor(theme.card), 1.2))
        painter.setBrush(QColor(_dot_colour(theme, dot)))
        painter.drawEllipse(self._place(dot.value, self.score(dot.value)), radius, radius)

    def _paint_name(self, painter: QPainter, dot: CurveDot) -> None:
        place = self._place(dot.value, self.score(dot.value))
        painter.setFont(font(CAPTION, QFont.Weight.DemiBold))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(dot.name, Qt.TextElideMode.ElideRight, self.width() * 0.7)
        width = metrics.horizontalAdvance(text) + scaled(10)
        left = min(max(place.x() - width / 2, 0), self.width() - width)
        top = place.y() - metrics.height() - scaled(10)
        box = QRectF(left, top if top > 0 else place.y() + scaled(8), width, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current().text))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(current().card))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _dot_colour(theme: Theme, dot: CurveDot) -> str:
    return theme.other_hosts if dot.slot is None else theme.hosts_in_focus[dot.slot]
