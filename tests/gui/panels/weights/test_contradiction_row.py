"""One pair that contradicts the others."""

from pytestqt.qtbot import QtBot

from decidr.core.ahp.consistency import WorstPair
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.panels.weights.contradiction_row import ContradictionRow
from tests.building import judged
from tests.gui.judging_study import NEUTRAL, TOPS, judging_study, seen

PAIR = WorstPair(i=1, j=3, value=0.25, suggested=0.46, suggested_on_scale=0.5, cr_then=0.034)


def row(qtbot: QtBot, study: Study | None = None) -> ContradictionRow:
    made = ContradictionRow(1)
    qtbot.addWidget(made)
    made.show_pair(seen(study or judging_study()), PAIR)
    return made


def test_it_says_what_the_pair_is_what_would_serve_and_what_that_would_give(qtbot: QtBot) -> None:
    assert row(qtbot).words.text() == "IP over Backlash is 1/4; 1/2 would give 0.03."


def test_apply_tells_the_pair_and_the_value_on_the_scale(qtbot: QtBot) -> None:
    made = row(qtbot)
    with qtbot.waitSignal(made.taken) as told:
        made.apply_button.click()
    assert told.args == ["IP", "Backlash", 0.5]


def test_show_why_names_the_ways_round_and_points_at_the_pair(qtbot: QtBot) -> None:
    made = row(qtbot)
    assert made.why.isHidden()
    with qtbot.waitSignal(made.looked_at) as told:
        made.why_button.click()
    assert told.args == ["IP", "Backlash"]
    assert not made.why.isHidden()
    assert made.why.text() == (
        "The others say: by way of Influence, 1 × 1/2 = 1/2; by way of Data, 1/3 × 1 = 1/3. "
        "With all others kept, 0.46 fits best."
    )
    made.why_button.click()
    assert made.why.isHidden()


def test_another_pair_begins_without_its_reasons(qtbot: QtBot) -> None:
    made = row(qtbot)
    made.why_button.click()
    made.show_pair(seen(judging_study()), PAIR._replace(i=0))
    assert made.why.isHidden()
    assert made.why_button.text() == "Show why"


def test_nothing_can_be_applied_to_the_groups_answers(qtbot: QtBot) -> None:
    group = judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL))
    assert not row(qtbot, group).apply_button.isEnabled()
