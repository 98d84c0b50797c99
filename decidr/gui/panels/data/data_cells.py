"""How a cell of the data is drawn and typed into."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.models.data.data_table import LEVELS_ROLE, DataTable
from decidr.gui.models.shared.roles import Index
from decidr.gui.panels.data.cell_look import GAP, CellLook
from decidr.gui.theme import BODY, font, scaled

LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)
ACROSS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class DataCells(QStyledItemDelegate):
    """Draws and edits one cell. ``left_by`` tells the key that ended typing, once what was typed is taken.

    ``is_typed_anew``: typing began with a digit, so that the arrow keys leave the cell; else they move inside the text.
    """

    left_by = Signal(QKeyEvent)

    def __init__(self, model: DataTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_typed_anew = False
        self._was_taken = True
        self._model = model
        self._look: CellLook | None = None

    def forget_look(self) -> None:
        """Letters or colours have changed."""
        self._look = None

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        levels = index.data(LEVELS_ROLE)
        editor: QLineEdit | QComboBox = QLineEdit(parent) if levels is None else QComboBox(parent)
        if isinstance(editor, QComboBox):
            editor.addItems(["", *levels])
            editor.activated.connect(lambda chosen: self._take(editor))
        else:
            editor.setAlignment(Qt.AlignmentFlag.AlignRight)
        editor.setObjectName("data_editor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        editor.setFont(font(BODY, 600))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findText(text), 0))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        text = editor.currentText() if isinstance(editor, QComboBox) else ""
        text = editor.text() if isinstance(editor, QLineEdit) else text
        is_same = text == str(index.data(Qt.ItemDataRole.EditRole) or "")
        self._was_taken = is_same or model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect
        width = max(area.width(), editor.sizeHint().width() if isinstance(editor, QComboBox) else scaled(84))
        editor.setGeometry(area.right() - width + 1, area.top() + 1, width, area.height() - 2)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._leaves(editor, event)):
            return super().eventFilter(editor, event)
        assert isinstance(editor, QWidget)
        self._take(editor)
        if self._was_taken:
            self.left_by.emit(event)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._look = self._look or CellLook()
        fact, area = self._model.fact(index), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._look.paint_ground(painter, area)
        if fact is not None:
            box = area.adjusted(GAP, GAP, -GAP, -GAP - 1)
            is_quiet = self._model.is_quiet(fact)
            self._look.paint_box(painter, box, fact, is_quiet, option.state)
            self._look.paint_words(painter, box, fact, is_quiet)
        painter.restore()

    def _leaves(self, editor: QObject, event: QKeyEvent) -> bool:
        if isinstance(editor, QComboBox):
            return event.key() in LEAVING[:4]
        return event.key() in LEAVING or (self.is_typed_anew and event.key() in ACROSS)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        if self._was_taken:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
