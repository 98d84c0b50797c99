"""The judgment matrix as a spreadsheet: typed, moved through, cleared, copied and pasted by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView, QWidget

from decidr.gui.models.weights import matrix_steps
from decidr.gui.models.weights.judgment_matrix import JudgmentMatrix
from decidr.gui.models.weights.node_judgments import Pair
from decidr.gui.panels.weights.matrix_cells import MatrixCells
from decidr.gui.panels.weights.matrix_header import MatrixHeader
from decidr.language import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

_ARROW_KEYS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}

_ARROWS = {
    QAbstractItemView.CursorAction.MoveUp: (-1, 0),
    QAbstractItemView.CursorAction.MoveDown: (1, 0),
    QAbstractItemView.CursorAction.MoveLeft: (0, -1),
    QAbstractItemView.CursorAction.MoveRight: (0, 1),
}


class MatrixView(QTableView):
    """Rows over columns; ``pair_chosen`` tells the ids of the cell where the cursor stands, ``given_up`` Escape."""

    pair_chosen = Signal(str, str)
    given_up = Signal()

    def __init__(self, model: JudgmentMatrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("judgment_matrix")
        self.setAccessibleName(_("Judgments, row over column"))
        self.matrix = model
        self.cells = MatrixCells(self)
        self.columns = MatrixHeader(Qt.Orientation.Horizontal, self)
        self.rows = MatrixHeader(Qt.Orientation.Vertical, self)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self.setModel(model)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.left_by.connect(self._go_on)
        self.cells.closeEditor.connect(self._tell_given_up)
        self.selectionModel().currentChanged.connect(self._tell_pair)

    def choose(self, pair: Pair) -> None:
        """Put the cursor on (row, column) ids."""
        index = self.matrix.index_of(pair)
        if index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._mark_names(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.cells.is_typed_anew = bool(event.text().strip())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_block()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.matrix.paste(QGuiApplication.clipboard().text(), self._first_selected())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.matrix.clear(self.selectedIndexes())
        elif event.key() in _ENTER:
            self._go_on(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.cells.is_typed_anew = False
        super().mouseDoubleClickEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the cells, and leaves the matrix at the end of a half."""
        step = matrix_steps.right if is_next else matrix_steps.left
        return self._step(step) or super().focusNextPrevChild(is_next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._choose_first()

    def copy_block(self) -> None:
        """Put the selected block on the clipboard."""
        point = QLocale().decimalPoint()
        QGuiApplication.clipboard().setText(self.matrix.block_text(self.selectedIndexes(), point))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        if action not in _ARROWS or not self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        here = self.currentIndex()
        place = matrix_steps.stepped((here.row(), here.column()), *_ARROWS[action], self.matrix.rowCount())
        return self.matrix.index(*place)

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def _go_on(self, event: QKeyEvent) -> None:
        """Where the key that ended typing leads."""
        key = Qt.Key(event.key())
        if key in _TABS:
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
        elif key in _ARROW_KEYS:
            here = self.currentIndex()
            place = matrix_steps.stepped((here.row(), here.column()), *_ARROW_KEYS[key], self.matrix.rowCount())
            self.setCurrentIndex(self.matrix.index(*place))
        else:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._step(matrix_steps.above if is_back else matrix_steps.below)

    def _tell_given_up(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint == QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self.given_up.emit()

    def _step(self, step: Callable[[matrix_steps.Place, int], matrix_steps.Place | None]) -> bool:
        """Move the cursor through its half; False at the end of it."""
        here = self.currentIndex()
        to = step((here.row(), here.column()), self.matrix.rowCount()) if here.isValid() else None
        if to:
            self.setCurrentIndex(self.matrix.index(*to))
        return to is not None

    def _first_selected(self) -> QModelIndex:
        """The cell at the selection's upper left, where a block is pasted."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        return self.matrix.index(min(i.row() for i in chosen), min(i.column() for i in chosen))

    def _choose_first(self) -> None:
        if self.matrix.rowCount() > 1:
            self.setCurrentIndex(self.matrix.index(0, 1))

    def _tell_pair(self, index: QModelIndex) -> None:
        self._mark_names(index)
        if index.isValid() and index.row() != index.column():
            self.pair_chosen.emit(*self.matrix.pair(index))

    def _mark_names(self, index: QModelIndex) -> None:
        self.rows.choose(index.row())
        self.columns.choose(index.column())
