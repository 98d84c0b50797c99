"""Edits of pairwise judgments."""

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import (
    comparisons_at,
    own_judgments_for_view,
    set_comparisons,
    set_judgments,
    set_reason,
)
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.study import Study
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study


def test_several_judgments_at_once_keep_the_order_in_which_each_pair_was_first_judged() -> None:
    study = set_judgments(
        judging_study(), under=GOAL, view=NEUTRAL, values={("IP", "Data"): 4.0, ("Data", "Backlash"): None}, when="2026"
    )
    block = comparisons_at(study, GOAL, NEUTRAL)
    assert block is not None
    assert block.pairs[0] == Judgment(first="Data", second="IP", value=0.25, when="2026")
    assert block.pairs[2].value is None


def test_a_reason_leaves_value_status_and_date() -> None:
    pair = Judgment(first="Data", second="IP", value=3.0, status="placeholder", when="2025-05-05")
    before = set_comparisons(judging_study(), Comparisons(under=GOAL, view=NEUTRAL, pairs=(pair,)))
    study = set_reason(before, under=GOAL, view=NEUTRAL, first="IP", second="Data", note="courts")
    block = comparisons_at(study, GOAL, NEUTRAL)
    assert block is not None
    assert block.pairs == (
        Judgment(first="Data", second="IP", value=3.0, status="placeholder", when="2025-05-05", note="courts"),
    )


def test_a_pair_that_is_not_judged_can_have_a_reason() -> None:
    study = set_reason(Study(), under=GOAL, view=NEUTRAL, first="IP", second="Data", note="ask the lawyers")
    block = comparisons_at(study, GOAL, NEUTRAL)
    assert block is not None
    assert block.pairs == (Judgment(first="IP", second="Data", note="ask the lawyers"),)


def test_a_view_takes_its_own_copy_in_place_of_an_entry_that_judges_nothing() -> None:
    empty = judged(GOAL, TOPS, [None] * 6, view=INVESTOR)
    study = own_judgments_for_view(set_comparisons(judging_study(), empty), GOAL, INVESTOR)
    blocks = [b for b in study.comparisons if (b.under, b.view) == (GOAL, INVESTOR)]
    base = comparisons_at(study, GOAL, NEUTRAL)
    assert base is not None
    assert [b.pairs for b in blocks] == [base.pairs]
