"""Edits of pairwise judgments."""

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import (
    comparisons_at,
    confirm_judgments,
    outdate_judgments,
    outdated_judgments,
    own_judgments_for_view,
    set_comparisons,
    set_judgment,
    set_judgments,
    set_reason,
)
from decidr.core.study.judgments import Comparisons, Judgment, WeightEntry
from decidr.core.study.study import BASE, Study
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


def test_judgments_made_for_other_ends_are_marked_until_they_are_confirmed_or_made_again() -> None:
    pairs = [judged("goal", ("A", "B", "C"), ("2", "3", None)), judged("goal", ("A", "B"), ("4",), who="p")]
    weight = WeightEntry(criterion="A", view=BASE, weight=3.0)
    study = Study(comparisons=tuple(pairs), weights=(weight, replace(weight, criterion="B")))
    outdated = outdate_judgments(study, "A")
    assert [p.status for b in outdated.comparisons for p in b.pairs] == ["outdated", "outdated", "judged", "outdated"]
    assert [w.status for w in outdated.weights] == ["outdated", "judged"]
    assert (outdated_judgments(outdated, "A"), outdated_judgments(outdated, "C")) == (4, 1)
    assert confirm_judgments(outdated, "A") == study
    again = set_judgment(outdated, under="goal", view=BASE, first="A", second="B", value=5.0)
    assert outdated_judgments(again, "A") == 3


def test_placeholders_and_blocks_of_others_stay_as_they_are_when_ends_change() -> None:
    block = judged("goal", ("A", "B"), ("2",))
    placeholder = replace(block, pairs=tuple(replace(p, status="placeholder") for p in block.pairs))
    study = Study(comparisons=(placeholder, judged("X", ("C", "D"), ("2",))))
    after = outdate_judgments(study, "A")
    assert all(a is b for a, b in zip(after.comparisons, study.comparisons, strict=True))
