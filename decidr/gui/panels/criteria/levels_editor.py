"""The levels of a rating scale, to be named, scored, ordered and pasted."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QGuiApplication, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from decidr.gui.models.criteria.levels_table import Column, LevelsTable
from decidr.gui.models.shared.structuring import Structuring
from decidr.gui.panels.tables.choice_cells import ChoiceCells
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.panels.tables.table_actions import action_button, table_action
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import BODY, SPACE, current, font, scaled
from decidr.language import _

ROW, PADDING = 30, 8


class LevelsEditor(QWidget):
    """A table as high as its rows; what can be done stands below it and in its context menu."""

    def __init__(self, structuring: Structuring, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = LevelsTable(structuring, self)
        self.view = QTableView()
        self.trouble = text_label("", "caption", "error")
        self.trouble.setObjectName("levels_trouble")
        self.trouble.hide()
        self.hint = text_label(
            _("Best to worst; Alt with ↑ or ↓ moves a level. Paste takes names, or names with scores."),
            "caption",
            "third",
        )
        self._dress()
        self._lay_out()
        self.table.refused.connect(self._say)
        self.table.modelReset.connect(self._fit)

    def show_criterion(self, criterion: str) -> None:
        """Show the scale of a criterion (an id)."""
        self.table.show_criterion(criterion)
        self._fit()

    def add(self) -> None:
        """A level more below the chosen one; its name is typed at once."""
        self._choose(self.table.add(self.view.currentIndex().row()))
        self.view.edit(self.view.currentIndex())

    def remove(self) -> None:
        """Take the chosen level out."""
        row = self.view.currentIndex().row()
        if row >= 0:
            self.table.remove(row)
            self._choose(min(row, self.table.rowCount() - 1))

    def shift(self, by: int) -> None:
        """Let the chosen level change places with its neighbour."""
        row = self.view.currentIndex().row()
        if row >= 0:
            self._choose(self.table.move(row, by))

    def paste(self) -> None:
        """Take the scale that is on the clipboard."""
        self.table.paste(QGuiApplication.clipboard().text())

    def copy(self) -> None:
        """Put the scale on the clipboard."""
        QGuiApplication.clipboard().setText(self.table.text())

    def _choose(self, row: int) -> None:
        self.view.setCurrentIndex(self.table.index(row, Column.NAME))

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))

    def _fit(self) -> None:
        head = self.view.horizontalHeader()
        self.view.setFixedHeight(head.sizeHint().height() + scaled(ROW) * max(self.table.rowCount(), 1) + 2)

    def _dress(self) -> None:
        view = self.view
        view.setObjectName("criterion_levels")
        view.setAccessibleName(_("Levels"))
        view.setModel(self.table)
        view.setItemDelegate(_LevelCells(view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(ROW))
        head = view.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        view = self.view
        buttons = FlowLayout(spacing=SPACE[1])
        for action in (
            table_action(view, "level_add", _("Add a level"), self.add, "Insert"),
            table_action(view, "level_remove", _("Remove"), self.remove, "Del"),
            table_action(view, "level_paste", _("Paste"), self.paste, "Ctrl+V"),
        ):
            buttons.addWidget(action_button(action))
        table_action(view, "level_up", _("Make it better"), lambda: self.shift(-1), "Alt+Up")
        table_action(view, "level_down", _("Make it worse"), lambda: self.shift(1), "Alt+Down")
        table_action(view, "level_copy", _("Copy"), self.copy, "Ctrl+C")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[1])
        for widget in (self.view, self.trouble):
            column.addWidget(widget)
        column.addLayout(buttons)
        column.addWidget(self.hint)
        column.addStretch(1)


class _LevelCells(ChoiceCells):
    """Draws a cell as the other tables do: room at the sides, and a hair line below."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area, theme = QRectF(option.rect), current()
        painter.save()
        paint_ground(painter, area, option.state)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QLineF(area.left(), area.bottom() - 0.5, area.right(), area.bottom() - 0.5))
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.second_text if index.column() == Column.RATED else theme.text))
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        shown = QFontMetricsF(painter.font()).elidedText(index.data(), Qt.TextElideMode.ElideRight, inside.width() + 1)
        painter.drawText(inside, int(index.data(Qt.ItemDataRole.TextAlignmentRole)), shown)
        painter.restore()
