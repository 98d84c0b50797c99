"""Which entries a view has of its own."""

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.inheritance import Inherited, inherited_everywhere, inherited_nodes, own_nodes
from tests.gui.structure_study import structure_study


def test_a_view_without_entries_inherits_every_judged_node_in_the_trees_order() -> None:
    study = structure_study()
    assert own_nodes(study, "government") == frozenset()
    assert inherited_nodes(study, "government") == (GOAL, "Market", "Risk", "Culture")


def test_judgments_and_weights_of_its_own_are_not_inherited() -> None:
    study = edits.own_judgments_for_view(structure_study(), GOAL, "government")
    study = edits.set_weight(study, "Rule", 5.0, "direct", "government")
    assert own_nodes(study, "government") == {GOAL, "Risk"}
    assert inherited_nodes(study, "government") == ("Market", "Culture")


def test_a_judgment_that_was_taken_back_is_nobodys_own() -> None:
    study = edits.set_judgment(
        structure_study(), under="Market", view="government", first="Sales", second="Exports", value=None
    )
    assert "Market" in inherited_nodes(study, "government")


def test_the_base_view_inherits_nothing_and_all_that_others_do_is_named() -> None:
    study = edits.own_judgments_for_view(structure_study(), GOAL, "government")
    assert inherited_nodes(study, "neutral") == ()
    named = inherited_everywhere(study)
    assert named == tuple(Inherited("government", node) for node in ("Market", "Risk", "Culture"))


def test_after_another_view_became_the_base_it_is_that_views_entries_that_are_lent() -> None:
    study = edits.own_judgments_for_view(structure_study(), "Risk", "government")
    assert inherited_everywhere(edits.set_base_view(study, "government")) == ()
    bare = edits.use_base_view_at(study, "Risk", "neutral")
    assert inherited_everywhere(edits.set_base_view(bare, "government")) == (Inherited("neutral", "Risk"),)
