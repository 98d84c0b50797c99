"""The criteria tree as it is seen and moved through: keys, folding, dragging."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTreeView, QWidget

from decidr.gui.models.criteria.criteria_tree import Column, CriteriaTree
from decidr.gui.panels.criteria.criteria_cells import WIDEST_BAR, CriteriaCells, weight_width
from decidr.gui.panels.tables.heading_width import heading_width
from decidr.gui.theme import scaled
from decidr.language import _

NARROWEST_NAME, READABLE_NAME, WIDEST_NAME = 176, 236, 320
"""Of the column of names: at least, before other columns are given up for it, and at most."""

WIDEST_TEXT = 190
NARROWEST_TEXT = {Column.UNIT: 56, Column.STATE: 96}
"""Columns of text that can do with less than they need, in pixels."""

SHORT_BAR = 20
GIVEN_UP = (Column.BETTER, Column.UNIT, Column.SCORED_BY, Column.WORST, Column.BEST)
"""Columns that are left to the card where there is no room for them, in this order."""


class CriteriaView(QTreeView):
    """``criterion_chosen`` tells the id where the cursor stands, empty for none."""

    criterion_chosen = Signal(str)

    def __init__(self, model: CriteriaTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("criteria_tree")
        self.setAccessibleName(_("Criteria"))
        self.tree = model
        self._folded: set[str] = set()
        self._hints: dict[Column, int] = {}
        self.setModel(model)
        self._cells = CriteriaCells(self)
        self.setItemDelegate(self._cells)
        self._dress()
        self.collapsed.connect(lambda index: self._folded.add(model.id_of(index)))
        self.expanded.connect(lambda index: self._folded.discard(model.id_of(index)))
        model.modelReset.connect(self._unfold)
        model.refreshed.connect(self._cells_changed)
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
        if self.currentIndex().isValid():
            self.edit(self.tree.index_of(self.chosen))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectedIndexes() and self.tree.lines:
            self.setCurrentIndex(self.tree.index_of(self.chosen or next(iter(self.tree.lines))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the card that opens below must not hide it

    def fit_columns(self) -> None:
        """Every column what it needs, or a little less; what has no room even then is left to the card."""
        room = self.viewport().width()
        name = min(max(self._hint(Column.NAME), scaled(NARROWEST_NAME)), scaled(WIDEST_NAME))
        wide: dict[Column, int] = {column: self._needed(column) for column in Column if column != Column.NAME}
        wide |= dict.fromkeys((Column.LOCAL, Column.GLOBAL), weight_width(WIDEST_BAR))
        narrow: dict[Column, int] = {
            column: min(width, scaled(NARROWEST_TEXT.get(column, 999))) for column, width in wide.items()
        }
        narrow |= dict.fromkeys((Column.LOCAL, Column.GLOBAL), weight_width(SHORT_BAR))
        given_up = self._given_up(narrow, room - min(name, scaled(READABLE_NAME)))
        left = [column for column in narrow if column not in given_up]
        if sum(narrow[column] for column in left) + scaled(NARROWEST_NAME) > room:
            narrow |= dict.fromkeys((Column.LOCAL, Column.GLOBAL), weight_width(0))
        least, most = sum(narrow[column] for column in left), sum(wide[column] for column in left)
        share = min(max((room - name - least) / max(most - least, 1), 0.0), 1.0)
        widths = {column: int(narrow[column] + share * (wide[column] - narrow[column])) for column in left}
        for column in Column:
            self.setColumnHidden(column, column in given_up)
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        self.setColumnWidth(Column.NAME, max(room - sum(widths.values()), scaled(NARROWEST_NAME)))

    def _given_up(self, widths: dict[Column, int], room: int) -> tuple[Column, ...]:
        needed = [sum(widths.values()) - sum(widths[c] for c in GIVEN_UP[:count]) for count in range(len(GIVEN_UP) + 1)]
        fits = (count for count, width in enumerate(needed) if width <= room)
        return GIVEN_UP[: next(fits, len(GIVEN_UP))]

    def _needed(self, column: Column) -> int:
        return min(max(self._hint(column), heading_width(self.header(), column)), scaled(WIDEST_TEXT))

    def _hint(self, column: Column) -> int:
        """What a column's cells need, measured once: Qt asks every row."""
        if column not in self._hints:
            self._hints[column] = self.sizeHintForColumn(column)
        return self._hints[column]

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
        self._cells_changed()

    def _cells_changed(self) -> None:
        self._cells.measure(self.tree.lines.values())
        self._hints.clear()
        self.fit_columns()

    def _tell(self, index: QModelIndex) -> None:
        self.criterion_chosen.emit(self.tree.id_of(index) if index.isValid() else "")
