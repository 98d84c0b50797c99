"""A table of an import: as high as its rows, so that the page scrolls and not the table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableView

from decidr.gui.models.shared.roles import CHOICES_ROLE
from decidr.gui.panels.importing.cells import ImportCells, height
from decidr.gui.panels.tables.choice_cells import EDITOR
from decidr.gui.panels.tables.heading_width import heading_width
from decidr.gui.panels.tables.table_dress import dress_table
from decidr.gui.theme import scaled

NARROWEST, WIDEST_NAME, ELASTIC = 72, 150, 160


class ImportTable(QTableView):
    """The column ``wide`` takes the room that is left; ``elastic``: it also cuts its words where there is too little.

    Else the table scrolls sideways.
    """

    def __init__(self, name: str, title: str, model: QAbstractTableModel, wide: int, *, elastic: bool = False) -> None:
        super().__init__()
        self._wide, self._is_elastic = wide, elastic
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setModel(model)
        self.setItemDelegate(ImportCells(self))
        self._dress()
        model.modelReset.connect(self._fit)
        self.clicked.connect(self._open_list)

    def sizeHint(self) -> QSize:
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self._needed() > self.viewport().width() else 0
        return QSize(scaled(420), rows + self.horizontalHeader().sizeHint().height() + bar + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it is for the page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _open_list(self, index: QModelIndex) -> None:
        """Open the choices of the cell that was clicked."""
        if index.data(CHOICES_ROLE) is not None and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
            if box := self.findChild(QComboBox, EDITOR):
                box.showPopup()

    def _fit(self) -> None:
        columns = range(self.model().columnCount())
        for row in range(self.model().rowCount()):
            self.setRowHeight(row, max(height(self.model().index(row, column)) for column in columns))
        self._fit_columns()
        self.updateGeometry()

    def _fit_columns(self) -> None:
        widths = self._widths()
        if widths:
            widths[self._wide] += max(self.viewport().width() - sum(widths), 0)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _needed(self) -> int:
        return sum(self._widths())

    def _widths(self) -> list[int]:
        columns = range(self.model().columnCount())
        named = [min(heading_width(self.horizontalHeader(), column), scaled(WIDEST_NAME)) for column in columns]
        needed = [max(self.sizeHintForColumn(c), named[c], scaled(NARROWEST)) for c in columns]
        if self._is_elastic and needed:
            needed[self._wide] = scaled(ELASTIC)
        return needed

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
