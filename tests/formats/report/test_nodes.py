"""Nodes that several views count are solved and shown once."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.formats.report.nodes import SolvedNode, solved_nodes
from tests.formats.report import studies


def nodes_of(study: Study) -> tuple[SolvedNode, ...]:
    return solved_nodes({view.id: evaluate(study, view.id) for view in study.views})


def test_a_node_that_views_share_is_there_once() -> None:
    found = [(node.id, node.items, node.views) for node in nodes_of(studies.with_views())]
    assert (GOAL, ("A", "B"), ("base", "w")) in found
    assert (GOAL, ("A", "B"), ("v",)) in found
    assert ("A", ("a1", "a3"), ("v",)) in found


def test_only_children_are_no_nodes_to_show() -> None:
    assert all(len(node.items) > 1 for node in nodes_of(studies.with_views()))


def test_participants_count_where_their_answers_are_pooled_and_the_study_s_own_do_not() -> None:
    (node,) = nodes_of(studies.group())
    assert [voice.participant for voice in node.voices] == ["L", "M", "O"]
    assert [node.counts(person) for person in (None, "L", "N")] == [False, True, False]


def test_weights_given_without_pairs_have_entries_and_no_matrix() -> None:
    (node,) = nodes_of(studies.given("swing"))
    assert node.weighted_by == "swing"
    assert node.counted is None
    assert len(node.entries) == 4
