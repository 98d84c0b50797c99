"""What is judged at a node, as one view sees it."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_agreed, set_judgment, weigh_by
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.study import Study
from decidr.gui.models.weights.node_judgments import OWN, NodeJudgments, node_judgments, nodes_to_judge
from tests.building import judged
from tests.gui.judging_study import HOSTS, INVESTOR, NEUTRAL, TOPS, judging_study

ONE = (1, 1, 1, 1, 1, 1)


def seen(study: Study, node: str = GOAL, view: str = NEUTRAL) -> NodeJudgments:
    return node_judgments(evaluate(study, view), node)


def test_nodes_are_the_goal_parents_of_two_and_leaves_whose_hosts_are_compared() -> None:
    assert nodes_to_judge(evaluate(judging_study())) == (GOAL, "Backlash", "Prices")


def test_a_node_with_one_counted_child_is_not_judged() -> None:
    study = judging_study()
    only = replace(study, criteria=tuple(replace(c, active=c.id != "Law") for c in study.criteria))
    assert nodes_to_judge(evaluate(only)) == (GOAL, "Prices")


def test_pairs_stand_row_by_row_and_know_both_their_directions() -> None:
    shown = seen(judging_study())
    assert shown.pairs[:3] == (("Data", "IP"), ("Data", "Influence"), ("Data", "Backlash"))
    assert (shown.value("Data", "IP"), shown.value("IP", "Data")) == (3, pytest.approx(1 / 3))


def test_it_counts_what_is_judged_and_what_rests_on_placeholders() -> None:
    study = set_judgment(
        judging_study((3, None, 1, None, 1, 1)),
        under=GOAL,
        view=NEUTRAL,
        first="Data",
        second="IP",
        value=3,
        status="placeholder",
    )
    shown = seen(study)
    assert (shown.judged, shown.pair_count, shown.placeholder_count, shown.is_complete) == (4, 6, 1, False)
    assert shown.is_placeholder("IP", "Data")
    assert shown.value("Data", "Influence") is None


def test_a_leaf_compares_its_hosts() -> None:
    shown = seen(judging_study(), "Prices")
    assert (shown.compares_hosts, shown.node.items) == (True, HOSTS)


def test_a_view_without_judgments_of_its_own_is_lent_those_of_the_base_view() -> None:
    shown = seen(judging_study(), view=INVESTOR)
    assert (shown.whose, shown.view, shown.is_editable) == ("base", NEUTRAL, True)


def test_a_view_with_judgments_of_its_own_shows_them() -> None:
    shown = seen(judging_study(ONE, judged(GOAL, TOPS, [5] * 6, view=INVESTOR)), view=INVESTOR)
    assert (shown.whose, shown.view, shown.value("Data", "IP")) == ("own", INVESTOR, 5)


def test_pooled_answers_are_shown_and_not_editable() -> None:
    people = [judged(GOAL, TOPS, [value] * 6, who=name, view=NEUTRAL) for name, value in (("Ann", 2), ("Bob", 8))]
    shown = seen(judging_study(ONE, *people))
    assert (shown.whose, shown.is_editable, shown.people) == ("group", False, 2)
    assert shown.value("Data", "IP") == pytest.approx(4)


def test_where_the_workshop_agreed_its_own_result_is_shown() -> None:
    ann = judged(GOAL, TOPS, [2] * 6, who="Ann", view=NEUTRAL)
    study = replace(judging_study(ONE, ann), nodes=(NodeSetting(under=GOAL, agreed=True),))
    shown = seen(study)
    assert (shown.whose, shown.value("Data", "IP")) == ("own", 1)


def test_where_the_answers_do_not_connect_the_studys_own_judgments_are_shown() -> None:
    ann = judged(GOAL, TOPS, [2, None, None, None, None, None], who="Ann", view=NEUTRAL)
    shown = seen(judging_study(ONE, ann))
    assert (shown.whose, shown.is_editable, shown.value("Data", "IP")) == ("own", True, 1)


def test_where_weights_are_given_the_judgments_are_kept_and_do_not_count() -> None:
    shown = seen(weigh_by(judging_study(), GOAL, "direct", NEUTRAL))
    assert (shown.way, shown.counts, shown.matrix) == ("direct", False, None)
    assert (shown.value("Data", "IP"), shown.judged) == (3, 6)


def test_a_node_that_nobody_judged_is_empty_and_edits_go_to_the_base_view() -> None:
    shown = seen(judging_study([None] * 6), view=INVESTOR)
    assert (shown.judged, shown.view, shown.place) == (0, NEUTRAL, None)
    assert np.isnan(shown.judgments[0, 1])


def test_the_matrix_is_found_by_its_place_in_the_results() -> None:
    results = evaluate(judging_study())
    shown = node_judgments(results, "Backlash")
    assert shown.place is not None
    assert results.matrices[shown.place] is shown.matrix
    assert shown.matrix is not None
    assert shown.matrix.node == "Backlash"


def group_study(**blocks: list[float | None]) -> Study:
    """The goal judged by the study itself, and by these people."""
    people = (judged(GOAL, TOPS, upper, who=who, view=NEUTRAL) for who, upper in blocks.items())
    return judging_study((1,) * 6, *people)


def test_one_persons_judgments_are_hers_with_the_weights_that_follow_from_them() -> None:
    results = evaluate(group_study(Ann=[3.0] * 6, Bob=[1 / 3] * 6))
    shown = node_judgments(results, GOAL, "Ann")
    assert (shown.whose, shown.participant, shown.is_editable) == ("person", results.study.participants[0], True)
    assert shown.value("Data", "IP") == 3
    assert shown.weights is not None
    assert shown.weights.tolist() == results.nodes[GOAL].own["Ann"].tolist()
    assert shown.block is not None
    assert shown.block.participant == "Ann"
    assert shown.place is not None
    assert results.matrices[shown.place].participant == "Ann"


def test_of_a_person_who_judged_nothing_every_pair_is_missing_and_none_is_equal() -> None:
    shown = node_judgments(evaluate(group_study(Ann=[3.0] * 6)), GOAL, "Bob")
    assert shown.judged == 0
    assert (shown.matrix, shown.weights, shown.place) == (None, None, None)
    assert shown.view == NEUTRAL


def test_a_persons_answers_belong_where_the_others_are_also_when_another_view_looks() -> None:
    results = evaluate(group_study(Ann=[3.0] * 6), INVESTOR)
    assert node_judgments(results, GOAL, "Bob").view == NEUTRAL
    own = judging_study((1,) * 6, judged(GOAL, TOPS, [2] * 6, view=INVESTOR))
    assert node_judgments(evaluate(own, INVESTOR), GOAL, "Bob").view == INVESTOR


def test_the_studys_own_judgments_can_be_seen_while_the_groups_count() -> None:
    results = evaluate(group_study(Ann=[3.0] * 6))
    shown = node_judgments(results, GOAL, OWN)
    assert (shown.whose, shown.is_aside, shown.group_counts, shown.people) == ("own", True, True, 1)
    assert shown.value("Data", "IP") == 1
    assert shown.weights is not None
    assert shown.weights.tolist() == pytest.approx([0.25] * 4)


def test_agreed_nodes_rest_on_the_studys_own_and_say_so() -> None:
    results = evaluate(set_agreed(group_study(Ann=[3.0] * 6), GOAL, True))
    shown = node_judgments(results, GOAL)
    assert (shown.whose, shown.is_agreed, shown.group_counts, shown.people) == ("own", True, False, 1)
