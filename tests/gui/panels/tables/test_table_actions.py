"""What can be done with a row of a table."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.panels.tables.table_actions import action_button, table_action


def test_an_action_works_by_its_key_in_the_table_and_by_its_button(qtbot: QtBot) -> None:
    done: list[str] = []
    view = QTableView()
    qtbot.addWidget(view)
    action = table_action(view, "remove", "Remove", lambda: done.append("removed"), "Del")
    button = action_button(action)
    qtbot.addWidget(button)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    button.click()
    assert done == ["removed", "removed"]
    assert (action.objectName(), button.objectName(), button.toolTip()) == ("remove", "remove_button", "Del")
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu


def test_the_button_follows_its_action(qtbot: QtBot) -> None:
    view = QTableView()
    qtbot.addWidget(view)
    action = table_action(view, "switch", "Make dormant", lambda: None, "Ctrl+D")
    button = action_button(action)
    qtbot.addWidget(button)
    action.setText("Count again")
    action.setEnabled(False)
    assert button.text() == "Count again"
    assert not button.isEnabled()
