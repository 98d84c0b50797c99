"""Where a view judges apart."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study
from decidr.gui.models.people.view_nodes import ViewNode, view_nodes, whose_told
from tests.gui.structure_study import structure_study


def nodes(study: Study, view: str = "government") -> dict[str, ViewNode]:
    return {node.node: node for node in view_nodes(evaluate(study, view))}


def test_every_node_that_the_view_weighs_says_whose_judgments_count() -> None:
    found = nodes(edits.own_judgments_for_view(structure_study(), GOAL, "government"))
    assert {node: line.whose for node, line in found.items()} == {GOAL: "own", "Risk": "base", "Culture": "base"}
    assert [whose_told(found[node]) for node in (GOAL, "Risk")] == ["judged apart", "as the base view"]
    assert found[GOAL].can_return


def test_the_base_view_has_only_its_own() -> None:
    found = nodes(structure_study(), "neutral")
    assert {line.whose for line in found.values()} == {"own"}
    assert not any(line.can_return for line in found.values())


def test_a_node_that_nobody_judged_is_nobodys() -> None:
    study = edits.use_base_view_at(structure_study(), "Risk", "neutral")
    assert whose_told(nodes(study)["Risk"]) == "nothing judged yet"


def test_own_judgments_without_any_of_the_base_cannot_be_given_back() -> None:
    study = edits.own_judgments_for_view(structure_study(), "Risk", "government")
    study = edits.use_base_view_at(study, "Risk", "neutral")
    line = nodes(study)["Risk"]
    assert (line.whose, line.can_return) == ("own", False)


def test_only_entries_of_the_way_that_counts_make_a_node_its_own() -> None:
    study = structure_study()
    for leaf in ("Rule", "Support", "Culture"):
        study = edits.set_weight(study, leaf, 1.0, "direct", "neutral")
    study = edits.own_judgments_for_view(edits.weigh_by(study, "Risk", "direct", "neutral"), "Risk", "government")
    line = nodes(study)["Risk"]
    assert (line.way, line.whose) == ("direct", "base")
    apart = nodes(edits.own_weights_for_view(study, "Risk", "direct", "government"))["Risk"]
    assert (apart.whose, whose_told(apart)) == ("own", "weighed apart")
