"""How a cell of the data looks: the value, below it in a word what it rests on, and a sign and tint for what asks."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle

from decidr.core.study.data import Evidence
from decidr.gui.charts.canvas.colours import mixed
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.models.data.cell_words import origin_words, value_text
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.data.supposed_cells import supposed_words
from decidr.gui.panels.ranking.evidence_bar import evidence_colour
from decidr.gui.theme import BODY, CAPTION, current, font

GAP, RADIUS, PADDING = 1.5, 5, 8
SIGN, SIGN_ROOM = 8, 13
TINTS: dict[Evidence, float] = {"placeholder": 0.13, "proxy": 0.10}
SELECTED = 0.22
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Letters:
    """A font with its measures; texts that were fitted once are remembered."""

    def __init__(self, letters: QFont) -> None:
        self.font = letters
        self._metrics = QFontMetricsF(letters)
        self._fitted: dict[tuple[tuple[str, ...], int], tuple[str, float]] = {}

    def fitted(self, texts: tuple[str, ...], room: float) -> tuple[str, float]:
        """The first of the texts that fits, the last one cut where none does; and its width."""
        key = (texts, int(room))
        if key not in self._fitted:
            width = self._metrics.horizontalAdvance
            text = next((t for t in texts if width(t) <= room + 1), texts[-1])
            text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
            self._fitted[key] = text, width(text)
        return self._fitted[key]


class CellLook:
    """Letters and colours of one appearance; made anew when it changes."""

    def __init__(self) -> None:
        self._theme = theme = current()
        self._value, self._word = Letters(font(BODY)), Letters(font(CAPTION - 1))
        struck = font(BODY)
        struck.setStrikeOut(True)
        self._struck = Letters(struck)
        self._line = QPen(QColor(theme.line), 1)
        self._card, self._no_brush = QColor(theme.card), Qt.BrushStyle.NoBrush
        self._surfaces: dict[str, str] = {"closed": theme.sunken}
        for kind, share in TINTS.items():
            self._surfaces[kind] = mixed(theme.card, evidence_colour(theme, kind), share)
        self._text, self._second, self._third = (QColor(c) for c in (theme.text, theme.second_text, theme.third_text))
        self._asks, self._accent = QColor(theme.look_here), QColor(theme.accent)
        self._near = QColor(evidence_colour(theme, "proxy"))

    def paint_ground(self, painter: QPainter, area: QRectF) -> None:
        """The card, and the hair line below the row."""
        painter.fillRect(area, self._card)
        painter.setPen(self._line)
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))

    def paint_box(
        self, painter: QPainter, box: QRectF, fact: CellFact, is_quiet: bool, state: QStyle.StateFlag
    ) -> None:
        """A tint for what asks or is only near, hatching for a gap, and where the cursor is."""
        kind = _kind(fact)
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        surface = "" if is_quiet else self._surfaces.get(kind, "")
        if state & QStyle.StateFlag.State_Selected and not is_current:
            surface = mixed(surface or self._theme.card, self._theme.accent, SELECTED)
        if surface:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(surface))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if kind == "missing" and not is_quiet:
            self._paint_gap(painter, box)
        if is_current:
            painter.setPen(QPen(self._accent, 2))
            painter.setBrush(self._no_brush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def paint_words(self, painter: QPainter, box: QRectF, fact: CellFact, is_quiet: bool) -> None:
        """The value, what it rests on, and the sign."""
        kind, value = _kind(fact), value_text(fact)
        below = supposed_words(fact.supposed) if fact.supposed else origin_words(fact)
        inside = box.adjusted(PADDING - GAP, 3, -PADDING + GAP, -3)
        middle = inside.top() + inside.height() * 0.54
        upper = QRectF(inside.left(), inside.top(), inside.width(), middle - inside.top())
        lower = QRectF(inside.left(), middle, inside.width(), inside.bottom() - middle)
        room = 0.0
        if value and below:
            letters = self._struck if kind == "closed" else self._value
            room = _paint_line(painter, upper, (value,), letters, self._value_ink(kind, is_quiet))
        elif value:
            _paint_line(painter, inside, (value,), self._word, self._third)
        room_below = _paint_line(
            painter, lower if value else inside, below, self._word, self._below_ink(fact, is_quiet)
        )
        line = upper if room >= SIGN_ROOM else lower
        if not is_quiet and value and max(room, room_below) >= SIGN_ROOM:
            self._paint_sign(painter, QRectF(line.left(), line.center().y() - SIGN / 2, SIGN, SIGN), kind)

    def _value_ink(self, kind: str, is_quiet: bool) -> QColor:
        return self._third if is_quiet or kind == "closed" else self._text

    def _below_ink(self, fact: CellFact, is_quiet: bool) -> QColor:
        return self._accent if fact.supposed else self._ink(_kind(fact), is_quiet)

    def _ink(self, kind: str, is_quiet: bool) -> QColor:
        if is_quiet:
            return self._third
        return self._asks if kind in ("placeholder", "missing") else self._second

    def _paint_gap(self, painter: QPainter, box: QRectF) -> None:
        outline = QPainterPath()
        outline.addRoundedRect(box, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(outline)
        hatch(painter, box, self._line.color())
        painter.restore()
        painter.setPen(self._line)
        painter.setBrush(self._no_brush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)

    def _paint_sign(self, painter: QPainter, area: QRectF, kind: str) -> None:
        """A triangle for a placeholder, a wave for a proxy, a ring for a judgment, a struck ring for what is closed."""
        if kind == "placeholder":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._asks)
            tip = QPointF(area.center().x(), area.top() + 0.5)
            painter.drawPolygon(QPolygonF([tip, area.bottomRight(), area.bottomLeft()]))
        elif kind in ("judged", "closed"):
            painter.setPen(QPen(self._second, 1.3))
            painter.setBrush(self._no_brush)
            painter.drawEllipse(area.adjusted(0.6, 0.6, -0.6, -0.6))
            if kind == "closed":
                struck = area.adjusted(1.6, 1.6, -1.6, -1.6)
                painter.drawLine(struck.bottomLeft(), struck.topRight())
        elif kind == "proxy":
            painter.setFont(self._value.font)
            painter.setPen(self._near)
            painter.drawText(area.adjusted(-1, -6, 6, 6), Qt.AlignmentFlag.AlignVCenter, "≈")


def _kind(fact: CellFact) -> str:
    return "closed" if fact.is_closed else fact.evidence or ""


def _paint_line(painter: QPainter, area: QRectF, texts: tuple[str, ...], letters: Letters, ink: QColor) -> float:
    """Write what fits at the right; the room that is left."""
    if not texts:
        return 0.0
    text, width = letters.fitted(texts, area.width())
    painter.setFont(letters.font)
    painter.setPen(ink)
    painter.drawText(area, RIGHT, text)
    return area.width() - width
