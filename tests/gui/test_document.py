"""The document: one way in, one signal an edit, and nothing else that holds state."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.study.cases import case_named
from decidr.core.study.edits import (
    remove_scenario,
    rename_scenario,
    restore_snapshot,
    set_cell,
    set_criterion,
    set_fields,
    set_host,
    set_setting,
    take_snapshot,
)
from decidr.core.study.study import Study
from decidr.gui.document import FIELDS, Document, Part, parts_that_differ
from tests.gui.example_study import example_study
from tests.gui.grouped_study import grouped_study
from tests.gui.scenario_study import scenario_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document on the example study, and what it told."""

    def __init__(self) -> None:
        self.study = example_study()
        self.document = Document(self.study)
        self.told: list[Part] = []
        self.document.changed.connect(self.told.append)

    def call(self, title: str) -> Study:
        """The study with another title, applied."""
        self.document.apply(f"Call it {title}", set_fields(self.document.study, title=title))
        return self.document.study


def test_every_field_of_a_study_belongs_to_exactly_one_part() -> None:
    fields = [name for names in FIELDS.values() for name in names]
    assert sorted(fields) == sorted(name for name in Study.__struct_fields__ if name != "kept")


@pytest.mark.parametrize("part", FIELDS)
def test_a_field_that_is_another_object_makes_its_part_differ_alone(part: Part) -> None:
    study = example_study()
    for name in FIELDS[part]:
        assert parts_that_differ(study, replace(study, **{name: object()})) == part
    assert not parts_that_differ(study, study)


def test_an_edit_is_one_step_that_is_told_once_with_its_part_and_the_results() -> None:
    desk = Desk()
    edited = desk.call("Another")
    assert desk.told == [Part.STUDY | Part.RESULTS]
    assert desk.document.undo_stack.undoText() == "Call it Another"
    assert desk.document.study is edited
    assert desk.document.is_modified


def test_the_same_study_again_is_no_step() -> None:
    desk = Desk()
    desk.document.apply("Nothing", desk.study)
    assert desk.document.undo_stack.count() == 0
    assert desk.told == []


def test_undo_brings_back_the_very_study_and_its_results_and_redo_takes_it_again() -> None:
    desk = Desk()
    before = desk.document.results.totals
    edited = set_cell(desk.study, "c2", "h1", value=0.5)
    desk.document.apply("Lower", edited)
    moved = desk.document.results.totals
    desk.document.undo_stack.undo()
    assert desk.document.study is desk.study
    assert desk.document.results.totals.tolist() == before.tolist() != moved.tolist()
    desk.document.undo_stack.redo()
    assert desk.document.study is edited
    assert desk.document.results.totals.tolist() == moved.tolist()


def test_after_every_edit_the_results_are_those_of_an_evaluation_from_nothing() -> None:
    desk = Desk()
    for edited in (set_cell(desk.study, "c2", "h1", value=0.5), set_setting(desk.study, synthesis="ideal")):
        desk.document.apply("Edit", edited)
        for view, results in desk.document.results_by_view.items():
            assert results.totals.tolist() == evaluate(edited, view).totals.tolist()


def test_a_snapshot_is_a_step_that_moves_no_number_and_restoring_one_is_a_step_that_undo_takes_back() -> None:
    desk = Desk()
    desk.document.apply("Take a snapshot", take_snapshot(desk.study, "A"))
    assert desk.told == [Part.SNAPSHOTS | Part.RESULTS]
    before = desk.document.results.totals.tolist()
    desk.document.apply("Lower", set_cell(desk.document.study, "c2", "h1", value=0.5))
    edited = desk.document.study
    desk.document.apply("Restore", restore_snapshot(edited, "A"))
    assert desk.told[-1] == Part.DATA | Part.RESULTS
    assert desk.document.results.totals.tolist() == before
    desk.document.undo_stack.undo()
    assert desk.document.study is edited


def test_a_view_is_chosen_without_an_edit_and_one_that_is_gone_gives_way_to_the_base_view() -> None:
    desk = Desk()
    desk.document.choose_view("investor")
    assert desk.document.results.view == "investor"
    assert desk.told == [Part.VIEW | Part.RESULTS]
    assert not desk.document.is_modified
    kept = tuple(view for view in desk.study.views if view.id != "investor")
    desk.document.apply("Remove the view", replace(desk.study, views=kept))
    assert desk.document.view == "neutral"


