"""What is known of each host on each leaf."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import Case
from decidr.core.study.data import Cell
from decidr.core.study.edits import add_participant, give_values, move_criterion, set_criterion, set_host
from decidr.core.study.participants import Participant
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study
from decidr.gui.models.data.data_sheet import CellFact, DataSheet
from tests.gui.structure_study import structure_study, with_host


def sheet(study: Study | None = None, view: str = "neutral") -> DataSheet:
    return DataSheet(evaluate(study or structure_study(), view))


def fact(of: DataSheet, criterion: str, host: str) -> CellFact:
    return of.fact(of.row(criterion), of.column(host))


def test_leaves_stand_under_their_main_criterion_and_a_main_leaf_alone() -> None:
    rows = [("# " if row.is_heading else "") + row.id for row in sheet().rows]
    assert rows == ["# Market", "Sales", "Exports", "# Risk", "Rule", "Support", "Culture", "Jobs"]


def test_a_deep_leaf_names_what_lies_between() -> None:
    deep = sheet(move_criterion(structure_study(), "Jobs", "Rule"))
    assert deep.row("Jobs").path == ("Rule",)
    assert deep.row("Jobs").main == "Risk"
    assert not deep.has("Rule", "Canada")


def test_every_cell_tells_what_it_rests_on() -> None:
    found = {
        (row.id, column.id): fact(sheet(), row.id, column.id).evidence
        for row in sheet().leaves
        for column in sheet().columns
    }
    assert found["Sales", "Canada"] == "measured"
    assert found["Sales", "Morocco"] == "missing"
    assert found["Exports", "Spain"] == "placeholder"
    assert found["Rule", "Canada"] == "proxy"
    assert found["Rule", "Morocco"] == "measured"
    assert found["Jobs", "Morocco"] == "judged"
    assert found["Culture", "Spain"] is None


def test_a_closed_cell_is_neither_gap_nor_placeholder() -> None:
    closed = fact(sheet(), "Sales", "Spain")
    assert closed.is_closed
    assert not closed.is_gap
    assert not closed.is_placeholder


def test_counts_are_those_of_the_view_and_closed_cells_apart() -> None:
    assert sheet().counts == {"measured": 2, "closed": 1, "missing": 2, "placeholder": 3, "proxy": 1, "judged": 6}
    assert "placeholder" not in sheet(view="government").counts


def test_gaps_are_those_that_the_results_miss() -> None:
    for view in ("neutral", "government"):
        results = evaluate(structure_study(), view)
        assert DataSheet(results).counts["missing"] == results.missing.sum()


def test_dormant_leaves_and_hosts_are_shown_and_not_counted() -> None:
    study = set_host(set_criterion(structure_study(), "Sales", active=False), "Morocco", active=False)
    asleep = sheet(study)
    assert [c.id for c in asleep.columns] == ["Canada", "Spain", "Morocco"]
    assert not fact(asleep, "Sales", "Canada").is_counted
    assert not fact(asleep, "Rule", "Morocco").is_counted
    assert not fact(asleep, "Sales", "Morocco").is_gap
    assert fact(asleep, "Rule", "Canada").is_counted


def test_a_group_has_no_column_but_its_members_have() -> None:
    study = with_host(structure_study(), "Quebec", group="Canada")
    assert [c.id for c in sheet(study).columns] == ["Spain", "Morocco", "Quebec"]


def test_participants_values_are_counted_beside_the_studys_own() -> None:
    study = replace(
        structure_study(),
        participants=(Participant(id="Lee", name="Lee"),),
        cells=(*structure_study().cells, Cell(criterion="Rule", host="Canada", value=5.0, participant="Lee")),
    )
    found = fact(sheet(study), "Rule", "Canada")
    assert (found.others, found.value, found.evidence) == (1, 80.125, "judged")


def test_a_cell_of_a_way_not_in_use_is_no_value() -> None:
    assert fact(sheet(set_criterion(structure_study(), "Support", scored_by="data")), "Support", "Canada").value is None


def test_a_sheet_takes_over_what_did_not_change_and_nothing_else() -> None:
    study = structure_study()
    before = sheet(study)
    facts = {(row.id, column.id): before.fact(row, column) for row in before.leaves for column in before.columns}
    later = give_values(study, {("Sales", "Canada", "data"): 77.0})
    after, anew = DataSheet(evaluate(later, "neutral"), before), DataSheet(evaluate(later, "neutral"))
    for row in after.leaves:
        for column in after.columns:
            found = after.fact(row, column)
            assert found == anew.fact(row, column)
            assert (found is facts[row.id, column.id]) == ((row.id, column.id) != ("Sales", "Canada"))
    assert after.counts == anew.counts


def test_a_sheet_takes_nothing_over_where_people_or_lines_are_others() -> None:
    before = sheet()
    before.fact(before.row("Sales"), before.column("Canada"))
    for later in (set_host(structure_study(), "Canada", name="Kanada"), add_participant(structure_study(), "Lee")):
        after = DataSheet(evaluate(later, "neutral"), before)
        assert fact(after, "Sales", "Canada").column.host == next(h for h in later.hosts if h.id == "Canada")
        assert fact(after, "Sales", "Canada") is not fact(before, "Sales", "Canada")


def test_a_sheet_takes_over_no_cell_of_which_another_scenario_makes_something_else() -> None:
    study = structure_study()
    before = sheet(study)
    assert fact(before, "Sales", "Canada").supposed is None
    kept = fact(before, "Sales", "Spain")
    move = Move(kind="data", target="Sales", host="Canada", operation="add", value=1.0)
    case = Case("Storm", (Scenario(id="s", name="Storm", moves=(move,)),))
    moved = DataSheet(evaluate(study, "neutral", before.results, case), before)
    assert fact(moved, "Sales", "Canada").supposed is not None
    assert fact(moved, "Sales", "Spain") is kept
    assert fact(DataSheet(before.results, moved), "Sales", "Canada").supposed is None
