"""The panel of weights."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import (
    comparisons_at,
    remove_participant,
    set_judgment,
    set_roles,
    set_weight,
    weigh_by,
)
from decidr.core.study.study import Study
from decidr.gui.panels.weights.chips import DONE, TO_DO
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study
from tests.gui.panels.weights.question_desk import QuestionDesk

GAPS = (3, None, 1, None, 1, None)


def desk(qtbot: QtBot, study: Study | None = None, page: str = "matrix", **kwargs: str) -> QuestionDesk:
    return QuestionDesk(qtbot, study, page=page, **kwargs)


def test_every_node_has_a_chip_with_how_far_it_is(qtbot: QtBot) -> None:
    study = judging_study(GAPS)
    chips = desk(qtbot, study).panel.top.chips.chips
    assert [(c.text, c.state) for c in chips] == [("Goal", "3/6"), ("Backlash", DONE), ("Prices", "2/3")]
    nothing = desk(qtbot, judging_study([None] * 6)).panel.top.chips.chips
    assert nothing[0].state == TO_DO


def test_a_node_with_weights_given_directly_is_done_when_they_are(qtbot: QtBot) -> None:
    study = weigh_by(judging_study(), GOAL, "direct", NEUTRAL)
    assert desk(qtbot, study).panel.top.chips.chips[0].state == TO_DO
    for top in TOPS:
        study = set_weight(study, top, 1.0, "direct", NEUTRAL)
    assert desk(qtbot, study).panel.top.chips.chips[0].state == DONE


def test_the_heading_names_the_node_and_asks(qtbot: QtBot) -> None:
    panel = desk(qtbot).panel
    assert panel.top.header.title == "Goal"
    assert panel.top.header.subtitle == "How much more does the swing from worst to best matter, row against column?"
    panel.show_node("Prices")
    assert panel.top.header.subtitle == "How much better is the row than the column on Prices?"


def test_a_chip_leads_to_its_node(qtbot: QtBot) -> None:
    panel = desk(qtbot).panel
    panel.top.chips.button("Prices").click()
    assert panel.top.header.title == "Prices"
    assert panel.matrix.model.rowCount() == 3


def test_a_place_leads_to_its_node_and_a_leaf_to_where_it_is_weighed(qtbot: QtBot) -> None:
    panel = desk(qtbot).panel
    panel.show_place("weights:Backlash")
    assert panel.top.header.title == "Backlash"
    panel.show_place("weights:IP")
    assert panel.top.header.title == "Goal"
    panel.show_place("weights:Law")
    assert panel.top.header.title == "Backlash"
    panel.show_place("weights")
    assert panel.top.header.title == "Goal"


def test_both_views_edit_the_same_judgment(qtbot: QtBot) -> None:
    made = desk(qtbot)
    made.panel.matrix.model.setData(made.panel.matrix.model.index(0, 1), "7")
    made.panel.show_page("questions")
    assert made.pair == ("Data", "IP")
    assert made.panel.questions.scale_card.scale.ratio == 7
    made.panel.questions.scale_card.scale.judged.emit(4.0)
    made.panel.show_page("matrix")
    assert made.panel.matrix.model.index(0, 1).data() == "4"


def test_the_pair_of_the_cursor_is_the_one_that_is_asked_while_it_is_open(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study((3, None, 1, 1, None, 1)))
    made.panel.matrix.sheet.view.setCurrentIndex(made.panel.matrix.model.index(3, 1))
    made.panel.show_page("questions")
    assert made.pair == ("IP", "Backlash")


def test_where_all_is_judged_the_questions_begin_at_the_top_wherever_the_cursor_stood(qtbot: QtBot) -> None:
    made = desk(qtbot)
    made.panel.matrix.sheet.view.setCurrentIndex(made.panel.matrix.model.index(3, 1))
    made.panel.show_page("questions")
    assert made.pair == ("Data", "IP")


@pytest.mark.parametrize("page", ["matrix", "questions", "direct"])
def test_a_click_on_a_way_to_judge_puts_the_keyboard_there(qtbot: QtBot, page: str) -> None:
    made = desk(qtbot, judging_study((3, None, 1, 1, None, 1)), page="direct" if page == "matrix" else "matrix")
    qtbot.mouseClick(made.panel.top.tabs.button(page), Qt.MouseButton.LeftButton)
    entry = {"matrix": made.panel.matrix, "questions": made.panel.questions, "direct": made.panel.direct}[page]
    qtbot.waitUntil(lambda: entry.isAncestorOf(QApplication.focusWidget()))


def test_after_a_click_on_questions_or_on_a_node_a_digit_answers(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study([None] * 6))
    scale = made.panel.questions.scale_card.scale
    qtbot.mouseClick(made.panel.top.tabs.button("questions"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(scale.hasFocus)
    made.keys("5")
    assert made.shown.value("Data", "IP") == 5
    qtbot.mouseClick(made.panel.top.chips.button("Prices"), Qt.MouseButton.LeftButton)
    made.node = "Prices"
    qtbot.waitUntil(scale.hasFocus)
    made.keys("4")
    assert made.shown.value("Spain", "Brazil") == 4


def test_arrow_keys_go_through_the_ways_to_judge_and_the_nodes_without_leaving_them(qtbot: QtBot) -> None:
    made = desk(qtbot)
    made.panel.top.tabs.button("matrix").setFocus()
    qtbot.waitUntil(made.panel.top.tabs.button("matrix").hasFocus)
    made.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert made.panel.top.tabs.choice == "direct"
    made.panel.top.tabs.choose("questions")
    made.panel.top.chips.button("goal").setFocus()
    made.keys(Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert made.panel.top.header.title == "Prices"


def test_the_ranking_hides_while_questions_are_open_and_shows_when_the_node_is_done(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study((3, 2, 1, 1, 1, None)), page="questions")
    assert made.judging == [True]
    assert not made.panel.questions.hidden_line.isHidden()
    made.keys("2")
    assert made.judging == [True, False]
    assert made.panel.questions.hidden_line.isHidden()


def test_the_ranking_is_not_hidden_by_the_matrix_or_where_all_is_judged(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study(GAPS))
    assert made.judging == []
    made.panel.show_page("questions")
    made.panel.show_page("matrix")
    assert made.judging == [True, False]
    assert desk(qtbot, page="questions").judging == []


def test_show_anyway_reveals_the_ranking_for_this_node(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study(GAPS), page="questions")
    made.panel.questions.hidden_line.button.click()
    assert made.judging == [True, False]
    made.panel.show_node("Prices")
    assert made.judging == [True, False, True]


def test_leaving_the_page_reveals_the_ranking(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study(GAPS), page="questions")
    made.panel.hide()
    assert made.judging == [True, False]
    made.panel.show()
    assert made.judging == [True, False, True]


def test_an_undone_answer_hides_the_ranking_again(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study((3, 2, 1, 1, 1, None)), page="questions")
    made.keys("2")
    made.document.undo_stack.undo()
    assert made.judging == [True, False, True]


def test_lent_judgments_say_whose_they_are_and_can_be_judged_apart(qtbot: QtBot) -> None:
    made = desk(qtbot, view=INVESTOR)
    assert (
        made.panel.top.notice.words.text() == "These are the base view's judgments; a change here changes them there."
    )
    made.panel.top.notice.button.click()
    assert made.panel.top.notice.isHidden()
    assert [b.view for b in made.document.study.comparisons if b.under == GOAL] == [NEUTRAL, INVESTOR]


def test_in_the_base_view_there_is_nothing_to_say(qtbot: QtBot) -> None:
    assert desk(qtbot).panel.top.notice.isHidden()


def test_pooled_answers_say_so_and_lead_to_the_people(qtbot: QtBot) -> None:
    people = [judged(GOAL, TOPS, [2] * 6, who=who, view=NEUTRAL) for who in ("Ann", "Bob")]
    made = desk(qtbot, judging_study((1,) * 6, *people))
    assert made.panel.top.notice.words.text().startswith("The answers of 2 people count here, pooled")
    made.panel.top.notice.button.click()
    assert made.places == ["people"]


def test_judgments_that_do_not_count_say_so_and_can_count_again(qtbot: QtBot) -> None:
    made = desk(qtbot, weigh_by(judging_study(), GOAL, "direct", NEUTRAL))
    made.panel.show_page("matrix")
    assert "kept beside" in made.panel.top.notice.words.text()
    assert made.panel.matrix.sheet.bars.isHidden()
    made.panel.top.notice.button.click()
    assert made.panel.top.notice.isHidden()
    assert not made.panel.matrix.sheet.bars.isHidden()


def test_a_node_with_weights_given_directly_opens_with_them(qtbot: QtBot) -> None:
    made = desk(qtbot, weigh_by(judging_study(), GOAL, "swing", NEUTRAL))
    made.panel.show_node("Backlash")
    made.panel.show_page("matrix")
    made.panel.show_node(GOAL)
    assert made.panel.top.tabs.choice == "direct"
    assert made.panel.direct.way == "swing"


def test_hosts_cannot_be_weighted_directly(qtbot: QtBot) -> None:
    made = desk(qtbot, page="direct")
    made.panel.show_node("Prices")
    assert made.panel.top.tabs.choice == "matrix"
    assert not made.panel.top.tabs.button("direct").isEnabled()


def test_another_view_may_not_count_the_node(qtbot: QtBot) -> None:
    study = judging_study()
    views = (study.views[0], replace(study.views[1], left_out=("Law",)))
    made = desk(qtbot, replace(study, views=views), node="Backlash")
    made.document.choose_view(INVESTOR)
    assert made.panel.top.header.title == "Goal"


def test_without_two_siblings_there_is_nothing_to_weigh(qtbot: QtBot) -> None:
    made = desk(qtbot, replace(judging_study(), criteria=(), comparisons=()))
    assert made.panel.top.header.title == "Nothing to weigh yet"
    assert made.panel.top.chips.isHidden()
    made.panel.top.notice.button.click()
    assert made.places == ["criteria"]


def test_ahpys_opinion_of_this_matrix_is_told_when_it_has_come(qtbot: QtBot) -> None:
    made = desk(qtbot, node="Prices")
    opinion = made.panel.matrix.cards.standing_out.opinion
    assert opinion.text() == "AHPy has not answered yet."
    results = made.document.results
    made.document.take_opinions(results, second_opinions(results))
    qtbot.waitUntil(lambda: opinion.text() == "AHPy is not asked while pairs are missing.")
    made.panel.show_node(GOAL)
    assert opinion.text().startswith("AHPy agrees on this matrix")


def test_a_tried_weight_changes_nothing_here(qtbot: QtBot) -> None:
    made = desk(qtbot)
    before = made.panel.matrix.sheet.bars.shares
    made.document.try_weight("IP", 0.9)
    assert made.panel.matrix.sheet.bars.shares == before


def test_an_edit_elsewhere_shows_at_once(qtbot: QtBot) -> None:
    made = desk(qtbot)
    study = set_judgment(
        made.document.study, under=GOAL, view=NEUTRAL, first="Data", second="IP", value=8.0, when="2026"
    )
    made.document.apply("Elsewhere", study)
    assert made.panel.matrix.model.index(0, 1).data() == "8"


@pytest.mark.parametrize("page", ["matrix", "questions", "direct"])
def test_every_page_says_how_long_or_what(qtbot: QtBot, page: str) -> None:
    assert desk(qtbot, page=page).panel.top.header.subtitle


def group() -> Study:
    """Ann has judged the goal, Bob nothing; the study has judgments of its own."""
    return judging_study((1,) * 6, judged(GOAL, TOPS, [3] * 6, who="Ann", view=NEUTRAL))


def test_a_persons_judgments_are_chosen_edited_and_taken_back_by_her_name(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.top.voices.voice_chosen.emit("Bob")
    assert not made.panel.matrix.model.index(0, 1).data()
    made.panel.matrix.model.setData(made.panel.matrix.model.index(0, 1), "5")
    block = comparisons_at(made.document.study, GOAL, NEUTRAL, "Bob")
    assert block is not None
    assert [p.value for p in block.pairs] == [5]
    assert made.document.undo_stack.undoText() == "Bob: Data over IP 5"
    made.document.undo_stack.undo()
    assert comparisons_at(made.document.study, GOAL, NEUTRAL, "Bob") is None


def test_a_person_with_roles_sees_her_nodes_alone(qtbot: QtBot) -> None:
    made = desk(qtbot, set_roles(group(), "Bob", ["Prices"]))
    made.panel.top.voices.voice_chosen.emit("Bob")
    assert [chip.id for chip in made.panel.top.chips.chips] == ["Prices"]
    assert made.panel.top.header.title == "Prices"


def test_the_workshops_own_judgments_count_when_they_are_wanted_and_the_answers_again(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.top.voices.voice_chosen.emit("")
    made.panel.top.notice.button.click()
    assert made.document.results.local["Data"] == pytest.approx(0.25)
    assert made.panel.top.notice.button.text() == "Count the answers"
    made.panel.top.notice.button.click()
    assert made.document.results.local["Data"] > 0.4


def test_a_place_may_name_the_person_and_the_pair(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.show_place("weights:goal:Ann:Influence:IP")
    assert made.panel.top.voices.currentText() == "Ann"
    assert made.panel.matrix.sheet.view.currentIndex().row() == TOPS.index("Influence")
    assert made.panel.matrix.sheet.view.currentIndex().column() == TOPS.index("IP")


def test_a_person_who_is_gone_gives_way_to_what_counts(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.top.voices.voice_chosen.emit("Bob")
    made.document.apply("Remove Bob", remove_participant(made.document.study, "Bob"))
    assert made.panel.top.voices.currentText() == "What counts"


def test_questions_to_a_person_hide_the_ranking_until_her_node_is_done(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.top.voices.voice_chosen.emit("Bob")
    assert made.judging == []
    made.panel.show_page("questions")
    assert made.judging == [True]
    made.panel.top.voices.voice_chosen.emit("Ann")
    assert made.judging == [True, False]


def test_equal_weights_for_now_give_a_ranking_in_one_step_that_can_be_undone(qtbot: QtBot) -> None:
    made = desk(qtbot, judging_study((3, None, None, None, None, 2)))
    made.panel.top.notice.button.click()
    assert [made.document.results.local[top] for top in TOPS] == [0.25] * 4
    assert made.document.undo_stack.undoText() == "Equal weights for now: Goal"
    made.document.undo_stack.undo()
    assert made.document.results.local["Data"] != made.document.results.local["Data"], "no weights again"


def test_a_place_may_ask_for_the_studys_own_judgments(qtbot: QtBot) -> None:
    made = desk(qtbot, group())
    made.panel.show_place("weights:goal:own:Data:IP")
    assert made.panel.top.voices.currentText() == "The study's own"
