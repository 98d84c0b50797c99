"""How well the judgments of a matrix fit together."""

from pytestqt.qtbot import QtBot

from decidr.core.analysis.matrices import MatrixResult
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.panels.weights.consistency_card import ConsistencyCard
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study, seen


def card(qtbot: QtBot, study: Study, node: str = GOAL) -> ConsistencyCard:
    made = ConsistencyCard()
    qtbot.addWidget(made)
    matrix = seen(study, node).matrix
    assert isinstance(matrix, MatrixResult)
    made.show_matrix(matrix, study.settings)
    return made


def test_a_good_ratio_is_a_figure_with_its_bar_and_no_words(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((2, 2, 2, 1, 1, 1)))
    assert (made.figure.text(), made.words.text()) == ("0.00", "")
    assert not made.bar.isHidden()
    assert made.figure.property("tone") == ""


def test_a_ratio_above_a_tenth_says_that_the_answers_contradict_each_other(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1, 1, 1, 9, 1, 9)))
    assert made.figure.property("tone") == "look_here"
    assert "contradict" in made.words.text()


def test_two_items_cannot_contradict_each_other(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study(), "Backlash")
    assert made.figure.text() == "0.00"
    assert made.bar.isHidden()
    assert made.words.text() == "Two items cannot contradict each other."


def test_next_to_a_spanning_tree_it_is_not_defined_and_says_so(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((3, 2, 1, None, None, None)))
    assert made.figure.isHidden()
    assert made.bar.isHidden()
    assert made.words.text().startswith("Not defined: 3 pairs of 4 items")


def test_unlinked_items_have_no_ratio(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((3, None, None, None, None, 2)))
    assert made.words.text() == "Not defined: the judgments do not link all items yet."


def test_combined_priorities_have_no_ratio(qtbot: QtBot) -> None:
    ann = judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL)
    made = card(qtbot, judging_study((1,) * 6, ann, group="priorities"))
    assert "priorities are combined" in made.words.text()


def test_its_tip_names_the_table_of_random_indices(qtbot: QtBot) -> None:
    tip = card(qtbot, judging_study(random_index="donegan-dodd")).toolTip()
    assert "Random index 0.8286: Donegan & Dodd 1991, 4 items, 0 pairs missing" in tip
    assert "λmax" in tip
    assert "stands for 0.10 at 0.35" in tip
    gaps = card(qtbot, judging_study((3, None, 1, 1, 1, 1))).toolTip()
    assert "Saaty 2005, 4 items, 1 pairs missing" in gaps
