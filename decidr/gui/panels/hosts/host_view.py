"""The table of hosts as it is seen and moved through."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from decidr.gui.models.hosts.host_table import Column, HostTable
from decidr.gui.panels.hosts.host_cells import LONGEST_BAR, HostCells, total_width
from decidr.gui.panels.tables.heading_width import heading_width
from decidr.gui.panels.tables.table_dress import dress_table
from decidr.gui.theme import ROW_HEIGHT, scaled
from decidr.language import _

WIDEST = {Column.NAME: 420, Column.CODE: 96, Column.GROUP: 160, Column.STATE: 220}
NARROWEST = {Column.NAME: 150, Column.GROUP: 64, Column.STATE: 96}
NOTES, SHORT_BAR = 90, 36
"""Widths in pixels."""

LEAST_ROWS = 5

GIVEN_UP = (Column.NOTES, Column.GROUP, Column.CODE)
"""Columns that are left out, in this order, where there is no room for them; notes and groups if nobody wrote any."""


class HostView(QTableView):
    """``host_chosen`` tells the id where the cursor stands, empty for none."""

    host_chosen = Signal(str)

    def __init__(self, model: HostTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("host_table")
        self.setAccessibleName(_("Hosts"))
        self.table = model
        self._cells = HostCells(self)
        self._hints: dict[Column, int] = {}
        self.setModel(model)
        self.setItemDelegate(self._cells)
        self._dress()
        model.modelReset.connect(self._changed)
        model.dataChanged.connect(self._changed)
        self.selectionModel().currentRowChanged.connect(lambda now, before: self._tell(now))

    @property
    def chosen(self) -> str:
        """The id of the host where the cursor stands, empty for none."""
        index = self.currentIndex()
        return self.table.lines[index.row()].host.id if index.isValid() else ""

    def choose(self, host: str) -> None:
        """Put the cursor on a host (an id)."""
        index = self.table.index_of(host, max(self.currentIndex().column(), Column.NAME))
        if index.isValid():
            if host != self.chosen:
                self.setCurrentIndex(index)
            self.scrollTo(index)

    def rename(self) -> None:
        """Let the user type the chosen host's name."""
        if self.chosen:
            self.edit(self.table.index_of(self.chosen))

    def sizeHint(self) -> QSize:
        rows = self.table.rowCount() * scaled(ROW_HEIGHT)
        return QSize(scaled(480), rows + self.horizontalHeader().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:
        """Some rows at least: the card below leaves them."""
        rows = min(self.table.rowCount(), LEAST_ROWS) * scaled(ROW_HEIGHT)
        return QSize(scaled(240), rows + self.horizontalHeader().sizeHint().height() + 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.selectedIndexes() and self.table.lines:
            self.setCurrentIndex(self.table.index_of(self.chosen or self.table.lines[0].host.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Every column what it needs, a little less where there is no room; the rest is for the notes."""
        room = self.viewport().width()
        wide: dict[Column, int] = {column: self._needed(column) for column in Column}
        wide |= {Column.NOTES: scaled(NOTES), Column.TOTAL: total_width(LONGEST_BAR)}
        narrow = {column: min(width, scaled(NARROWEST.get(column, 999))) for column, width in wide.items()}
        narrow[Column.TOTAL] = total_width(SHORT_BAR)
        given_up = self._given_up(narrow, room)
        left = [column for column in Column if column not in given_up]
        if sum(narrow[column] for column in left) > room:
            narrow[Column.TOTAL] = total_width(0)
        least, most = sum(narrow[column] for column in left), sum(wide[column] for column in left)
        share = min(max((room - least) / max(most - least, 1), 0.0), 1.0)
        widths = {column: int(narrow[column] + share * (wide[column] - narrow[column])) for column in left}
        widths[Column.NAME if Column.NOTES in given_up else Column.NOTES] += max(room - sum(widths.values()), 0)
        for column in Column:
            self.setColumnHidden(column, column in given_up)
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _given_up(self, widths: dict[Column, int], room: int) -> set[Column]:
        """The columns that are left out."""
        given_up: set[Column] = set()
        for column in GIVEN_UP:
            is_too_wide = sum(width for c, width in widths.items() if c not in given_up) > room
            if is_too_wide and (column == Column.CODE or self._is_empty(column)):
                given_up.add(column)
        return given_up

    def _is_empty(self, column: Column) -> bool:
        return not any(self.table.index(row, column).data() for row in range(self.table.rowCount()))

    def _needed(self, column: Column) -> int:
        if column not in self._hints:  # measured once: Qt asks every row
            self._hints[column] = self.sizeHintForColumn(column)
        needed = max(self._hints[column], heading_width(self.horizontalHeader(), column))
        return min(needed, scaled(WIDEST.get(column, 999)))

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.horizontalHeader().setMinimumSectionSize(scaled(40))

    def _changed(self) -> None:
        self._cells.measure(self.table.lines)
        self._hints.clear()
        self.fit_columns()
        self.updateGeometry()

    def _tell(self, index: QModelIndex) -> None:
        self.host_chosen.emit(self.table.lines[index.row()].host.id if index.isValid() else "")
