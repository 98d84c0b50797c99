"""What differs between two states of a study."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.comparison import Change, FieldChange, compare
from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.judgments import Comparisons, Judgment, WeightEntry
from decidr.core.study.part import Part
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.formats.templates import load_template
from tests.building import data_study, judged
from tests.formats.every_part import EVERY_PART


def plant() -> Study:
    """Three criteria, two hosts, judgments at the goal."""
    values = {"Cost": (0.2, 0.9), "Risk": (0.5, 0.1), "Market": (0.4, 0.4)}
    study = data_study(dict.fromkeys(values, 1 / 3), values, ("Spain", "Canada"))
    return replace(study, comparisons=(judged(GOAL, tuple(values), ("3", "1", "1/3")),))


def only(before: Study, after: Study) -> Change:
    (change,) = compare(before, after)
    return change


def test_a_study_does_not_differ_from_itself_nor_by_its_snapshots() -> None:
    assert compare(EVERY_PART, EVERY_PART) == ()
    assert compare(plant(), edits.take_snapshot(plant(), "A")) == ()


# Complete: whatever field of whatever part is another, it is told


def fields_of_parts() -> Iterator[Any]:
    for field in EVERY_PART.__struct_fields__:
        value = getattr(EVERY_PART, field)
        for place, part in enumerate(value if isinstance(value, tuple) else ()):
            for name in part.__struct_fields__:
                if name not in ("id", "kept", "pairs", "moves"):
                    yield pytest.param(field, place, name, id=f"{field}-{place}-{name}")


def another(part: Part, name: str) -> Any:
    """A value of a field other than the one it has."""
    value = getattr(part, name)
    if isinstance(value, bool):
        return not value
    if isinstance(value, Curve):
        return Curve(form="points", points=((0.0, 1.0), (2.0, 0.0)))
    if isinstance(value, tuple):
        return value[:-1] or ("c4",)
    if isinstance(value, int | float):
        return value + 1
    return f"{value or ''}x"


@pytest.mark.parametrize(("field", "place", "name"), list(fields_of_parts()))
def test_every_field_of_every_part_is_compared(field: str, place: int, name: str) -> None:
    parts = getattr(EVERY_PART, field)
    changed = replace(parts[place], **{name: another(parts[place], name)})
    after = replace(EVERY_PART, **{field: (*parts[:place], changed, *parts[place + 1 :])})
    assert compare(EVERY_PART, after)
    assert compare(after, EVERY_PART)


@pytest.mark.parametrize("name", [n for n in Judgment.__struct_fields__ if n not in ("kept", "first", "second")])
def test_every_field_of_a_judgment_is_compared(name: str) -> None:
    block = EVERY_PART.comparisons[0]
    changed = replace(block.pairs[0], **{name: another(block.pairs[0], name)})
    blocks = (replace(block, pairs=(changed, *block.pairs[1:])), *EVERY_PART.comparisons[1:])
    change = only(EVERY_PART, replace(EVERY_PART, comparisons=blocks))
    assert [field.name for field in change.fields] == [name]


@pytest.mark.parametrize("name", [n for n in EVERY_PART.settings.__struct_fields__ if n != "kept"])
def test_every_setting_is_compared(name: str) -> None:
    other = {"base_view": "v2", "judgment_spread": 0.4, "simulation_data": None}.get(name)
    value = other if name in ("base_view", "judgment_spread", "simulation_data") else another(EVERY_PART.settings, name)
    change = only(EVERY_PART, edits.set_setting(EVERY_PART, **{name: value}))
    assert change.kind == "settings"
    assert [field.name for field in change.fields] == [name]


@pytest.mark.parametrize("name", ["title", "question", "goal", "client", "author", "date", "currency"])
def test_every_text_of_the_study_is_compared(name: str) -> None:
    change = only(EVERY_PART, edits.set_fields(EVERY_PART, **{name: "Other"}))
    assert change == Change("study", "changed", (), (FieldChange(name, getattr(EVERY_PART, name), "Other"),))


def test_every_field_of_a_move_and_of_a_scenario_is_compared() -> None:
    scenario = EVERY_PART.scenarios[0]
    for name in (n for n in scenario.moves[0].__struct_fields__ if n != "kept"):
        moved = replace(scenario.moves[0], **{name: another(scenario.moves[0], name)})
        after = replace(EVERY_PART, scenarios=(replace(scenario, moves=(moved, *scenario.moves[1:])),))
        assert [c for c in compare(EVERY_PART, after) if c.names[0] == scenario.name], name
    renamed = replace(EVERY_PART, scenarios=(replace(scenario, name="Duties"), *EVERY_PART.scenarios[1:]))
    assert only(EVERY_PART, renamed).field("name") == FieldChange("name", "Tariffs", "Duties")


# Judgments


def test_a_judgment_is_told_with_its_pair_view_value_day_and_reason() -> None:
    after = edits.set_judgment(
        plant(), under=GOAL, view="base", first="Cost", second="Risk", value=5.0, note="talks", when="2026-11-03"
    )
    change = only(plant(), after)
    assert change.kind == "judgments"
    assert change.names == ("Goal", "Cost", "Risk")
    assert (change.view, change.participant, change.when, change.note) == ("base", "", "2026-11-03", "talks")
    assert change.field("value") == FieldChange("value", 3.0, 5.0)


def test_a_judgment_given_the_other_way_round_is_the_same() -> None:
    turned = Judgment(first="Risk", second="Cost", value=1 / 3)
    block = plant().comparisons[0]
    after = replace(plant(), comparisons=(replace(block, pairs=(turned, *block.pairs[1:])),))
    assert compare(plant(), after) == ()
    judged_anew = replace(block, pairs=(replace(turned, value=0.25), *block.pairs[1:]))
    change = only(plant(), replace(plant(), comparisons=(judged_anew,)))
    assert change.names == ("Goal", "Risk", "Cost")
    assert change.field("value") == FieldChange("value", 1 / 3, 0.25)


def test_a_judgment_that_is_taken_back_goes_to_nothing_and_an_entry_without_value_says_nothing() -> None:
    taken_back = edits.set_judgment(plant(), under=GOAL, view="base", first="Cost", second="Risk", value=None)
    assert only(plant(), taken_back).what == "removed"
    without = replace(plant(), comparisons=())
    empty = Comparisons(under=GOAL, view="base", pairs=(Judgment(first="Cost", second="Risk"),))
    assert compare(without, replace(without, comparisons=(empty,))) == ()


def test_a_participants_judgment_and_weight_are_told_with_his_name() -> None:
    group = replace(plant(), participants=(Participant(id="p1", name="Lee"),))
    weight = WeightEntry(criterion="Cost", view="base", participant="p1", way="swing", weight=80.0)
    after = replace(
        group, comparisons=(*group.comparisons, judged(GOAL, ("Cost", "Risk"), "2", "p1")), weights=(weight,)
    )
    by = [(c.kind, c.what, c.participant, c.way) for c in compare(group, after)]
    assert by == [("judgments", "added", "Lee", ""), ("weights", "added", "Lee", "swing")]


# The tree, hosts, views


def test_a_new_name_is_a_change_of_that_thing_alone_and_everything_else_is_told_by_it() -> None:
    study = edits.add_criterion(plant(), "Wages", "Cost")
    after = edits.set_cell(edits.set_criterion(study, "Cost", name="Expense"), "Risk", "Spain", value=0.7)
    renamed, cell = compare(study, after)
    assert renamed == Change("criteria", "changed", ("Expense",), (FieldChange("name", "Cost", "Expense"),))
    assert (cell.names, cell.field("value")) == (("Risk", "Spain"), FieldChange("value", 0.5, 0.7))


def test_a_criterion_under_another_parent_is_told_by_the_parents_names() -> None:
    change = only(plant(), edits.move_criterion(plant(), "Market", "Cost"))
    assert change.field("under") == FieldChange("under", "Goal", "Cost")


def test_of_things_in_another_order_only_those_that_moved_are_told() -> None:
    study = load_template("ev-plant")
    mexico = study.hosts[2]
    change = only(study, edits.move_host(study, mexico.id))
    assert change == Change("hosts", "changed", (mexico.name,), (FieldChange("place", 3, len(study.hosts)),))
    first = only(plant(), edits.move_criterion(plant(), "Market", GOAL, before="Cost"))
    assert (first.names, first.fields) == (("Market",), (FieldChange("place", 3, 1),))


def test_what_is_dormant_now_is_told() -> None:
    change = only(plant(), edits.set_host(plant(), "Spain", active=False))
    assert change.field("active") == FieldChange("active", True, False)


def test_what_is_removed_takes_along_what_was_said_of_it() -> None:
    after = edits.remove_criterion(plant(), "Cost")
    change = only(plant(), after)
    assert (change.kind, change.what, change.names, change.along) == ("criteria", "removed", ("Cost",), 4)
    back = compare(after, plant())
    assert [(c.kind, c.what) for c in back].count(("judgments", "added")) == 2
    assert [(c.kind, c.what) for c in back].count(("data", "added")) == 2


def test_what_lay_below_a_removed_criterion_goes_with_it() -> None:
    study = edits.add_criterion(plant(), "Wages", "Cost")
    study = edits.set_cell(study, study.criteria[-1].id, "Spain", value=1.0)
    change = only(study, edits.remove_criterion(study, "Cost"))
    assert (change.names, change.along) == (("Cost",), 6)


def test_one_thing_in_place_of_another_is_no_new_name() -> None:
    study = edits.add_host(plant(), "Peru")
    kept = edits.take_snapshot(study, "A")
    after = edits.add_host(edits.remove_host(kept, study.hosts[-1].id), "Chile")
    assert [(c.what, c.names) for c in compare(study, after)] == [("removed", ("Peru",)), ("added", ("Chile",))]


def test_views_name_the_leaves_that_they_leave_out_in_whatever_order() -> None:
    study = replace(plant(), views=(View(id="base", name="base", left_out=("Cost", "Risk")),))
    assert compare(study, replace(study, views=(replace(study.views[0], left_out=("Risk", "Cost")),))) == ()
    change = only(study, edits.count_leaf(study, "base", "Cost", counts=True))
    assert change.field("left_out") == FieldChange("left_out", ("Cost", "Risk"), ("Risk",))


def test_changes_come_in_the_order_of_the_study() -> None:
    study = plant()
    after = edits.set_fields(edits.set_setting(study, priorities="geometric mean"), title="New")
    after = edits.set_cell(after, "Cost", "Spain", value=0.0)
    after = edits.set_judgment(after, under=GOAL, view="base", first="Cost", second="Risk", value=2.0)
    after = edits.set_criterion(after, "Risk", worst=1.0)
    kinds = [change.kind for change in compare(study, after)]
    assert kinds == ["study", "settings", "criteria", "judgments", "data"]


def test_a_removed_thing_is_told_where_it_stood() -> None:
    names = [change.names[0] for change in compare(load_template("ev-plant"), Study()) if change.kind == "hosts"]
    assert names == [host.name for host in load_template("ev-plant").hosts]


def test_a_study_and_its_restored_snapshot_do_not_differ() -> None:
    before = edits.take_snapshot(plant(), "A")
    after = edits.restore_snapshot(edits.remove_host(edits.remove_criterion(before, "Cost"), "Spain"), "A")
    assert compare(plant(), after) == ()
