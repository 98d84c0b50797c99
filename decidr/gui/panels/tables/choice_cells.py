"""Cells of a table that are typed into, or chosen from a list where the model offers choices."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from decidr.gui.models.shared.roles import CHOICES_ROLE, Index

EDITOR = "cell_editor"
"""The name of what a cell is typed into or chosen from."""


class ChoiceCells(QStyledItemDelegate):
    """The model has (value, words) pairs under ``CHOICES_ROLE``, or None where a text is typed."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices = index.data(CHOICES_ROLE)
        if choices is None:
            return _named(QLineEdit(parent), index)
        box = QComboBox(parent)
        for value, words in choices:
            box.addItem(words, value)
        box.activated.connect(lambda chosen: self._take(box))
        return _named(box, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(Qt.ItemDataRole.EditRole)), 0))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        wanted = area.adjusted(1, 1, -1, -2)
        wanted.setWidth(max(wanted.width(), min(editor.sizeHint().width(), 220)))
        editor.setGeometry(wanted)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """In a closed list Enter takes what it shows."""
        is_enter = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        )
        if is_enter and isinstance(editor, QComboBox) and not editor.view().isVisible():
            self._take(editor)
            return True
        return super().eventFilter(editor, event)

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)


def _named(editor: QWidget, index: Index) -> QWidget:
    editor.setObjectName(EDITOR)
    editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
    editor.setAutoFillBackground(True)
    return editor
