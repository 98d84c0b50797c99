"""A table of entries that is as high as its rows, so that the page scrolls and not the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from decidr.gui.models.shared.entry_table import ENTRY_ROLE, ORDER_ROLE, Entry, EntryTable
from decidr.gui.panels.tables.entry_delegate import EntryDelegate, height_of
from decidr.gui.panels.tables.table_dress import dress_table

LEAST = 90
"""Pixels that a column of text has at least."""


class EntryView(QTableView):
    """Shows an ``EntryTable``; a click on a heading sorts, where ``show_sorting`` allowed it.

    One that ``scrolls`` takes the room that it is given instead.
    ``opened`` gives the place of a double click or Enter, ``row_chosen`` a row of the model. Copying takes the selected
    rows at full precision, tabs between the columns. Where texts lack room, those of the column ``whole`` keep theirs.
    """

    opened = Signal(str)
    row_chosen = Signal(int)

    def __init__(self, name: str, stretched: int = 0, whole: int | None = None, *, scrolls: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._scrolls = scrolls
        self.table = EntryTable()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.table)
        self._sorted.setSortRole(ORDER_ROLE)
        self.setModel(self._sorted)
        self.entries = EntryDelegate(self)
        self.setItemDelegate(self.entries)
        self._stretched, self._whole = stretched, whole
        self._dress()
        self._sorted.modelReset.connect(self._fit)
        self._sorted.layoutChanged.connect(self._fit)
        self._sorted.dataChanged.connect(lambda first, last: self._fit_changed(first.row(), last.row()))
        self.activated.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._tell_row)

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        if not self._scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_sorting(self, column: int, order: Qt.SortOrder) -> None:
        """Let the headings sort, this one to begin with."""
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort_again)
        self._sort(column, order)

    def _sort_again(self, column: int) -> None:
        """Sort by a heading: numbers from the largest, texts from A; the same heading again turns it round."""
        first, second = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self.table.heading(column).is_number:
            first, second = second, first
        is_again = column == self._sorted.sortColumn() and self._sorted.sortOrder() == first
        self._sort(column, second if is_again else first)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted.sort(column, order)
        self.table.mark_sorted(column, "↑" if order == Qt.SortOrder.AscendingOrder else "↓")

    def fit(self) -> None:
        """Give every column and the whole table the room they need."""
        self._fit()

    def entry_at(self, index: QModelIndex | QPersistentModelIndex) -> Entry:
        """The entry of a cell as it is shown."""
        found = index.data(ENTRY_ROLE)
        assert isinstance(found, Entry)
        return found

    def choose_row(self, row: int) -> None:
        """Select a row of the model."""
        index = self._sorted.mapFromSource(self.table.index(row, 0))
        if index.row() != self.currentIndex().row():
            self.setCurrentIndex(index)

    def model_row(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """The row of the model that a cell shows."""
        return self._sorted.mapToSource(self._sorted.index(index.row(), 0)).row()

    def select_rows(self, wanted: Callable[[Entry], bool]) -> QRect | None:
        """Select the rows whose first entry is wanted; the place of the uppermost, None where there is none."""
        self.clearSelection()
        rows = [row for row in range(self._sorted.rowCount()) if wanted(self._row(row)[0])]
        mode = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row in rows:
            self.selectionModel().select(self._sorted.index(row, 0), mode)
        return self.visualRect(self._sorted.index(rows[0], 0)) if rows else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._scrolls:
            super().wheelEvent(event)
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected_text())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._fit_columns()
        self._fit_rows(0, self._sorted.rowCount() - 1)

    def _fit_changed(self, first: int, last: int) -> None:
        """Rows that changed in place may need more room for their numbers."""
        numbers = [c for c in range(self._sorted.columnCount()) if self.table.heading(c).is_number]
        if any(self.sizeHintForColumn(c) > self.columnWidth(c) for c in numbers if not self.isColumnHidden(c)):
            self._fit_columns()
        self._fit_rows(first, last)

    def _fit_rows(self, first: int, last: int) -> None:
        """Give these rows their height, and the table that of all its rows."""
        for row in range(first, last + 1):
            height = max(height_of(entry) for entry in self._row(row))
            if height != self.rowHeight(row):
                self.setRowHeight(row, height)
        self._fit_height()

    def _fit_height(self) -> None:
        """Room for all rows, and for the bar below them where the columns are wider than the table."""
        if self._scrolls:
            return
        header = self.horizontalHeader().sizeHint().height() if self.horizontalHeader().isVisibleTo(self) else 0
        rows = sum(self.rowHeight(row) for row in range(self._sorted.rowCount()))
        is_too_wide = self.horizontalHeader().length() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if is_too_wide else 0
        self.setFixedHeight(rows + header + bar + 2)

    def _fit_columns(self) -> None:
        """Numbers get what they need; texts share the rest, and what none needs goes to the stretched column."""
        columns = [c for c in range(self._sorted.columnCount()) if not self.isColumnHidden(c)]
        head = self.horizontalHeader()
        widths = {c: max(self.sizeHintForColumn(c), head.sectionSizeHint(c)) for c in columns}
        texts = [c for c in columns if not self.table.heading(c).is_number]
        room = self.viewport().width() - sum(width for c, width in widths.items() if c not in texts)
        widths |= _shared(room, {c: widths[c] for c in texts}, self._stretched, self._whole)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _open(self, index: QModelIndex) -> None:
        row = [self.entry_at(index), *self._row(index.row())]
        place = next((entry.place for entry in row if entry.place), "")
        if place:
            self.opened.emit(place)

    def _tell_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self._sorted.mapToSource(index).row())

    def _selected_text(self) -> str:
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return "\n".join("\t".join(entry.exact or entry.words for entry in self._row(row)) for row in rows)

    def _row(self, row: int) -> list[Entry]:
        return [self.entry_at(self._sorted.index(row, column)) for column in range(self._sorted.columnCount())]


def _shared(room: int, needs: dict[int, int], stretched: int, whole: int | None) -> dict[int, int]:
    """Room for columns by what they need: those that need less than their share leave the rest to the others."""
    given: dict[int, int] = {}
    if whole in needs:
        given[whole] = max(min(needs[whole], room - LEAST * (len(needs) - 1)), LEAST)
    for column in sorted(needs.keys() - given.keys(), key=lambda c: needs[c]):
        share = (room - sum(given.values())) // (len(needs) - len(given))
        given[column] = max(min(needs[column], share), LEAST)
    if stretched in given:
        given[stretched] += max(room - sum(given.values()), 0)
    return given
