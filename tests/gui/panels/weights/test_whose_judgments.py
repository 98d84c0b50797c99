"""The line that says whose judgments are shown."""

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_agreed, set_participant, weigh_by
from decidr.core.study.study import Study
from decidr.gui.models.weights.node_judgments import OWN, Voice, node_judgments
from decidr.gui.panels.weights.whose_judgments import WhoseJudgments
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study

ONE = (1, 1, 1, 1, 1, 1)


def line(qtbot: QtBot, study: Study, view: str = NEUTRAL, voice: Voice = None) -> WhoseJudgments:
    made = WhoseJudgments()
    qtbot.addWidget(made)
    made.show_whose(node_judgments(evaluate(study, view), GOAL, voice))
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
    made = line(qtbot, judging_study([None] * 6), INVESTOR)
    with qtbot.assertNotEmitted(made.apart_wanted):
        made.button.click()


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


def test_the_studys_own_beside_the_answers_can_be_made_to_count(qtbot: QtBot) -> None:
    made = line(qtbot, answers("Ann"), voice=OWN)
    assert "kept beside" in made.words.text()
    with qtbot.waitSignal(made.agreement_wanted) as told:
        made.button.click()
    assert told.args == [True]


def test_where_the_workshop_agreed_the_answers_can_count_again(qtbot: QtBot) -> None:
    made = line(qtbot, set_agreed(answers("Ann", "Bob"), GOAL, True))
    assert made.words.text() == "Agreed: the study's own judgments count here, not the answers of 2 people."
    with qtbot.waitSignal(made.agreement_wanted) as told:
        made.button.click()
    assert told.args == [False]


@pytest.mark.parametrize(
    ("study", "said"),
    [
        (answers("Ann"), "Only Ann has judged here."),
        (answers("Ann", "Bob"), "Ann's answers are pooled with those of 1 other."),
        (answers("Bob"), "Ann has judged nothing here yet; what is missing never counts as equal."),
        (set_participant(answers("Ann"), "Ann", weight=0.0), "Ann has the weight 0: these answers do not count."),
    ],
)
def test_of_one_persons_answers_it_is_said_how_they_count(qtbot: QtBot, study: Study, said: str) -> None:
    assert line(qtbot, study, voice="Ann").words.text() == said


def test_the_consensus_of_those_who_judged_stands_beside_their_pooled_answers(qtbot: QtBot) -> None:
    assert line(qtbot, answers("Ann", "Bob")).words.text().endswith("Consensus: 100\u202f%, very high.")
    assert "Consensus" not in line(qtbot, answers("Ann")).words.text()


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ([None] * 6, "Nothing is judged here yet, so there is no ranking."),
        ([3, None, None, None, None, 2], "The judgments do not connect all criteria yet, so there is no ranking."),
    ],
)
def test_without_weights_equal_ones_are_offered_for_now(qtbot: QtBot, goal: list[float | None], said: str) -> None:
    made = line(qtbot, judging_study(goal))
    assert made.words.text() == said
    with qtbot.waitSignal(made.equality_wanted):
        made.button.click()
