"""How the gradient's ground and words are drawn; its lines are pyqtgraph's."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, mixed, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.sensitivity.gradient_places import Change, EndName, GradientPlaces
from decidr.gui.theme import BODY, CAPTION, Theme
from decidr.language import _
from decidr.number_text import THIN, per_cent

MOVED = 3.0
"""Pixels from which a name that was pushed away gets a line to its end."""


def draw_ground(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    """Caption, regions, grid and axes; the reason where nothing can move."""
    _draw_caption(painter, at, theme)
    if not at.sweep.hosts:
        painter.setFont(lettering(BODY))
        painter.setPen(colour(theme.second_text))
        painter.drawText(at.area, MIDDLE | Qt.TextFlag.TextWordWrap, at.sweep.reason)
        return
    _draw_reigns(painter, at, theme)
    _draw_totals_axis(painter, at, theme)
    _draw_weights_axis(painter, at, theme)
    _draw_weights_title(painter, at, theme)


def draw_words(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    """The weight's line, rings and names, above the lines."""
    if not at.sweep.hosts:
        return
    if at.is_tried:
        _draw_dashes(painter, at, at.sweep.now, theme.third_text)
    _draw_weight(painter, at, theme)
    for crossing in at.crossings():
        painter.setPen(QPen(colour(pointed_colour(theme, at.focus, at.pointed)), 1.4))
        painter.setBrush(colour(theme.card))
        painter.drawEllipse(crossing, 3.0, 3.0)
    for change in at.changes:
        _draw_change(painter, change, theme)
    for name in at.names:
        _draw_name(painter, at, name, theme)


def _draw_caption(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    area = QRectF(0, 0, at.whole_width, at.caption_room * 0.6)
    letters = measure(CAPTION, QFont.Weight.Medium)
    texts = [text.format(criterion=at.sweep.name) for text in _captions()]
    shown = next((text for text in texts if letters.horizontalAdvance(text) <= area.width()), texts[-1])
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    painter.setPen(colour(theme.second_text))
    painter.drawText(area, LEFT, letters.elidedText(shown, Qt.TextElideMode.ElideRight, area.width()))


def _captions() -> tuple[str, ...]:
    """What the chart shows, from the whole sentence to the shortest."""
    return (
        _("Total, points of 100, as the weight of {criterion} moves (the others keep their proportions)"),
        _("Total, points of 100, as the weight of {criterion} moves"),
        _("Total by the weight of {criterion}"),
    )


def _draw_reigns(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for reign in at.sweep.reigns:
        shade = host_colour(theme, at.focus, reign.host)
        painter.setBrush(colour(mixed(theme.card, shade, 0.06 if theme.is_dark else 0.05)))
        left, right = at.x(reign.start), at.x(reign.end)
        painter.drawRect(QRectF(left, at.area.top(), right - left, at.area.height()))


def _draw_totals_axis(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    painter.setFont(lettering(CAPTION))
    for i in range(round((at.high - at.low) / at.step) + 1):
        total = at.low + i * at.step
        y = round(at.y(total)) + 0.5
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(QLineF(at.area.left(), y, at.area.right(), y))
        painter.setPen(colour(theme.second_text))
        painter.drawText(QRectF(0, y - 10, at.area.left() - 10, 20), RIGHT, at.tick_text(total))


def _draw_weights_axis(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    painter.setFont(lettering(CAPTION))
    painter.setPen(colour(theme.second_text))
    for tick in range(0, 101, 20):
        area = QRectF(at.x(tick / 100) - 40, at.area.bottom() + 4, 80, at.tick_room - 4)
        painter.drawText(area, MIDDLE, f"{tick}{THIN}%")


def _draw_weights_title(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    """What the weights' axis shows, on the side of the pill that has more room."""
    pill, y = at.pill(), at.area.bottom() + at.tick_room
    left = QRectF(at.area.left(), y, pill.left() - 12 - at.area.left(), at.pill_room)
    right = QRectF(pill.right() + 12, y, at.area.right() - pill.right() - 12, at.pill_room)
    area, side = (right, RIGHT) if right.width() > left.width() else (left, LEFT)
    letters = measure(CAPTION)
    fits = (text for text in _weights_titles(at) if letters.horizontalAdvance(text) <= area.width())
    text = next(fits, _weights_titles(at)[-1])
    painter.setPen(colour(theme.third_text))
    painter.drawText(area, side, letters.elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


def _weights_titles(at: GradientPlaces) -> list[str]:
    """The title of the weights' axis, longest first: under a criterion also what all of its weight is globally."""
    title = _("local weight of {criterion}").format(criterion=at.sweep.name)
    if at.sweep.whole > 1 - 1e-9:
        return [title]
    with_whole = _("{title} ({all} is {whole} of the whole)").format(
        title=title, all=per_cent(1.0, 0), whole=per_cent(at.sweep.whole)
    )
    return [with_whole, title]


def _draw_weight(painter: QPainter, at: GradientPlaces, theme: Theme) -> None:
    shade = theme.accent if at.is_tried else theme.text
    _draw_dashes(painter, at, at.weight, shade)
    pill = at.pill()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(shade))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
    painter.setPen(colour(theme.on_accent if at.is_tried else theme.card))
    painter.drawText(pill, MIDDLE, at.pill_text())


def _draw_dashes(painter: QPainter, at: GradientPlaces, weight: float, shade: str) -> None:
    pen = QPen(colour(shade), 1.4)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(at.x(weight), at.area.top(), at.x(weight), at.area.bottom()))


def _draw_change(painter: QPainter, change: Change, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.card, 0.8))
    painter.drawRoundedRect(change.area, 4, 4)
    painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
    painter.setPen(colour(theme.text))
    painter.drawText(change.area, MIDDLE, change.words)
    painter.setPen(QPen(colour(theme.text), 1.8))
    painter.setBrush(colour(theme.card))
    painter.drawEllipse(change.point, 5.0, 5.0)


def _draw_name(painter: QPainter, at: GradientPlaces, name: EndName, theme: Theme) -> None:
    is_pointed = name.host == at.pointed
    is_loud = is_pointed or name.host in at.focus
    shade = pointed_colour(theme, at.focus, name.host) if is_loud else theme.third_text
    weight = QFont.Weight.DemiBold if is_loud else QFont.Weight.Normal
    if abs(name.area.center().y() - name.line_y) > MOVED:
        painter.setPen(QPen(colour(shade, 0.6), 1))
        end = QPointF(name.area.left() - 2, name.area.center().y())
        painter.drawLine(QLineF(QPointF(at.area.right(), name.line_y), end))
    painter.setFont(lettering(BODY, weight))
    painter.setPen(colour(shade))
    shown = measure(BODY, weight).elidedText(name.name, Qt.TextElideMode.ElideRight, name.area.width())
    painter.drawText(name.area, LEFT | Qt.TextFlag.TextDontClip, shown)  # names may stand closer than letters are high
