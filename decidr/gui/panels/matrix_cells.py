"""How a cell of the judgment matrix looks, and how it is typed into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.charts.colours import contrast, mixed
from decidr.gui.charts.hatching import hatch
from decidr.gui.models.judgment_matrix import DIAGONAL, PLACEHOLDER_ROLE, REASON_ROLE, VALUE_ROLE
from decidr.gui.panels.judgment_words import is_equal
from decidr.gui.theme import BODY, Theme, current, font, scaled
from decidr.language import _

Index = QModelIndex | QPersistentModelIndex

GAP = 3
"""Between cells, in pixels."""

READABLE = 4.5

_MOVES = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Left: (0, -1),
}


class MatrixCells(QStyledItemDelegate):
    """Tinted by strength; the mirrored half quieter, gaps hatched. ``left_by`` tells the key that ended typing.

    ``is_lent``: the judgments are another view's, so they are all drawn quietly.
    """

    left_by = Signal(QKeyEvent)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_lent = False
        self.starts_anew = False
        self._was_taken = True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)
        if index.row() == index.column():
            self._paint_text(painter, box, DIAGONAL, current().third_text)
        else:
            self._paint_cell(painter, box, index)
        self._paint_state(painter, box, option, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: N802
        editor = QLineEdit(parent)
        editor.setObjectName("judgment_editor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setTextMargins(0, 0, 0, 0)
        editor.setFont(font(BODY, 600))
        editor.setProperty("kind", "cell")
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        editor.setGeometry(area.adjusted(1, 1, -1, -1))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.text() == index.data(Qt.ItemDataRole.EditRole) and not index.data(PLACEHOLDER_ROLE):
            self._was_taken = True
            return
        self._was_taken = self._model_of(index).setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._ends(event):
            assert isinstance(editor, QWidget)
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            if self._was_taken:
                self.left_by.emit(event)
            return True
        return super().eventFilter(editor, event)
