"""What the weight rests on: measured, proxy, judged, gaps, placeholders, as one bar with its words."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from decidr.core.study.data import Evidence
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.charts.canvas.lettering import measure
from decidr.gui.panels.widgets.surface import fill
from decidr.gui.theme import CAPTION, Theme, current, font, scaled
from decidr.language import _
from decidr.number_text import per_cent

ORDER: tuple[Evidence, ...] = ("measured", "proxy", "judged", "missing", "placeholder")
BAR, GAP = 8, 10
SWATCH, SWATCH_ROOM = 8, 12
"""The little square before each word, in the colour of its part of the bar, and the room it takes."""


class _Word(NamedTuple):
    kind: Evidence
    text: str
    area: QRectF


class EvidenceBar(QWidget):
    """One bar, its parts in the order of their words; hover tells each share.

    ``kind_chosen`` gives the kind of a part that was clicked; by keys, the arrows go to a part and Enter chooses it.
    """

    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shares: dict[Evidence, float] = {}
        self._placed: tuple[_Word, ...] = ()
        self._at: Evidence | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shares(self, shares: Mapping[Evidence, float]) -> None:
        """Show shares that sum to 1; a study without weights has none."""
        rows = self._rows()
        known = {kind: share for kind, share in shares.items() if not isnan(share) and share > 0}
        self.shares = {kind: known[kind] for kind in ORDER if kind in known}
        self._at = self._at if self._at in self.shares else None
        self.setAccessibleDescription(", ".join(_told(kind, share) for kind, share in self.shares.items()))
        self._placed = ()
        if self._rows() != rows:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(200), scaled(BAR) + self._rows() * scaled(18) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, area in self._parts():
            self._paint_part(painter, kind, area)
        for word in self._words():
            self._paint_word(painter, word)
            if self.hasFocus() and word.kind == self._at:
                painter.setPen(QPen(QColor(current().accent), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                frame = word.area.adjusted(-2, 1, 2, -1)
                painter.drawRoundedRect(frame.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1)), 4, 4)

    def resizeEvent(self, event: QEvent) -> None:
        self._placed = ()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._placed = ()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._kind_at(event.position().toPoint()):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        kind = self._kind_at(event.position().toPoint())
        if kind and event.button() == Qt.MouseButton.LeftButton:
            self.kind_chosen.emit(kind)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Those who come by keys stand on a part at once."""
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._at = self._at or next(iter(self.shares), None)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        kinds, step = list(self.shares), {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if kinds and step:
            place = kinds.index(self._at) + step if self._at else 0
            self._at = kinds[min(max(place, 0), len(kinds) - 1)]
            self.update()
        elif self._at and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.kind_chosen.emit(self._at)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            kind = self._kind_at(event.pos())
            told = _("{share}; a click shows these cells")
            text = told.format(share=_told(kind, self.shares[kind])) if kind else self.accessibleDescription()
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _paint_word(self, painter: QPainter, word: _Word) -> None:
        size, is_placeholder = scaled(SWATCH), word.kind == "placeholder"
        painter.setPen(Qt.PenStyle.NoPen)
        self._paint_part(painter, word.kind, QRectF(word.area.left(), word.area.center().y() - size / 2, size, size))
        painter.setFont(font(CAPTION, 600 if is_placeholder else 400))
        painter.setPen(QColor(current().look_here if is_placeholder else current().second_text))
        painter.drawText(word.area.adjusted(scaled(SWATCH_ROOM), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word.text)

    def _paint_part(self, painter: QPainter, kind: Evidence, area: QRectF) -> None:
        colour = QColor(evidence_colour(current(), kind))
        if kind == "missing":
            fill(painter, area.toAlignedRect(), current().sunken)
            hatch(painter, area, colour)
            painter.setPen(Qt.PenStyle.NoPen)
            return
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 2, 2)

    def _parts(self) -> list[tuple[Evidence, QRectF]]:
        parts, left = [], 0.0
        total = sum(self.shares.values()) or 1.0
        for kind, share in self.shares.items():
            width = share / total * self.width()
            parts.append((kind, QRectF(left, 0, max(width - 1, 1.5), scaled(BAR))))
            left += width
        return parts

    def _words(self) -> tuple[_Word, ...]:
        """The words below the bar, in their places."""
        if not self._placed:
            self._placed = tuple(self._place_words())
        return self._placed

    def _place_words(self) -> list[_Word]:
        """The words from the left, on a second row where they do not fit in one."""
        words, x, y = [], 0.0, scaled(BAR) + 3.0
        for kind, share in self.shares.items():
            is_placeholder = kind == "placeholder"
            text = _told(kind, share) if is_placeholder else _name(kind)
            width = measure(CAPTION, 600 if is_placeholder else 400).horizontalAdvance(text) + 2
            width += scaled(SWATCH_ROOM)
            if x and x + width > self.width():
                x, y = 0.0, y + scaled(18)
            words.append(_Word(kind, text, QRectF(x, y, width, scaled(18))))
            x += width + scaled(GAP)
        return words

    def _rows(self) -> int:
        return len({word.area.top() for word in self._words()})

    def _kind_at(self, place: QPoint) -> Evidence | None:
        areas = [*self._parts(), *((word.kind, word.area) for word in self._words())]
        return next((kind for kind, area in areas if area.contains(place.toPointF())), None)


def evidence_colour(theme: Theme, kind: Evidence) -> str:
    """Measured stands firm, a placeholder says «look here»."""
    colours = {
        "measured": theme.accent,
        "proxy": theme.criteria[1],
        "judged": theme.criteria[0],
        "missing": theme.other_hosts,
        "placeholder": theme.look_here,
    }
    return colours[kind]


def _name(kind: Evidence) -> str:
    names = {
        "measured": _("measured"),
        "proxy": _("proxy"),
        "judged": _("judged"),
        "missing": _("gaps"),
        "placeholder": _("placeholders"),
    }
    return names[kind]


def _told(kind: Evidence, share: float) -> str:
    return f"{per_cent(share, 0 if share >= 0.01 else 1)} {_name(kind)}"
