"""What can be done with a row of a table: by key, by context menu, and by a button above the table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget


def table_action(view: QWidget, name: str, text: str, do: Callable[[], object], *keys: str) -> QAction:
    """An action of a table; ``name`` is its objectName, and its keys work while the table has the focus."""
    action = QAction(text, view)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: do())  # noqa: PLW0108 - without the signal's «checked»
    view.addAction(action)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return action


def action_button(action: QAction) -> QPushButton:
    """An ordinary button for an action; its tip tells the keys."""
    button = QPushButton(action.text())
    button.setObjectName(f"{action.objectName()}_button")
    button.setToolTip(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
    button.setAutoDefault(True)  # Enter presses it
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setText(action.text())
        button.setEnabled(action.isEnabled())

    action.changed.connect(follow)
    return button
