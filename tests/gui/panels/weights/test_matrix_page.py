"""The page of the matrix."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.judging_study import judging_study
from tests.gui.panels.weights.matrix_desk import MatrixDesk


def test_the_slider_and_the_cell_are_the_same_judgment(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    desk.page.cards.editing.scale.setFocus()
    desk.keys("6")
    assert desk.page.model.index(0, 1).data() == "6"
    desk.page.take_focus()
    desk.keys("2", Qt.Key.Key_Return)
    desk.put_cursor(0, 1)
    assert desk.page.cards.editing.scale.ratio == 2


def test_from_the_lower_half_the_slider_says_row_over_column(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    desk.put_cursor(1, 0)
    assert desk.page.cards.editing.title == "Editing IP against Data"
    desk.page.cards.editing.scale.setFocus()
    desk.keys(Qt.Key.Key_End)
    desk.page.cards.editing.scale.settle()
    assert desk.shown.value("IP", "Data") == 9


def test_delete_on_the_slider_takes_the_judgment_back(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    desk.page.cards.editing.scale.setFocus()
    desk.keys(Qt.Key.Key_Delete)
    assert desk.shown.value("Data", "IP") is None


def test_apply_is_one_step_that_undo_takes_back(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot, judging_study((1, 1, 1, 1, 1, 9)))
    row = desk.page.cards.standing_out.rows[0]
    qtbot.waitUntil(row.isVisible)
    row.apply_button.click()
    assert desk.shown.value("Influence", "Backlash") == 1
    assert desk.document.undo_stack.undoText() == "Influence over Backlash 1"
    desk.document.undo_stack.undo()
    assert desk.shown.value("Influence", "Backlash") == 9


def test_show_why_puts_the_cursor_on_the_pair(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot, judging_study((1, 1, 1, 1, 1, 9)))
    row = desk.page.cards.standing_out.rows[0]
    qtbot.waitUntil(row.isVisible)
    row.why_button.click()
    assert desk.cursor == (2, 3)


def test_the_trouble_of_one_node_is_not_told_at_another(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    desk.keys("x", Qt.Key.Key_Return)
    assert desk.trouble
    desk.node, desk.pair = "Backlash", ("Law", "Prices")
    desk.refresh()
    assert desk.trouble == ""


def test_the_trouble_is_past_once_a_judgment_changes_but_not_while_the_cursor_moves(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    desk.keys("x", Qt.Key.Key_Return)
    desk.keys(Qt.Key.Key_Right)
    assert desk.trouble
    desk.keys(Qt.Key.Key_Delete)
    assert desk.trouble == ""


def test_escape_ends_the_trouble_in_a_cell_and_before_it(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot)
    for keys in ([Qt.Key.Key_Escape], ["5", Qt.Key.Key_Escape]):
        desk.keys("1/x", Qt.Key.Key_Return)
        assert desk.trouble
        desk.keys(*keys)
        assert desk.trouble == ""
    assert desk.shown.value("Data", "IP") == 3


def test_hosts_are_judged_like_criteria(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot, node="Prices")
    desk.put_cursor(0, 2)
    desk.keys("4", Qt.Key.Key_Return)
    assert desk.shown.value("Spain", "Brazil") == 4
    assert desk.document.undo_stack.undoText() == "Spain over Brazil 4"
