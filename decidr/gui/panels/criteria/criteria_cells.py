"""How a line of the criteria tree looks: weights as bars, what does not count quieter, findings with their sign."""

from __future__ import annotations

from collections.abc import Iterable
from math import isnan

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from decidr.core.study.problems import Severity
from decidr.gui.charts.canvas.colours import criterion_colours
from decidr.gui.icons import paint_icon
from decidr.gui.models.criteria.criteria_tree import Column
from decidr.gui.models.criteria.criterion_lines import CriterionLine
from decidr.gui.models.shared.roles import LINE_ROLE, Index
from decidr.gui.panels.findings.finding_row import severity_colour
from decidr.gui.panels.tables.choice_cells import ChoiceCells
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.theme import BODY, ROW_HEIGHT, current, font, scaled

PADDING = 8
BAR, BAR_GAP = 7, 7
WIDEST_BAR, SHORTEST_BAR = 56, 10
"""Of the largest weight, in pixels; where there is less room none is drawn."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CriteriaCells(ChoiceCells):
    """Draws and edits one cell of the tree."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._longest: dict[Column, float] = {}

    def measure(self, lines: Iterable[CriterionLine]) -> None:
        """Find the weights that get the longest bars."""
        shares = [(line.local, line.global_) for line in lines if not isnan(line.local)]
        self._longest = {
            Column.LOCAL: max((local for local, _global in shares), default=1.0) or 1.0,
            Column.GLOBAL: max((global_ for _local, global_ in shares if not isnan(global_)), default=1.0) or 1.0,
        }

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: CriterionLine = index.data(LINE_ROLE)
        letters = QFontMetricsF(_letters(line, Column(index.column())))
        width = letters.horizontalAdvance(str(index.data() or "")) + 2 * PADDING + 2
        if index.column() in (Column.LOCAL, Column.GLOBAL):
            width = weight_width(WIDEST_BAR)
        if index.column() == Column.STATE and line.grave:
            width += scaled(18)
        return QSize(round(width), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: CriterionLine = index.data(LINE_ROLE)
        column, area = Column(index.column()), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, area, option.state)
        inside = area.adjusted(PADDING if column != Column.NAME else 5, 0, -PADDING, 0)
        if column in (Column.LOCAL, Column.GLOBAL):
            self._paint_weight(painter, inside, line, column, str(index.data()))
        else:
            if column == Column.STATE:
                inside = _paint_sign(painter, inside, line)
            _paint_text(painter, inside, line, column, str(index.data() or ""))
        painter.restore()

    def _paint_weight(self, painter: QPainter, area: QRectF, line: CriterionLine, column: Column, text: str) -> None:
        share = line.local if column == Column.LOCAL else line.global_
        if isnan(share):
            return
        theme = current()
        figures = QFontMetricsF(font(BODY)).horizontalAdvance("100.0 %")
        room = min(area.width() - figures - scaled(BAR_GAP), scaled(WIDEST_BAR))
        length = max(room * share / self._longest.get(column, 1.0), 1.5)
        bar = QRectF(area.left(), area.center().y() - scaled(BAR) / 2, length, scaled(BAR))
        colour = criterion_colours(theme, line.main + 1)[line.main]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if column == Column.LOCAL else colour))
        if room >= SHORTEST_BAR:
            painter.drawRoundedRect(bar, 2.5, 2.5)
        painter.setFont(font(BODY))
        painter.setPen(QColor(theme.text))
        painter.drawText(area, RIGHT, text)


def weight_width(bar: int) -> int:
    """The width of a column of weights with bars of this length."""
    return round(QFontMetricsF(font(BODY)).horizontalAdvance("100.0 %")) + scaled(bar + BAR_GAP) + 2 * PADDING


def _paint_sign(painter: QPainter, area: QRectF, line: CriterionLine) -> QRectF:
    """The sign of the gravest problem; what is left of the area."""
    if not line.grave:
        return area
    severity: Severity = "error" if any(p.severity == "error" for p in line.grave) else "warning"
    size = scaled(12)
    sign = QRectF(area.left(), area.center().y() - size / 2, size, size)
    paint_icon(painter, sign, severity, severity_colour(current(), severity))
    return area.adjusted(size + 6, 0, 0, 0)


def _paint_text(painter: QPainter, area: QRectF, line: CriterionLine, column: Column, text: str) -> None:
    painter.setFont(_letters(line, column))
    painter.setPen(QColor(_ink(line, column)))
    side = RIGHT if column in (Column.WORST, Column.BEST) else LEFT
    shown = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    painter.drawText(area, side, shown)


def _letters(line: CriterionLine, column: Column) -> QFont:
    is_strong = column == Column.NAME and not line.is_leaf
    return font(BODY, QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal)


def _ink(line: CriterionLine, column: Column) -> str:
    theme = current()
    if not line.is_counted:
        return theme.third_text
    if column == Column.STATE:
        return theme.look_here if line.grave or line.gaps else theme.second_text
    return theme.second_text if column in (Column.SCORED_BY, Column.UNIT, Column.BETTER) else theme.text
