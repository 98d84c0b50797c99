"""Edits of views."""

from decidr.core.study import edits
from tests.gui.structure_study import structure_study


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
