"""The gradient: every host's total while one criterion's weight moves from 0 to 100 %."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Floats
from decidr.gui.charts.canvas.chart import Chart, colour
from decidr.gui.charts.canvas.colours import host_colour, pointed_colour
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.sensitivity.gradient_drawing import draw_ground, draw_words
from decidr.gui.charts.sensitivity.gradient_places import GradientPlaces
from decidr.gui.charts.sensitivity.sweep import Sweep
from decidr.language import _
from decidr.number_text import per_cent

NEAR = 7.0
"""Pixels within which a line is meant."""
KEY_STEP, FINE_STEP = 0.01, 0.001


class GradientChart(Chart):
    """Lines of the hosts' totals, who leads where, and the weight, which can be dragged or moved by keys.

    ``weight_moved`` gives the local weight that is tried, ``weight_reset`` asks for today's; ``host_clicked`` a host.
    """

    weight_moved = Signal(float)
    weight_reset = Signal()
    host_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("gradient", parent)
        self.places = GradientPlaces()
        self._is_dragged = False
        self._window = (QRectF(), 0.0, 1.0)
        self._quiet = pg.PlotCurveItem(antialias=True, connect="finite")
        self._loud: list[pg.PlotCurveItem] = []
        self._drawn: dict[pg.PlotCurveItem, tuple[object, ...]] = {}
        self._view_box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._view_box.disableAutoRange()
        self._view_box.setZValue(1)
        self.scene().addItem(self._view_box)
        self._view_box.addItem(self._quiet, ignoreBounds=True)
        self.add_layer(lambda painter: draw_ground(painter, self.places, self.theme))
        self.add_layer(lambda painter: draw_words(painter, self.places, self.theme), z=2)
        self.setMouseTracking(True)
        self.setMinimumHeight(300)

    @property
    def weight(self) -> float:
        """The weight at which the line stands."""
        return self.places.weight

    def show_sweep(self, sweep: Sweep, focus: Focus, heading: str) -> None:
        """Draw a criterion's sweep with the line at today's weight."""
        self.heading = heading
        self.places.take(sweep, focus)
        self.tell(_("Gradient of {criterion}").format(criterion=sweep.name), heading)
        self._drawn.clear()
        self.show_anew()

    def show_weight(self, weight: float) -> None:
        """Move the line to a weight that is tried; nothing else moves."""
        if weight != self.places.weight:
            before = self.places.moving_areas()
            self.places.weight = weight
            self.redraw_at(*before, *self.places.moving_areas())
        self.setAccessibleDescription(f"{self.heading} {self._weight_in_words()}".strip())

    def _weight_in_words(self) -> str:
        sweep, weight = self.places.sweep, self.weight
        names = dict(zip(sweep.hosts, sweep.names, strict=True))
        leader = next((names[reign.host] for reign in sweep.reigns if weight <= reign.end), "")
        said = _("At {weight} {host} leads.").format(weight=per_cent(weight), host=leader)
        return said if leader and self.places.is_tried else ""

    # the lines

    def lay_out(self) -> None:
        self.places.lay_out(QRectF(0, 0, self.width(), self.height()))
        window = self.places.area, self.places.low, self.places.high
        if window != self._window:
            self._window = window
            self._view_box.setGeometry(self.places.area)
            self._view_box.setRange(xRange=(0.0, 1.0), yRange=window[1:], padding=0.0)
        self._draw_lines()

    def _draw_lines(self, ratio: float = 0.0) -> None:
        """Give every line its pen; ``ratio`` is the device's pixels a pixel (0: the screen's).

        The grey ones are one item: pyqtgraph takes long for each.
        """
        places, ratio = self.places, ratio or self.devicePixelRatioF()
        loud = [host for host in places.sweep.hosts if host in places.focus or host == places.pointed]
        quiet = [place for place, host in enumerate(places.sweep.hosts) if host not in loud]
        self._draw_line(self._quiet, quiet, self.theme.other_hosts, ratio)
        while len(self._loud) < len(loud):
            self._loud.append(pg.PlotCurveItem(antialias=True))
            self._view_box.addItem(self._loud[-1], ignoreBounds=True)
        for curve in self._loud[len(loud) :]:
            curve.hide()
        for curve, host in zip(self._loud, loud, strict=False):
            is_pointed = host == places.pointed
            shade = (pointed_colour if is_pointed else host_colour)(self.theme, places.focus, host)
            curve.setZValue(2 if is_pointed else 1)
            self._draw_line(curve, [places.sweep.hosts.index(host)], shade, 2.2 * ratio)

    def _draw_line(self, curve: pg.PlotCurveItem, hosts: list[int], shade: str, width: float) -> None:
        """Let a curve go along the lines of these hosts (their places), if it does not yet."""
        wanted = (*hosts, shade, width)
        curve.setVisible(bool(hosts))
        if self._drawn.get(curve) != wanted:  # new data or a new pen makes pyqtgraph measure the line again
            self._drawn[curve] = wanted
            curve.setData(*_one_after_the_other(self.places.sweep, hosts))
            curve.setPen(_cosmetic_pen(shade, width))

    def draw_without_pointer(self, painter: QPainter, area: QRectF) -> None:
        pointed, self.places.pointed = self.places.pointed, ""
        self._draw_lines(painter.device().devicePixelRatioF())
        super().draw_without_pointer(painter, area)
        self.places.pointed = pointed
        self._draw_lines()

    def _point_at(self, host: str) -> None:
        if host != self.places.pointed:
            self.places.pointed = host
            self._draw_lines()
            self.places.lay_out(QRectF(0, 0, self.width(), self.height()))
            self.redraw()

    # the mouse

    def host_at(self, place: QPointF) -> str:
        """The host whose line or name is at a place, empty if none."""
        named = self.places.host_named_at(place)
        if named or not self.places.sweep.hosts or not self.places.area.contains(place):
            return named
        heights = [self.places.y(total) for total in self.places.sweep.totals_near(self.places.weight_at(place.x()))]
        away = np.abs(np.array(heights) - place.y())
        nearest = int(np.argmin(away))
        return self.places.sweep.hosts[nearest] if away[nearest] <= NEAR else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_left = event.button() == Qt.MouseButton.LeftButton
        self._is_dragged = is_left and self.places.is_on_line(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._move_to(self.places.weight_at(event.position().x()))
            return
        on_line = self.places.is_on_line(event.position())
        host = "" if on_line else self.host_at(event.position())
        self._point_at(host)
        self.setCursor(
            Qt.CursorShape.SizeHorCursor
            if on_line
            else Qt.CursorShape.PointingHandCursor
            if host
            else Qt.CursorShape.ArrowCursor
        )
        self._show_tip(host, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._is_dragged = False
        elif event.button() == Qt.MouseButton.LeftButton and (host := self.host_at(event.position())):
            self.host_clicked.emit(host)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.places.is_on_line(event.position()):
            self.weight_reset.emit()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at("")

    def tip_of(self, host: str, weight: float) -> str:
        """What a line says at a weight: the total there and today, at full precision."""
        if host not in self.places.sweep.hosts:
            return ""
        place = self.places.sweep.hosts.index(host)
        there, today = (float(self.places.sweep.totals_near(w)[place]) for w in (weight, self.places.sweep.now))
        line = _("{there} points at {weight}, {today} today").format(
            there=exact_points(there), weight=per_cent(weight), today=exact_points(today)
        )
        return tip(self.places.sweep.names[place], "\n".join([line, *self._crossings_said(host)]))

    def _crossings_said(self, host: str) -> list[str]:
        """Where a host's line meets the others, in full."""
        names = dict(zip(self.places.sweep.hosts, self.places.sweep.names, strict=True))
        text = _("level with {host} at {weight}")
        return [text.format(host=names[h], weight=per_cent(w, 4)) for w, h in self.places.sweep.crossed_by(host)]

    def tip_at(self, place: QPointF) -> str:
        """What a ring or its words say: the weight at full precision, locally and of the whole."""
        change = next((change for change in self.places.changes if change.is_at(place)), None)
        if change is None:
            return ""
        local, whole = exact_points(change.weight), exact_points(change.weight * self.places.sweep.whole)
        return tip(change.words, _("{local} % of its node, {whole} % of the whole").format(local=local, whole=whole))

    def _show_tip(self, host: str, event: QMouseEvent) -> None:
        if text := self.tip_at(event.position()):
            QToolTip.showText(event.globalPosition().toPoint(), text, self.viewport())
        elif host:
            weight = self.places.weight_at(min(event.position().x(), self.places.area.right()))
            QToolTip.showText(event.globalPosition().toPoint(), self.tip_of(host, weight), self.viewport())
        else:
            QToolTip.hideText()

    # the keyboard

    def walk(self, event: QKeyEvent) -> None:
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE_STEP if fine else KEY_STEP
        match Qt.Key(event.key()):
            case Qt.Key.Key_Left:
                self._move_to(self.weight - step)
            case Qt.Key.Key_Right:
                self._move_to(self.weight + step)
            case Qt.Key.Key_Home:
                self._move_to(0.0)
            case Qt.Key.Key_End:
                self._move_to(1.0)
            case Qt.Key.Key_Escape:
                self.weight_reset.emit()
            case Qt.Key.Key_Up | Qt.Key.Key_Down as key:
                self._point_further(-1 if key == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.places.pointed:
                self.host_clicked.emit(self.places.pointed)
            case _:
                event.ignore()

    def _move_to(self, weight: float) -> None:
        if self.places.sweep.hosts:
            self.weight_moved.emit(min(max(round(weight, 6), 0.0), 1.0))

    def _point_further(self, step: int) -> None:
        """Point at the next line, from the top down as they end at the right."""
        if not self.places.sweep.hosts:
            return
        order = [self.places.sweep.hosts[i] for i in np.argsort(-self.places.sweep.totals[-1], kind="stable")]
        place = order.index(self.places.pointed) + step if self.places.pointed in order else 0
        host = order[min(max(place, 0), len(order) - 1)]
        self._point_at(host)
        self.setAccessibleDescription(plain(self.tip_of(host, self.weight)))


def _one_after_the_other(sweep: Sweep, hosts: list[int]) -> tuple[Floats, Floats]:
    """The lines of these hosts as one: x and y, with a gap between two of them."""
    count = len(hosts)
    weights = np.tile(np.append(sweep.weights, np.nan), count)
    return weights[:-1], np.vstack([sweep.totals[:, hosts], np.full((1, count), np.nan)]).T.ravel()[:-1]


def _cosmetic_pen(shade: str, width: float) -> QPen:
    """A pen as wide in both directions, whatever the axes' scales; such pens count the device's own pixels."""
    pen = QPen(colour(shade), width)
    pen.setCosmetic(True)
    return pen
