"""The line that says whose judgments are shown."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import weigh_by
from decidr.core.study.study import Study
from decidr.gui.panels.whose_judgments import WhoseJudgments
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study, seen

ONE = (1, 1, 1, 1, 1, 1)


def line(qtbot: QtBot, study: Study, view: str = NEUTRAL) -> WhoseJudgments:
    made = WhoseJudgments()
    qtbot.addWidget(made)
    made.show_whose(seen(study, GOAL, view))
    return made


def answers(*people: str) -> Study:
    return judging_study(ONE, *(judged(GOAL, TOPS, [2] * 6, who=who, view=NEUTRAL) for who in people))


def test_of_a_views_own_judgments_there_is_nothing_to_say(qtbot: QtBot) -> None:
    assert line(qtbot, judging_study()).isHidden()


def test_lent_judgments_offer_to_judge_apart(qtbot: QtBot) -> None:
    made = line(qtbot, judging_study(), INVESTOR)
    assert made.words.text() == "These are the base view's judgments; a change here changes them there."
    with qtbot.waitSignal(made.apart_wanted):
        made.button.click()


def test_where_nothing_is_lent_there_is_nothing_to_copy(qtbot: QtBot) -> None:
    assert line(qtbot, judging_study([None] * 6), INVESTOR).button.isHidden()


@pytest.mark.parametrize(("people", "said"), [(("Ann",), "1 person count"), (("Ann", "Bob"), "2 people count")])
def test_pooled_answers_lead_to_the_people(qtbot: QtBot, people: tuple[str, ...], said: str) -> None:
    made = line(qtbot, answers(*people))
    assert said in made.words.text()
    with qtbot.waitSignal(made.people_wanted):
        made.button.click()


def test_judgments_that_do_not_count_can_count_again(qtbot: QtBot) -> None:
    made = line(qtbot, weigh_by(judging_study(), GOAL, "direct", NEUTRAL))
    with qtbot.waitSignal(made.count_wanted):
        made.button.click()
