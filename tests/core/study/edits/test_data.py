"""Edits of cells."""

from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell, evidence_of
from decidr.core.study.hosts import Host
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.gui.structure_study import structure_study


def cell(study: Study, criterion: str, host: str) -> Cell | None:
    return next((c for c in study.cells if (c.criterion, c.host, c.participant) == (criterion, host, None)), None)


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


def test_a_value_given_by_hand_carries_who_gave_it() -> None:
    keys = {("Sales", "Canada", "data"): 250_000.0, ("Sales", "Morocco", "data"): 9_000.0}
    study = edits.give_values(structure_study(), keys, "2026-01-05", "Ana")
    for host in ("Canada", "Morocco"):
        found = cell(study, "Sales", host)
        assert found is not None
        assert (found.who, found.when) == ("Ana", "2026-01-05")


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
