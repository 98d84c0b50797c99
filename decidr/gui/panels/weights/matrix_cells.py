"""How a cell of the judgment matrix looks, and how it is typed into."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.charts.canvas.colours import contrast, mixed
from decidr.gui.charts.canvas.hatching import hatch
from decidr.gui.models.shared.roles import Index
from decidr.gui.models.weights.judgment_matrix import DIAGONAL, PLACEHOLDER_ROLE, REASON_ROLE, VALUE_ROLE
from decidr.gui.panels.weights.judgment_words import is_equal
from decidr.gui.theme import BODY, Theme, current, font, scaled

GAP = 3
"""Between cells, in pixels."""

READABLE = 4.5
RADIUS = 5

CONFIRMING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAVING = (*CONFIRMING, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)
ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class MatrixCells(QStyledItemDelegate):
    """Tinted by strength; the mirrored half quieter, gaps hatched. ``left_by`` tells the key that ended typing.

    ``is_lent``: the judgments are another view's, so all are drawn quietly. ``marks_placeholders``: some are, some are
    not. ``is_typed_anew``: typing began with a digit, so that the arrow keys leave the cell; else they move inside the
    text.
    """

    left_by = Signal(QKeyEvent)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.is_lent = False
        self.marks_placeholders = False
        self.is_typed_anew = False
        self._is_confirmed = False
        self._was_taken = True

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("judgment_editor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setFont(font(BODY, 600))
        editor.setProperty("kind", "cell")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(1, 1, -1, -1))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        is_same = editor.text() == index.data(Qt.ItemDataRole.EditRole)
        says_nothing = is_same and not (self._is_confirmed and index.data(PLACEHOLDER_ROLE))
        self._was_taken = says_nothing or model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._leaves(event)):
            return super().eventFilter(editor, event)
        assert isinstance(editor, QWidget)
        self._is_confirmed = event.key() in CONFIRMING
        self.commitData.emit(editor)
        self._is_confirmed = False
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        if self._was_taken:
            self.left_by.emit(event)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        box = QRectF(area).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        state: QStyle.StateFlag = option.state
        if index.row() == index.column():
            self._paint_text(painter, box, DIAGONAL, current().third_text, False)
        else:
            self._paint_cell(painter, box, index, state)
        painter.restore()

    def _leaves(self, event: QKeyEvent) -> bool:
        return event.key() in LEAVING or (self.is_typed_anew and event.key() in ACROSS)

    def _paint_cell(self, painter: QPainter, box: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        value: float | None = index.data(VALUE_ROLE)
        is_current = index == self._view.currentIndex()
        is_focused = is_current and self._view.hasFocus()
        surface = self._surface(value)
        if is_focused:
            surface = current().card
        elif not is_current and state & QStyle.StateFlag.State_Selected:
            surface = mixed(surface, current().accent, 0.25)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(surface))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if value is None:
            _paint_gap(painter, box)
        self._paint_signs(painter, box, index)
        if is_current:
            painter.setPen(QPen(QColor(current().accent if is_focused else current().third_text), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        text = index.data(Qt.ItemDataRole.DisplayRole)
        is_quiet = (self.is_lent or index.row() > index.column()) and not is_current
        self._paint_text(painter, box, text, ink(current(), surface, is_quiet), is_current)

    def _surface(self, value: float | None) -> str:
        """The cell's colour: sunken for equal, tinted by strength else."""
        theme = current()
        if value is None:
            return theme.card
        if is_equal(value):
            return theme.sunken
        tint = theme.matrix_tint(value)
        strength = tint.alphaF() * (0.45 if self.is_lent else 1)
        return mixed(theme.card, tint.name(), strength)

    def _paint_text(self, painter: QPainter, box: QRectF, text: str, colour: str, is_strong: bool) -> None:
        painter.setFont(font(BODY, 600 if is_strong else 400))
        painter.setPen(QColor(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_signs(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """A corner for a placeholder, and one for a reason, in the upper half."""
        if index.row() > index.column():
            return
        theme, size = current(), scaled(8)
        if self.marks_placeholders and index.data(PLACEHOLDER_ROLE):
            _paint_corner(painter, box, -size, theme.look_here)
        if index.data(REASON_ROLE):
            _paint_corner(painter, box, size, theme.accent)


@lru_cache(maxsize=500)
def ink(theme: Theme, surface: str, is_quiet: bool) -> str:
    """The quietest of the text colours that can be read on a surface."""
    inks = (theme.second_text, theme.text) if is_quiet else (theme.text,)
    readable = (ink for ink in inks if contrast(ink, surface) >= READABLE)
    return next(readable, max(("#FFFFFF", "#000000"), key=lambda ink: contrast(ink, surface)))


def _paint_gap(painter: QPainter, box: QRectF) -> None:
    """What is missing is shown as missing."""
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(box, RADIUS, RADIUS)
    painter.setClipPath(outline)
    hatch(painter, box, QColor(current().line))
    painter.restore()
    painter.setPen(QPen(QColor(current().line), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _paint_corner(painter: QPainter, box: QRectF, size: int, colour: str) -> None:
    """A small triangle in the upper corner, at the left for a positive size, at the right for a negative one."""
    x = box.left() if size > 0 else box.right()
    corner = QPainterPath()
    corner.moveTo(x, box.top())
    corner.lineTo(x + size, box.top())
    corner.lineTo(x, box.top() + abs(size))
    corner.closeSubpath()
    outline = QPainterPath()
    outline.addRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawPath(corner.intersected(outline))
