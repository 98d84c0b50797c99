"""The matrix with its priorities, fitted to the room that there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from decidr.gui.models.judgment_matrix import JudgmentMatrix
from decidr.gui.models.node_judgments import NodeJudgments
from decidr.gui.panels.matrix_cells import GAP
from decidr.gui.panels.matrix_view import MatrixView
from decidr.gui.panels.priority_bars import PriorityBars
from decidr.gui.theme import MATRIX_CELL, scaled

WIDEST_NAMES, NARROW_NAMES = 190, 136
NARROWEST_CELL = 58
FEWEST_ROWS = 5
"""So many rows stay in view before the page itself scrolls."""


class MatrixSheet(QWidget):
    """Cells keep their size while they fit, then narrow a little, then scroll under their names."""

    def __init__(self, model: JudgmentMatrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = MatrixView(model)
        self.bars = PriorityBars(self.view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view)
        row.addWidget(self.bars)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._is_scrolled = False
        self.setFocusProxy(self.view)

    def show_judgments(self, shown: NodeJudgments) -> None:
        """Fit the names and show the priorities."""
        self.view.cells.is_lent = shown.whose == "base" or not shown.counts
        weights = shown.weights if shown.counts else None
        self.bars.show_shares(shown.node.names, () if weights is None else weights.tolist())
        self._fit()
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(scaled(480), self._height(self.view.matrix.rowCount()))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(260), self._height(min(self.view.matrix.rowCount(), FEWEST_ROWS)))

    def _fit(self) -> None:
        count = self.view.matrix.rowCount()
        if not count or not self.width():
            return
        cell = scaled(MATRIX_CELL[0]) + GAP
        natural = min(self.view.rows.natural_width(), scaled(WIDEST_NAMES))
        is_narrow = natural + count * cell + self._bars_width(False) > self.width()
        names = min(natural, scaled(NARROW_NAMES)) if is_narrow else natural
        self.bars.be_narrow(is_narrow)
        room = self.width() - names - self._bars_width(is_narrow)
        pitch = max(min(cell, room // count), scaled(NARROWEST_CELL) + GAP)
        self._set_sizes(names, pitch, room, count)

    def _set_sizes(self, names: int, pitch: int, room: int, count: int) -> None:
        view = self.view
        view.rows.setFixedWidth(names)
        view.columns.setFixedHeight(view.columns.wrapped_height(pitch - 2))
        view.columns.setDefaultSectionSize(pitch)
        view.rows.setDefaultSectionSize(scaled(MATRIX_CELL[1]) + GAP)
        view.setFixedWidth(names + min(count * pitch, max(room, pitch)))
        self._is_scrolled = count * pitch > room
        self.updateGeometry()

    def _bars_width(self, is_narrow: bool) -> int:
        return self.bars.wanted_width(is_narrow) if self.bars.shares else 0

    def _height(self, rows: int) -> int:
        bar = self.view.horizontalScrollBar().sizeHint().height() if self._is_scrolled else 0
        return self.view.columns.height() + rows * (scaled(MATRIX_CELL[1]) + GAP) + bar + 1
