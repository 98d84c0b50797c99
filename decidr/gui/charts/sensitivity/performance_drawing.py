"""How the performance chart is drawn: bars of weight, axes, and the lines of the hosts above them."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import criterion_colours, host_colour, mixed, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.sensitivity.performance_places import AxisName, LineName, PerformancePlaces
from decidr.gui.theme import BODY, CAPTION, Theme, scaled
from decidr.language import _

SOFT = 0.22
"""How much of a criterion's colour its bar of weight has."""
MOVED = 3.0
DOT = 3.5


def draw_ground(painter: QPainter, at: PerformancePlaces, theme: Theme) -> None:
    """Bars of weight, scores' grid, an axis for each criterion and one for the total."""
    shades = criterion_colours(theme, len(at.criteria))
    painter.setPen(Qt.PenStyle.NoPen)
    for axis, shade in enumerate(shades):
        painter.setBrush(colour(mixed(theme.card, shade, SOFT)))
        painter.drawRoundedRect(at.weight_bar(axis), 3, 3)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # upright lines need none, and are long
    _draw_grid(painter, at, theme)
    _draw_upright_lines(painter, at, theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_title(painter, at, theme)
    for axis, name in enumerate(at.axis_names):
        _draw_axis(painter, at, theme, axis, name, shades[axis] if axis < len(shades) else theme.text)


def draw_lines(painter: QPainter, at: PerformancePlaces, theme: Theme) -> None:
    """The hosts' lines, those in focus above the others, and their names at the ends."""
    order = sorted(range(len(at.hosts)), key=lambda h: (at.hosts[h] == at.pointed, at.hosts[h] in at.focus))
    for host in order:
        _draw_line(painter, at, theme, host)
    for name in at.line_names:
        _draw_name(painter, at, theme, name)


def line_shade(theme: Theme, at: PerformancePlaces, host: str) -> str:
    """A host's colour, also while it is pointed at."""
    return (pointed_colour if host == at.pointed else host_colour)(theme, at.focus, host)


def _draw_grid(painter: QPainter, at: PerformancePlaces, theme: Theme) -> None:
    painter.setFont(lettering(CAPTION))
    for i in range(round((at.high - at.low) / at.step) + 1):
        score = at.low + i * at.step
        y = round(at.y(score))
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(QLineF(at.area.left(), y, at.area.right(), y))
        painter.setPen(colour(theme.second_text))
        painter.drawText(QRectF(0, y - 10, at.area.left() - 10, 20), RIGHT, at.tick_text(score))


def _draw_upright_lines(painter: QPainter, at: PerformancePlaces, theme: Theme) -> None:
    for axis in range(len(at.names)):
        x = round(at.x(axis))
        is_total = axis == len(at.criteria)
        painter.setPen(QPen(colour(theme.text if is_total else mixed(theme.card, theme.third_text, 0.5)), 1))
        painter.drawLine(QLineF(x, at.area.top(), x, at.area.bottom()))


def _draw_title(painter: QPainter, at: PerformancePlaces, theme: Theme) -> None:
    area, letters = QRectF(0, 0, at.area.right(), scaled(18)), measure(CAPTION, QFont.Weight.Medium)
    texts = [_("Score on each criterion, points of 100; bars: what it weighs"), _("Scores; bars: weights")]
    text = next((text for text in texts if letters.horizontalAdvance(text) <= area.width()), texts[-1])
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    painter.setPen(colour(theme.second_text))
    painter.drawText(area, LEFT, letters.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


def _draw_axis(painter: QPainter, at: PerformancePlaces, theme: Theme, axis: int, name: AxisName, shade: str) -> None:
    x = at.x(axis)
    line = measure(CAPTION).height()
    if axis < len(at.criteria):
        painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
        painter.setPen(colour(shade))
        painter.drawText(QRectF(x - 40, at.area.bottom() + 5, 80, line), MIDDLE, at.weight_text(axis))
    painter.setFont(lettering(CAPTION))
    painter.setPen(colour(theme.second_text))
    if name.is_upright:
        _draw_upright(painter, name)
        return
    for i, text in enumerate(name.lines):
        painter.drawText(QRectF(name.area.left(), name.area.top() + i * line, name.area.width(), line), MIDDLE, text)


def _draw_upright(painter: QPainter, name: AxisName) -> None:
    """The name from below, its end at the axis."""
    painter.save()
    painter.translate(name.area.left(), name.area.bottom())
    painter.rotate(-90)
    painter.drawText(QRectF(0, 0, name.area.height(), name.area.width()), RIGHT, name.lines[0] if name.lines else "")
    painter.restore()


def _draw_line(painter: QPainter, at: PerformancePlaces, theme: Theme, host: int) -> None:
    """A line from axis to axis; a ring where it rests on a gap."""
    is_loud = at.hosts[host] in at.focus or at.hosts[host] == at.pointed
    shade = colour(line_shade(theme, at, at.hosts[host]))
    places = [at.point(axis, host) for axis in range(len(at.names))]
    painter.setPen(QPen(shade, 2.2 if is_loud else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([place for place in places if place is not None]))
    if is_loud:
        for axis, place in enumerate(places):
            _draw_dot(painter, theme, place, shade, is_gap=axis < len(at.gaps) and bool(at.gaps[axis, host]))


def _draw_dot(painter: QPainter, theme: Theme, place: QPointF | None, shade: object, *, is_gap: bool) -> None:
    if place is not None:
        painter.setBrush(colour(theme.card) if is_gap else painter.pen().color())
        painter.drawEllipse(place, DOT, DOT)


def _draw_name(painter: QPainter, at: PerformancePlaces, theme: Theme, name: LineName) -> None:
    is_loud = name.host in at.focus or name.host == at.pointed
    shade = line_shade(theme, at, name.host) if is_loud else theme.third_text
    weight = QFont.Weight.DemiBold if is_loud else QFont.Weight.Normal
    if abs(name.area.center().y() - name.line_y) > MOVED:
        painter.setPen(QPen(colour(shade, 0.6), 1))
        painter.drawLine(QLineF(at.area.right(), name.line_y, name.area.left() - 2, name.area.center().y()))
    painter.setFont(lettering(BODY, weight))
    painter.setPen(colour(shade))
    shown = measure(BODY, weight).elidedText(name.words, Qt.TextElideMode.ElideMiddle, name.area.width())
    painter.drawText(name.area, LEFT | Qt.TextFlag.TextDontClip, shown)
