"""The names beside and above the data: leaves with their unit under their main criterion, hosts with their colour."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from decidr.gui.charts.canvas.colours import criterion_colours
from decidr.gui.models.data.data_sheet import DataColumn, DataRow
from decidr.gui.models.data.data_table import DataTable
from decidr.gui.models.shared.roles import LINE_ROLE, SLOT_ROLE
from decidr.gui.panels.widgets.name_lines import name_lines
from decidr.gui.theme import BODY, CAPTION, current, font, scaled

HEADING, LEAF = 32, 41
"""Heights of rows in pixels."""

INDENT, PADDING, DOT = 12, 8, 8
LINES = 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LeafNames(QHeaderView):
    """Name and unit of each leaf; main criteria as headings."""

    def __init__(self, table: QTableView, model: DataTable) -> None:
        super().__init__(Qt.Orientation.Vertical, table)
        self.setObjectName("data_leaf_names")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)
        self._model = model
        self.chosen = -1

    def natural_width(self) -> int:
        """The width at which no name is cut."""
        letters = QFontMetrics(font(BODY, QFont.Weight.DemiBold))
        names = [row.criterion.name for row in self._model.shown.rows]
        longest = max((letters.horizontalAdvance(name) for name in names), default=0)
        return longest + scaled(INDENT) + 2 * PADDING

    def choose(self, row: int) -> None:
        """Mark the row where the cursor is."""
        self.chosen = row
        self.viewport().update()

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        row: DataRow | None = self._model.headerData(section, Qt.Orientation.Vertical, LINE_ROLE)
        if row is None:
            return
        theme, box = current(), QRectF(area)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(theme.card))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QLineF(box.left(), box.bottom() - 0.5, box.right(), box.bottom() - 0.5))
        inside = box.adjusted(2, 0, -PADDING, 0)
        if row.is_heading:
            self._paint_heading(painter, inside, row)
        else:
            self._paint_leaf(painter, inside.adjusted(scaled(INDENT), 3, 0, -4), row, section == self.chosen)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, row: DataRow) -> None:
        theme = current()
        mains = [line.id for line in self._model.sheet.rows if line.is_heading] if self._model.sheet else []
        colour = criterion_colours(theme, len(mains))[mains.index(row.id)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour if row.is_counted else theme.other_hosts))
        painter.drawRoundedRect(QRectF(area.left(), area.center().y() - 8, 3, 16), 1.5, 1.5)
        _paint_line(
            painter,
            area.adjusted(scaled(INDENT), 0, 0, 0),
            row.criterion.name,
            font(BODY, QFont.Weight.DemiBold),
            theme.text if row.is_counted else theme.third_text,
        )

    def _paint_leaf(self, painter: QPainter, area: QRectF, row: DataRow, is_chosen: bool) -> None:
        theme = current()
        ink = theme.accent if is_chosen else theme.text if row.is_counted else theme.third_text
        weight = QFont.Weight.DemiBold if is_chosen else QFont.Weight.Normal
        upper = QRectF(area.left(), area.top(), area.width(), area.height() * 0.54)
        below = row.criterion.unit if row.way in ("data", "direct") else ""
        _paint_line(painter, upper if below else area, row.criterion.name, font(BODY, weight), ink)
        if below:
            lower = QRectF(area.left(), upper.bottom(), area.width(), area.height() - upper.height())
            _paint_line(painter, lower, below, font(CAPTION - 1), theme.third_text)


class HostNames(QHeaderView):
    """Names of hosts on two lines, the colour of those in focus before them."""

    def __init__(self, table: QTableView, model: DataTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self.setObjectName("data_host_names")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(1)
        self.setFixedHeight(scaled(46))
        self._model = model
        self.chosen = -1

    def choose(self, column: int) -> None:
        """Mark the column where the cursor is."""
        self.chosen = column
        self.viewport().update()

    def paintSection(self, painter: QPainter, area: QRect, section: int) -> None:
        column: DataColumn | None = self._model.headerData(section, Qt.Orientation.Horizontal, LINE_ROLE)
        if column is None:
            return
        theme = current()
        slot: int | None = self._model.headerData(section, Qt.Orientation.Horizontal, SLOT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(theme.card))
        is_strong = slot is not None or section == self.chosen
        letters = font(CAPTION, QFont.Weight.DemiBold if is_strong else QFont.Weight.Medium)
        lines = name_lines(column.host.name, letters, area.width() - 2 * PADDING, LINES)
        ink = theme.accent if section == self.chosen else theme.text if slot is not None else theme.second_text
        painter.setFont(letters)
        painter.setPen(QColor(ink if column.is_counted else theme.third_text))
        height = QFontMetricsF(letters).lineSpacing()
        bottom = area.bottom() - scaled(8)
        for place, line in enumerate(reversed(lines)):
            box = QRectF(area.left(), bottom - height * (place + 1), area.width() - PADDING, height)
            painter.drawText(box, RIGHT, line)
        if slot is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hosts_in_focus[slot]))
            painter.drawRoundedRect(QRectF(area.left() + PADDING, bottom + 3, area.width() - 2 * PADDING, 3), 1.5, 1.5)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()


def _paint_line(painter: QPainter, area: QRectF, text: str, letters: QFont, colour: str) -> None:
    painter.setFont(letters)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.drawText(area, LEFT, shown)
