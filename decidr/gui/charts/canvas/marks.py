"""Charts made of marks in rows: each can be pointed at, walked to by the arrow keys, and clicked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from decidr.gui.charts.canvas.chart import Chart, colour

ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a chart: where it is, what it stands for (``kind`` and ids), and the tip in HTML, made on demand."""

    area: QRectF
    kind: str
    host: str = ""
    criterion: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What it stands for, whatever its place."""
        return self.kind, self.host, self.criterion


class MarkedChart(Chart):
    """A chart whose marks lie in rows; ``pressed`` tells which was clicked or entered."""

    pressed = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._rows: Sequence[Sequence[Mark]] | None = None
        self._pointed: tuple[str, str, str] | None = None
        self._cursor: tuple[str, str, str] | None = None
        self._sentence = ""
        self.setMouseTracking(True)

    @property
    def pointed(self) -> tuple[str, str, str] | None:
        """Kind, host and criterion of the mark under the mouse, else of the keys' cursor."""
        return self._pointed or (self._cursor if self.shows_focus else None)

    @property
    def marks(self) -> Sequence[Sequence[Mark]]:
        """All marks, row by row; made when they are first asked for, since painting needs none."""
        if self._rows is None:
            self._rows = [row for row in self.make_marks() if row]
            keys = {mark.key for row in self._rows for mark in row}
            self._cursor = self._cursor if self._cursor in keys else None
            self._pointed = self._pointed if self._pointed in keys else None
        return self._rows

    def make_marks(self) -> Sequence[Sequence[Mark]]:
        """Every mark where it stands now, row by row."""
        raise NotImplementedError

    def show_anew(self) -> None:
        self._rows = None
        super().show_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._rows = None
        super().resizeEvent(event)

    def mark(self, kind: str, host: str = "", criterion: str = "") -> Mark:
        """The mark that stands for this; StopIteration where there is none."""
        return next(m for row in self.marks for m in row if m.key == (kind, host, criterion))

    def mark_at(self, place: QPointF) -> Mark | None:
        """The mark at a place."""
        return next((m for row in self.marks for m in row if m.area.contains(place)), None)

    def tip(self, mark: Mark) -> str:
        """What is said of a mark, in HTML; nothing by default."""
        return ""

    def tell(self, name: str, sentence: str) -> None:
        self._sentence = sentence
        super().tell(name, sentence)

    def draw_without_pointer(self, painter: QPainter, area: QRectF) -> None:
        kept = self._pointed, self._cursor
        self._pointed = self._cursor = None
        super().draw_without_pointer(painter, area)
        self._pointed, self._cursor = kept

    # the mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        self._point_at(mark)
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark = self.mark_at(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton:
            self._cursor = mark.key
            self.pressed.emit(mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(self.mark_at(QPointF(event.pos())), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _point_at(self, mark: Mark | None) -> None:
        key = mark.key if mark else None
        if key != self._pointed:
            self._pointed = key
            self.redraw()

    def _show_tip(self, mark: Mark | None, place: QPoint) -> None:
        text = self.tip(mark) if mark else ""
        if mark and text:
            QToolTip.showText(place, text, self.viewport(), mark.area.toAlignedRect())
        else:
            QToolTip.hideText()

    # the keyboard

    def walk(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS and self.marks and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._move_cursor(*ARROWS[key])
        elif key in ENTER and self._cursor:
            self.pressed.emit(self.mark(*self._cursor))
        else:
            event.ignore()

    def _move_cursor(self, down: int, right: int) -> None:
        row, column = self._cursor_place()
        if self._cursor:
            row = min(max(row + down, 0), len(self.marks) - 1)
            column = min(max(column + right, 0), len(self.marks[row]) - 1)
        mark = self.marks[row][column]
        self._cursor = mark.key
        self._tell_cursor(mark)

    def _cursor_place(self) -> tuple[int, int]:
        places = ((r, c) for r, row in enumerate(self.marks) for c, m in enumerate(row) if m.key == self._cursor)
        return next(places, (0, 0))

    def _tell_cursor(self, mark: Mark) -> None:
        tip = self.tip(mark)
        self.setAccessibleDescription(plain(tip) or self._sentence)
        self._show_tip(mark, self.viewport().mapToGlobal(mark.area.bottomLeft().toPoint()))

    def draw_focus(self, painter: QPainter) -> None:
        if not self.shows_focus:
            return
        if self.marks and not self._cursor:
            super().draw_focus(painter)
        elif self._cursor:
            painter.setPen(QPen(colour(self.theme.accent), 2))
            painter.drawRoundedRect(self.mark(*self._cursor).area.adjusted(1, 1, -1, -1), 4, 4)


def plain(html: str) -> str:
    """A tip without its tags, for a screen reader."""
    text = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text)).strip()
