"""Edits of the criteria tree."""

import pytest
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import NodeSetting, WeightEntry
from decidr.core.study.participants import Role
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from tests.gui.structure_study import structure_study


def names(study: Study, under: str = GOAL) -> list[str]:
    return [study.name_of(c) for c in children_of(study.criteria).get(under, ())]


def test_a_new_criterion_comes_last_with_a_name_and_id_of_its_own() -> None:
    study = edits.add_criterion(structure_study(), "sales", "Market")
    assert names(study, "Market") == ["Sales", "Exports", "sales 2"]
    assert len({c.id for c in study.criteria}) == len(study.criteria)


def test_changing_a_criterion_leaves_the_others_as_they_were() -> None:
    before = structure_study()
    study = edits.set_criterion(before, "Sales", unit="cars")
    assert study.criteria[1].unit == "cars"
    assert all(a is b for i, (a, b) in enumerate(zip(study.criteria, before.criteria, strict=True)) if i != 1)
    assert study.cells is before.cells


def test_removing_a_criterion_removes_all_below_it_and_what_was_said_of_them() -> None:
    study = replace(
        structure_study(),
        roles=(Role(participant="p", under="Market"), Role(participant="p", under="Risk")),
        nodes=(NodeSetting(under="Market", weighted_by="direct"), NodeSetting(under="Risk", weighted_by="direct")),
        weights=(WeightEntry(criterion="Sales", weight=1.0), WeightEntry(criterion="Rule", weight=1.0)),
        scenarios=(Scenario(id="s", name="s", moves=(Move(target="Sales"), Move(target="Rule"))),),
    )
    left = edits.remove_criterion(study, "Market")
    assert names(left) == ["Risk", "Jobs"]
    assert {c.criterion for c in left.cells} == {"Rule", "Support", "Jobs"}
    assert [r.under for r in left.roles] == ["Risk"]
    assert [n.under for n in left.nodes] == ["Risk"]
    assert [w.criterion for w in left.weights] == ["Rule"]
    assert [m.target for m in left.scenarios[0].moves] == ["Rule"]
    assert left.views[1].left_out == ()
    assert {b.under for b in left.comparisons} == {GOAL, "Risk", "Culture"}
    assert all("Market" not in (p.first, p.second) for b in left.comparisons for p in b.pairs)


def test_removing_a_rating_leaf_removes_its_levels() -> None:
    assert edits.remove_criterion(structure_study(), "Support").levels == ()


def test_a_criterion_moves_with_all_below_it_to_the_place_that_is_named() -> None:
    study = edits.move_criterion(structure_study(), "Market", GOAL, before="Jobs")
    assert names(study) == ["Risk", "Market", "Jobs"]
    assert names(study, "Market") == ["Sales", "Exports"]
    study = edits.move_criterion(study, "Market", "Risk")
    assert names(study, "Risk") == ["Rule", "Support", "Culture", "Market"]
    assert names(study) == ["Risk", "Jobs"]


def test_moving_a_criterion_before_itself_changes_no_order() -> None:
    study = structure_study()
    assert names(edits.move_criterion(study, "Risk", GOAL, before="Jobs")) == names(study)


@pytest.mark.parametrize("under", ["Market", "Sales"])
def test_a_criterion_never_lies_under_itself(under: str) -> None:
    with pytest.raises(ValueError, match="under itself"):
        edits.move_criterion(structure_study(), "Market", under)


def test_levels_are_set_in_the_order_given_and_those_of_others_stay() -> None:
    study = edits.set_levels(structure_study(), "Rule", (("high", 1.0), ("low", 0.0)))
    study = edits.set_levels(study, "Support", (("poor", 0.1), ("good", 1.0)))
    found = [(level.criterion, level.name, level.score) for level in study.levels]
    assert found == [("Rule", "high", 1.0), ("Rule", "low", 0.0), ("Support", "poor", 0.1), ("Support", "good", 1.0)]
    assert not [level for level in edits.set_levels(study, "Rule", ()).levels if level.criterion == "Rule"]
