"""Edits of given weights, and of how a node is weighted."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import (
    equal_for_now,
    own_weights_for_view,
    set_agreed,
    set_weight,
    weigh_by,
)
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.study import Study
from tests.building import judged
from tests.gui.judging_study import INVESTOR, NEUTRAL, TOPS, judging_study


def way(study: Study, view: str, node: str = GOAL) -> str | None:
    said = {n.view: n.weighted_by for n in study.nodes if n.under == node}
    return said.get(view) or said.get(None)


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


def test_what_the_workshop_agreed_counts_in_every_view_until_the_answers_shall_count_again() -> None:
    study = weigh_by(judging_study(), GOAL, "judgments", INVESTOR)
    agreed = set_agreed(study, GOAL, True)
    assert [(n.view, n.agreed) for n in agreed.nodes] == [(INVESTOR, False), (None, True)]
    assert set_agreed(agreed, GOAL, False).nodes == study.nodes


def test_equal_weights_for_now_count_as_placeholders_and_keep_the_judgments() -> None:
    study = equal_for_now(judging_study((3, None, None, None, None, 2)), GOAL, TOPS, NEUTRAL, NEUTRAL)
    results = evaluate(study)
    assert [results.local[top] for top in TOPS] == [0.25] * 4
    assert {w.status for w in study.weights} == {"placeholder"}
    assert study.comparisons == judging_study((3, None, None, None, None, 2)).comparisons
    assert set_weight(study, "Data", 2.0, "direct", NEUTRAL).weights[0].status == "judged"
