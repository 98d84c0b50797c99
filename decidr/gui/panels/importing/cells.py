"""How a cell of an import is drawn: a box where something can be taken or left, a text, a smaller one below it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from decidr.gui.models.shared.roles import BELOW_ROLE, NUMBER_ROLE, TONE_ROLE, Index, Role
from decidr.gui.panels.tables.choice_cells import ChoiceCells
from decidr.gui.panels.tables.row_ground import paint_ground
from decidr.gui.panels.widgets.check_box import SIZE, paint_state
from decidr.gui.theme import BODY, CAPTION, current, font, scaled

PADDING, BOX_ROOM = 8, 24
LINE = 1.35
"""Height of a line in sizes of its letters."""

WIDEST = 320
ARROW = "▾"


class ImportCells(ChoiceCells):
    """A click or the space bar ticks the box; a cell with choices shows an arrow and opens its list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text = QFontMetricsF(font(BODY)).horizontalAdvance(_shown(index))
        below = QFontMetricsF(font(CAPTION)).horizontalAdvance(index.data(BELOW_ROLE) or "")
        box = scaled(BOX_ROOM) if index.data(Role.CheckStateRole) is not None else 0
        return QSize(round(min(max(text, below), scaled(WIDEST))) + box + 2 * PADDING + 2, height(index))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect)
        paint_ground(painter, area, option.state)
        inside = area.adjusted(PADDING, 0, -PADDING, 0)
        if (state := index.data(Role.CheckStateRole)) is not None:
            size = scaled(SIZE)
            box = QRectF(inside.left(), inside.center().y() - size / 2, size, size)
            paint_state(painter, box, Qt.CheckState(state))
            inside.setLeft(inside.left() + scaled(BOX_ROOM))
        _paint_lines(painter, inside, index)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        if index.data(Role.CheckStateRole) is None:
            return super().editorEvent(event, model, option, index)
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        is_space = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        )
        return (is_click or is_space) and model.setData(index, None, Role.CheckStateRole)


def height(index: Index) -> int:
    """How high a cell is, in pixels: a line, or a line with a smaller one below it."""
    return scaled(BODY * LINE + 12) + (scaled(CAPTION * LINE) if index.data(BELOW_ROLE) else 0)


def _shown(index: Index) -> str:
    text = str(index.data() or "")
    return f"{text} {ARROW}" if index.flags() & Qt.ItemFlag.ItemIsEditable else text


def _paint_lines(painter: QPainter, area: QRectF, index: Index) -> None:
    below = index.data(BELOW_ROLE)
    first, second = scaled(BODY * LINE), scaled(CAPTION * LINE)
    top = area.center().y() - (first + (second if below else 0)) / 2
    theme = current()
    shades = {"": theme.text, "third": theme.third_text, "look_here": theme.look_here}
    shade = shades[index.data(TONE_ROLE) or ""]
    side = Qt.AlignmentFlag.AlignRight if index.data(NUMBER_ROLE) else Qt.AlignmentFlag.AlignLeft
    for text, size, colour, y, high in (
        (_shown(index), BODY, shade, top, first),
        (below or "", CAPTION, shade if shade == theme.look_here else theme.third_text, top + first, second),
    ):
        painter.setFont(font(size))
        painter.setPen(QColor(colour))
        cut = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, area.width() + 1)
        painter.drawText(QRectF(area.left(), y, area.width(), high), side | Qt.AlignmentFlag.AlignVCenter, cut)
