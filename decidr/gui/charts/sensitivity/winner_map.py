"""The map of winners: who leads over two weights, or over three in a triangle, with a point that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.weight_words import map_said
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap
from decidr.core.analysis.sensitivity.winner_regions import Point
from decidr.gui.charts.canvas.chart import Chart
from decidr.gui.charts.canvas.tips import tip
from decidr.gui.charts.sensitivity.winner_map_drawing import draw_ground, draw_points
from decidr.gui.charts.sensitivity.winner_map_places import GRAB, WinnerMapPlaces
from decidr.language import _
from decidr.number_text import listed

KEY_STEP, FINE_STEP = 0.01, 0.001
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
LEAST_HEIGHT = 340


class WinnerMapChart(Chart):
    """Regions of hosts that lead, today's point, its distance to the border, and a point that is tried.

    ``point_moved`` gives shares of the corners that are tried, ``point_reset`` asks for today's; ``host_clicked`` a
    host in whose region the user clicked.
    """

    point_moved = Signal(object)
    point_reset = Signal()
    host_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("winner_map", parent)
        self.places = WinnerMapPlaces()
        self._is_dragged = False
        self.add_layer(lambda painter: draw_ground(painter, self.places, self.theme))
        self.add_layer(lambda painter: draw_points(painter, self.places, self.theme), z=1)
        self.setMouseTracking(True)
        self.setMinimumHeight(LEAST_HEIGHT)

    def show_map(self, results: Results, winner_map: WinnerMap, focus: Focus) -> None:
        """Draw a map with the point at today's weights."""
        self.places.take(results, winner_map, focus)
        self.heading = map_said(results, winner_map)
        self.tell(_("Who leads over {criteria}").format(criteria=listed([*self.places.names])), self.heading)
        self.show_anew()

    def show_point(self, tried: Point | None) -> None:
        """Move the point to weights that are tried, None: back to today's; nothing else moves."""
        if tried == self.places.tried:
            return
        before = self._around_point()
        self.places.tried = tried
        self.redraw_at(before, self._around_point())
        self.setAccessibleDescription(f"{self.heading} {self._point_said()}".strip())

    def lay_out(self) -> None:
        self.places.lay_out(QRectF(0, 0, self.width(), self.height()))

    def draw_without_pointer(self, painter: QPainter, area: QRectF) -> None:
        pointed, self.places.pointed = self.places.pointed, ""
        super().draw_without_pointer(painter, area)
        self.places.pointed = pointed

    # words

    def tip_at(self, place: QPointF) -> str:
        """Who leads at a place of the map, at which weights."""
        region = self.places.region_at(place)
        if region is None:
            return ""
        said = _("{hosts} lead") if len(region.hosts) > 1 else _("{hosts} leads")
        return tip(said.format(hosts=region.name), self.places.weights_said(self.places.point_at(place)))

    def _point_said(self) -> str:
        """Who leads at the point that is tried."""
        places = self.places
        region = places.region_at(places.pixel(places.point)) if places.tried else None
        if region is None:
            return ""
        return _("At {weights} {host} leads.").format(weights=places.weights_said(places.point), host=region.name)

    def _around_point(self) -> QRectF:
        at = self.places.pixel(self.places.point)
        return QRectF(at.x() - GRAB, at.y() - GRAB, 2 * GRAB, 2 * GRAB)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._is_dragged = is_left and self.places.is_on_point(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._is_dragged:
            self.point_moved.emit(self.places.point_at(place))
            return
        region = self.places.region_at(place)
        self._point_at(region.hosts[0] if region else "")
        on_point = self.places.is_on_point(place)
        shape = Qt.CursorShape.PointingHandCursor if region else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.OpenHandCursor if on_point else shape)
        self._show_tip(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        region = self.places.region_at(event.position())
        if self._is_dragged:
            self._is_dragged = False
        elif region and event.button() == Qt.MouseButton.LeftButton:
            self.host_clicked.emit(region.hosts[0])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.places.is_on_point(event.position()):
            self._is_dragged = False
            self.point_reset.emit()
        elif self.places.is_on_map(event.position()):
            self.point_moved.emit(self.places.point_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("")

    def _point_at(self, host: str) -> None:
        if host != self.places.pointed:
            self.places.pointed = host
            self.redraw()

    def _show_tip(self, event: QMouseEvent) -> None:
        text = self.tip_at(event.position())
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())
        else:
            QToolTip.hideText()

    # the keyboard

    def walk(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in STEPS and self.places.has_regions:
            step = FINE_STEP if fine else KEY_STEP
            right, up = STEPS[key]
            self.point_moved.emit(self.places.moved(step * right, step * up))
        elif key == Qt.Key.Key_Escape and self.places.tried:
            self.point_reset.emit()
        else:
            event.ignore()
