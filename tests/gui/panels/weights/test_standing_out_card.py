"""What stands out in a matrix."""

from random import Random

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.edits import set_judgment
from decidr.core.study.study import Study
from decidr.gui.models.weights.standing_out import what_stands_out
from decidr.gui.panels.weights.standing_out_card import StandingOutCard
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, judging_study, seen


def card(qtbot: QtBot, study: Study, node: str = GOAL) -> StandingOutCard:
    made = StandingOutCard()
    qtbot.addWidget(made)
    shown = seen(study, node, study.settings.base_view)
    assert shown.matrix is not None
    made.show_judgments(shown, what_stands_out(shown.matrix, study.settings.random_index))
    made.show_opinion("AHPy agrees.")
    return made


def six_items(upper: list[float]) -> Study:
    names = ("Price", "Safety", "Style", "Fuel", "Space", "Brand")
    criteria = tuple(Criterion(id=name, name=name, worst=0.0, best=1.0) for name in names)
    return Study(criteria=criteria, comparisons=(judged(GOAL, names, upper, view="base"),))


def told(made: StandingOutCard) -> list[str]:
    return [row.words.text() for row in made.rows if not row.isHidden()]


def test_judgments_that_agree_have_nothing_to_mend(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((2, 2, 2, 1, 1, 1)))
    assert made.summary.text() == "All 6 pairs agree with each other; nothing to mend."
    assert told(made) == []


def test_it_always_says_what_a_low_ratio_does_not_mean(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((2, 2, 2, 1, 1, 1)))
    assert made.caution.text() == "A low ratio means that the answers fit together, not that they are right."
    assert not made.caution.isHidden()


def test_below_a_tenth_the_worst_pair_alone_is_told(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1, 1, 1, 1, 1, 3)))
    assert told(made) == ["Influence over Backlash is 3; 1 would give 0.00."]


def test_where_the_pairs_fit_well_none_stands_out(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((3, 2, 1, 1, "1/4", "1/2")))
    assert (made.summary.text(), told(made)) == ("The 6 pairs fit together; nothing to mend.", [])


def test_above_a_tenth_all_that_would_help_are_told_worst_first(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1, 1, 1, 9, 1, 9)))
    assert len(told(made)) == 3
    assert made.summary.isHidden()


def test_a_remedy_that_gains_next_to_nothing_is_not_told(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((2, 4, 4, 2, 2, 1)))
    assert told(made) == []


def test_gaps_are_counted(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((3, None, 1, 1, 1, None)))
    assert made.summary.text() == "2 of 6 pairs are not judged; the weights rest on the others."


def test_items_that_no_judgment_links_are_named(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((3, None, None, None, None, 2)))
    assert "Data and IP | Influence and Backlash" in made.summary.text()
    assert made.caution.isHidden()


def test_placeholders_are_named_in_orange_brown(qtbot: QtBot) -> None:
    study = judging_study()
    study = set_judgment(study, under=GOAL, view=NEUTRAL, first="Data", second="IP", value=3.0, status="placeholder")
    made = card(qtbot, study)
    assert made.placeholders.text() == "1 of 6 judgments is a placeholder."
    assert made.placeholders.property("tone") == "look_here"
    for first, second in seen(study).pairs:
        study = set_judgment(
            study, under=GOAL, view=NEUTRAL, first=first, second=second, value=1.0, status="placeholder"
        )
    assert card(qtbot, study).placeholders.text() == "All 4 weights here rest on placeholder judgments."
    assert card(qtbot, judging_study()).placeholders.isHidden()


def test_ahpys_opinion_stands_there(qtbot: QtBot) -> None:
    assert card(qtbot, judging_study()).opinion.text() == "AHPy agrees."


def test_a_remedy_is_told_on(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1, 1, 1, 1, 1, 9)))
    with qtbot.waitSignal(made.applied) as applied:
        made.rows[0].apply_button.click()
    assert applied.args == ["Influence", "Backlash", 1.0]


def test_a_circle_of_preferences_is_told_even_where_the_ratio_is_low(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1.1, 1 / 1.1, 1, 1.1, 1, 1)))
    assert made.triads.text().startswith("Preferences run in a circle")


def test_above_a_tenth_without_a_circle_the_worst_triad_is_told(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1, 1, 1, 9, 1, 9)))
    assert "would be" in made.triads.text()
    assert card(qtbot, judging_study((1, 1, 1, 1, 1, 3))).triads.isHidden()


SAATY = [*(1 / step for step in range(9, 1, -1)), *range(1, 10)]


@pytest.mark.parametrize("seed", range(12))
def test_above_a_tenth_six_items_are_never_left_without_advice(qtbot: QtBot, seed: int) -> None:
    draw = Random(seed)
    made = card(qtbot, six_items([draw.choice(SAATY) for _pair in range(15)]))
    assert told(made) or made.triads.isVisibleTo(made)


def test_answers_that_contradict_each_other_beyond_the_scale_are_told_as_a_triad(qtbot: QtBot) -> None:
    """Influence over Backlash, 20, should be 100; no step up to 9 does better: the three that clash are told."""
    made = card(qtbot, judging_study((1, 1, 100, 1, 100, 20)))
    assert told(made) == []
    assert made.summary.text().startswith("No other value from 1/9 to 9 ")
    assert "would be" in made.triads.text()


def test_where_preferences_run_in_a_circle_nobody_says_that_nothing_is_to_mend(qtbot: QtBot) -> None:
    made = card(qtbot, judging_study((1.1, 1 / 1.1, 1, 1.1, 1, 1)))
    assert made.summary.text() == "The 6 pairs fit together in size, but not in order."
