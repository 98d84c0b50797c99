"""How a value curve is drawn: scores, ends, the line with its handles, and the hosts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from decidr.gui.models.criteria.curve_shape import Knot
from decidr.gui.theme import CAPTION, Theme, current, font, scaled
from decidr.language import _
from decidr.number_text import figure

if TYPE_CHECKING:
    from decidr.gui.panels.criteria.value_curve import CurveDot, ValueCurve

DOT, DOT_IN_FOCUS = 3.4, 4.8
HANDLE, HANDLE_CHOSEN = 4.5, 5.5


class CurveDrawing:
    """Paints one curve on its widget."""

    def __init__(self, painter: QPainter, curve: ValueCurve) -> None:
        assert curve.shape is not None
        self._painter, self._curve, self._shape = painter, curve, curve.shape
        self._theme, plane = current(), curve.plane
        self._area = QRectF(plane.left, plane.top, plane.width, plane.height)
        self._low, self._high = plane.low, plane.high

    def draw(self) -> None:
        """Everything, the hosts in focus and what is pointed at last."""
        self._draw_beyond()
        self._draw_scores()
        self._draw_values()
        self._draw_ticks()
        self._draw_line()
        pointed = self._curve.pointed
        for dot in sorted(self._curve.dots, key=lambda d: (d == pointed, d.slot is not None)):
            self._draw_dot(dot)
        chosen = self._curve.chosen
        for knot in self._shape.knots:
            self._draw_handle(knot, is_chosen=knot == chosen)
        if pointed:
            self._draw_label(self._curve.place(pointed.value, self._curve.score(pointed.value)), pointed.name)
        elif chosen and self._curve.hasFocus():
            words = f"{figure(chosen.value)} → {chosen.score:.3g}"
            self._draw_label(self._curve.place(*chosen), words)

    def _draw_beyond(self) -> None:
        """The ground beyond the ends is sunken: scores are cut there."""
        area = self._area
        first, last = (self._curve.place(self._shape.knots[i].value, 0).x() for i in (0, -1))
        ground = QColor(self._theme.sunken)
        self._painter.fillRect(QRectF(area.left(), area.top(), first - area.left(), area.height()), ground)
        self._painter.fillRect(QRectF(last, area.top(), area.right() - last, area.height()), ground)

    def _draw_scores(self) -> None:
        painter, area = self._painter, self._area
        painter.setFont(font(CAPTION - 1))
        for score, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
            y = area.bottom() - score * area.height()
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(self._theme.third_text))
            label = QRectF(0, y - scaled(8), area.left() - scaled(8), scaled(16))
            painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _draw_values(self) -> None:
        """The ends below their handles, and the unit between them where there is room."""
        painter, area = self._painter, self._area
        painter.setPen(QColor(self._theme.second_text))
        metrics = QFontMetricsF(painter.font())
        foot = area.bottom() + scaled(6)
        boxes = self._end_boxes(metrics)
        overlap = boxes[0][0].right() + scaled(6) - boxes[1][0].left()
        if overlap > 0:
            boxes[0][0].translate(-overlap / 2, 0)
            boxes[1][0].translate(overlap / 2, 0)
        for box, text in boxes:
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if self._curve.plane.is_log:
            return
        room = boxes[1][0].left() - boxes[0][0].right() - scaled(16)
        unit = metrics.elidedText(self._shape.criterion.unit, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setPen(QColor(self._theme.third_text))
        between = QRectF(boxes[0][0].right() + scaled(8), foot, room, metrics.height())
        if metrics.horizontalAdvance("vehic…") < room or unit == self._shape.criterion.unit:
            painter.drawText(between, Qt.AlignmentFlag.AlignCenter, unit)

    def _end_boxes(self, metrics: QFontMetricsF) -> list[tuple[QRectF, str]]:
        foot = self._area.bottom() + scaled(6)
        return [self._foot(metrics, self._shape.knots[i].value, foot) for i in (0, -1)]

    def _draw_ticks(self) -> None:
        """On a log scale lines at round values, with their figures where there is room, and what scale it is."""
        painter, area, plane = self._painter, self._area, self._curve.plane
        if not plane.is_log:
            return
        metrics = QFontMetricsF(painter.font())
        taken = [box for box, _text in self._end_boxes(metrics)]
        for value in plane.ticks:
            x = self._curve.place(value, 0).x()
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            box, text = self._foot(metrics, value, area.bottom() + scaled(6))
            if not any(box.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                taken.append(box)
                painter.setPen(QColor(self._theme.third_text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        self._draw_scale_name(metrics)

    def _draw_scale_name(self, metrics: QFontMetricsF) -> None:
        """The unit and the kind of scale, in the corner where the curve does not go."""
        unit = self._shape.criterion.unit
        words = _("{unit}, log scale").format(unit=unit) if unit else _("log scale")
        falls = self._shape.knots[0].score > self._shape.knots[-1].score
        side = Qt.AlignmentFlag.AlignRight if falls else Qt.AlignmentFlag.AlignLeft
        room = self._area.adjusted(scaled(6), scaled(2), -scaled(6), 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() * 0.6)
        self._painter.setPen(QColor(self._theme.third_text))
        self._painter.drawText(room, side | Qt.AlignmentFlag.AlignTop, shown)

    def _foot(self, metrics: QFontMetricsF, value: float, top: float) -> tuple[QRectF, str]:
        """Where an end's figure stands: centred below it, inside the widget."""
        text = figure(value)
        width = metrics.horizontalAdvance(text) + 2
        left = self._curve.place(value, 0).x() - width / 2
        left = min(max(left, 0.0), self._curve.width() - width)
        return QRectF(left, top, width, metrics.height()), text

    def _draw_line(self) -> None:
        inside = [self._curve.place(knot.value, self._curve.score(knot.value)) for knot in self._shape.knots]
        painter = self._painter
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.accent), 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(inside[0], QPointF(self._area.left(), inside[0].y()))
        painter.drawLine(inside[-1], QPointF(self._area.right(), inside[-1].y()))
        painter.setPen(QPen(QColor(self._theme.accent), 2))
        painter.drawPolyline(QPolygonF(inside))

    def _draw_handle(self, knot: Knot, *, is_chosen: bool) -> None:
        """A square with a rim, which no host has; the chosen one is filled."""
        painter, centre = self._painter, self._curve.place(*knot)
        half = scaled(HANDLE_CHOSEN if is_chosen else HANDLE)
        box = QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half)
        if is_chosen and self._curve.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-3.5, -3.5, 3.5, 3.5), 4, 4)
        painter.setPen(QPen(QColor(self._theme.accent), 1.8))
        painter.setBrush(QColor(self._theme.accent if is_chosen else self._theme.card))
        painter.drawRoundedRect(box, 2, 2)

    def _draw_dot(self, dot: CurveDot) -> None:
        radius = scaled(DOT if dot.slot is None else DOT_IN_FOCUS)
        self._painter.setPen(QPen(QColor(self._theme.card), 1.2))
        self._painter.setBrush(QColor(_dot_colour(self._theme, dot)))
        place = self._curve.place(dot.value, self._curve.score(dot.value))
        self._painter.drawEllipse(place, radius, radius)

    def _draw_label(self, place: QPointF, words: str) -> None:
        painter, room = self._painter, self._curve.width()
        painter.setFont(font(CAPTION, QFont.Weight.DemiBold))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room * 0.7)
        width = metrics.horizontalAdvance(text) + scaled(12)
        left = min(max(place.x() - width / 2, 0), room - width)
        top = place.y() - metrics.height() - scaled(14)
        box = QRectF(left, top if top > 0 else place.y() + scaled(12), width, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.text))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(self._theme.card))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _dot_colour(theme: Theme, dot: CurveDot) -> str:
    return theme.other_hosts if dot.slot is None else theme.hosts_in_focus[dot.slot]
