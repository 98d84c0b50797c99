"""The list below the find field: what matches, each line with what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from decidr.gui.panels.find_target import Target
from decidr.gui.theme import CAPTION, current, font, scaled

MOST_SHOWN = 12


class FindPopup(QCompleter):
    """Shows targets below a field; ``taken`` tells the place of the one that was chosen."""

    taken = Signal(int)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(MOST_SHOWN)
        self._list = QListView()
        self._list.setObjectName("find_popup")
        self._list.setItemDelegate(_TargetLine(self._list))
        self.setPopup(self._list)
        self.setWidget(field)
        self.activated.connect(lambda text: self.taken.emit(self._list.currentIndex().row()))

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show these; none: hide the list."""
        self._rows.clear()
        for target in targets:
            row = QStandardItem(target.name)
            row.setData(target.kind, Qt.ItemDataRole.UserRole)
            row.setData(f"{target.name}, {target.kind}", Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(row)
        if targets:
            self.complete()
        else:
            self._list.hide()


class _TargetLine(QStyledItemDelegate):
    """The name at the left, what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(240), scaled(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, area = current(), QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.soft_accent))
        kind = str(index.data(Qt.ItemDataRole.UserRole))
        inner = area.adjusted(10, 0, -10, 0)
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(theme.third_text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        room = inner.width() - QFontMetricsF(painter.font()).horizontalAdvance(kind) - 10
        painter.setFont(font())
        painter.setPen(QColor(theme.text))
        name = QFontMetricsF(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
