"""How a map of winners is drawn: regions in soft colours, axes or corners, and the points above them."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from decidr.core.analysis.sensitivity.winner_regions import CORNERS
from decidr.gui.charts.canvas.chart import LEFT, MIDDLE, RIGHT, colour
from decidr.gui.charts.canvas.colours import host_colour, mixed, pointed_colour
from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.charts.sensitivity.winner_map_places import PlacedRegion, WinnerMapPlaces
from decidr.gui.theme import BODY, CAPTION, Theme
from decidr.language import _
from decidr.number_text import per_cent

SOFT, POINTED = 0.2, 0.36
"""How much of a host's colour its region has."""
DOT = 6.5


def draw_ground(painter: QPainter, at: WinnerMapPlaces, theme: Theme) -> None:
    """Regions with their names, and the axes; the reason where the weights cannot move."""
    if at.map is None:
        return
    if not at.has_regions:
        painter.setFont(lettering(BODY))
        painter.setPen(colour(theme.second_text))
        painter.drawText(at.area, MIDDLE | Qt.TextFlag.TextWordWrap, at.map.reason or "")
        return
    for region in at.regions:
        _draw_region(painter, at, theme, region)
    _draw_grid(painter, at, theme)
    for region in at.regions:
        _draw_name(painter, at, theme, region)
    (_draw_corners if at.is_triangle else _draw_axes)(painter, at, theme)


def draw_points(painter: QPainter, at: WinnerMapPlaces, theme: Theme) -> None:
    """Today's point with the way to the border, and the point that is tried."""
    if not at.has_regions or at.map is None:
        return
    now = at.pixel(at.map.now)
    if at.map.border is not None:
        _draw_border(painter, at, theme, now, at.pixel(at.map.border.at))
    _draw_dot(painter, theme, now, theme.text, is_full=at.tried is None)
    if at.tried is not None:
        tried = at.pixel(at.tried)
        _draw_dot(painter, theme, tried, theme.accent, is_full=True)


def region_shade(theme: Theme, at: WinnerMapPlaces, host: str, *, is_pointed: bool = False) -> str:
    """The soft colour of the region in which a host leads."""
    shade = (pointed_colour if is_pointed else host_colour)(theme, at.focus, host)
    return mixed(theme.card, shade, POINTED if is_pointed else SOFT)


def _draw_region(painter: QPainter, at: WinnerMapPlaces, theme: Theme, region: PlacedRegion) -> None:
    painter.setPen(QPen(colour(theme.card), 2))
    painter.setBrush(colour(region_shade(theme, at, region.hosts[0], is_pointed=at.pointed in region.hosts)))
    painter.drawPolygon(region.outline)


def _draw_name(painter: QPainter, at: WinnerMapPlaces, theme: Theme, region: PlacedRegion) -> None:
    if not region.label.isEmpty():
        painter.setFont(lettering(BODY, QFont.Weight.DemiBold))
        painter.setPen(colour(theme.text))
        painter.drawText(region.label, MIDDLE, region.name)


# axes and corners


