"""Edits of criteria, hosts, views and data: pure functions from a study to another."""

import pytest
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell, CostItem, evidence_of
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting, WeightEntry
from decidr.core.study.participants import Participant, Role
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from tests.building import judged
from tests.gui.structure_study import structure_study


def cell(study: Study, criterion: str, host: str) -> Cell | None:
    return next((c for c in study.cells if (c.criterion, c.host, c.participant) == (criterion, host, None)), None)


def names(study: Study, under: str = GOAL) -> list[str]:
    return [study.name_of(c) for c in children_of(study.criteria).get(under, ())]


# Criteria


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


# Hosts


def test_a_new_host_comes_last_and_a_taken_name_gets_a_number() -> None:
    study = edits.add_host(structure_study(), "spain", "ESP")
    assert [h.name for h in study.hosts] == ["Canada", "Spain", "Morocco", "spain 2"]
    assert study.hosts[-1].code == "ESP"
    assert len({h.id for h in study.hosts}) == 4


def test_removing_a_host_removes_what_was_said_of_it_and_frees_its_members() -> None:
    study = structure_study()
    study = replace(
        study,
        hosts=(*study.hosts, Host(id="Quebec", name="Quebec", group="Canada")),
        costs=(CostItem(host="Canada", item="land", amount=1.0), CostItem(host="Spain", item="land", amount=2.0)),
        scenarios=(Scenario(id="s", name="s", moves=(Move(host="Canada", target="Sales"), Move(target="Rule"))),),
    )
    left = edits.remove_host(study, "Canada")
    assert [h.name for h in left.hosts] == ["Spain", "Morocco", "Quebec"]
    assert left.hosts[-1].group is None
    assert {c.host for c in left.cells} == {"Spain", "Morocco"}
    assert [item.host for item in left.costs] == ["Spain"]
    assert [m.target for m in left.scenarios[0].moves] == ["Rule"]
    pairs = next(b.pairs for b in left.comparisons if b.under == "Culture")
    assert [(p.first, p.second) for p in pairs] == [("Spain", "Morocco")]


def test_a_host_moves_before_another_or_last() -> None:
    study = edits.move_host(structure_study(), "Morocco", before="Canada")
    assert [h.id for h in study.hosts] == ["Morocco", "Canada", "Spain"]
    assert [h.id for h in edits.move_host(study, "Morocco").hosts] == ["Canada", "Spain", "Morocco"]


def test_changing_a_host_leaves_the_others_as_they_were() -> None:
    before = structure_study()
    study = edits.set_host(before, "Spain", active=False)
    assert [h.active for h in study.hosts] == [True, False, True]
    assert study.hosts[0] is before.hosts[0]


# Views


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


# Data


def test_any_field_of_a_cell_changes_and_the_rest_stays() -> None:
    study = edits.set_cell(structure_study(), "Sales", "Canada", closed="shut")
    found = cell(study, "Sales", "Canada")
    assert found is not None
    assert (found.closed, found.value, found.year, found.source) == ("shut", 190_000, 2024, "IEA, outlook")


def test_a_cell_that_was_not_there_is_made() -> None:
    found = cell(edits.set_cell(structure_study(), "Sales", "Morocco", note="ask"), "Sales", "Morocco")
    assert found == Cell(criterion="Sales", host="Morocco", note="ask")
    assert found is not None
    assert evidence_of(found) == "missing"


def test_a_value_given_by_hand_loses_what_the_old_one_rested_on() -> None:
    study = edits.give_values(structure_study(), {("Sales", "Canada", "data"): 250_000.0}, "2026-01-05")
    found = cell(study, "Sales", "Canada")
    assert found == Cell(criterion="Sales", host="Canada", value=250_000.0, when="2026-01-05")
    assert found is not None
    assert evidence_of(found) == "judged"


def test_bounds_stay_while_they_embrace_the_new_value() -> None:
    found = cell(edits.give_values(structure_study(), {("Sales", "Canada", "data"): 185_000.0}), "Sales", "Canada")
    assert found is not None
    assert (found.low, found.high, found.source) == (180_000, 200_000, "")


def test_a_closed_cell_stays_closed_under_another_value() -> None:
    found = cell(edits.give_values(structure_study(), {("Sales", "Spain", "data"): 70_000.0}), "Sales", "Spain")
    assert found is not None
    assert (found.closed, found.value, found.source) == ("shut to this maker", 70_000.0, "")


def test_no_value_clears_the_cell_and_missing_is_not_zero() -> None:
    study = edits.give_values(structure_study(), {("Sales", "Canada", "data"): None})
    assert cell(study, "Sales", "Canada") is None
    zero = cell(edits.give_values(structure_study(), {("Sales", "Canada", "data"): 0.0}), "Sales", "Canada")
    assert zero is not None
    assert zero.value == 0.0


def test_values_that_stand_already_change_nothing() -> None:
    study = structure_study()
    same: dict[edits.CellKey, float | str | None] = {
        ("Sales", "Canada", "data"): 190_000.0,
        ("Support", "Spain", "rating"): "fair",
        ("Sales", "Morocco", "data"): None,
    }
    assert edits.give_values(study, same) is study


def test_several_values_keep_the_order_of_the_cells_and_new_ones_come_last() -> None:
    before = structure_study()
    study = edits.give_values(before, {("Sales", "Morocco", "data"): 9_000.0, ("Exports", "Spain", "data"): 8.0})
    keys = [(c.criterion, c.host) for c in study.cells]
    assert keys == [*((c.criterion, c.host) for c in before.cells), ("Sales", "Morocco")]


def test_participants_values_and_other_ways_of_scoring_are_left_alone() -> None:
    others = (
        Cell(criterion="Sales", host="Canada", value=1.0, participant="Lee"),
        Cell(criterion="Sales", host="Canada", way="direct", value=0.5),
    )
    before = replace(structure_study(), participants=(Participant(id="Lee", name="Lee"),))
    before = replace(before, cells=(*others, *before.cells))
    study = edits.give_values(before, {("Sales", "Canada", "data"): 2.0})
    assert study.cells[0] is others[0]
    assert study.cells[1] is others[1]


def test_fields_that_a_newer_decidr_wrote_travel_with_the_cell() -> None:
    study = Study(
        criteria=(Criterion(id="a", name="a"),),
        hosts=(Host(id="h", name="h"),),
        cells=(Cell(criterion="a", host="h", value=1.0, kept={"colour": "red"}),),
    )
    found = cell(edits.give_values(study, {("a", "h", "data"): 2.0}), "a", "h")
    assert found is not None
    assert found.kept == {"colour": "red"}


def test_the_studys_own_texts_and_settings_change_one_at_a_time() -> None:
    study = edits.set_setting(edits.set_fields(structure_study(), title="New"), seed=7)
    assert (study.title, study.settings.seed, study.settings.base_view) == ("New", 7, "neutral")


def test_an_edit_of_judgments_elsewhere_is_not_touched_by_a_removal_of_a_host() -> None:
    before = structure_study()
    untouched = judged("Market", ("Sales", "Exports"), ("3",), view="neutral")
    left = edits.remove_host(before, "Canada")
    assert next(b for b in left.comparisons if b.under == "Market") == untouched
