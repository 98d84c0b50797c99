"""A page that scrolls up and down, its cards below each other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from decidr.gui.theme import SPACE


class PageScroll(QScrollArea):
    """Holds ``column``; the page is never wider than what is seen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName(f"{name}_content")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[4])
        self.column.setSpacing(SPACE[3])
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._keep_right_edge)

    def _keep_right_edge(self, low: int, high: int) -> None:
        """The scroll bar takes its room from the margin, so that cards end where the page's heading ends."""
        bar = self.verticalScrollBar().sizeHint().width() if high > low else 0
        self.column.setContentsMargins(SPACE[4], SPACE[1], max(SPACE[4] - bar, 0), SPACE[4])

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a card below those that are there."""
        self.column.addWidget(widget, stretch)
