"""The scale from 9 over 1 to 9 on which a pair is judged: drag, click, digits and arrows set the same value."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from decidr.gui.panels.weights.digit_keys import digit_of
from decidr.gui.panels.weights.judgment_words import scale_words
from decidr.gui.theme import BODY, CAPTION, current, font, scaled

Side = Literal["left", "right"]

STEPS = 8
SETTLING_MS = 400
"""Arrow keys within this time are one judgment."""

_ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -2,
    Qt.Key.Key_PageUp: 2,
    Qt.Key.Key_Home: -2 * STEPS,
    Qt.Key.Key_End: 2 * STEPS,
}


class JudgmentScale(QAbstractSlider):
    """How many times the first of two is preferred to the second, which stands on the other side.

    ``judged`` tells a value that the user settled on, ``moved`` one on the way there, ``cleared`` that it is taken
    back, ``typing`` what was typed of a ratio that is no step of the scale.
    """

    judged = Signal(float)
    moved = Signal(float)
    cleared = Signal()
    typing = Signal(str)

    def __init__(self, first_at: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ratio: float | None = None
        self._told: float | None = None
        self._first_at = first_at
        self._is_dragged = False
        self._last_digit = ""
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING_MS)
        self._settling.timeout.connect(self._settle)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(-STEPS, STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._take_value)

    def show_ratio(self, ratio: float | None) -> None:
        """Show a judgment, None for a pair that is not judged; what the arrow keys are about to say stays."""
        if self._settling.isActive() and ratio == self._told:
            return
        self._settling.stop()
        self._told = ratio
        if ratio != self.ratio:
            self._last_digit = ""
        self._show(ratio)

    def settle(self) -> None:
        """Tell at once what the arrow keys said."""
        if self._settling.isActive():
            self._settle()

    @property
    def step(self) -> float:
        """Where the handle stands, from -8 at the left to 8 at the right; a wider ratio stands at the end."""
        if self.ratio is None:
            return 0.0
        times = self.ratio - 1 if self.ratio >= 1 else 1 - 1 / self.ratio
        return max(-STEPS, min(STEPS, times if self._first_at == "right" else -times))

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(90), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, digit = Qt.Key(event.key()), digit_of(event)
        if event.text() in (".", ",", "/") and (self._last_digit or not digit):
            self.typing.emit((self._last_digit or ("1" if event.text() == "/" else "0")) + event.text())
        elif digit:
            self._take_digit(digit, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ARROWS:
            self._last_digit = ""
            self._step_to(self._next_step(_ARROWS[key]))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._is_dragged = True
            self._drag_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._drag_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._is_dragged = False
            self._settle()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, scaled(4), (scaled(3), scaled(5)))
        self._paint_handle(painter, scaled(7))

    def _take_digit(self, digit: int, is_turned: bool) -> None:
        """A digit counts on the handle's side, the first one's if it has none; turned, on the other."""
        self._last_digit = str(digit)
        is_at_right = self.step > 0 if self.step else self._first_at == "right"
        step = (digit - 1) * (1 if is_at_right != is_turned else -1)
        self._show(self._ratio_at(step))
        self._settle()

    def _next_step(self, by: int) -> int:
        """The whole step that an arrow leads to: from between two, the nearer one in its direction."""
        step = self.step
        whole = int(step // 1) if by > 0 else -int(-step // 1)
        return max(-STEPS, min(STEPS, whole + by))

    def _step_to(self, step: int) -> None:
        self._show(self._ratio_at(step))
        self._settling.start()
        self.moved.emit(self.ratio)

    def _drag_to(self, x: float) -> None:
        left, width = self._ends()
        share = (x - left) / width if width else 0.5
        self._show(self._ratio_at(max(-STEPS, min(STEPS, round(share * 2 * STEPS) - STEPS))))
        self.moved.emit(self.ratio)

    def _settle(self) -> None:
        self._settling.stop()
        self._told = self.ratio
        self.judged.emit(self.ratio)

    def _ratio_at(self, step: int) -> float:
        preferred = step if self._first_at == "right" else -step
        return 1.0 + preferred if preferred >= 0 else 1 / (1.0 - preferred)

    def _show(self, ratio: float | None) -> None:
        self.ratio = ratio
        self.blockSignals(True)
        self.setValue(round(self.step))
        self.blockSignals(False)
        self.update()

    def _take_value(self, value: int) -> None:
        """A value that was set from outside, as by a screen reader."""
        self._show(self._ratio_at(value))
        self._settle()

    def _ends(self) -> tuple[float, float]:
        """Where the track begins, and how long it is."""
        margin = scaled(10)
        return margin, self.width() - 2 * margin

    def _x(self, step: float) -> float:
        left, width = self._ends()
        return left + width * (step + STEPS) / (2 * STEPS)

    def _track_y(self) -> float:
        return self.height() / 2

    def _paint_track(self, painter: QPainter, thickness: int, ticks: tuple[int, int]) -> None:
        theme, y = current(), self._track_y()
        left, right, middle = self._x(-STEPS), self._x(STEPS), self._x(0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(QRectF(left, y - thickness / 2, right - left, thickness), 2, 2)
        if self.ratio is not None and self.isEnabled():
            painter.setBrush(QColor(theme.accent))
            at = self._x(self.step)
            painter.drawRect(QRectF(min(at, middle), y - thickness / 2, abs(at - middle), thickness))
        painter.setPen(QPen(QColor(theme.third_text), 1.5))
        by = 1 if self._x(1) - self._x(0) >= scaled(7) else 2
        for step in range(-STEPS, STEPS + 1, by):
            half = ticks[step % 2 == 0]
            painter.drawLine(QPointF(self._x(step), y - half), QPointF(self._x(step), y + half))

    def _paint_handle(self, painter: QPainter, radius: int) -> None:
        theme, at = current(), QPointF(self._x(self.step), self._track_y())
        colour = QColor(theme.accent if self.isEnabled() else theme.other_hosts)
        if self.hasFocus():
            ring = QColor(theme.accent)
            ring.setAlphaF(0.28)
            painter.setPen(QPen(ring, scaled(4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + scaled(3), radius + scaled(3))
        if self.ratio is None:
            painter.setPen(QPen(colour, 2))
            painter.setBrush(QColor(theme.card))
        else:
            painter.setPen(QPen(QColor(theme.card), 1.5))
            painter.setBrush(colour)
        painter.drawEllipse(at, radius, radius)


class WordedScale(JudgmentScale):
    """The large scale of a question, with figures and words below it."""

    def sizeHint(self) -> QSize:
        return QSize(scaled(560), scaled(78))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter, scaled(6), (scaled(4), scaled(8)))
        self._paint_words(painter)
        self._paint_handle(painter, scaled(10))

    def _ends(self) -> tuple[float, float]:
        margin = max(scaled(16), QFontMetrics(font(CAPTION)).horizontalAdvance(scale_words()[9]) / 2 + 4)
        return margin, self.width() - 2 * margin

    def _track_y(self) -> float:
        return scaled(18)

    def _paint_words(self, painter: QPainter) -> None:
        theme, words = current(), scale_words()
        shown = self._words_that_fit(words)
        spacing = self._x(2) - self._x(0)
        for step in range(-STEPS, STEPS + 1, 2):
            times, x = abs(step) + 1, self._x(step)
            area = QRectF(x - spacing, scaled(34), 2 * spacing, scaled(18))
            painter.setFont(font(BODY))
            painter.setPen(QColor(theme.text))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(times))
            if times in shown:
                painter.setFont(font(CAPTION))
                painter.setPen(QColor(theme.second_text))
                painter.drawText(area.translated(0, scaled(20)), Qt.AlignmentFlag.AlignCenter, words[times])

    def _words_that_fit(self, words: dict[int, str]) -> tuple[int, ...]:
        """All of the words, or where they would touch each other, every second or the outermost."""
        metrics = QFontMetrics(font(CAPTION))
        widest = max(metrics.horizontalAdvance(word) for word in words.values()) + scaled(2)
        spacing = self._x(2) - self._x(0)
        if widest <= spacing:
            return tuple(words)
        return (1, 5, 9) if widest <= 2 * spacing else (1, 9)
