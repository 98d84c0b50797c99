"""How a host looks in its table: the dot of its colour, a box that says whether it counts, its total as a bar."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from decidr.gui.models.hosts.host_lines import HostLine
from decidr.gui.models.hosts.host_table import Column
from decidr.gui.models.shared.roles import LINE_ROLE, SLOT_ROLE, Index
from decidr.gui.panels.ranking.members_band import paint_members_band
from decidr.gui.panels.tables.choice_cells import ChoiceCells
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.panels.widgets.check_box import SIZE, paint_box
from decidr.gui.theme import BODY, ROW_HEIGHT, current, font, scaled

PADDING = 8
DOT, DOT_ROOM = 9, 17
LONGEST_BAR, SHORTEST_BAR = 84, 16
"""Of the total with most points, in pixels; where there is less room none is drawn."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class HostCells(ChoiceCells):
    """Draws and edits one cell; a click or the space bar ticks the box."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._largest = 1.0

    def measure(self, lines: Iterable[HostLine]) -> None:
        """Find the total that gets the longest bar."""
        self._largest = max((line.total for line in lines if not isnan(line.total)), default=1.0) or 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = QFontMetricsF(font(BODY, QFont.Weight.DemiBold)).horizontalAdvance(str(index.data() or ""))
        width += 2 * PADDING + 2 + (scaled(DOT_ROOM) if index.column() == Column.NAME else 0)
        return QSize(round(width), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        line: HostLine = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        if index.column() == Column.ACTIVE:
            size = scaled(SIZE)
            centre = area.center()
            box = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
            paint_box(painter, box, line.host.active)
        else:
            if index.column() == Column.NAME:
                inside = _paint_dot(painter, inside, line, index.data(SLOT_ROLE))
            if index.column() == Column.TOTAL:
                self._paint_bar(painter, inside, line, index.data(SLOT_ROLE))
            _paint_text(painter, inside, index, line)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if index.column() != Column.ACTIVE:
            return super().editorEvent(event, model, option, index)
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        is_space = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        )
        return (is_click or is_space) and model.setData(index, None, Qt.ItemDataRole.CheckStateRole)

    def _paint_bar(self, painter: QPainter, area: QRectF, line: HostLine, slot: int | None) -> None:
        """A bar for an alternative; for a group the band of its members."""
        if isnan(line.total):
            return
        theme = current()
        figures = QFontMetricsF(font(BODY)).horizontalAdvance("100.0")
        room = min(area.width() - figures - scaled(10), scaled(LONGEST_BAR))
        if room < SHORTEST_BAR:
            return
        colour = QColor(theme.other_hosts if slot is None else theme.hosts_in_focus[slot])
        top, height = area.center().y() - scaled(4), scaled(8)
        low, high, total = (room * share / self._largest for share in (line.low, line.high, line.total))
        if line.members:
            band = QRectF(area.left() + low, top, max(high - low, 1.5), height)
            paint_members_band(painter, band, area.left() + total, colour, area.left())
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(area.left(), top, max(total, 1.5), height), 2.5, 2.5)


def total_width(bar: int) -> int:
    """The width of the column of totals with bars of this length."""
    return round(QFontMetricsF(font(BODY)).horizontalAdvance("100.0")) + scaled(bar + 10) + 2 * PADDING


def _paint_dot(painter: QPainter, area: QRectF, line: HostLine, slot: int | None) -> QRectF:
    """The host's colour while it is in focus; what is left of the area."""
    theme = current()
    if line.is_scored:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.other_hosts if slot is None else theme.hosts_in_focus[slot]))
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - DOT / 2, DOT, DOT), 2, 2)
    return area.adjusted(scaled(DOT_ROOM), 0, 0, 0)


def _paint_text(painter: QPainter, area: QRectF, index: Index, line: HostLine) -> None:
    column = Column(index.column())
    is_strong = column == Column.NAME and (index.data(SLOT_ROLE) is not None or line.members)
    painter.setFont(font(BODY, QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal))
    painter.setPen(QColor(_ink(line, column)))
    text = str(index.data() or "")
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.drawText(area, RIGHT if column in (Column.RANK, Column.TOTAL) else LEFT, shown)


def _ink(line: HostLine, column: Column) -> str:
    theme = current()
    if not line.host.active:
        return theme.third_text
    if column == Column.STATE:
        return theme.look_here if line.gaps or line.reason else theme.second_text
    is_quiet = column in (Column.CODE, Column.GROUP, Column.NOTES) or (column == Column.TOTAL and not line.is_scored)
    return theme.second_text if is_quiet else theme.text
