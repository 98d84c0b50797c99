"""The card of what is selected: a title, and below it what scrolls where it does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled


class DetailCard(Card):
    """``column`` takes the parts from above to below."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName(name)
        self.heading = text_label("", "section")
        self.heading.setObjectName(f"{name}_heading")
        content = QWidget()
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(0, 0, SPACE[1], 0)
        self.column.setSpacing(SPACE[2])
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self.add(self.heading)
        self.add(self._scroll, 1)

    def sizeHint(self) -> QSize:
        return QSize(scaled(340), scaled(280))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(140))
