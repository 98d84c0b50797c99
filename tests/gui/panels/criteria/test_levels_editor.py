"""The levels of a rating scale, to be named, scored, ordered and pasted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from decidr.gui.panels.criteria.page import CriteriaPanel
from tests.gui.panels.table_desk import Key, Modifier, TableDesk


class Desk(TableDesk[CriteriaPanel]):
    """The scale of Support on its card."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__(qtbot, CriteriaPanel)
        self.panel.show_place("criteria:Support")
        self.editor = self.panel.card.levels
        self.focus(self.find(QTableView, "criterion_levels"))

    @property
    def levels(self) -> list[tuple[str, float]]:
        return [(level.name, level.score) for level in self.document.study.levels]

    def at(self, row: int) -> None:
        self.editor.view.setCurrentIndex(self.editor.table.index(row, 0))


def test_the_table_is_as_high_as_its_levels(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    before = desk.editor.view.height()
    desk.editor.table.remove(2)
    assert desk.editor.view.height() < before


def test_a_level_is_added_by_key_and_named_at_once(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.at(0)
    desk.key(Key.Key_Insert)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    desk.type("rather good")
    desk.key(Key.Key_Return)
    qtbot.waitUntil(lambda: ("rather good", 0.75) in desk.levels)


def test_levels_are_moved_and_removed_by_key(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.at(2)
    desk.key(Key.Key_Up, Modifier.AltModifier)
    assert desk.levels == [("good", 1), ("poor", 0.5), ("fair", 0)]
    assert desk.editor.view.currentIndex().row() == 1
    desk.key(Key.Key_Delete)
    assert desk.levels == [("good", 1), ("fair", 0)]


def test_buttons_and_the_context_menu_do_the_same(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.at(0)
    down = desk.editor.view.findChild(QAction, "level_down")
    assert isinstance(down, QAction)
    down.trigger()
    qtbot.mouseClick(desk.find(QPushButton, "level_remove_button"), Qt.MouseButton.LeftButton)
    assert desk.levels == [("fair", 1), ("poor", 0)]


def test_a_scale_is_copied_and_pasted_and_a_wrong_one_is_refused_below_it(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_C, Modifier.ControlModifier)
    assert desk.clipboard() == "good\t1\nfair\t0.5\npoor\t0"
    desk.put_on_clipboard("high\nlow")
    desk.key(Key.Key_V, Modifier.ControlModifier)
    assert desk.levels == [("high", 1), ("low", 0)]
    QGuiApplication.clipboard().setText("high: 3")
    desk.key(Key.Key_V, Modifier.ControlModifier)
    assert "from 0 to 1" in desk.editor.trouble.text()
    assert desk.editor.trouble.isVisible()