def test_a_weight_is_tried_without_an_edit_and_any_edit_ends_the_trial() -> None:
    desk = Desk()
    own = desk.document.results
    desk.document.try_weight("c1", 0.9)
    assert desk.document.tried_weights == {"c1": 0.9}
    assert desk.document.results.local["c1"] == pytest.approx(0.9)
    assert desk.document.results_by_view["neutral"] is own
    desk.call("Another")
    assert desk.document.tried_weights == {}
    assert desk.document.results.local == own.local


def test_several_weights_of_any_level_are_tried_at_once_and_none_ends_the_trial() -> None:
    desk = Desk()
    desk.document.try_weights({"c1": 0.5, "c2": 0.25, "c4": 0.3})
    local = desk.document.results.local
    assert [local[node] for node in ("c1", "c2", "c4", "c7")] == pytest.approx([0.5, 0.25, 0.3, 0.2])
    assert not desk.document.is_modified
    desk.document.try_weights({})
    assert not desk.document.is_trying
    assert desk.told == [Part.RESULTS, Part.RESULTS]


def test_trying_ends_on_demand_and_is_told_only_if_something_was_tried() -> None:
    desk = Desk()
    desk.document.stop_trying()
    assert desk.told == []
    desk.document.try_weight("c1", 0.9)
    desk.document.stop_trying()
    assert desk.told == [Part.RESULTS, Part.RESULTS]
    assert desk.document.results is desk.document.results_by_view["neutral"]


def test_another_state_of_the_study_is_tried_without_a_step_and_any_edit_ends_it() -> None:
    desk = Desk()
    before, leaf = desk.document.results, desk.document.results.leaves[0]
    other = set_criterion(desk.document.study, leaf, worst=-5.0, best=50.0)
    desk.document.try_study(other)
    assert desk.document.is_trying
    assert desk.document.results.totals.tolist() == evaluate(other, desk.document.view).totals.tolist()
    assert not desk.document.is_modified
    desk.document.stop_trying()
    assert desk.document.results is before
    desk.document.try_study(other)
    desk.document.apply("x", other)
    assert not desk.document.is_trying


def test_opinions_on_results_that_are_gone_are_ignored() -> None:
    desk = Desk()
    old = desk.document.results
    opinions = second_opinions(old)
    desk.call("Another")
    desk.told.clear()
    desk.document.take_opinions(old, opinions)
    assert desk.document.opinions is None
    desk.document.take_opinions(desk.document.results, opinions)
    assert desk.document.opinions == opinions
    assert desk.told == [Part.SECOND_OPINION]


def test_the_selected_host_comes_into_focus_and_is_told_once() -> None:
    desk = Desk()
    desk.document.select_host("h9")
    desk.document.select_host("h9")
    assert "h9" in desk.document.focus
    assert desk.told == [Part.FOCUS]


def test_saving_makes_the_study_unmodified_and_opening_another_leaves_nothing_to_undo() -> None:
    desk = Desk()
    desk.call("Another")
    desk.document.saved_as(Path("plant.decidr"))
    assert not desk.document.is_modified
    desk.call("A third")
    assert desk.document.is_modified
    other = example_study(hosts=4)
    desk.document.open(other, None)
    assert (desk.document.study, desk.document.path) == (other, None)
    assert not desk.document.is_modified
    assert not desk.document.undo_stack.canUndo()
    assert desk.told[-1] == Part.everything()


@pytest.mark.parametrize(
    ("name", "is_saved_there"), [("plant.decidr", True), ("PLANT.DECIDR", True), ("plant.xlsx", False)]
)
def test_only_a_study_of_ours_is_saved_where_it_was_read_from(study: Study, name: str, is_saved_there: bool) -> None:
    document = Document(study, Path(name))
    assert document.file == Path(name)
    assert document.path == (Path(name) if is_saved_there else None)
    document.saved_as(Path("other.decidr"))
    assert document.path == document.file == Path("other.decidr")


