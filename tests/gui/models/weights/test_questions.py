"""Which question comes next, and how long the rest takes."""

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment
from decidr.core.study.study import Study
from decidr.gui.models.weights.node_judgments import NodeJudgments, node_judgments
from decidr.gui.models.weights.questions import (
    first_question,
    next_pair,
    next_question,
    open_questions,
    pair_before,
    progress_text,
    quick_progress_text,
    quick_question,
    time_left,
    unconnected,
)
from tests.gui.judging_study import NEUTRAL, judging_study

FIRST, SECOND, LAST = ("Data", "IP"), ("Data", "Influence"), ("Influence", "Backlash")


def seen(study: Study) -> NodeJudgments:
    return node_judgments(evaluate(study), GOAL)


def with_placeholder(study: Study) -> Study:
    return set_judgment(
        study, under=GOAL, view=NEUTRAL, first="Data", second="Influence", value=2.0, status="placeholder"
    )


def test_the_open_questions_are_the_pairs_that_nobody_judged() -> None:
    shown = seen(with_placeholder(judging_study((3, 2, None, 1, 1, None))))
    assert open_questions(shown) == (("Data", "Backlash"), LAST)


def test_where_all_is_judged_the_placeholders_are_open() -> None:
    assert open_questions(seen(with_placeholder(judging_study()))) == (SECOND,)
    assert open_questions(seen(judging_study())) == ()


def test_questions_begin_at_the_first_open_pair_and_stay_at_a_wanted_one_that_is_open() -> None:
    shown = seen(judging_study((3, None, None, 1, 1, None)))
    assert first_question(shown, None) == SECOND
    assert first_question(shown, FIRST) == SECOND
    assert first_question(shown, LAST) == LAST


def test_a_complete_node_is_looked_through_from_the_top() -> None:
    assert first_question(seen(judging_study()), LAST) == FIRST
    assert first_question(seen(judging_study()), None) == FIRST


def test_the_next_question_goes_round_and_never_stays() -> None:
    shown = seen(judging_study((3, None, None, 1, 1, None)))
    assert next_question(shown, FIRST) == SECOND
    assert next_question(shown, LAST) == SECOND
    assert next_question(seen(judging_study((3, None, 1, 1, 1, 1))), SECOND) is None


def test_pairs_are_looked_through_in_order() -> None:
    shown = seen(judging_study())
    assert (next_pair(shown, FIRST), next_pair(shown, LAST)) == (SECOND, None)
    assert (pair_before(shown, SECOND), pair_before(shown, FIRST)) == (FIRST, None)


def test_the_progress_says_which_question_and_how_long() -> None:
    shown = seen(judging_study((3, None, None, 1, 1, None)))
    assert progress_text(shown, SECOND) == "Question 2 of 6 · about a minute left"
    assert progress_text(seen(judging_study()), LAST) == "Question 6 of 6 · all are judged"


def test_placeholders_to_replace_are_counted() -> None:
    shown = seen(with_placeholder(judging_study()))
    assert progress_text(shown, FIRST) == "Question 1 of 6 · 1 placeholder to replace · less than a minute left"


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        (1, "less than a minute left"),
        (3, "about a minute left"),
        (8, "about three minutes left"),
        (30, "about ten minutes left"),
        (190, "about 63 minutes left"),
    ],
)
def test_each_question_counts_as_twenty_seconds(questions: int, words: str) -> None:
    assert time_left(questions) == words


def test_the_quick_path_connects_everything_by_one_reference_and_then_asks_what_tells_most() -> None:
    study, asked = judging_study([None] * 6), []
    while (pair := quick_question(seen(study))) is not None:
        asked.append(pair)
        study = set_judgment(study, under=GOAL, view=NEUTRAL, first=pair[0], second=pair[1], value=2.0)
        assert unconnected(seen(study)) == max(3 - len(asked), 0)
    assert asked[:3] == [("Data", "IP"), ("Data", "Influence"), ("Data", "Backlash")]
    assert len(asked) == len(set(asked)) == 6


def test_placeholders_connect_nothing_on_the_quick_path() -> None:
    study = with_placeholder(judging_study([None] * 6))
    assert unconnected(seen(study)) == 3


def test_a_skipped_pair_is_not_asked_on_the_quick_path() -> None:
    shown = seen(judging_study([None] * 6))
    assert quick_question(shown, [FIRST]) == SECOND


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ([None] * 6, "Quick path: 0 of 3 answers that connect everything · about a minute left"),
        ((3, 2, 1, None, None, None), "Everything is connected; 3 more answers would make the weights surer"),
        ((3, 2, 1, 1, 1, None), "Everything is connected; 1 more answer would make the weights surer"),
        ((3, 2, 1, 1, 1, 1), "All pairs are judged"),
    ],
)
def test_progress_on_the_quick_path_says_what_is_wanted(goal: list[float | None], said: str) -> None:
    assert quick_progress_text(seen(judging_study(goal))).startswith(said)
