"""The hand that enters data."""

from datetime import date

import pytest
from msgspec.structs import replace

from decidr.core.study.criteria import Level
from decidr.core.study.data import Cell
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.data.data_entry import DataEntry, NotAValue
from decidr.gui.models.data.data_sheet import CellFact, DataSheet
from tests.gui.structure_study import structure_study

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A document, and the hand that enters its data on 5 January 2026."""

    def __init__(self, study: Study | None = None) -> None:
        self.document = Document(study or structure_study())
        self.entry = DataEntry(self.document, lambda: date(2026, 1, 5))

    def fact(self, criterion: str, host: str) -> CellFact:
        sheet = DataSheet(self.document.results)
        return sheet.fact(sheet.row(criterion), sheet.column(host))

    def cell(self, criterion: str, host: str) -> Cell | None:
        return self.fact(criterion, host).cell

    @property
    def steps(self) -> list[str]:
        stack = self.document.undo_stack
        return [stack.text(i) for i in range(stack.count())]


def test_figures_are_read_with_their_unit_and_decimal_commas() -> None:
    desk = Desk()
    assert desk.entry.read(desk.fact("Rule", "Canada"), "71,5 %") == 71.5
    assert desk.entry.read(desk.fact("Rule", "Canada"), " ") is None
    with pytest.raises(NotAValue, match="may mean"):
        desk.entry.read(desk.fact("Sales", "Canada"), "190,000")


def test_levels_are_read_by_name_whatever_the_case() -> None:
    desk = Desk()
    fact = desk.fact("Support", "Morocco")
    assert desk.entry.read(fact, " GOOD ") == "good"
    assert desk.entry.read(fact, "") is None
    with pytest.raises(NotAValue, match="is not a level of Support; use one of good, fair, poor"):
        desk.entry.read(fact, "0.5")


def test_a_scale_without_levels_says_where_to_give_them() -> None:
    desk = Desk(replace(structure_study(), levels=()))
    with pytest.raises(NotAValue, match="Criteria page"):
        desk.entry.read(desk.fact("Support", "Morocco"), "good")


def test_a_leaf_compared_in_pairs_takes_no_value() -> None:
    desk = Desk()
    with pytest.raises(NotAValue, match="Weights page"):
        desk.entry.read(desk.fact("Culture", "Spain"), "1")


def test_a_value_given_is_one_step_and_tells_the_source_that_it_took() -> None:
    desk = Desk()
    desk.entry.give(desk.fact("Sales", "Canada"), 250_000.0)
    assert desk.steps == ["Sales, Canada: 250\u202f000"]
    assert desk.cell("Sales", "Canada") == Cell(criterion="Sales", host="Canada", value=250_000.0, when="2026-01-05")
    assert desk.entry.dropped == {("Sales", "Canada"): "IEA, outlook, 2024"}
    desk.document.undo_stack.undo()
    found = desk.cell("Sales", "Canada")
    assert found is not None
    assert found.source == "IEA, outlook"


def test_the_same_value_again_is_no_step_and_keeps_its_source() -> None:
    desk = Desk()
    desk.entry.give(desk.fact("Sales", "Canada"), 190_000.0)
    assert desk.steps == []


def test_nothing_given_clears_the_cell() -> None:
    desk = Desk()
    desk.entry.give(desk.fact("Sales", "Canada"), None)
    assert desk.steps == ["Clear Sales, Canada"]
    assert desk.cell("Sales", "Canada") is None
    assert desk.entry.dropped == {}


def test_several_cells_are_cleared_as_one_step_and_gaps_are_not_counted() -> None:
    desk = Desk()
    desk.entry.clear([desk.fact("Exports", host) for host in ("Canada", "Spain")] + [desk.fact("Sales", "Morocco")])
    assert desk.steps == ["Clear 2 cells"]
    desk.entry.clear([desk.fact("Sales", "Morocco"), desk.fact("Culture", "Spain")])
    assert desk.steps == ["Clear 2 cells"]


def test_several_values_are_one_step_and_only_changed_ones_are_counted() -> None:
    desk = Desk()
    values = {("Exports", "Canada", "data"): 5.0, ("Exports", "Spain", "data"): 8.0, ("Sales", "Canada", "data"): None}
    assert desk.entry.give_all(values) == 2
    assert desk.steps == ["2 values"]
    assert desk.entry.give_all(values) == 0
    assert desk.steps == ["2 values"]


def test_a_field_changes_as_one_step_and_makes_the_cell_where_there_is_none() -> None:
    desk = Desk()
    desk.entry.change(desk.fact("Sales", "Morocco"), "Note", note="ask the ministry")
    assert desk.steps == ["Note of Sales, Morocco"]
    assert desk.fact("Sales", "Morocco").evidence == "missing"
    desk.entry.change(desk.fact("Sales", "Morocco"), "Note", note="ask the ministry")
    assert len(desk.steps) == 1


def test_source_and_year_make_a_value_given_by_hand_measured() -> None:
    desk = Desk()
    desk.entry.give(desk.fact("Exports", "Canada"), 6.0)
    assert desk.fact("Exports", "Canada").evidence == "judged"
    desk.entry.change(desk.fact("Exports", "Canada"), "Source", source="ministry")
    desk.entry.change(desk.fact("Exports", "Canada"), "Year", year=2025)
    assert desk.fact("Exports", "Canada").evidence == "measured"


def test_the_levels_of_a_leaf_are_its_own() -> None:
    study = structure_study()
    desk = Desk(replace(study, levels=(*study.levels, Level(criterion="Rule", name="x", score=1.0))))
    assert [level.name for level in desk.entry.levels("Support")] == ["good", "fair", "poor"]


def test_what_is_entered_carries_the_studys_author_and_the_day() -> None:
    desk = Desk(replace(structure_study(), author="Lee Wong"))
    desk.entry.give(desk.fact("Sales", "Canada"), 250_000.0)
    desk.entry.give(desk.fact("Sales", "Morocco"), 9_000.0)
    desk.entry.change(desk.fact("Exports", "Spain"), "Source", source="OECD")
    for place in (("Sales", "Canada"), ("Sales", "Morocco"), ("Exports", "Spain")):
        cell = desk.cell(*place)
        assert cell is not None
        assert (cell.who, cell.when) == ("Lee Wong", "2026-01-05")


def test_who_and_when_can_be_entered_themselves_and_then_stay_as_they_were_written() -> None:
    desk = Desk(replace(structure_study(), author="Lee Wong"))
    desk.entry.change(desk.fact("Sales", "Canada"), "Who", who="Ana Duarte")
    desk.entry.change(desk.fact("Sales", "Canada"), "When", when="May 2024")
    cell = desk.cell("Sales", "Canada")
    assert cell is not None
    assert (cell.who, cell.when) == ("Ana Duarte", "May 2024")


def test_without_an_author_a_change_keeps_who_gave_the_cell_and_a_new_value_names_nobody() -> None:
    desk = Desk()
    desk.entry.change(desk.fact("Sales", "Canada"), "Note", note="read again")
    cell = desk.cell("Sales", "Canada")
    assert cell is not None
    assert (cell.who, cell.when) == ("Lee", "2026-01-05")
    desk.entry.give(desk.fact("Sales", "Canada"), 1_000.0)
    assert desk.cell("Sales", "Canada") == Cell(criterion="Sales", host="Canada", value=1_000.0, when="2026-01-05")
