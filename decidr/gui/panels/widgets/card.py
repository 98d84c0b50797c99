"""A card: the rounded surface that things stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE


class Card(QFrame):
    """A rounded surface with an optional title, a place at its right, and ``body`` for what it holds."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = text_label(title, "caption")
        self._top = QHBoxLayout()
        self._top.addWidget(self._title, 1)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SPACE[3], SPACE[3] - 2, SPACE[3], SPACE[3])
        self.body.setSpacing(SPACE[1])
        self.body.addLayout(self._top)
        self.set_title(title)

    @property
    def title(self) -> str:
        """What stands at the top."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes no room."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there."""
        self.body.addWidget(widget, stretch)

    def add_at_title(self, widget: QWidget) -> None:
        """Put a widget, as a link, to the right of the title."""
        self._top.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
