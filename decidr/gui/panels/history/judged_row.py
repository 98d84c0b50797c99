"""One judgment of the history as a line that can be clicked: its day, what was said, and by whom and why."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from decidr.gui.theme import BODY, CAPTION, SPACE, current, font, scaled

DAY_ROOM, PADDING = 108, 5


class JudgedRow(QAbstractButton):
    """The day at the left, beside it the judgment, below it where it belongs, who gave it and the reason."""

    def __init__(self, number: int, day: str, said: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._about = day, about
        self.setText(said)
        self.setObjectName(f"judged_{number}")
        self.setAccessibleName(", ".join(part for part in (day, said, about) if part))
        self.setToolTip(f"{said}\n{about}" if about else said)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = QFontMetricsF(font(BODY)).lineSpacing() + QFontMetricsF(font(CAPTION)).lineSpacing()
        return QSize(scaled(300), round(lines) + 2 * scaled(PADDING))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, area = current(), QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.sunken))
            painter.drawRoundedRect(area, 6, 6)
        inner = area.adjusted(SPACE[1], scaled(PADDING), -SPACE[1], -scaled(PADDING))
        self._write(painter, inner, self._day, theme.second_text, BODY)
        beside = inner.adjusted(scaled(DAY_ROOM), 0, 0, 0)
        self._write(painter, beside, self.text(), theme.text, BODY, QFont.Weight.Medium)
        below = beside.adjusted(0, QFontMetricsF(font(BODY)).lineSpacing(), 0, 0)
        self._write(painter, below, self._about, theme.second_text, CAPTION)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6)

    def _write(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        ink: str,
        size: int,
        weight: QFont.Weight = QFont.Weight.Normal,
    ) -> None:
        painter.setFont(font(size, weight))
        painter.setPen(QColor(ink))
        shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, shown)
