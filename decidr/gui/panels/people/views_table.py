"""Every view side by side: who is where, and with how many points."""

from __future__ import annotations

from math import isnan

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from decidr.gui.models.people.views_model import Seen, ViewsModel
from decidr.gui.theme import BODY, CAPTION, current, font, scaled
from decidr.number_text import points

ROW, NAME, COLUMN = 30, 190, 128
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ViewsTable(QTableView):
    """Read only; a click on a view's name chooses the view, on a host selects it."""

    view_chosen = Signal(str)
    host_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("views_table")
        self.shown = ViewsModel(self)
        self.setModel(self.shown)
        self.setItemDelegate(_SeenCell(self))
        self.setVerticalHeader(_HostNames(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(scaled(COLUMN))
        header.setDefaultAlignment(RIGHT)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(lambda column: self.view_chosen.emit(self.shown.views[column]))
        self.clicked.connect(lambda index: self.host_chosen.emit(self.shown.hosts[index.row()]))

    def wanted_height(self) -> int:
        """The height at which nothing needs scrolling."""
        rows = self.shown.rowCount() * scaled(ROW)
        return rows + self.horizontalHeader().sizeHint().height() + 2

    def sizeHint(self) -> QSize:
        return QSize(scaled(400), self.wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), min(self.wanted_height(), scaled(ROW) * 4))


class _SeenCell(QStyledItemDelegate):
    """Rank in quiet figures, points beside it; the first of each view in bold."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        seen: Seen | None = index.data(Qt.ItemDataRole.UserRole)
        theme, area = current(), QRectF(option.rect).adjusted(0, 0, -scaled(8), 0)
        if seen is None or isnan(seen.total):
            painter.setPen(QColor(theme.third_text))
            painter.drawText(area, RIGHT, "–")
            return
        is_first = seen.rank == 1
        painter.setFont(font(BODY, QFont.Weight.DemiBold if is_first else QFont.Weight.Normal))
        painter.setPen(QColor(theme.text))
        painter.drawText(area, RIGHT, points(seen.total))
        painter.setFont(font(CAPTION, QFont.Weight.DemiBold if is_first else QFont.Weight.Normal))
        painter.setPen(QColor(theme.accent if is_first else theme.third_text))
        painter.drawText(area.adjusted(0, 0, -scaled(48), 0), RIGHT, str(seen.rank or "–"))


class _HostNames(QHeaderView):
    """The hosts' names at the left, with the dot of their colour."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(scaled(ROW))
        self.setFixedWidth(scaled(NAME))

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        theme, model = current(), self.model()
        slot = model.headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(theme.card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.other_hosts if slot is None else theme.hosts_in_focus[slot]))
        middle = area.center().y()
        painter.drawRoundedRect(QRectF(area.left(), middle - 4, 9, 9), 2, 2)
        painter.setFont(font(BODY, QFont.Weight.Normal if slot is None else QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.text))
        room = area.adjusted(18, 0, -6, 0)
        name = str(model.headerData(section, Qt.Orientation.Vertical))
        text = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()
