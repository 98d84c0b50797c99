"""The table of what a view counts and turns: two boxes a leaf, ticked by click and by the space bar."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from decidr.gui.models.people.view_leaves import LEAF_ROLE, NAME, TURNED, ViewLeaf, ViewLeaves
from decidr.gui.models.shared.roles import Index
from decidr.gui.panels.tables.heading_width import heading_width
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.panels.tables.table_dress import dress_table
from decidr.gui.panels.widgets.check_box import SIZE, paint_state
from decidr.gui.theme import BODY, current, font, scaled
from decidr.language import _

ROW, PADDING, STEP = 28, 6, 14


class ViewLeavesView(QTableView):
    """As high as its rows: the page scrolls, not the table."""

    def __init__(self, leaves: ViewLeaves, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("view_leaves")
        self.setAccessibleName(_("What the view counts and turns"))
        self.leaves = leaves
        self.setModel(leaves)
        self.setItemDelegate(_Cells(self))
        self._dress()
        leaves.modelReset.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = self.leaves.rowCount() * scaled(ROW)
        return QSize(scaled(320), rows + self.horizontalHeader().sizeHint().height() + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(240), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        boxes = [heading_width(self.horizontalHeader(), column) for column in range(1, TURNED + 1)]
        for column, width in enumerate(boxes, 1):
            self.setColumnWidth(column, width)
        self.setColumnWidth(NAME, max(self.viewport().width() - sum(boxes), scaled(120)))

    def _dress(self) -> None:
        dress_table(self)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))


class _Cells(QStyledItemDelegate):
    """Draws a name, set in by its depth, or a box."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ViewLeaf = index.data(LEAF_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        if index.column() == NAME:
            _paint_name(painter, area, line)
        elif (state := index.data(Qt.ItemDataRole.CheckStateRole)) is not None:
            _paint_box(painter, area, Qt.CheckState(state))
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        is_space = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        )
        return (is_click or is_space) and model.setData(index, None, Qt.ItemDataRole.CheckStateRole)


def _paint_name(painter: QPainter, area: QRectF, line: ViewLeaf) -> None:
    theme = current()
    painter.setFont(font(BODY, QFont.Weight.Normal if line.is_leaf else QFont.Weight.DemiBold))
    painter.setPen(QColor(theme.text if line.counted else theme.third_text))
    inside = area.adjusted(scaled(PADDING) + line.depth * scaled(STEP), 0, -scaled(PADDING), 0)
    shown = QFontMetricsF(painter.font()).elidedText(line.name, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _paint_box(painter: QPainter, area: QRectF, state: Qt.CheckState) -> None:
    size, centre = scaled(SIZE), area.center()
    paint_state(painter, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), state)
