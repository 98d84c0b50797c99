"""What every table of the window has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView


def dress_table(view: QTableView) -> None:
    """Neither frame nor grid nor row numbers; rows as low as wanted, and Tab goes on to what follows the table."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setMinimumSectionSize(1)  # the rows' own height, not the style's
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
