"""The list below the find field: what matches, each line with what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from decidr.gui.panels.frame.find_target import Target
from decidr.gui.theme import CAPTION, CONTROL_RADIUS, current, font, scaled
from decidr.language import _

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
        self.setPopup(self._list)
        self._list.setItemDelegate(_TargetLine(self._list))  # after setPopup, which would put Qt's own there
        self.setWidget(field)
        self.activated.connect(lambda text: self.taken.emit(self._list.currentIndex().row()))

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show these, the first one marked, as Enter takes it; where there is none, the list says so."""
        self._rows.clear()
        for target in targets:
            row = QStandardItem(target.name)
            row.setData(target.kind, Qt.ItemDataRole.UserRole)
            row.setData(f"{target.name}, {target.kind}", Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(row)
        if not targets:
            row = QStandardItem(_("Nothing of that name"))
            row.setFlags(Qt.ItemFlag.NoItemFlags)
            self._rows.appendRow(row)
        self.complete()
        if targets:
            self._list.setCurrentIndex(self._rows.index(0, 0))


class _TargetLine(QStyledItemDelegate):
    """The name at the left, what it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(scaled(240), scaled(28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme, area = current(), QRectF(option.rect)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setBrush(QColor(theme.soft_accent if is_chosen else theme.sunken))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), CONTROL_RADIUS, CONTROL_RADIUS)
        kind = str(index.data(Qt.ItemDataRole.UserRole) or "")
        inner = area.adjusted(10, 0, -10, 0)
        painter.setFont(font(CAPTION))
        painter.setPen(QColor(theme.third_text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
        room = inner.width() - QFontMetricsF(painter.font()).horizontalAdvance(kind) - 10
        painter.setFont(font())
        painter.setPen(QColor(theme.text if kind else theme.second_text))
        name = QFontMetricsF(painter.font()).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, name)
