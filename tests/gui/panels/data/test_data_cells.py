"""How a cell of the data is drawn and typed into."""

from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from decidr.gui.panels.data.page import DataPanel
from decidr.gui.theme import LIGHT
from tests.gui.panels.table_desk import Key, TableDesk


class Desk(TableDesk[DataPanel]):
    """The page with the cursor on one cell."""

    def __init__(self, qtbot: QtBot, leaf: str = "Sales", host: str = "Canada") -> None:
        super().__init__(qtbot, DataPanel)
        self.panel.show_place(f"data:{leaf}:{host}")
        self.focus(self.panel.view)

    def picture(self, leaf: str, host: str) -> QImage:
        view = self.panel.view
        return view.viewport().grab(view.visualRect(self.panel.table.index_of(leaf, host))).toImage()


def test_the_editor_shows_the_figure_in_full_and_names_its_cell(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.key(Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert (editor.text(), editor.objectName()) == ("80.125", "data_editor")
    assert editor.accessibleName() == "Rule, Canada: 80.125 % of trust, proxy 2024"


def test_arrows_move_inside_the_text_after_f2_and_leave_it_after_a_digit(qtbot: QtBot) -> None:
    desk = Desk(qtbot, "Rule")
    desk.key(Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    desk.key(Key.Key_Left)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    desk.key(Key.Key_Escape)
    qtbot.waitUntil(desk.panel.view.hasFocus)
    desk.type("5")
    desk.key(Key.Key_Right)
    assert desk.panel.view.fact is not None
    assert desk.panel.view.fact.column.id == "Spain"


def test_a_text_left_as_it_was_keeps_the_source(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.key(Key.Key_F2)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    desk.key(Key.Key_Return)
    assert desk.steps == []


def test_the_cursors_cell_has_a_frame(qtbot: QtBot, qapp: object) -> None:
    desk = Desk(qtbot)
    frame = QColor(LIGHT.accent)
    here, there = desk.picture("Sales", "Canada"), desk.picture("Rule", "Morocco")
    pixels = [
        sum(image.pixelColor(x, y) == frame for x in range(image.width()) for y in range(image.height()))
        for image in (here, there)
    ]
    assert pixels[0] > 100
    assert pixels[1] == 0
