"""A box to tick, drawn in the theme's colours, on its own and in tables."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from decidr.gui.theme import BODY, SPACE, current, font, scaled

SIZE = 16


class CheckBox(QCheckBox):
    """A text that does not fit is cut, and told whole by the tip where there is no other."""

    def __init__(self, name: str, text: str = "", tip: str = "") -> None:
        super().__init__(text)
        self.setObjectName(name)
        self._tip = tip
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Change the text."""
        self.setText(text)
        self.setToolTip("\n".join(part for part in (text, self._tip) if part))

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(BODY)).horizontalAdvance(self.text())
        return QSize(scaled(SIZE) + SPACE[1] + words + 4, scaled(SIZE) + SPACE[1])

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(SIZE) + scaled(40), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, size = current(), scaled(SIZE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, (self.height() - size) / 2, size, size)
        paint_box(painter, box, self.isChecked(), self.hasFocus())
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.text if self.isEnabled() else theme.third_text))
        area = QRectF(self.rect()).adjusted(box.right() + SPACE[1], 0, 0, 0)
        words = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()) + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)


def paint_box(painter: QPainter, box: QRectF, is_checked: bool, has_focus: bool = False) -> None:
    """Paint the box alone."""
    theme = current()
    edge = theme.accent if is_checked or has_focus else theme.third_text
    painter.setPen(QPen(QColor(edge), 1.8 if has_focus else 1.2))
    painter.setBrush(QColor(theme.accent if is_checked else theme.card))
    painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
    if has_focus and is_checked:
        painter.setPen(QPen(QColor(theme.text), 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-0.6, -0.6, 0.6, 0.6), 5, 5)
    if is_checked:
        x, y, side = box.left(), box.top(), box.width()
        marks = ((0.27, 0.53), (0.44, 0.69), (0.74, 0.34))
        painter.setPen(QPen(QColor(theme.on_accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF([QPointF(x + across * side, y + down * side) for across, down in marks]))


def paint_state(painter: QPainter, box: QRectF, state: Qt.CheckState) -> None:
    """Paint a box that may also be ticked in part: with a bar in place of the mark."""
    paint_box(painter, box, state == Qt.CheckState.Checked)
    if state == Qt.CheckState.PartiallyChecked:
        painter.setPen(QPen(QColor(current().accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        half, centre = box.width() / 4, box.center()
        painter.drawLine(QLineF(centre.x() - half, centre.y(), centre.x() + half, centre.y()))
