"""How the dynamic chart is drawn: grooves with knobs for weights, bars for totals."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from decidr.gui.charts.canvas.chart import LEFT, RIGHT, colour
from decidr.gui.charts.canvas.colours import criterion_colours, host_colour, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering
from decidr.gui.charts.canvas.rows import NAME_GAP, Rows, draw_name
from decidr.gui.charts.sensitivity.dynamic_places import KNOB, DynamicPlaces, TotalRow, WeightRow
from decidr.gui.theme import BODY, CAPTION, Theme
from decidr.language import _
from decidr.number_text import per_cent, points, signed_points

Pointed = tuple[str, str, str] | None
TITLE = 22
"""Pixels above the rows in which their title stands."""


def draw_weights(painter: QPainter, at: DynamicPlaces, theme: Theme, pointed: Pointed) -> None:
    """The weights of the criteria, each in its groove."""
    rows, shades = at.weights_at, criterion_colours(theme, len(at.weights))
    _draw_title(painter, rows, theme, LEFT, _("Weight") if not at.whole_room else _("Local weight"))
    if at.whole_room:
        _draw_title(painter, rows, theme, RIGHT, _("of the whole"), at.weights_end)
    for place, row in enumerate(at.weights):
        is_pointed = pointed == ("weight", "", row.criterion)
        _draw_criterion(painter, at, theme, place, is_loud=is_pointed or row.is_held)
        _draw_groove(painter, at, theme, place, shades[place])
        _draw_knob(painter, at, theme, place, shades[place], is_pointed=is_pointed)


def draw_totals(painter: QPainter, at: DynamicPlaces, theme: Theme, pointed: Pointed) -> None:
    """The totals of the hosts, with what they are under the study's own weights."""
    _draw_title(painter, at.totals_at, theme, LEFT, _("Total, points of 100"), at.totals_end)
    for place, row in enumerate(at.totals):
        is_pointed = pointed == ("host", row.host, "")
        shade = (pointed_colour if is_pointed else host_colour)(theme, at.focus, row.host)
        _draw_host(painter, at, theme, place, is_loud=is_pointed or row.host in at.focus)
        _draw_bar(painter, at, theme, place, shade)
        _draw_total(painter, at, theme, place)


def _draw_title(
    painter: QPainter, rows: Rows, theme: Theme, side: Qt.AlignmentFlag, text: str, end: float = 0.0
) -> None:
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    painter.setPen(colour(theme.second_text))
    painter.drawText(QRectF(rows.left, rows.top - TITLE, (end or rows.right) - rows.left, TITLE - 4), side, text)


# weights


def _draw_criterion(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int, *, is_loud: bool) -> None:
    rows, row = at.weights_at, at.weights[place]
    shade = colour(theme.text if is_loud else theme.second_text)
    draw_name(painter, rows.row(place, 0, rows.left - NAME_GAP), at.criterion_names[place], shade, _weight(row))
    painter.setFont(lettering(BODY, _weight(row)))
    painter.setPen(colour(theme.text))
    painter.drawText(rows.row(place, rows.right, at.weights_end - at.whole_room), RIGHT, per_cent(row.weight))
    if at.whole_room:
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(theme.third_text))
        painter.drawText(rows.row(place, rows.right, at.weights_end), RIGHT, per_cent(row.whole))


def _weight(row: WeightRow) -> QFont.Weight:
    """What is held stands out."""
    return QFont.Weight.DemiBold if row.is_held else QFont.Weight.Normal


def _draw_groove(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int, shade: str) -> None:
    row, track = at.weights[place], at.track(place)
    middle = QRectF(track.left(), track.center().y() - 3, track.width(), 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.line))
    painter.drawRoundedRect(middle, 3, 3)
    if not isnan(row.weight):
        painter.setBrush(colour(shade))
        painter.drawRoundedRect(QRectF(middle.topLeft(), QPointF(at.weight_x(row.weight), middle.bottom())), 3, 3)
    if abs(row.weight - row.own) > 1e-9:
        _draw_own(painter, theme, at.weight_x(row.own), track)


def _draw_own(painter: QPainter, theme: Theme, x: float, track: QRectF) -> None:
    """A tick where the study's own figure is."""
    painter.setPen(QPen(colour(theme.text), 1.4))
    painter.drawLine(QLineF(x, track.top() - 2, x, track.bottom() + 2))


def _draw_knob(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int, shade: str, *, is_pointed: bool) -> None:
    """Open while the weight follows the others, full once it is held."""
    row = at.weights[place]
    if isnan(row.weight):
        return
    radius = KNOB + 1.5 if is_pointed else KNOB
    painter.setPen(QPen(colour(shade), 2))
    painter.setBrush(colour(shade if row.is_held else theme.card))
    painter.drawEllipse(QPointF(at.weight_x(row.weight), at.track(place).center().y()), radius, radius)


# totals


def _draw_host(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int, *, is_loud: bool) -> None:
    rows, row = at.totals_at, at.totals[place]
    weight = QFont.Weight.DemiBold if is_loud else QFont.Weight.Normal
    draw_name(painter, rows.row(place, 0, rows.left - NAME_GAP), at.host_names[place], colour(theme.text), weight)
    painter.setFont(lettering(BODY))
    painter.setPen(colour(theme.third_text))
    start = at.totals_start
    painter.drawText(rows.row(place, start, start + at.rank_room - 8), RIGHT, str(row.rank) if row.rank else "–")


def _draw_bar(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int, shade: str) -> None:
    row, rows = at.totals[place], at.totals_at
    bar = rows.bar(place, rows.left, at.total_x(row.total))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(shade))
    if bar.width() > 0.5:
        painter.drawRoundedRect(bar, 2, 2)
    if at.is_tried and not isnan(row.own):
        _draw_own(painter, theme, at.total_x(row.own), bar)


def _draw_total(painter: QPainter, at: DynamicPlaces, theme: Theme, place: int) -> None:
    row, rows = at.totals[place], at.totals_at
    end = at.totals_end - at.change_room
    painter.setFont(lettering(BODY))
    painter.setPen(colour(theme.text))
    painter.drawText(rows.row(place, rows.right, end), RIGHT, points(row.total))
    if at.is_tried:
        painter.setFont(lettering(CAPTION))
        painter.setPen(colour(theme.third_text))
        painter.drawText(rows.row(place, end, at.totals_end), RIGHT, _change(row))


def _change(row: TotalRow) -> str:
    """By how much a total differs from the study's own; nothing where it does not."""
    text = signed_points(row.total - row.own)
    return text if text.strip("0.,") else ""