def _draw_grid(painter: QPainter, at: WinnerMapPlaces, theme: Theme) -> None:
    """A line at every fifth of each weight."""
    painter.setPen(QPen(colour(theme.text, 0.1), 1))
    for share in (0.2, 0.4, 0.6, 0.8):
        for line in _lines_at(share, is_triangle=at.is_triangle):
            painter.drawLine(QLineF(at.pixel(line[0]), at.pixel(line[1])))
    painter.setPen(QPen(colour(theme.third_text), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF([at.pixel(corner) for corner in CORNERS]))


def _lines_at(share: float, *, is_triangle: bool) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Where each weight (of two also across and up only) has this share, from edge to edge."""
    rest = 1 - share
    first, second, third = (
        ((share, rest, 0.0), (share, 0.0, rest)),
        ((rest, share, 0.0), (0.0, share, rest)),
        ((rest, 0.0, share), (0.0, rest, share)),
    )
    return [first, second, third] if is_triangle else [first, second]


def _draw_axes(painter: QPainter, at: WinnerMapPlaces, theme: Theme) -> None:
    line = measure(CAPTION).height()
    painter.setFont(lettering(CAPTION))
    painter.setPen(colour(theme.second_text))
    for tick in range(0, 101, 20):
        share = tick / 100
        below, beside = at.pixel((share, 0.0, 1 - share)), at.pixel((0.0, share, 1 - share))
        painter.drawText(QRectF(below.x() - 40, below.y() + 4, 80, line), MIDDLE, per_cent(share, 0))
        painter.drawText(QRectF(0, beside.y() - line / 2, at.area.left() - 8, line), RIGHT, per_cent(share, 0))
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    _draw_fitted(
        painter,
        QRectF(at.area.left(), at.area.bottom() + line + 8, at.area.width(), line + 4),
        RIGHT,
        _("weight of {criterion} →").format(criterion=at.names[0]),
    )
    _draw_fitted(
        painter,
        QRectF(at.area.left() - at.axis_room, 0, at.area.width(), line + 4),
        LEFT,
        _("↑ weight of {criterion}").format(criterion=at.names[1]),
    )


def _draw_corners(painter: QPainter, at: WinnerMapPlaces, theme: Theme) -> None:
    """The names at the corners, where each has all that the three share."""
    line, share = measure(CAPTION).height(), per_cent(at.map.share if at.map else 0.0, 0)
    texts = [_("{criterion} takes all {share}").format(criterion=name, share=share) for name in at.names]
    painter.setFont(lettering(CAPTION, QFont.Weight.Medium))
    painter.setPen(colour(theme.second_text))
    below, above = at.area.bottom() + 6, at.area.top() - line - 8
    for corner, text, y in zip(CORNERS, texts, (below, below, above), strict=True):
        _draw_around(painter, at.pixel(corner).x(), y, at.whole_width, text)


def _draw_around(painter: QPainter, x: float, y: float, whole_width: float, text: str) -> None:
    """Words around an x, pushed into the chart, and no longer than half of it."""
    letters = measure(CAPTION, QFont.Weight.Medium)
    shown = letters.elidedText(text, Qt.TextElideMode.ElideMiddle, whole_width / 2 - 8)
    wide = letters.horizontalAdvance(shown) + 2
    left = min(max(x - wide / 2, 0.0), whole_width - wide)
    painter.drawText(QRectF(left, y, wide, letters.height() + 4), MIDDLE, shown)


def _draw_fitted(painter: QPainter, area: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
    letters = measure(CAPTION, QFont.Weight.Medium)
    painter.drawText(area, side, letters.elidedText(text, Qt.TextElideMode.ElideMiddle, area.width()))


# points


def _draw_border(painter: QPainter, at: WinnerMapPlaces, theme: Theme, now: QPointF, border: QPointF) -> None:
    """A dashed way from today's point to the nearest border, and how far it is."""
    pen = QPen(colour(theme.text), 1.4)
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    painter.drawLine(QLineF(now, border))
    painter.setPen(QPen(colour(theme.text), 1.8))
    painter.setBrush(colour(theme.card))
    painter.drawEllipse(border, 4.5, 4.5)
    if at.border_label.isEmpty():
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.card, 0.85))
    painter.drawRoundedRect(at.border_label, 4, 4)
    painter.setFont(lettering(CAPTION, QFont.Weight.DemiBold))
    painter.setPen(colour(theme.text))
    painter.drawText(at.border_label, MIDDLE, at.border_words)


def _draw_dot(painter: QPainter, theme: Theme, place: QPointF, shade: str, *, is_full: bool) -> None:
    painter.setPen(QPen(colour(theme.card if is_full else shade), 2))
    painter.setBrush(colour(shade if is_full else theme.card))
    painter.drawEllipse(place, DOT, DOT)
