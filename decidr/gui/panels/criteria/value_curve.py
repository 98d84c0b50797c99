"""A value curve to look at and to shape: which value scores how much, with the hosts on it.

Drag a handle, add one by a double click, let one go above or below the picture; with the keyboard the arrows move it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from decidr.core.study.criteria import Criterion
from decidr.core.value.curves import curve_scores
from decidr.gui.models.criteria.curve_hand import DROP, REACH, CurveHand
from decidr.gui.models.criteria.curve_plane import CurvePlane, shown_range
from decidr.gui.models.criteria.curve_shape import CurveShape, Knot
from decidr.gui.panels.criteria.curve_drawing import CurveDrawing
from decidr.gui.theme import scaled
from decidr.language import _
from decidr.number_text import figure

LEFT, RIGHT, TOP, BOTTOM = 34, 14, 14, 24
HEIGHT = 174

ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Down: (0, -1), Qt.Key.Key_Up: (0, 1)}
"""Steps across and up."""


class CurveDot(NamedTuple):
    """A host on the curve; ``slot`` is its colour while it is in focus."""

    name: str
    value: float
    slot: int | None = None


class ValueCurve(QWidget):
    """Values across, scores up. ``tried`` gives the shape while it is drawn, ``shaped`` the one that is to count.

    ``given_up`` tells that nothing came of what was tried. Shift makes ten fine steps of one.
    """

    tried = Signal(object)
    shaped = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("value_curve")
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.dots: tuple[CurveDot, ...] = ()
        self._hand = CurveHand(scaled(REACH), scaled(DROP))
        self._across = 0.0, 1.0, False
        self._pointed: CurveDot | None = None

    @property
    def is_drawable(self) -> bool:
        """Whether the criterion has a curve."""
        return self._hand.shape is not None

    @property
    def is_busy(self) -> bool:
        """Whether a shape is tried that does not count yet."""
        return self._hand.is_busy

    @property
    def shape(self) -> CurveShape | None:
        """The curve as it is shown, with what is tried."""
        return self._hand.shape

    @property
    def chosen(self) -> Knot | None:
        """The chosen handle."""
        place = self._hand.chosen
        return None if place is None or self.shape is None or self._hand.is_dropping else self.shape.knots[place]

    @property
    def pointed(self) -> CurveDot | None:
        """The host under the mouse."""
        return self._pointed

    def show_curve(self, criterion: Criterion, dots: Sequence[CurveDot]) -> None:
        """Show a criterion's curve; nothing where it has none that can be drawn."""
        before = self._hand.before
        if before and before.criterion.id != criterion.id:
            self._hand.give_up()
            self._hand.chosen = None
        self.dots, self._pointed = tuple(dots), None
        self._hand.show(CurveShape.of(criterion, np.array([dot.value for dot in dots])))
        if self.shape and not self._hand.is_busy:
            self._across = *shown_range(self.shape, [dot.value for dot in dots]), self.shape.form == "log"
        self.setAccessibleName(_("Value curve of {name}").format(name=criterion.name))
        self._describe()
        self.update()

    def score(self, value: float) -> float:
        """The score of a value, 0 to 1."""
        assert self.shape is not None
        return float(curve_scores(self.shape.criterion.curve, *self.shape.ends, np.array([value]))[0])

    def place(self, value: float, score: float) -> QPointF:
        """Where a value and its score stand."""
        return QPointF(*self.plane.place(Knot(value, score)))

    @property
    def plane(self) -> CurvePlane:
        """The plane that the curve is drawn on."""
        area = QRectF(self.rect()).adjusted(scaled(LEFT), scaled(TOP), -scaled(RIGHT), -scaled(BOTTOM))
        return CurvePlane(area.left(), area.top(), max(area.width(), 1.0), max(area.height(), 1.0), *self._across)

    def add_point(self) -> None:
        """Add a handle after the chosen one."""
        self._take(self._hand.add_after())

    def remove_point(self) -> None:
        """Take the chosen handle away."""
        self._take(self._hand.remove())

    def sizeHint(self) -> QSize:
        return QSize(scaled(320), scaled(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(180), scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.shape is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            CurveDrawing(painter, self).draw()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.shape:
            self._settle()
            self._hand.take(self.plane, event.position().x(), event.position().y())
            self._describe()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y()
        if self._hand.is_busy and event.buttons() & Qt.MouseButton.LeftButton:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._try(self._hand.draw(x, y, fine=fine))
            return
        is_knot = self.shape is not None and self._hand.knot_near(self.plane, x, y) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_knot else Qt.CursorShape.ArrowCursor)
        self._point_at(self.dot_near(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if event.button() != Qt.MouseButton.LeftButton or self.shape is None:
            return
        if self._hand.knot_near(self.plane, place.x(), place.y()) is None:
            self._take(self._hand.add(self.plane, place.x(), place.y()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ARROWS and self._hand.chosen is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._try(self._hand.push(*ARROWS[Qt.Key(key)], fine=fine))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._settle()
            self.remove_point()
        elif key == Qt.Key.Key_Insert:
            self._settle()
            self.add_point()
        elif key == Qt.Key.Key_Escape and self._hand.is_busy:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS and not event.isAutoRepeat():
            self._settle()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from handle to handle before it leaves."""
        self._settle()
        if self.hasFocus() and self._hand.choose_next(1 if forward else -1):
            self._describe()
            self.update()
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._hand.chosen = None
            self._hand.choose_next(1 if event.reason() == Qt.FocusReason.TabFocusReason else -1)
            self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            dot = self.dot_near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.told(dot) if dot else "", self)
            return True
        return super().event(event)

    def told(self, dot: CurveDot) -> str:
        """A host with its value and score."""
        return _("{name}: {value} scores {score}").format(
            name=dot.name, value=self.with_unit(dot.value), score=f"{self.score(dot.value):.2f}"
        )

    def with_unit(self, value: float) -> str:
        """A value with the criterion's unit."""
        unit = self.shape.criterion.unit if self.shape else ""
        return figure(value) if unit[:1].isdigit() else f"{figure(value)} {unit}".strip()

    def dot_near(self, place: QPointF) -> CurveDot | None:
        """The host under the mouse."""
        if self.shape is None or not self.dots:
            return None
        distances = [(place - self.place(dot.value, self.score(dot.value))).manhattanLength() for dot in self.dots]
        nearest = int(np.argmin(distances))
        return self.dots[nearest] if distances[nearest] <= scaled(12) else None

    # what follows

    def _try(self, shape: CurveShape | None) -> None:
        if shape is not None:
            self._describe()
            self.update()
            self.tried.emit(shape)

    def _settle(self) -> None:
        """What was tried counts, or is over where nothing came of it."""
        if not self._hand.is_busy:
            return
        shape = self._hand.settle()
        if shape is None:
            self.given_up.emit()
        else:
            self.shaped.emit(shape)
        self.update()

    def _give_up(self) -> None:
        if self._hand.is_busy:
            self._hand.give_up()
            self.given_up.emit()
            self.update()

    def _take(self, shape: CurveShape | None) -> None:
        if shape is not None:
            self.shaped.emit(shape)
            self._describe()
            self.update()

    def _point_at(self, dot: CurveDot | None) -> None:
        if dot != self._pointed:
            self._pointed = dot
            self.update()

    def _describe(self) -> None:
        """What a screen reader says: the chosen handle, then every host."""
        if self.shape is None:
            self.setAccessibleDescription("")
            return
        said = [self.told(dot) for dot in self.dots]
        if knot := self.chosen:
            point = _("point {value} scores {score}")
            said.insert(0, point.format(value=self.with_unit(knot.value), score=f"{knot.score:.3g}"))
        self.setAccessibleDescription("; ".join(said))
