"""The judgment matrix as a spreadsheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study
from tests.gui.panels.weights.matrix_desk import MatrixDesk

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot) -> MatrixDesk:
    return MatrixDesk(qtbot)


@pytest.mark.parametrize(("text", "value"), [("5", 5), ("1/3", 1 / 3), ("0,333", 1 / 3), ("2.5", 2.5)])
def test_a_ratio_typed_over_the_old_one_is_judged_on_enter(desk: MatrixDesk, text: str, value: float) -> None:
    desk.keys(text, Key.Key_Return)
    assert desk.shown.value("Data", "IP") == pytest.approx(value)
    assert desk.editor is None


def test_enter_goes_down_the_half_and_on_at_the_next_column(desk: MatrixDesk) -> None:
    places = []
    for _press in range(6):
        places.append(desk.cursor)
        desk.keys(Key.Key_Return)
    assert places == [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
    assert desk.cursor == (2, 3)


def test_shift_enter_goes_back(desk: MatrixDesk) -> None:
    desk.put_cursor(1, 2)
    desk.keys(Key.Key_Return, modifiers=SHIFT)
    assert desk.cursor == (0, 2)


def test_tab_goes_along_the_row_while_typing_too(desk: MatrixDesk) -> None:
    desk.keys("2", Key.Key_Tab, "3", Key.Key_Tab, "4", Key.Key_Tab)
    assert [desk.shown.value("Data", other) for other in TOPS[1:]] == [2, 3, 4]
    assert desk.cursor == (1, 2)


def test_the_whole_upper_half_is_typed_without_a_mouse(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot, judging_study([None] * 6))
    for ratio in ("2", "3", "1/2", "4", "1", "5"):
        desk.keys(ratio, Key.Key_Tab)
    assert [desk.shown.value(*pair) for pair in desk.shown.pairs] == [2, 3, 0.5, 4, 1, 5]


def test_tab_leaves_the_matrix_at_its_end(desk: MatrixDesk) -> None:
    desk.put_cursor(2, 3)
    desk.keys(Key.Key_Tab)
    assert desk.cursor == (2, 3)
    assert not desk.view.hasFocus()


def test_shift_tab_leaves_the_matrix_at_its_beginning(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_Backtab, modifiers=SHIFT)
    assert desk.cursor == (0, 1)


def test_arrows_move_over_the_diagonal(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_Down)
    assert desk.cursor == (2, 1)
    desk.keys(Key.Key_Right, Key.Key_Left, Key.Key_Up)
    assert desk.cursor == (0, 1)


def test_an_arrow_ends_what_was_begun_with_a_digit(desk: MatrixDesk) -> None:
    desk.keys("7", Key.Key_Right)
    assert (desk.shown.value("Data", "IP"), desk.cursor) == (7, (0, 2))


def test_in_a_cell_opened_with_f2_the_arrows_move_in_the_text(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_F2, Key.Key_End, Key.Key_Left, "1", Key.Key_Return)
    assert desk.shown.value("Data", "IP") == 13


def test_escape_leaves_the_old_value(desk: MatrixDesk) -> None:
    desk.keys("9", Key.Key_Escape)
    assert (desk.shown.value("Data", "IP"), desk.cursor) == (3, (0, 1))
    assert desk.document.undo_stack.isClean()


def test_typing_into_the_lower_half_sets_the_reciprocal(desk: MatrixDesk) -> None:
    desk.put_cursor(3, 0)
    desk.keys("4", Key.Key_Return)
    assert desk.shown.value("Data", "Backlash") == 0.25
    assert desk.document.undo_stack.undoText() == "Backlash over Data 4"


def test_the_diagonal_cannot_be_typed_into(desk: MatrixDesk) -> None:
    desk.put_cursor(1, 1)
    desk.keys("4")
    assert desk.editor is None


def test_a_bad_entry_is_told_below_and_the_cursor_stays(desk: MatrixDesk) -> None:
    desk.keys("x1", Key.Key_Return)
    assert desk.trouble == "«x1» is not a ratio; write 3, 1/3 or 0.333."
    assert (desk.shown.value("Data", "IP"), desk.cursor) == (3, (0, 1))
    desk.keys("4", Key.Key_Return)
    assert desk.trouble == ""


def test_delete_clears_what_is_chosen_as_one_step(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_Right, modifiers=SHIFT)
    desk.keys(Key.Key_Delete)
    assert (desk.shown.judged, desk.document.undo_stack.count()) == (4, 1)


def test_a_chosen_block_is_copied_as_a_spreadsheet_takes_it(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_Right, modifiers=SHIFT)
    assert desk.copy() == "3\t2"
    desk.keys(Key.Key_A, modifiers=CTRL)
    assert desk.copy().splitlines()[1] == "0.3333333333333333\t1\t1\t0.25"


def test_a_block_from_a_spreadsheet_lands_at_the_cursor_as_one_step(desk: MatrixDesk) -> None:
    desk.put_cursor(0, 2)
    desk.paste("7\t8\n1/2\t\n")
    assert [desk.shown.value(*pair) for pair in desk.shown.pairs] == [3, 7, 8, 0.5, 0.25, 0.5]
    assert desk.document.undo_stack.count() == 1


def test_a_block_that_contradicts_itself_is_refused_with_its_cells(desk: MatrixDesk) -> None:
    desk.put_cursor(0, 0)
    desk.paste("1\t5\n1/4\t1")
    assert "Data over IP is 5, but IP over Data is 1/4" in desk.trouble
    assert desk.document.undo_stack.isClean()


def test_a_matrix_copied_and_pasted_back_changes_nothing(desk: MatrixDesk) -> None:
    desk.keys(Key.Key_A, modifiers=CTRL)
    text = desk.copy()
    desk.put_cursor(0, 0)
    desk.paste(text)
    assert desk.trouble == ""
    assert desk.document.undo_stack.isClean()


def test_pooled_answers_are_looked_at_only(qtbot: QtBot) -> None:
    desk = MatrixDesk(qtbot, judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL)))
    desk.keys("4")
    assert desk.editor is None
    desk.keys(Key.Key_Delete)
    desk.paste("5")
    assert desk.shown.value("Data", "IP") == 2


def test_a_double_click_opens_the_cell_where_it_is(desk: MatrixDesk, qtbot: QtBot) -> None:
    viewport = desk.page.sheet.view.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=desk.middle_of(1, 3))
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=desk.middle_of(1, 3))
    assert desk.editor is not None
    assert desk.editor.text() == "1/4"


def test_the_cursor_tells_row_and_column(desk: MatrixDesk) -> None:
    desk.put_cursor(3, 1)
    assert desk.pair == ("Backlash", "IP")
    assert (desk.page.sheet.view.rows.chosen, desk.page.sheet.view.columns.chosen) == (3, 1)


def test_undo_while_the_cursor_is_elsewhere_keeps_the_cursor(desk: MatrixDesk) -> None:
    desk.keys("9", Key.Key_Return)
    desk.document.undo_stack.undo()
    assert (desk.shown.value("Data", "IP"), desk.cursor) == (3, (0, 2))


def test_the_matrix_has_a_name_and_so_has_its_editor(desk: MatrixDesk) -> None:
    assert desk.view.accessibleName() == "Judgments, row over column"
    desk.keys("9")
    assert desk.editor is not None
    assert desk.editor.accessibleName() == "Data over IP: 3"
    assert QApplication.focusWidget() is desk.editor
    desk.keys(Key.Key_Escape)
