"""The narrow strip that stands where the ranking is folded away, and brings it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from decidr.gui.icons import paint_icon
from decidr.gui.panels.surface import paint_surface
from decidr.gui.theme import current, scaled
from decidr.language import _

WIDTH, SIGN = 22, 12


class RankingFold(QAbstractButton):
    """A click unfolds the ranking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("unfold_ranking")
        self.setAccessibleName(_("Show the live ranking"))
        self.setToolTip(_("Show the live ranking"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH), scaled(100))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "left")
        theme, size = current(), scaled(SIGN)
        painter = QPainter(self)
        strong = self.underMouse() or self.hasFocus()
        place = QRectF((self.width() - size) / 2, scaled(20), size, size)
        paint_icon(painter, place, "unfold", theme.accent if strong else theme.third_text)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 1.5))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
