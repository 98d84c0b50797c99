"""Edits of views."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from tests.building import judged
from tests.core.analysis.random_studies import Draw
from tests.gui.structure_study import structure_study


def own_study() -> Study:
    """The government has judgments of its own at the goal, weights at Risk, and a scenario of its own."""
    study = edits.own_judgments_for_view(structure_study(), GOAL, "government")
    study = edits.set_judgment(study, under=GOAL, view="government", first="Jobs", second="Market", value=9)
    for leaf, weight in (("Rule", 5.0), ("Support", 3.0), ("Culture", 2.0)):
        study = edits.set_weight(study, leaf, weight, "direct", "government")
    study = edits.weigh_by(study, "Risk", "direct", "government")
    move = Move(kind="score", target="Rule", view="government", operation="add", value=-0.125)
    return replace(study, scenarios=(Scenario(id="s1", name="slump", moves=(move,)),))


def figures(study: Study, view: str) -> list[float]:
    return evaluate(study, view).totals.tolist()


def test_a_view_leaves_a_leaf_out_and_takes_it_back() -> None:
    study = edits.count_leaf(structure_study(), "neutral", "Rule", counts=False)
    assert study.views[0].left_out == ("Rule",)
    assert study.views[1].left_out == ("Exports",)
    again = edits.count_leaf(study, "neutral", "Rule", counts=False)
    assert again.views[0].left_out == ("Rule",)
    assert edits.count_leaf(again, "neutral", "Rule", counts=True).views[0].left_out == ()


def test_a_view_turns_a_leaf_and_turns_it_back() -> None:
    study = edits.turn_leaf(structure_study(), "government", "Sales", turned=True)
    assert study.views[1].turned == ("Rule", "Sales")
    assert edits.turn_leaf(study, "government", "Rule", turned=False).views[1].turned == ("Sales",)


def test_a_view_can_be_renamed() -> None:
    assert edits.set_view(structure_study(), "neutral", name="balanced").views[0].name == "balanced"


def test_an_empty_view_counts_every_leaf_with_the_base_views_priorities() -> None:
    study = edits.add_view(own_study(), "Neutral")
    new = study.views[-1]
    assert (new.name, new.left_out, new.turned) == ("Neutral 2", (), ())
    assert figures(study, new.id) == figures(study, "neutral")


def test_a_copied_view_starts_with_the_same_figures_and_goes_its_own_way() -> None:
    before = own_study()
    study = edits.add_view(before, "ministry", like="government")
    new = study.views[-1].id
    assert figures(study, new) == figures(before, "government") != figures(before, "neutral")
    assert study.scenarios[0].moves[-1].view == new
    study = edits.set_judgment(study, under=GOAL, view=new, first="Jobs", second="Market", value=1)
    assert figures(study, new) != figures(before, "government") == figures(study, "government")


def test_a_copy_of_the_base_view_no_longer_follows_it() -> None:
    study = edits.add_view(structure_study(), "ours", like="neutral")
    changed = edits.set_judgment(study, under=GOAL, view="neutral", first="Jobs", second="Market", value=9)
    assert figures(changed, study.views[-1].id) == figures(study, "neutral") != figures(changed, "neutral")


@given(st.integers(0, 10_000), st.sampled_from(["v0", "v1"]))
@settings(max_examples=40, deadline=None)
def test_a_copy_of_any_view_has_its_figures_and_changes_no_other(seed: int, like: str) -> None:
    before = Draw(seed, "absolute").study()
    after = edits.add_view(before, "copy", like=like)
    for view, same in (("v0", "v0"), ("v1", "v1"), (after.views[-1].id, like)):
        np.testing.assert_array_equal(figures(after, view), figures(before, same))


def test_a_removed_view_takes_along_what_was_said_in_it_alone() -> None:
    study = edits.remove_view(own_study(), "government")
    assert [view.id for view in study.views] == ["neutral"]
    assert {block.view for block in study.comparisons} == {"neutral"}
    assert (study.weights, study.nodes, study.scenarios[0].moves) == ((), (), ())
    assert figures(study, "neutral") == figures(own_study(), "neutral")


def test_the_base_view_cannot_be_removed() -> None:
    with pytest.raises(ValueError, match="base view"):
        edits.remove_view(own_study(), "neutral")


def test_a_new_view_takes_no_id_that_a_snapshot_remembers() -> None:
    study = edits.take_snapshot(edits.add_view(structure_study(), "one"), "before", "2026-11-27T10:00")
    old = study.views[-1].id
    assert edits.add_view(edits.remove_view(study, old), "two").views[-1].id != old


def test_another_base_view_moves_no_entries() -> None:
    before = own_study()
    after = edits.set_base_view(before, "government")
    assert after.settings.base_view == "government"
    assert (after.comparisons, after.weights, after.nodes) == (before.comparisons, before.weights, before.nodes)


def test_a_view_uses_the_base_views_entries_at_a_node_again() -> None:
    study = own_study()
    for node in (GOAL, "Risk"):
        study = edits.use_base_view_at(study, node, "government")
    assert study.nodes == study.weights == ()
    plain = structure_study()
    assert study.comparisons == plain.comparisons
    assert figures(study, "government") == figures(plain, "government")


def test_what_a_view_says_at_other_nodes_and_in_other_views_is_kept() -> None:
    setting = NodeSetting(under="Market", view="government", agreed=True)
    study = replace(own_study(), nodes=(*own_study().nodes, setting))
    study = replace(study, comparisons=(*study.comparisons, judged("Market", ("Sales", "Exports"), ("5",), "p1")))
    after = edits.use_base_view_at(study, GOAL, "government")
    assert after.weights == study.weights
    assert after.nodes == study.nodes
    assert len(after.comparisons) == len(study.comparisons) - 1
