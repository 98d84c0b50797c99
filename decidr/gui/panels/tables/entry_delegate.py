"""How entries of a table are drawn: two lines of letters, and a hair line below each row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.charts.canvas.lettering import lettering, measure
from decidr.gui.models.shared.entry_table import ENTRY_ROLE, Entry, Tone
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.theme import BODY, CAPTION, current, scaled

PADDING = 8
LINE = 1.3
"""Height of a line of text in sizes of its letters."""


class EntryDelegate(QStyledItemDelegate):
    """Draws entries in the theme's colours, numbers at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strong_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        letters = measure(BODY, _weight(entry.is_strong or self.strong_row >= 0))  # any row can become the strong one
        lead = f"{entry.lead} " if entry.lead else ""
        small = measure(CAPTION).horizontalAdvance(entry.below)
        width = max(letters.horizontalAdvance(lead + entry.text), min(small, scaled(420)))
        return QSize(round(width) + 2 * PADDING + 2, height_of(entry))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        area = QRectF(option.rect)
        paint_ground(painter, area, option.state)
        entry: Entry = index.data(ENTRY_ROLE)
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        is_strong = entry.is_strong or index.row() == self.strong_row
        if entry.below:
            upper = inside.adjusted(0, 5, 0, -5)
            upper.setHeight(scaled(BODY * LINE))
            _draw_text(painter, upper, entry, is_strong)
            lower = QRectF(inside.left(), upper.bottom() + 1, inside.width(), scaled(CAPTION * LINE))
            _draw_below(painter, lower, entry)
        else:
            _draw_text(painter, inside, entry, is_strong)
        painter.restore()


def _weight(is_strong: bool) -> int:
    return QFont.Weight.DemiBold if is_strong else QFont.Weight.Normal


def _draw_text(painter: QPainter, area: QRectF, entry: Entry, is_strong: bool) -> None:
    if entry.lead:
        lead = f"{entry.lead} "
        _draw_line(painter, area, lead, BODY, _weight(False), "second", entry.is_number)
        area = area.adjusted(measure(BODY).horizontalAdvance(lead), 0, 0, 0)
    _draw_line(painter, area, entry.text, BODY, _weight(is_strong), entry.tone, entry.is_number)


def _draw_below(painter: QPainter, area: QRectF, entry: Entry) -> None:
    _draw_line(painter, area, entry.below, CAPTION, _weight(False), entry.below_tone, entry.is_number)


def _draw_line(painter: QPainter, area: QRectF, text: str, size: int, weight: int, tone: Tone, is_number: bool) -> None:
    theme = current()
    shades = {"": theme.text, "second": theme.second_text, "third": theme.third_text, "look_here": theme.look_here}
    painter.setFont(lettering(size, weight))
    painter.setPen(QColor(shades[tone]))
    shown = measure(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, shown)


def height_of(entry: Entry) -> int:
    """How high a cell is, in pixels: a line, or a line with a smaller one below it."""
    return scaled(BODY * LINE + 12) + (scaled(CAPTION * LINE) if entry.below else 0)
