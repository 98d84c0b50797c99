"""The top of the window: the menus at the left, the find field at the right."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QWidget

from decidr.gui.panels.widgets.surface import paint_surface
from decidr.gui.theme import SPACE


class TopBar(QWidget):
    """Holds a menu bar and, at the right, one widget."""

    def __init__(self, find: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.menus = QMenuBar()
        self.menus.setObjectName("menus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, SPACE[2] + 2, 3)
        row.addWidget(self.menus, 1)
        row.addWidget(find)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_surface(self, "bottom")
