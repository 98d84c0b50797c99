"""Edits of judgments and given weights."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import (
    comparisons_at,
    own_judgments_for_view,
    own_weights_for_view,
    set_comparisons,
    set_judgments,
    set_reason,
    set_weight,
    weigh_by,
)
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting
from decidr.core.study.study import Study
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study


def way(study: Study, view: str, node: str = GOAL) -> str | None:
    said = {n.view: n.weighted_by for n in study.nodes if n.under == node}
    return said.get(view) or said.get(None)


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


def test_a_view_takes_its_own_copy_of_weights_of_one_way() -> None:
    study = set_weight(judging_study(), "Data", 30.0, "direct", NEUTRAL)
    study = set_weight(study, "Data", 100.0, "swing", NEUTRAL)
    study = set_weight(study, "Law", 5.0, "direct", NEUTRAL)
    study = own_weights_for_view(study, GOAL, "direct", INVESTOR)
    assert [(w.criterion, w.way, w.weight) for w in study.weights if w.view == INVESTOR] == [("Data", "direct", 30.0)]


def test_a_way_chosen_in_the_base_view_holds_in_views_without_judgments_of_their_own() -> None:
    study = weigh_by(judging_study(), GOAL, "direct", NEUTRAL)
    assert (way(study, NEUTRAL), way(study, INVESTOR)) == ("direct", "direct")


def test_a_way_chosen_in_the_base_view_leaves_views_that_judge_apart_their_judgments() -> None:
    apart = judging_study((3, 2, 1, 1, "1/4", "1/2"), judged(GOAL, TOPS, [1, 1, 1, 1, 1, 1], view=INVESTOR))
    before = evaluate(apart, INVESTOR)
    study = weigh_by(apart, GOAL, "direct", NEUTRAL)
    assert (way(study, NEUTRAL), way(study, INVESTOR)) == ("direct", "judgments")
    assert evaluate(study, INVESTOR).local == before.local


def test_a_way_chosen_in_another_view_holds_there_alone() -> None:
    study = weigh_by(judging_study(), GOAL, "ranks", INVESTOR)
    assert (way(study, NEUTRAL), way(study, INVESTOR)) == (None, "ranks")


def test_what_the_base_view_says_of_itself_changes_with_it() -> None:
    said = (NodeSetting(under=GOAL, view=NEUTRAL, weighted_by="swing"),)
    study = weigh_by(Study(settings=judging_study().settings, nodes=said), GOAL, "direct", NEUTRAL)
    assert way(study, NEUTRAL) == "direct"


def test_going_to_direct_weights_and_back_loses_no_judgment() -> None:
    before = judging_study()
    after = weigh_by(weigh_by(before, GOAL, "direct", NEUTRAL), GOAL, "judgments", NEUTRAL)
    assert after.comparisons is before.comparisons
    assert evaluate(after).local == evaluate(before).local
