"""The data as a spreadsheet: typed, moved through, cleared, copied and pasted by keyboard and mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from decidr.gui.models.data.cell_words import value_text
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.data.data_table import DataTable
from decidr.gui.models.shared.roles import Index
from decidr.gui.panels.data.cell_look import PADDING
from decidr.gui.panels.data.data_cells import DataCells
from decidr.gui.panels.data.data_headers import HEADING, LEAF, HostNames, LeafNames
from decidr.gui.theme import BODY, font, scaled
from decidr.language import _

NARROWEST_COLUMN, WIDEST_COLUMN = 82, 118
NARROWEST_NAMES, WIDEST_NAMES = 150, 250
NAMES_SHARE = 0.3
"""The names take at most this share of the room."""

_STEPS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Left: (0, -1),
}
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DataView(QTableView):
    """Names stay in view while cells scroll.

    ``cell_chosen`` tells that the cursor has moved, ``pasted`` how many cells a block has changed.
    """

    cell_chosen = Signal()
    pasted = Signal(int)

    def __init__(self, model: DataTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_table")
        self.setAccessibleName(_("Data, leaves by hosts"))
        self.table = model
        self.cells = DataCells(model, self)
        self.leaves, self.hosts = LeafNames(self, model), HostNames(self, model)
        self.setVerticalHeader(self.leaves)
        self.setHorizontalHeader(self.hosts)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.left_by.connect(self._go_on)
        self.selectionModel().currentChanged.connect(self._mark)
        self._longest_value = 0
        model.modelReset.connect(self._fit_anew)
        model.dataChanged.connect(self._fit_to)

    @property
    def fact(self) -> CellFact | None:
        """What is known of the cell where the cursor stands."""
        return self.table.fact(self.currentIndex())

    def choose(self, criterion: str, host: str = "") -> bool:
        """Put the cursor on a leaf and a host (ids); whether they are shown."""
        index = self.table.index_of(criterion, host)
        if not index.isValid():
            return False
        if index != self.currentIndex() or self.selectedIndexes() != [index]:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def copy(self, with_names: bool = False) -> None:
        """Put the selected block on the clipboard."""
        point = QLocale().decimalPoint()
        QGuiApplication.clipboard().setText(self.table.copied(self.selectedIndexes(), point, with_names))

    def paste(self) -> None:
        """Take the block on the clipboard, from the upper left of the selection on."""
        if chosen := self.selectedIndexes():
            self.pasted.emit(self.table.paste(QGuiApplication.clipboard().text(), chosen))

    def clear(self) -> None:
        """Let the selected cells be missing."""
        self.table.clear(self.selectedIndexes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        self.cells.is_typed_anew = bool(event.text().strip())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif key in _CONFIRMING:
            self._go_on(event)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.cells.is_typed_anew = False
        super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectedIndexes():
            self._choose_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if hasattr(self, "cells"):
            self.cells.forget_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
        if event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # the card that opens below must not hide it

    def fit(self) -> None:
        """Columns as wide as there is room for, names as wide as they need, rows as high as what they hold."""
        room, count = self.width(), max(self.table.columnCount(), 1)
        names = min(max(self.leaves.natural_width(), scaled(NARROWEST_NAMES)), scaled(WIDEST_NAMES))
        names = max(min(names, int(room * NAMES_SHARE)), scaled(NARROWEST_NAMES))
        bar = self.verticalScrollBar().sizeHint().width()
        share = (room - names - bar - 2) // count
        self.leaves.setFixedWidth(names)
        least = max(self._longest_value, scaled(NARROWEST_COLUMN))
        self.hosts.setDefaultSectionSize(min(max(share, least), scaled(WIDEST_COLUMN)))
        self.leaves.setDefaultSectionSize(scaled(LEAF))
        for row, line in enumerate(self.table.shown.rows):
            self.setRowHeight(row, scaled(HEADING if line.is_heading else LEAF))

    def _fit_anew(self) -> None:
        self._longest_value = 0
        rows, columns = self.table.rowCount(), self.table.columnCount()
        if rows and columns:
            self._fit_to(self.table.index(0, 0), self.table.index(rows - 1, columns - 1))

    def _fit_to(self, first: Index, last: Index) -> None:
        """Make room for the longest value among these."""
        rows, columns = range(first.row(), last.row() + 1), range(first.column(), last.column() + 1)
        alike = {(fact.evidence is None, fact.value): fact for fact in self.table.facts(rows, columns)}
        longest = max((value_text(fact) for fact in alike.values()), key=len, default="")
        needed = QFontMetrics(font(BODY)).horizontalAdvance(longest) + 2 * PADDING + 2
        if needed > self._longest_value:
            self._longest_value = needed
            self.fit()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(QWidget())
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the cells of a row, and leaves the table at its end."""
        return self._go(0, 1 if is_next else -1) or super().focusNextPrevChild(is_next)

    def _go_on(self, event: QKeyEvent) -> None:
        """Where the key that ended typing, or Enter, leads from the cell."""
        key = Qt.Key(event.key())
        down, across = _STEPS[key]
        if key in _TABS:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in _CONFIRMING and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go(-1, 0)
        else:
            self._go(down, across)

    def _go(self, down: int, across: int) -> bool:
        """Move the cursor; False at the edge, and where there is none."""
        here = self.currentIndex()
        to = self._stepped(here, down, across) if here.isValid() else QModelIndex()
        if to.isValid():
            self.setCurrentIndex(to)
        return to.isValid()

    def _stepped(self, here: Index, down: int, across: int) -> QModelIndex:
        """The cell one step away, over headings; no index beyond the edge."""
        row, column = here.row() + down, here.column() + across
        while 0 <= row < self.table.rowCount() and self.table.shown.rows[row].is_heading and down:
            row += down
        return self.table.index(row, column)

    def _choose_first(self) -> None:
        """Where the keyboard enters: the cell of the cursor, else the first."""
        here = self.fact
        leaf = next((row for row in self.table.shown.rows if not row.is_heading), None)
        if here:
            self.choose(here.row.id, here.column.id)
        elif leaf:
            self.choose(leaf.id)

    def _mark(self, index: QModelIndex) -> None:
        self.leaves.choose(index.row())
        self.hosts.choose(index.column())
        self.cell_chosen.emit()
