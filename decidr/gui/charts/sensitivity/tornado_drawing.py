"""How the tornado is drawn: bars from today's lead, in the new leader's colour beyond the border."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from decidr.core.analysis.hosts.focus import Focus
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, mixed
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.canvas.rows import NAME_GAP, draw_name
from decidr.gui.charts.canvas.scale import decimals_of
from decidr.gui.charts.sensitivity.tornado_places import AIR, Side, TornadoPlaces
from decidr.gui.theme import CAPTION, Theme, scaled
from decidr.language import _
from decidr.number_text import MINUS, points


def draw_ground(painter: QPainter, at: TornadoPlaces, theme: Theme) -> None:
    """The axis of leads, and the border at which another host takes over."""
    painter.setFont(lettering(CAPTION))
    for i in range(round((at.high - at.low) / at.step) + 1):
        value = at.low + i * at.step
        x = round(at.x(value / 100)) + 0.5
        painter.setPen(QPen(colour(theme.line), 1))
        painter.drawLine(QLineF(x, at.rows.top, x, at.rows.bottom))
        painter.setPen(colour(theme.second_text))
        text = f"{value:.{decimals_of(at.step)}f}".replace("-", MINUS)
        painter.drawText(QRectF(x - 40, at.rows.bottom + 4, 80, scaled(18)), MIDDLE, text)
    _draw_axis_title(painter, at, theme)
    _draw_border(painter, at, theme)


def draw_rows(painter: QPainter, at: TornadoPlaces, theme: Theme, focus: Focus, pointed: int | None) -> None:
    """All bars with their names, the one pointed at stronger, and today's line above them."""
    for row in range(len(at.bars)):
        shade = colour(theme.text if row == pointed else theme.second_text)
        names_end = at.rows.left - NAME_GAP - _widest(at)
        draw_name(painter, at.rows.row(row, 0, names_end), at.shown_names[row], shade, QFont.Weight.Normal)
        for side in sorted(at.sides[row], key=lambda side: -at.area(row, side).width()):
            _draw_side(painter, at, theme, focus, row, side)
        _draw_words(painter, at, theme, row)
    _draw_today(painter, at, theme)


def side_shade(theme: Theme, side: Side) -> str:
    """More of it in the accent, less of it in a tint of that."""
    return theme.accent if side.is_high else mixed(theme.accent, theme.card, 0.55)


def _widest(at: TornadoPlaces) -> float:
    letters = measure(CAPTION)
    return AIR + max((letters.horizontalAdvance(side.words) for sides in at.sides for side in sides), default=0.0)


def _draw_axis_title(painter: QPainter, at: TornadoPlaces, theme: Theme) -> None:
    area = QRectF(0, at.rows.bottom + scaled(22), at.rows.right + _widest(at), scaled(20))
    text = _("lead of {leader} over the best other host, points of 100").format(leader=at.leader)
    painter.setPen(colour(theme.third_text))
    painter.drawText(area, RIGHT, measure(CAPTION).elidedText(text, Qt.TextElideMode.ElideRight, area.width()))


def _draw_border(painter: QPainter, at: TornadoPlaces, theme: Theme) -> None:
    x, text = round(at.x(0.0)) + 0.5, _("another host leads")
    painter.setPen(QPen(colour(theme.look_here), 1.6))
    painter.drawLine(QLineF(x, at.rows.top - 6, x, at.rows.bottom + 2))
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    wide = measure(CAPTION, QFont.Weight.Medium).horizontalAdvance(f"← {text}")
    left = max(x - wide + 6, 0.0)
    painter.setPen(colour(theme.look_here))
    painter.drawText(QRectF(left, 0, wide + 4, scaled(18)), LEFT, f"← {text}")


def _draw_side(painter: QPainter, at: TornadoPlaces, theme: Theme, focus: Focus, row: int, side: Side) -> None:
    if not side.is_told:
        hatch(painter, at.rows.bar(row, at.rows.left, at.rows.right), colour(theme.third_text))
        return
    area, border = at.area(row, side), at.x(0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(side_shade(theme, side)))
    painter.drawRect(area)
    if side.end.leader and area.left() < border:
        painter.setBrush(colour(host_colour(theme, focus, side.end.leader)))
        painter.drawRect(QRectF(area.left(), area.top(), border - area.left(), area.height()))


def _draw_words(painter: QPainter, at: TornadoPlaces, theme: Theme, row: int) -> None:
    """What stands at the outermost end on either side of today's lead."""
    now = at.x(at.shown.margin)
    by_end = sorted(at.sides[row], key=at.lead)
    painter.setFont(lettering(CAPTION))
    painter.setPen(colour(theme.third_text))
    low, high = at.area(row, by_end[0]), at.area(row, by_end[1])
    if low.left() < now - 0.5:
        wide = measure(CAPTION).horizontalAdvance(by_end[0].words)
        area = at.rows.row(row, low.left() - AIR - wide, low.left() - AIR)
        painter.fillRect(area.adjusted(-2, 5, 2, -5), colour(theme.card))  # the border's line may run there
        painter.drawText(area, RIGHT, by_end[0].words)
    if high.right() > now + 0.5:
        painter.drawText(at.rows.row(row, high.right() + AIR, high.right() + 400), LEFT, by_end[1].words)


def _draw_today(painter: QPainter, at: TornadoPlaces, theme: Theme) -> None:
    x, pill = at.x(at.shown.margin), at.pill()
    pen = QPen(colour(theme.text), 1.4)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(x, pill.bottom(), x, at.rows.bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.text))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
    painter.setPen(colour(theme.card))
    painter.drawText(pill, MIDDLE, _("now {lead}").format(lead=points(at.shown.margin)))
