"""A field of a form: a caption, what edits the value, and below it why an entry was not taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import scaled
from decidr.language import _


class Field(QWidget):
    """``name`` is the editor's objectName, ``title`` its caption and accessible name."""

    def __init__(self, name: str, title: str, editor: QWidget, tip: str = "") -> None:
        super().__init__()
        self.title, self.tip = title, tip
        self.editor = editor
        editor.setObjectName(name)
        editor.setAccessibleName(title)
        editor.setToolTip(tip)
        editor.setMinimumWidth(0)
        caption = text_label(title, "caption")
        caption.setWordWrap(False)
        caption.setMinimumWidth(0)
        caption.setToolTip(tip)
        caption.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        caption.setBuddy(editor)
        self._trouble = text_label("", "caption", "error")
        self._trouble.setObjectName(f"{name}_trouble")
        self._trouble.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (caption, editor, self._trouble):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(editor)

    @property
    def trouble(self) -> str:
        """Why the last entry was not taken; empty if it was."""
        return self._trouble.text()

    def say(self, trouble: str) -> None:
        """Tell why an entry was not taken; an empty sentence takes it back."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))
        self.editor.setAccessibleDescription(trouble)


class TextField(Field):
    """One line of text; ``entered`` tells what was typed, at Enter or when the field is left, if it differs."""

    entered = Signal(str)

    def __init__(self, name: str, title: str, hint: str = "", tip: str = "") -> None:
        self.edit = QLineEdit()
        super().__init__(name, title, self.edit, tip)
        self.edit.setPlaceholderText(hint)
        self._shown = ""
        self.edit.editingFinished.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a value; a trouble with the one before is over."""
        self.say("")
        self._shown = text
        if self.edit.text() != text:
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        self.edit.setToolTip(text or self.tip)

    def _tell(self) -> None:
        if self.edit.text() != self._shown:
            self.entered.emit(self.edit.text())


class LongTextField(Field):
    """Several lines of text; ``entered`` tells what was typed when the field is left, or at Ctrl+Enter."""

    entered = Signal(str)

    def __init__(self, name: str, title: str, lines: int = 2) -> None:
        self.edit = _LongText(lines)
        super().__init__(name, title, self.edit)
        self._shown = ""
        self.edit.left.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a value."""
        self.say("")
        self._shown = text
        if self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
        self.edit.setToolTip(text)

    def _tell(self) -> None:
        if self.edit.toPlainText() != self._shown:
            self.entered.emit(self.edit.toPlainText().strip())


class _LongText(QPlainTextEdit):
    """``left`` tells that typing is over; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(1)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + scaled(14))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChoiceField(Field):
    """One of a few (value, words) pairs; ``entered`` tells the value that the user chose."""

    entered = Signal(str)

    def __init__(self, name: str, title: str, choices: Sequence[tuple[str, str]] = (), tip: str = "") -> None:
        self.box = ChoiceBox(letters=4)
        super().__init__(name, title, self.box, tip)
        self.set_choices(choices)
        self.box.activated.connect(lambda index: self.entered.emit(self.box.itemData(index)))

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these."""
        offered = [(self.box.itemData(i), self.box.itemText(i)) for i in range(self.box.count())]
        if offered != list(choices):
            self.box.clear()
            for value, words in choices:
                self.box.addItem(words, value)

    def show_value(self, value: str) -> None:
        """Show the choice of a value; one that is not offered is shown as it is."""
        self.say("")
        if self.box.findData(value) < 0:
            self.box.addItem(value or _("none"), value)
        self.box.setCurrentIndex(self.box.findData(value))
        self.box.setToolTip(self.box.currentText())
