"""The pair where the cursor stands."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_reason
from decidr.core.study.study import Study
from decidr.gui.panels.weights.editing_card import EditingCard
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study, seen


def card(qtbot: QtBot, pair: tuple[str, str], study: Study | None = None) -> EditingCard:
    made = EditingCard()
    qtbot.addWidget(made)
    made.show_pair(seen(study or judging_study()), pair)
    return made


def test_it_says_row_against_column_in_words(qtbot: QtBot) -> None:
    made = card(qtbot, ("IP", "Data"))
    assert made.title == "Editing IP against Data"
    assert made.words.text() == "Data matters 3 times as much: moderately"


def test_more_lies_at_the_right(qtbot: QtBot) -> None:
    assert card(qtbot, ("Data", "IP")).scale.step == 2
    assert card(qtbot, ("IP", "Data")).scale.step == -2


def test_the_slider_tells_how_many_times_the_row_is_preferred(qtbot: QtBot) -> None:
    made = card(qtbot, ("Data", "IP"))
    made.show()
    told: list[float] = []
    made.judged.connect(told.append)
    qtbot.keyClick(made.scale, Qt.Key.Key_Right)
    assert made.words.text() == "Data matters 4 times as much: between moderately and strongly"
    made.scale.settle()
    assert told == [4.0]


def test_the_reason_stands_with_the_pair(qtbot: QtBot) -> None:
    study = set_reason(judging_study(), under=GOAL, view=NEUTRAL, first="Data", second="IP", note="slow courts")
    assert card(qtbot, ("IP", "Data"), study).reason.text() == "«slow courts»"
    assert card(qtbot, ("IP", "Data")).reason.isHidden()


def test_the_groups_answers_are_only_looked_at(qtbot: QtBot) -> None:
    study = judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL))
    made = card(qtbot, ("Data", "IP"), study)
    assert made.title == "Data against IP"
    assert not made.scale.isEnabled()


@pytest.mark.parametrize("pair", [("Data", "IP"), ("IP", "Data")])
def test_a_pair_that_is_not_judged_says_so(qtbot: QtBot, pair: tuple[str, str]) -> None:
    made = card(qtbot, pair, judging_study((None, 1, 1, 1, 1, 1)))
    assert made.words.text().startswith("Not judged yet")
    assert made.scale.accessibleDescription() == made.words.text()
