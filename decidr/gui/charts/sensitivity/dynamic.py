"""The dynamic chart: weights that can be dragged at the left, the totals that follow at the right."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import Mark, MarkedChart
from decidr.gui.charts.canvas.tips import exact_points, tip
from decidr.gui.charts.sensitivity.dynamic_drawing import draw_totals, draw_weights
from decidr.gui.charts.sensitivity.dynamic_places import DynamicPlaces, TotalRow, WeightRow
from decidr.gui.charts.sensitivity.lead import lead_said
from decidr.language import _
from decidr.number_text import per_cent, points

KEY_STEP, FINE_STEP = 0.01, 0.001
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENDS = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}
LET_GO = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class DynamicChart(MarkedChart):
    """Marks are ``weight`` with a criterion and ``host`` with a host.

    ``weight_moved`` gives a criterion and the local weight that is wanted, ``weight_let_go`` a criterion that follows
    its siblings again, ``weights_reset`` asks for the study's own.
    """

    weight_moved = Signal(str, float)
    weight_let_go = Signal(str)
    weights_reset = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("dynamic", parent)
        self.places = DynamicPlaces()
        self._dragged = ""
        self.add_layer(lambda painter: draw_weights(painter, self.places, self.theme, self.pointed))
        self.add_layer(lambda painter: draw_totals(painter, self.places, self.theme, self.pointed))

    def show_weights(
        self, own: Results, now: Results, tried: Mapping[str, float], focus: Focus, node: str = GOAL
    ) -> None:
        """Draw the children of a node as they weigh ``now``, and in the study's ``own`` results."""
        self.places.take(own, now, tried, focus, node)
        self.heading = lead_said(now, is_tried=bool(tried))
        self.tell(_("Dynamic weights"), self._in_words())
        self.show_anew()

    def lay_out(self) -> None:
        self.setFixedHeight(math.ceil(self.places.lay_out(self.width())))

    def make_marks(self) -> list[list[Mark]]:
        at = self.places
        weights = [at.weights_at.row(i, 0, at.weights_end) for i in range(len(at.weights))]
        totals = [at.totals_at.row(i, at.totals_start, at.totals_end) for i in range(len(at.totals))]
        return [
            *([Mark(area, "weight", criterion=r.criterion)] for area, r in zip(weights, at.weights, strict=True)),
            *([Mark(area, "host", r.host)] for area, r in zip(totals, at.totals, strict=True)),
        ]

    # words

    def tip(self, mark: Mark) -> str:
        if mark.kind == "weight":
            return _weight_tip(next(row for row in self.places.weights if row.criterion == mark.criterion))
        return _total_tip(next(row for row in self.places.totals if row.host == mark.host))

    def _in_words(self) -> str:
        weights = ", ".join(f"{row.name} {per_cent(row.weight)}" for row in self.places.weights)
        totals = ", ".join(f"{row.name} {points(row.total)}" for row in self.places.totals)
        return f"{self.heading} {weights}. {totals}."

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = self.places.grip_at(event.position())
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._drag(event)
            return
        super().mouseMoveEvent(event)
        if self.places.grip_at(event.position()):
            self.setCursor(Qt.CursorShape.SizeHorCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged:
            self._dragged = ""
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if criterion := self.places.grip_at(event.position()):
            self._dragged = ""
            self.weight_let_go.emit(criterion)

    def _drag(self, event: QMouseEvent) -> None:
        if self._dragged:
            self.weight_moved.emit(self._dragged, round(self.places.weight_at(event.position().x()), 3))

    # the keyboard

    def walk(self, event: QKeyEvent) -> None:
        key, pointed = Qt.Key(event.key()), self.pointed
        if key == Qt.Key.Key_Escape and self.places.is_tried:
            self.weights_reset.emit()
        elif pointed and pointed[0] == "weight" and (key in STEPS or key in ENDS or key in LET_GO):
            self._move_by_key(key, pointed[2], fine=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().walk(event)

    def _move_by_key(self, key: Qt.Key, criterion: str, *, fine: bool) -> None:
        if key in LET_GO:
            self.weight_let_go.emit(criterion)
            return
        now = next(row.weight for row in self.places.weights if row.criterion == criterion)
        wanted = ENDS.get(key, now + STEPS.get(key, 0) * (FINE_STEP if fine else KEY_STEP))
        self.weight_moved.emit(criterion, min(max(round(wanted, 6), 0.0), 1.0))


def _weight_tip(row: WeightRow) -> str:
    line = _("{weight} of its node, {whole} of the whole; {own} in the study").format(
        weight=per_cent(row.weight, 4), whole=per_cent(row.whole, 4), own=per_cent(row.own, 4)
    )
    held = _("held: double-click or Delete lets it follow the others")
    free = _("follows the others; drag it to hold it")
    return tip(row.name, f"{line}\n{held if row.is_held else free}")


def _total_tip(row: TotalRow) -> str:
    return tip(
        row.name, _("{now} points, {own} in the study").format(now=exact_points(row.total), own=exact_points(row.own))
    )
