"""A user before one of the pages of tables: a document, the panel, and what was said."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.widgets.panel import Panel
from tests.gui.recording_messages import RecordingMessages
from tests.gui.structure_study import structure_study

AnyPanel = TypeVar("AnyPanel", bound=Panel)
Key, Modifier = Qt.Key, Qt.KeyboardModifier


class TableDesk(Generic[AnyPanel]):
    """The panel in a window of its own; it is cleared away at the end."""

    def __init__(
        self, qtbot: QtBot, kind: type[AnyPanel], study: Study | None = None, size: tuple[int, int] = (1_200, 800)
    ) -> None:
        self.qtbot = qtbot
        self.document = document = Document(study or structure_study())
        self.messages = RecordingMessages()
        self.panel: AnyPanel = kind(document, self.messages)  # type: ignore[call-arg,arg-type]
        qtbot.addWidget(self.panel, before_close_func=lambda panel: document.undo_stack.clear())
        self.panel.resize(*size)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.index())]

    def find(self, kind: type[QWidget], name: str) -> QWidget:
        found = self.panel.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self._focused(), key, modifier)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        for letter in text:
            self.qtbot.keyClicks(self._focused(), letter)

    def write(self, field: str, text: str, end: Qt.Key = Key.Key_Return) -> None:
        """Put a text into a line of the form and press a key."""
        edit = self.find(QLineEdit, field)
        assert isinstance(edit, QLineEdit)
        self.focus(edit)
        edit.selectAll()
        self.qtbot.keyClick(edit, Key.Key_Delete)
        edit.insert(text)  # Qt's test keys know no letters beyond ASCII
        self.qtbot.keyClick(edit, end)

    def focus(self, widget: QWidget) -> None:
        """Give a widget the focus, and wait for it."""
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)

    @staticmethod
    def clipboard() -> str:
        return QGuiApplication.clipboard().text()

    @staticmethod
    def put_on_clipboard(text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    @staticmethod
    def _focused() -> QObject:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget
