"""A label of one line that is cut with an ellipsis where there is no room, and told whole by its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decidr.gui.panels.widgets.text_label import Tone, Type


class ElidedLabel(QLabel):
    """As ``text_label``, and as narrow as its place wants it; ``whole`` is what it would say with room enough."""

    def __init__(self, text: str = "", kind: Type = "body", tone: Tone = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.whole = ""
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Say something else."""
        self.whole = " ".join(text.split())
        self.setAccessibleName(self.whole)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.whole) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip("" if shown == self.whole else self.whole)
        self.setText(shown)
