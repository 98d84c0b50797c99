"""The top of a page: a heading that asks or answers, a line below it, and a switch at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from decidr.gui.panels.text_label import text_label
from decidr.gui.theme import SPACE


class PageHeader(QWidget):
    """Title, subtitle, and a slot at the right for one widget, as ``SegmentedButtons``."""

    def __init__(self, title: str = "", subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = text_label(title, "page_title")
        self._title.setObjectName("page_title")
        self._subtitle = text_label(subtitle, "second")
        self._subtitle.setObjectName("page_subtitle")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._subtitle)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE[3])
        self._row.addLayout(texts, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_subtitle(subtitle)

    @property
    def title(self) -> str:
        """The heading."""
        return self._title.text()

    @property
    def subtitle(self) -> str:
        """The line below the heading."""
        return self._subtitle.text()

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the heading; an empty one takes no room."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def set_right(self, widget: QWidget) -> None:
        """Put a widget at the right, in line with the subtitle."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
