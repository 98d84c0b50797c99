"""Cells that are typed into, or chosen from a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.models.shared.roles import CHOICES_ROLE
from decidr.gui.panels.tables.choice_cells import ChoiceCells


def table(qtbot: QtBot) -> tuple[QTableView, QStandardItemModel]:
    model = QStandardItemModel(1, 2)
    model.setItem(0, 0, QStandardItem("Spain"))
    chosen = QStandardItem()
    chosen.setData("b", Qt.ItemDataRole.EditRole)
    chosen.setData([("a", "first"), ("b", "second")], CHOICES_ROLE)
    model.setItem(0, 1, chosen)
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.setItemDelegate(ChoiceCells(view))
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view, model


def test_a_text_is_typed_over_what_stood_there(qtbot: QtBot) -> None:
    view, model = table(qtbot)
    view.edit(model.index(0, 0))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "Italy")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Italy")


def test_choices_open_as_a_list_at_the_value_that_stands(qtbot: QtBot) -> None:
    view, model = table(qtbot)
    view.edit(model.index(0, 1))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QComboBox))
    box = QApplication.focusWidget()
    assert isinstance(box, QComboBox)
    assert box.currentText() == "second"
    qtbot.keyClick(box, Qt.Key.Key_Up)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert model.index(0, 1).data(Qt.ItemDataRole.EditRole) == "a"


def test_a_text_left_as_it_was_is_not_written_again(qtbot: QtBot) -> None:
    view, model = table(qtbot)
    changed: list[None] = []
    model.dataChanged.connect(lambda first, last: changed.append(None))
    view.edit(model.index(0, 0))
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))
    assert changed == []
