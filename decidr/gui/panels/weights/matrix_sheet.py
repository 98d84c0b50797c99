"""The matrix with its priorities, fitted to the room that there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSizePolicy, QTableView, QWidget

from decidr.gui.models.weights.judgment_matrix import JudgmentMatrix
from decidr.gui.models.weights.node_judgments import NodeJudgments
from decidr.gui.panels.weights.matrix_cells import GAP
from decidr.gui.panels.weights.matrix_view import MatrixView
from decidr.gui.panels.weights.priority_bars import PriorityBars
from decidr.gui.theme import MATRIX_CELL, scaled

WIDEST_NAMES, NARROW_NAMES = 190, 136
NARROWEST_CELL = 58
FEWEST_ROWS = 7
"""So many rows stay in view before the page itself scrolls."""


class MatrixSheet(QWidget):
    """Cells keep their size while they fit, then narrow a little, then scroll under their names."""

    def __init__(self, model: JudgmentMatrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = MatrixView(model)
        self.bars = PriorityBars(self.view)
        self.scroll_bar = _bar_beside(self.view)
        self._room = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.view)
        row.addWidget(self.bars)
        row.addWidget(self.scroll_bar)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._is_scrolled = False
        self.setFocusProxy(self.view)

    def show_judgments(self, shown: NodeJudgments) -> None:
        """Fit the names and show the priorities."""
        self.view.cells.is_lent = shown.whose == "base" or not shown.counts
        self.view.cells.marks_placeholders = 0 < shown.placeholder_count < shown.judged
        weights = shown.weights if shown.counts else None
        self.bars.show_shares(shown.node.names, () if weights is None else weights.tolist())
        self._fit()
        self.view.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_room(self, height: int) -> None:
        """Be no higher than this, so that the names stay in view; a few rows are always there."""
        if height != self._room:
            self._room = height
            self._fit()

    def sizeHint(self) -> QSize:
        wanted = self._height(self.view.matrix.rowCount())
        return QSize(scaled(480), max(min(wanted, self._room), self.minimumSizeHint().height()))

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
        room = self.width() - names - self._bars_width(is_narrow) - self._scroll_bar_width()
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

    def _scroll_bar_width(self) -> int:
        """What the scroll bar takes where not all rows are seen."""
        is_higher = self._height(self.view.matrix.rowCount()) > max(self._room, self.minimumSizeHint().height())
        self.scroll_bar.setVisible(is_higher)
        return self.scroll_bar.sizeHint().width() if is_higher else 0

    def _bars_width(self, is_narrow: bool) -> int:
        return self.bars.wanted_width(is_narrow) if self.bars.shares else 0

    def _height(self, rows: int) -> int:
        bar = self.view.horizontalScrollBar().sizeHint().height() if self._is_scrolled else 0
        return self.view.columns.height() + rows * (scaled(MATRIX_CELL[1]) + GAP) + bar + 1


def _bar_beside(view: QTableView) -> QScrollBar:
    """A vertical scroll bar for ``view`` that can stand elsewhere."""
    own, beside = view.verticalScrollBar(), QScrollBar(Qt.Orientation.Vertical)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    own.rangeChanged.connect(beside.setRange)
    own.rangeChanged.connect(lambda: beside.setPageStep(own.pageStep()))
    own.valueChanged.connect(beside.setValue)
    beside.valueChanged.connect(own.setValue)
    return beside
