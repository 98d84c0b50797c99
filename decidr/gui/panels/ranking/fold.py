"""The narrow strip that stands where the ranking is folded away, and brings it back."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decidr.gui.panels.widgets.fold_button import FoldButton
from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.theme import scaled
from decidr.language import _

WIDTH, TOP = 22, 14


class RankingFold(FoldButton):
    """A click unfolds the ranking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("unfold", _("Show the live ranking"), "unfold_ranking", parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH), scaled(100))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "left")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_sign(painter, QRectF(0, scaled(TOP), self.width(), scaled(WIDTH)))
