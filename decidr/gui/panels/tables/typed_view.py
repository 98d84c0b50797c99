"""A table that is typed into as into a spreadsheet, moved through, copied and pasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QLocale,
    QModelIndex,
    QObject,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from decidr.gui.models.shared.roles import TONE_ROLE, Index
from decidr.gui.models.shared.typed_table import TypedTable
from decidr.gui.panels.tables.choice_cells import ChoiceCells
from decidr.gui.panels.tables.heading_width import heading_width
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.panels.tables.table_dress import dress_table
from decidr.gui.theme import BODY, ROW_HEIGHT, current, font, scaled

PADDING = 8
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

NARROWEST, WIDEST = 64, 190
"""Widths of columns of text in pixels; the last takes what is left."""


class TypedView(QTableView):
    """As high as its rows, so that the page scrolls and not the table; ``pasted`` tells how many rows a block changed.

    ``removal_wanted`` asks that the chosen rows go. Where room lacks, the ``spare`` columns (by field; without any the
    last) are left out, in that order.
    """

    pasted = Signal(int)
    removal_wanted = Signal()

    def __init__(
        self, name: str, words: str, model: TypedTable, spare: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spare = spare or (model.columns[-1].field,)
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.table = model
        self.setModel(model)
        self.cells = TypedCells(self)
        self.setItemDelegate(self.cells)
        self.cells.entered.connect(self._go_down)
        self._dress()
        self._kept: tuple[int, int] | None = None
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._return_to_place)
        model.modelReset.connect(self._changed)
        model.dataChanged.connect(self._changed)

    @property
    def chosen_rows(self) -> list[int]:
        """The rows of which any cell is chosen."""
        return sorted({index.row() for index in self.selectedIndexes()})

    def begin_row(self) -> None:
        """Put the cursor where a new row begins."""
        self.setCurrentIndex(self.table.index(self.table.rowCount() - 1, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        QGuiApplication.clipboard().setText(self.table.copied(self.selectedIndexes(), QLocale().decimalPoint()))

    def paste(self) -> None:
        """Take the block on the clipboard, from the upper left of what is chosen on."""
        here = min(self.selectedIndexes(), key=lambda index: (index.row(), index.column()), default=None)
        row, column = (here.row(), here.column()) if here else (self.table.rowCount() - 1, 0)
        self.pasted.emit(self.table.paste(QGuiApplication.clipboard().text(), row, column))

    def sizeHint(self) -> QSize:
        rows = self.table.rowCount() * scaled(ROW_HEIGHT)
        return QSize(scaled(480), rows + self.horizontalHeader().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif event.key() in ENTER:
            self._go(1, 0)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectedIndexes():
            self.setCurrentIndex(self.currentIndex() if self.currentIndex().isValid() else self.table.index(0, 0))

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes through the cells of a row, and leaves the table at its end."""
        return self._go(0, 1 if is_next else -1) or super().focusNextPrevChild(is_next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls, not the table

    def fit(self) -> None:
        """Every column what it needs, and figures always; where room lacks, spare ones are left out, texts give up."""
        columns, room = self.table.columns, self.viewport().width()
        last = len(columns) - 1
        wide = {column: self._needed(column) for column in range(last)} | {last: scaled(NARROWEST)}
        for column in self._left_out(wide, room):
            del wide[column]
        for column in range(last + 1):
            self.setColumnHidden(column, column not in wide)
        for column in (c for c in reversed(wide) if c != last and not columns[c].is_number):
            least = max(scaled(NARROWEST), heading_width(self.horizontalHeader(), column))
            wide[column] -= min(max(sum(wide.values()) - room, 0), max(wide[column] - least, 0))
        wide[last if last in wide else self._widest(wide)] += max(room - sum(wide.values()), 0)
        for column, width in wide.items():
            self.setColumnWidth(column, width)

    def _left_out(self, wide: Mapping[int, int], room: int) -> list[int]:
        """The spare columns that there is no room for."""
        fields = [column.field for column in self.table.columns]
        gone: list[int] = []
        for column in (fields.index(field) for field in self._spare):
            if sum(width for c, width in wide.items() if c not in gone) <= room:
                break
            gone.append(column)
        return gone

    def _widest(self, wide: Mapping[int, int]) -> int:
        """The column of text that can best use what is left."""
        return max((c for c in wide if not self.table.columns[c].is_number), key=lambda c: wide[c])

    def _needed(self, column: int) -> int:
        needed = max(self.sizeHintForColumn(column), heading_width(self.horizontalHeader(), column))
        return needed if self.table.columns[column].is_number else min(needed, scaled(WIDEST))

    def _go_down(self) -> None:
        self._go(1, 0)

    def _go(self, down: int, across: int) -> bool:
        """Move the cursor; False at the edge, and where there is none."""
        here = self.currentIndex()
        to = self.table.index(here.row() + down, here.column() + across) if here.isValid() else QModelIndex()
        can_go = to.isValid() and not self.isColumnHidden(to.column())
        if can_go:
            self.setCurrentIndex(to)
        return can_go

    def _keep_place(self) -> None:
        """Remember where the keyboard is, in the table or in one of its cells."""
        at, here = QApplication.focusWidget(), self.currentIndex()
        is_here = at is not None and (at is self or self.isAncestorOf(at)) and here.isValid()
        self._kept = (here.row(), here.column()) if is_here else None

    def _return_to_place(self) -> None:
        if self._kept:
            row, column = self._kept
            self.setCurrentIndex(self.table.index(min(row, self.table.rowCount() - 1), column))

    def _changed(self) -> None:
        self.fit()
        self.updateGeometry()

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(scaled(40))


class TypedCells(ChoiceCells):
    """Draws one cell in the colour of its tone; ``entered`` tells that Enter has ended typing, and it was taken.

    What cannot be taken stays in the editor, to be corrected.
    """

    entered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_taken = True

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            is_same = editor.text() == index.data(Qt.ItemDataRole.EditRole)
            self._was_taken = is_same or model.setData(index, editor.text())
        else:
            super().setModelData(editor, model, index)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        is_enter = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ENTER
        if not is_enter or not isinstance(editor, QLineEdit):
            return super().eventFilter(editor, event)
        self.commitData.emit(editor)
        if self._was_taken:
            self.closeEditor.emit(editor, ChoiceCells.EndEditHint.NoHint)
            self.entered.emit()
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = QFontMetricsF(font(BODY)).horizontalAdvance(str(index.data() or "")) + 2 * PADDING + 4
        return QSize(round(width), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area, theme = QRectF(option.rect), current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        painter.setFont(font(BODY))
        tones = {"third": theme.third_text, "look_here": theme.look_here}
        painter.setPen(QColor(tones.get(index.data(TONE_ROLE), theme.text)))
        letters = QFontMetricsF(painter.font())
        shown = letters.elidedText(str(index.data() or ""), Qt.TextElideMode.ElideRight, inside.width() + 1)
        painter.drawText(inside, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
        painter.restore()
