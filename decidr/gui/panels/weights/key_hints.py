"""Which keys do what, as small key caps in a line."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from decidr.gui.theme import CAPTION, current, font, scaled

Hint = tuple[Sequence[str], str]


class KeyHints(QWidget):
    """Each hint: the keys, and what they do; hints that do not fit are left out from the end."""

    def __init__(self, hints: Sequence[Hint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = tuple(hints)
        self.setAccessibleName("; ".join(f"{' '.join(keys)} {does}" for keys, does in self._hints))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def fitting(self, width: int) -> list[Hint]:
        """The hints that have room in so many pixels."""
        shown = list(self._hints)
        while shown and sum(self._width(hint) for hint in shown) > width:
            shown.pop()
        return shown

    def sizeHint(self) -> QSize:
        return QSize(ceil(sum(self._width(hint) for hint in self._hints)), scaled(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(CAPTION))
        shown = self.fitting(self.width())
        x = (self.width() - sum(self._width(hint) for hint in shown)) / 2
        for keys, does in shown:
            for key in keys:
                x += self._paint_key(painter, x, key)
            x += self._paint_text(painter, x, does)

    def _width(self, hint: Hint) -> float:
        keys, does = hint
        return sum(self._key_width(key) + scaled(4) for key in keys) + self._text_width(does) + scaled(14)

    def _key_width(self, key: str) -> float:
        return QFontMetrics(font(CAPTION)).horizontalAdvance(key) + scaled(10)

    def _text_width(self, text: str) -> float:
        return QFontMetrics(font(CAPTION)).horizontalAdvance(text)

    def _paint_key(self, painter: QPainter, x: float, key: str) -> float:
        theme, width = current(), self._key_width(key)
        cap = QRectF(x + 0.5, self.height() / 2 - scaled(9) + 0.5, width - 1, scaled(18) - 1)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(QColor(theme.second_text))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
        return width + scaled(4)

    def _paint_text(self, painter: QPainter, x: float, text: str) -> float:
        painter.setPen(QColor(current().second_text))
        area = QRectF(x, 0, self._text_width(text) + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        return self._text_width(text) + scaled(14)
