"""The criteria tree as it is seen and moved through: keys, folding, dragging."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from decidr.gui.models.criteria_tree import Column, CriteriaTree
from decidr.gui.panels.criteria_cells import WIDEST_BAR, CriteriaCells, weight_width
from decidr.gui.theme import scaled
from decidr.language import _

NARROWEST_NAME = 176
WIDEST = {
    Column.SCORED_BY: 96,
    Column.UNIT: 150,
    Column.WORST: 96,
    Column.BEST: 96,
    Column.BETTER: 80,
    Column.STATE: 190,
}
NARROW = {Column.SCORED_BY: 60, Column.UNIT: 62, Column.WORST: 58, Column.BEST: 62, Column.BETTER: 58, Column.STATE: 84}
"""Widths in pixels: what a column takes at most, and what it can do with."""

SHORT_BAR = 14


class CriteriaView(QTreeView):
    """``criterion_chosen`` tells the id where the cursor stands, empty for none."""

    criterion_chosen = Signal(str)

    def __init__(self, model: CriteriaTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("criteria_tree")
        self.setAccessibleName(_("Criteria"))
        self.tree = model
        self._folded: set[str] = set()
        self.setModel(model)
        self.setItemDelegate(CriteriaCells(self))
        self._dress()
        self.collapsed.connect(lambda index: self._folded.add(model.id_of(index)))
        self.expanded.connect(lambda index: self._folded.discard(model.id_of(index)))
        model.modelReset.connect(self._unfold)
        self.selectionModel().currentRowChanged.connect(lambda now, before: self._tell(now))

    @property
    def chosen(self) -> str:
        """The id of the criterion where the cursor stands, empty for none."""
        index = self.currentIndex()
        return self.tree.id_of(index) if index.isValid() else ""

    def choose(self, criterion: str) -> None:
        """Put the cursor on a criterion (an id)."""
        index = self.tree.index_of(criterion)
        if index.isValid() and index.row() >= 0 and criterion != self.chosen:
            self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def rename(self, criterion: str) -> None:
        """Let the user type a criterion's name."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(criterion)
        self.edit(self.tree.index_of(criterion))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Every column what it needs; where that is too much, the least it can do with; the rest is the name's."""
        room = self.viewport().width()
        wide = {column: self._needed(column, most) for column, most in WIDEST.items()}
        wide |= dict.fromkeys((Column.LOCAL, Column.GLOBAL), weight_width(WIDEST_BAR))
        names = min(self.sizeHintForColumn(Column.NAME), scaled(300))
        if sum(wide.values()) + names > room:
            wide = {column: min(width, scaled(NARROW.get(column, 999))) for column, width in wide.items()}
            wide |= dict.fromkeys((Column.LOCAL, Column.GLOBAL), weight_width(SHORT_BAR))
        for column, width in wide.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.NAME, max(room - sum(wide.values()), scaled(NARROWEST_NAME)))

    def _needed(self, column: Column, most: int) -> int:
        return min(max(self.sizeHintForColumn(column), self.header().sectionSizeHint(column)), scaled(most))

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(False)
        self.setMouseTracking(True)
        self.setIndentation(scaled(18))
        self.setExpandsOnDoubleClick(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(scaled(40))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)

    def _unfold(self) -> None:
        """Everything open but what the user has folded."""
        for criterion in self.tree.lines:
            self.setExpanded(self.tree.index_of(criterion), criterion not in self._folded)
        self.fit_columns()

    def _tell(self, index: QModelIndex) -> None:
        self.criterion_chosen.emit(self.tree.id_of(index) if index.isValid() else "")