def test_a_level_is_chosen_without_a_step_and_told_once() -> None:
    document = Document(grouped_study())
    told: list[Part] = []
    document.changed.connect(told.append)
    document.choose_level(1)
    document.choose_level(1)
    assert (document.level, told, document.undo_stack.count()) == (1, [Part.LEVEL], 0)


def test_a_level_that_is_no_more_gives_way_to_each_host_for_itself() -> None:
    document = Document(grouped_study())
    document.choose_level(1)
    study = document.study
    for province in ("Ontario", "Quebec", "Sonora"):
        study = set_host(study, province, group=None)
    document.apply("Provinces alone", study)
    assert document.level is None
    document.choose_level(0)
    document.open(example_study(), None)
    assert document.level is None
    document.undo_stack.clear()


def test_a_scenario_is_supposed_without_a_step_in_every_view_and_the_baseline_stays() -> None:
    study = scenario_study()
    document = Document(study)
    told: list[Part] = []
    document.changed.connect(told.append)
    document.choose_scenario("Strike")
    document.choose_scenario("Strike")
    assert told == [Part.CASE | Part.RESULTS]
    assert document.case == case_named(study, "Strike")
    assert document.undo_stack.count() == 0
    case = document.case
    for view in ("neutral", "investor", "government"):
        assert document.results_by_view[view].totals.tolist() == evaluate(study, view, case=case).totals.tolist()
        assert document.baseline_by_view[view].totals.tolist() == evaluate(study, view).totals.tolist()
    document.choose_scenario(None)
    assert document.results is document.baseline


def test_without_a_scenario_nothing_is_evaluated_twice() -> None:
    document = Document(scenario_study())
    document.apply("Lower", set_cell(document.study, "c2", "h1", value=0.5))
    assert document.results_by_view is document.baseline_by_view


def test_an_edit_works_on_the_study_itself_while_a_scenario_is_supposed() -> None:
    document = Document(scenario_study())
    document.choose_scenario("Strike")
    edited = set_cell(document.study, "c5", "h10", value=7.0)
    document.apply("Lower", edited)
    assert document.study is edited
    assert document.results.totals.tolist() == evaluate(edited, case=case_named(edited, "Strike")).totals.tolist()
    assert document.baseline.totals.tolist() == evaluate(edited).totals.tolist()
    document.undo_stack.undo()


def test_a_weight_and_another_study_are_tried_under_the_scenario() -> None:
    document = Document(scenario_study())
    document.choose_scenario("Strike")
    document.try_weight("c1", 0.0)
    assert document.results.case == document.case
    other = set_cell(document.study, "c2", "h1", value=0.5)
    document.try_study(other)
    assert document.results.totals.tolist() == evaluate(other, case=case_named(other, "Strike")).totals.tolist()
    document.choose_scenario(None)
    assert not document.is_trying


def test_a_renamed_scenario_stays_supposed_and_a_removed_one_gives_way_to_the_baseline() -> None:
    document = Document(scenario_study())
    told: list[Part] = []
    document.choose_scenario("Strike")
    document.changed.connect(told.append)
    document.apply("Name", rename_scenario(document.study, "s1", "Walkout"))
    assert document.scenario == "Walkout"
    document.undo_stack.undo()
    assert document.scenario == "Strike"
    document.apply("Remove", remove_scenario(document.study, "s1"))
    assert (document.scenario, document.case) == (None, None)
    assert document.results is document.baseline
    assert all(part & Part.CASE and part & Part.SCENARIOS for part in told)
    document.undo_stack.clear()


def test_another_study_is_opened_at_its_baseline() -> None:
    document = Document(scenario_study())
    document.choose_scenario("Strike")
    document.open(scenario_study(4), None)
    assert document.scenario is None


def test_ahpys_answers_for_the_study_hold_under_a_scenario_too() -> None:
    document = Document(scenario_study())
    document.choose_scenario("Boom")
    opinions = tuple(second_opinions(document.baseline))
    document.take_opinions(document.baseline, opinions)
    assert document.opinions == opinions
    document.choose_scenario(None)
    assert document.opinions == opinions
