"""One pair at a time."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment
from tests.gui.judging_study import NEUTRAL, judging_study
from tests.gui.panels.weights.question_desk import QuestionDesk

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
GAPS = (3, None, 1, None, 1, None)


def test_it_begins_with_the_first_pair_that_nobody_judged(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    assert desk.pair == ("Data", "Influence")
    assert desk.panel.top.header.title == "Goal"
    assert desk.panel.top.header.subtitle == "Question 2 of 6 · about a minute left"
    assert (desk.panel.questions.left.name.text(), desk.panel.questions.right.name.text()) == ("Data", "Influence")
    assert (desk.panel.questions.progress.value(), desk.panel.questions.progress.maximum()) == (3, 6)


def test_a_node_is_judged_with_digits_and_enter_alone(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study([None] * 6))
    desk.keys("3", Key.Key_Return, "1", Key.Key_Return)
    desk.keys("5", modifiers=SHIFT)
    desk.keys(Key.Key_Return, "9", Key.Key_Return, "2", Key.Key_Return, "7")
    assert desk.values == [3, 1, pytest.approx(1 / 5), 9, 2, 7]


def test_enter_skips_what_is_judged_already(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    asked = []
    for _question in range(3):
        asked.append(desk.pair)
        desk.keys("2", Key.Key_Return)
    assert asked == [("Data", "Influence"), ("IP", "Influence"), ("Influence", "Backlash")]
    assert desk.shown.is_complete


def test_after_the_last_question_enter_leads_to_the_matrix(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study((3, 2, 1, 1, 1, None)))
    desk.keys("2")
    assert desk.panel.questions.next.text() == "See the matrix"
    desk.keys(Key.Key_Return)
    assert desk.panel.top.tabs.choice == "matrix"


def test_skip_leaves_a_pair_open_and_comes_back_to_it(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.panel.questions.skip.click()
    desk.keys("2", Key.Key_Return, "2", Key.Key_Return)
    assert desk.pair == ("Data", "Influence")
    assert desk.shown.value("Data", "Influence") is None


def test_back_returns_to_the_question_before(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys("2", Key.Key_Return)
    desk.panel.questions.back.click()
    assert desk.pair == ("Data", "Influence")
    desk.panel.questions.back.click()
    assert desk.pair == ("Data", "IP")
    assert not desk.panel.questions.back.isEnabled()


def test_arrow_keys_count_once_the_next_question_is_asked(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys(Key.Key_Right, Key.Key_Right, Key.Key_Return)
    assert desk.shown.value("Data", "Influence") == pytest.approx(1 / 3)
    assert desk.pair == ("IP", "Influence")
    assert desk.document.undo_stack.undoText() == "Data over Influence 1/3"


@pytest.mark.parametrize(("keys", "value"), [("2.5", 2.5), ("1/3", 1 / 3), ("0,4", 0.4)])
def test_ratios_that_are_no_step_are_typed_on(qtbot: QtBot, keys: str, value: float) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys(keys, Key.Key_Return)
    assert desk.shown.value("Data", "Influence") == pytest.approx(value)
    assert desk.panel.questions.scale_card.scale.hasFocus()


def test_a_bad_ratio_is_told_and_stays_to_be_mended(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys("1/x", Key.Key_Return)
    card = desk.panel.questions.scale_card
    assert card.trouble.text() == "«1/x» is not a ratio; write 3, 1/3 or 0.333."
    assert card.field.text() == "1/x"
    desk.keys(Key.Key_Backspace, "4", Key.Key_Return)
    assert card.trouble.isHidden()
    assert desk.shown.value("Data", "Influence") == 0.25


def test_a_bad_ratio_is_not_left_behind_unseen(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys("1/x")
    desk.panel.questions.next.setFocus()
    desk.panel.questions.next.click()
    card = desk.panel.questions.scale_card
    assert desk.pair == ("Data", "Influence")
    assert (card.field.text(), card.field.hasFocus()) == ("1/x", True)
    assert "«1/x»" in card.trouble.text()
    desk.panel.questions.skip.click()
    assert desk.pair == ("IP", "Influence")
    assert card.trouble.isHidden()


@pytest.mark.parametrize(("key", "kept"), [(Key.Key_Escape, "1"), ("7", "7")])
def test_escape_or_an_answer_on_the_scale_ends_a_bad_ratio(qtbot: QtBot, key: str | Key, kept: str) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys("1/x", Key.Key_Backtab)
    card = desk.panel.questions.scale_card
    assert card.field.text() == "1/x"
    desk.keys(key)
    assert card.trouble.isHidden()
    assert card.field.text() == kept


def test_a_reason_is_kept_beside_the_judgment(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.panel.questions.add_reason.click()
    desk.keys("slow courts", Key.Key_Return)
    assert desk.judgment("Data", "Influence").note == "slow courts"
    assert desk.panel.questions.scale_card.scale.hasFocus()
    desk.keys("4", Key.Key_Return)
    assert desk.judgment("Data", "Influence").note == "slow courts"
    assert desk.panel.questions.reason.isHidden()


def test_a_reason_that_was_not_confirmed_is_kept_when_one_goes_on(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.panel.questions.add_reason.click()
    desk.keys("slow courts")
    desk.panel.questions.next.click()
    assert desk.judgment("Data", "Influence").note == "slow courts"


def test_placeholders_are_asked_where_nothing_is_missing_and_become_judgments(qtbot: QtBot) -> None:
    study = set_judgment(
        judging_study(), under=GOAL, view=NEUTRAL, first="IP", second="Backlash", value=0.25, status="placeholder"
    )
    desk = QuestionDesk(qtbot, study)
    assert desk.pair == ("IP", "Backlash")
    assert "1 placeholder to replace" in desk.panel.top.header.subtitle
    desk.keys("4", modifiers=SHIFT)
    desk.keys("4")
    judgment = desk.judgment("IP", "Backlash")
    assert (judgment.status, judgment.when) == ("judged", "2026-01-05")


def test_a_complete_node_is_looked_through_pair_by_pair(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot)
    asked = [desk.pair]
    for _step in range(5):
        desk.keys(Key.Key_Return)
        asked.append(desk.pair)
    assert tuple(asked) == desk.shown.pairs


def test_delete_takes_the_judgment_back(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot)
    desk.keys(Key.Key_Delete)
    assert desk.shown.value("Data", "IP") is None


def test_enter_on_a_button_presses_the_button(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.keys("2", Key.Key_Return)
    desk.panel.questions.back.setFocus()
    desk.keys(Key.Key_Return)
    assert desk.pair == ("Data", "Influence")


def test_a_digit_on_a_button_is_a_judgment(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study(GAPS))
    desk.panel.questions.skip.setFocus()
    desk.keys("6")
    assert desk.shown.value("Data", "Influence") == 6


def test_hosts_are_asked_as_hosts(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, node="Prices")
    assert desk.panel.questions.question.text() == "Which is better on Prices, and by how much?"
    assert desk.pair == ("Spain", "Brazil")


def test_everything_has_a_name_for_screen_readers(qtbot: QtBot) -> None:
    page = QuestionDesk(qtbot).panel.questions
    for widget in (page.scale_card.scale, page.scale_card.field, page.reason, page.progress):
        assert widget.accessibleName()
    assert QApplication.focusWidget() is page.scale_card.scale


def test_on_the_quick_path_three_answers_to_four_items_end_the_judging(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study([None] * 6))
    desk.panel.questions.quick.click()
    assert desk.judging == [True]
    for _answer in range(3):
        assert desk.pair[0] == "Data"
        desk.keys("2", Key.Key_Return)
    assert desk.judging == [True, False]
    assert desk.panel.top.header.subtitle.startswith("Everything is connected; 3 more answers")


def test_on_the_quick_path_skipping_leads_round_the_pair(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study([None] * 6))
    desk.panel.questions.quick.click()
    desk.panel.questions.skip.click()
    assert desk.pair == ("Data", "Influence")
    desk.keys("2", Key.Key_Return)
    assert desk.pair != ("Data", "IP")


def test_leaving_the_quick_path_asks_row_by_row_again(qtbot: QtBot) -> None:
    desk = QuestionDesk(qtbot, judging_study([None] * 6))
    for _turn in range(2):
        desk.panel.questions.quick.click()
    assert desk.panel.top.header.subtitle.startswith("Question 1 of 6")
