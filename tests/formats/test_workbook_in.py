"""The whole workbook: what is refused, with its place; what is noticed; and every kind of file."""

from datetime import datetime

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Place, Refused, sentence
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_in import has_criteria, read_matrix, read_workbook
from tests.formats.books import PLAIN, TREE, read_book, trouble_in, write_book

JUDGMENTS = ("Under", "First", "Second", "Value")
DATA = ("Criterion", "Host", "Value")
PEOPLE = [("Participant",), ("Lee",)]


def moves(*rows):
    """A sheet of scenarios with these rows."""
    return {"Scenarios": [("Scenario", "Kind", "Target", "Host", "Operation", "Value"), *rows]}


BAD = [
    ("no criteria", {"Criteria": [("Criterion",)]}, "Criteria", "criteria.none"),
    ("a name twice", {"Criteria": [*TREE, ("LAND ", "")]}, "Criteria!A7", "name.taken"),
    ("the goal's name", {"Criteria": [*TREE, ("goal", "")]}, "Criteria!A7", "name.taken"),
    ("no name", {"Criteria": [*TREE, ("", "Cost")]}, "Criteria!A7", "cell.empty"),
    ("an unknown parent", {"Criteria": [*TREE, ("X", "Profit")]}, "Criteria!B7", "name.unknown"),
    ("a mistyped parent", {"Criteria": [*TREE, ("X", "Csot")]}, "Criteria!B7", "name.unknown_near"),
    ("a circle", {"Criteria": [*TREE, ("X", "Y"), ("Y", "X")]}, "Criteria!A7", "criteria.cycle"),
    ("its own parent", {"Criteria": [*TREE, ("X", "X")]}, "Criteria!A7", "criteria.cycle"),
    (
        "a word no choice",
        {"Criteria": [("Criterion", "Scored by"), ("X", "guess")]},
        "Criteria!B2",
        "cell.not_a_choice",
    ),
    ("ends no number", {"Criteria": [("Criterion", "Worst"), ("X", "low")]}, "Criteria!B2", "cell.not_a_number"),
    ("a curve", {"Criteria": [("Criterion", "Curve"), ("X", "0:0; 1")]}, "Criteria!B2", "curve.not_understood"),
    ("a curve's word", {"Criteria": [("Criterion", "Curve"), ("X", "round")]}, "Criteria!B2", "cell.not_a_choice"),
    ("neither yes nor no", {"Criteria": [("Criterion", "Active"), ("X", "maybe")]}, "Criteria!B2", "cell.not_a_choice"),
    ("a host twice", {"Hosts": [("Host",), ("Spain",), ("spain",)]}, "Hosts!A3", "name.taken"),
    ("a code twice", {"Hosts": [("Host", "Code"), ("Spain", "ESP"), ("X", "esp")]}, "Hosts!B3", "name.taken"),
    ("an unknown group", {"Hosts": [("Host", "Group"), ("Spain", "Europe")]}, "Hosts!B2", "name.unknown"),
    ("a participant twice", {"Participants": [*PEOPLE, ("LEE",)]}, "Participants!A3", "name.taken"),
    (
        "a weight below zero",
        {"Participants": [("Participant", "Weight"), ("Lee", -1)]},
        "Participants!B2",
        "participants.negative_weight",
    ),
    ("a role of nobody", {"Roles": [("Participant", "Under"), ("Lee", "Cost")]}, "Roles!A2", "name.unknown"),
    (
        "a role nowhere",
        {"Participants": PEOPLE, "Roles": [("Participant", "Under"), ("Lee", "Zoo")]},
        "Roles!B2",
        "name.unknown",
    ),
    ("an unknown leaf in a view", {"Views": [("View", "Criterion"), ("a", "Zoo")]}, "Views!B2", "name.unknown"),
    (
        "a parent in a view",
        {"Views": [("View", "Criterion", "Counts"), ("a", "Cost", "no")]},
        "Views!B2",
        "views.not_a_leaf",
    ),
    ("an unknown base view", {"Study": [("Field", "Value"), ("Base view", "x")]}, "Study!B2", "name.unknown"),
    ("an unknown method", {"Study": [("Field", "Value"), ("Priorities", "magic")]}, "Study!B2", "cell.not_a_choice"),
    ("half a sample", {"Study": [("Field", "Value"), ("Samples", 10.5)]}, "Study!B2", "cell.not_whole"),
    ("no ratio", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Risk", "1/x")]}, "Judgments!D2", "judgments.not_a_ratio"),
    ("zero times", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Risk", 0)]}, "Judgments!D2", "judgments.not_a_ratio"),
    (
        "a date",
        {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Risk", datetime(2026, 1, 3))]},
        "Judgments!D2",
        "judgments.a_date",
    ),
    (
        "a formula without a number",
        {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Risk", "=1/3")]},
        "Judgments!D2",
        "cell.formula_without_number",
    ),
    ("judged nowhere", {"Judgments": [JUDGMENTS, ("Zoo", "Cost", "Risk", 3)]}, "Judgments!A2", "name.unknown"),
    ("judged against nothing", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "", 3)]}, "Judgments!C2", "cell.empty"),
    ("no sibling", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Land", 3)]}, "Judgments!C2", "judgments.not_below"),
    ("a host at the goal", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "CAN", 3)]}, "Judgments!C2", "name.unknown"),
    ("with itself", {"Judgments": [JUDGMENTS, ("Goal", "Cost", "cost", 3)]}, "Judgments!C2", "judgments.with_itself"),
    (
        "judged twice",
        {"Judgments": [JUDGMENTS, ("Goal", "Cost", "Risk", 3), ("Goal", "Risk", "Cost", 3)]},
        "Judgments!D3",
        "judgments.contradiction",
    ),
    (
        "judged by nobody known",
        {"Judgments": [(*JUDGMENTS, "Participant"), ("Goal", "Cost", "Risk", 3, "Lee")]},
        "Judgments!E2",
        "name.unknown",
    ),
    (
        "judged in no view",
        {"Judgments": [(*JUDGMENTS, "View"), ("Goal", "Cost", "Risk", 3, "mine")]},
        "Judgments!E2",
        "name.unknown",
    ),
    (
        "a status of data",
        {"Judgments": [(*JUDGMENTS, "Status"), ("Goal", "Cost", "Risk", 3, "measured")]},
        "Judgments!E2",
        "cell.not_a_choice",
    ),
    ("a node nowhere", {"Nodes": [("Under", "Weighted by"), ("Zoo", "swing")]}, "Nodes!A2", "name.unknown"),
    ("a way unknown", {"Nodes": [("Under", "Weighted by"), ("Goal", "luck")]}, "Nodes!B2", "cell.not_a_choice"),
    ("a group's word", {"Nodes": [("Under", "Group"), ("Goal", "shouted")]}, "Nodes!B2", "cell.not_a_choice"),
    ("the goal's weight", {"Weights": [("Criterion", "Weight"), ("Goal", 1)]}, "Weights!A2", "weights.goal"),
    ("a weight of nothing", {"Weights": [("Criterion", "Weight"), ("Zoo", 1)]}, "Weights!A2", "name.unknown"),
    ("a weight no number", {"Weights": [("Criterion", "Weight"), ("Cost", "much")]}, "Weights!B2", "cell.not_a_number"),
    ("a value no number", {"Data": [DATA, ("Risk", "CAN", "n/a")]}, "Data!C2", "cell.not_a_number"),
    ("a value of a parent", {"Data": [DATA, ("Cost", "CAN", 1)]}, "Data!A2", "data.not_a_leaf"),
    ("a value of no host", {"Data": [DATA, ("Risk", "", 1)]}, "Data!B2", "cell.empty"),
    ("a value of nobody", {"Data": [DATA, ("Risk", "Spian", 1)]}, "Data!B2", "name.unknown_near"),
    ("a value twice", {"Data": [DATA, ("Risk", "ESP", 1), ("risk", "Spain", 1)]}, "Data!B3", "data.twice"),
    ("a half year", {"Data": [(*DATA, "Year"), ("Risk", "ESP", 1, 2024.5)]}, "Data!D2", "cell.not_whole"),
    ("a status unknown", {"Data": [(*DATA, "Status"), ("Risk", "ESP", 1, "sure")]}, "Data!D2", "cell.not_a_choice"),
    ("a distribution", {"Data": [(*DATA, "Distribution"), ("Risk", "ESP", 1, "odd")]}, "Data!D2", "cell.not_a_choice"),
    (
        "a level out of range",
        {"Ratings": [("Criterion", "Level", "Score"), ("Risk", "low", 2)]},
        "Ratings!C2",
        "rating.score_out_of_range",
    ),
    (
        "a level without a name",
        {"Ratings": [("Criterion", "Level", "Score"), ("Risk", "", 1)]},
        "Ratings!B2",
        "cell.empty",
    ),
    (
        "a cost without an amount",
        {"Costs": [("Host", "Item", "Amount"), ("ESP", "land", None)]},
        "Costs!C2",
        "cell.empty",
    ),
    ("a cost of no host", {"Costs": [("Host", "Item", "Amount"), ("Zoo", "land", 1)]}, "Costs!A2", "name.unknown"),
    (
        "a rate of zero",
        {"Rates": [("Currency", "Per unit of the study's currency"), ("EUR", 0)]},
        "Rates!B2",
        "rates.not_positive",
    ),
    ("a move on nothing", {"Scenarios": [("Scenario", "Target"), ("s", "Zoo")]}, "Scenarios!B2", "name.unknown"),
    ("an operation", {"Scenarios": [("Scenario", "Operation"), ("s", "halve")]}, "Scenarios!B2", "cell.not_a_choice"),
    ("a set of nothing", {"Scenario sets": [("Set", "Scenario"), ("x", "s")]}, "Scenario sets!B2", "name.unknown"),
    (
        "a probability",
        {"Scenarios": [("Scenario",), ("s",)], "Scenario sets": [("Set", "Scenario", "Probability"), ("x", "s", 1.1)]},
        "Scenario sets!C2",
        "scenarios.probability",
    ),
    (
        "two probabilities",
        {
            "Scenarios": [("Scenario",), ("s",), ("t",)],
            "Scenario sets": [("Set", "Scenario", "Probability"), ("x", "s", 0.1), ("x", "t", 0.2)],
        },
        "Scenario sets!C3",
        "scenarios.probability_differs",
    ),
    (
        "a set called like a scenario",
        {"Scenarios": [("Scenario",), ("s",)], "Scenario sets": [("Set", "Scenario"), ("S", "s")]},
        "Scenario sets!A2",
        "name.taken",
    ),
    (
        "probabilities over 1",
        {
            "Scenarios": [("Scenario",), ("s",)],
            "Scenario sets": [("Set", "Scenario", "Probability"), ("x", "s", 0.6), ("y", "s", None), ("z", "s", 0.5)],
        },
        "Scenario sets!C4",
        "scenarios.probabilities",
    ),
    ("a move half filled", moves(("s", "data", "Land", None, "add", None)), "Scenarios!F2", "scenarios.incomplete"),
    ("data of a parent", moves(("s", "data", "Cost", None, "add", 1)), "Scenarios!C2", "scenarios.not_a_leaf"),
    (
        "data of named levels",
        {
            **moves(("s", "data", "Land", None, "add", 1)),
            "Ratings": [("Criterion", "Level", "Score"), ("Land", "ok", 1)],
        },
        "Scenarios!B2",
        "scenarios.no_unit",
    ),
    (
        "a weight added to",
        moves(("s", "weight", "Cost", None, "add", 1)),
        "Scenarios!E2",
        "scenarios.weight_multiplies",
    ),
    (
        "one host's weight",
        moves(("s", "weight", "Cost", "ESP", "multiply", 1)),
        "Scenarios!D2",
        "scenarios.weight_of_host",
    ),
    ("a negative factor", moves(("s", "weight", "Cost", None, "multiply", -1)), "Scenarios!F2", "weights.negative"),
    (
        "one target set twice",
        moves(("s", "data", "Land", None, "set", 1), ("s",), ("s", "data", "Land", "ESP", "set", 2)),
        "Scenarios!F4",
        "scenarios.set_twice",
    ),
    (
        "a set of scenarios that clash",
        {
            **moves(("s", "data", "Land", None, "set", 1), ("t", "data", "Land", "ESP", "set", 2)),
            "Scenario sets": [("Set", "Scenario"), ("x", "s"), ("x", "t")],
        },
        "Scenario sets!A2",
        "scenarios.sets_clash",
    ),
]


@pytest.mark.parametrize(("sheets", "place", "code"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_what_is_wrong_is_told_at_its_cell_and_nowhere_else(tmp_path, sheets, place, code):
    assert trouble_in(tmp_path, sheets) == [(place, code)]


def test_all_errors_come_at_once_each_with_its_place_and_a_sentence(tmp_path):
    mixed = [
        bad for bad in BAD if bad[0] in ("an unknown group", "no ratio", "a weight of nothing", "a value no number")
    ]
    sheets = {name: rows for bad in mixed for name, rows in bad[1].items()}
    sheets["Data"] = [(*DATA, "Colour"), ("Risk", "Spain", "n/a"), ("Zoo", "Spain", 1)]
    with pytest.raises(Refused) as refused:
        read_book(tmp_path, sheets)
    told = {str(p.place): sentence(p) for p in refused.value.problems}
    assert set(told) == {"Hosts!B2", "Judgments!D2", "Weights!A2", "Data!C2", "Data!A3", "Data!D1"}
    assert told["Judgments!D2"] == '"1/x" is not a ratio (write 3, 1/3 or 0.333)'
    assert "Judgments!D2: " + told["Judgments!D2"] in str(refused.value)


@pytest.mark.parametrize("sheet", ["Sheet1", "Data", "Hosts"])
def test_a_workbook_without_criteria_says_where_the_form_comes_from(tmp_path, sheet):
    path = write_book(tmp_path / "plan.xlsx", {sheet: [("Country", "GDP"), ("Spain", 1)]})
    with pytest.raises(Refused, match="decidr workbook writes one") as refused:
        read_workbook(path)
    assert [(p.place, p.code) for p in refused.value.problems] == [("plan.xlsx", "workbook.no_criteria")]


def test_every_sheet_but_criteria_is_optional(tmp_path):
    opened = read_book(tmp_path, {}, {"Criteria": TREE})
    assert (opened.study.hosts, opened.study.cells, opened.problems) == ((), (), ())


def test_sheets_are_found_without_regard_to_case_accents_and_blanks(tmp_path):
    sheets = {" CRITÉRIA ": TREE, "hosts": PLAIN["Hosts"], "scenario SETS": [("Set", "Scenario")]}
    opened = read_book(tmp_path, sheets, {})
    assert (len(opened.study.criteria), len(opened.study.hosts), opened.problems) == (5, 3, ())


def test_unknown_sheets_and_columns_stay_out_with_a_notice(tmp_path):
    sheets = {"Criteria": [("Criterion", "Colour"), ("Cost", "red")], "My notes": [("remember", "milk")], "Empty": []}
    opened = read_book(tmp_path, sheets)
    assert {(p.severity, p.place, p.code) for p in opened.problems} == {
        ("notice", "My notes", "workbook.unknown_sheet"),
        ("notice", "Criteria!B1", "workbook.unknown_column"),
    }


def test_a_header_that_was_nearly_right_is_told_with_the_right_one(tmp_path):
    hosts = [("Host", "Grupo", "Remarks"), ("Spain", "", "x")]
    found = [(p.place, p.code, p.values["near"]) for p in read_book(tmp_path, {"Hosts": hosts}).problems]
    assert found == [("Hosts!B1", "workbook.unknown_column_near", "Group"), ("Hosts!C1", "workbook.unknown_column", "")]


def test_hosts_compared_where_data_count_are_kept_with_a_notice(tmp_path):
    tree = [("Criterion", "Scored by"), ("Cost", "data"), ("Risk", "pairwise")]
    rows = [JUDGMENTS, ("Cost", "CAN", "Spain", 2), ("Risk", "CAN", "Spain", 2), ("Cost", "CAN", "MEX", None)]
    opened = read_book(tmp_path, {"Criteria": tree, "Judgments": rows})
    assert [(p.place, p.code) for p in opened.problems] == [("Judgments!D2", "judgments.not_counted")]
    assert len(opened.study.comparisons) == 2


def test_problems_of_the_numbers_find_their_cells(tmp_path):
    data = [DATA, ("Labour", "CAN", 1), ("Labour", "mex", 9)]
    opened = read_book(tmp_path, {"Data": data, "Judgments": [JUDGMENTS, ("Cost", "Labour", "Energy", 2)]})
    assert opened.addresses[Place("Data", ("Labour", "México"))] == "Data!C3"
    assert opened.addresses[Place("Judgments", ("Cost",))] == "Judgments!D2"
    assert opened.addresses[Place("Criteria", ("Land",))] == "Criteria!A6"
    assert opened.addresses[Place("Hosts", ("Spain",))] == "Hosts!A4"


WHOLE = {
    "Study": [("Field", "Value"), ("Title", "Whole"), ("Base view", "neutral")],
    **PLAIN,
    "Views": [("View", "Criterion", "Turned"), ("neutral",), ("turned", "Risk", "yes")],
    "Participants": [("Participant", "Weight"), ("Lee", 2), ("Ana", None)],
    "Judgments": [
        ("Under", "First", "Second", "Value", "Participant"),
        ("Goal", "Cost", "Risk", "1/3", "Lee"),
        ("Goal", "Cost", "Risk", 5, "Ana"),
    ],
    "Cost matrix": [("Cost", "Land", "Labour", "Energy"), ("Labour", 2, 1, "1/4"), ("Energy", 8, 4, 1), ("Land", 1)],
    "Data": [
        (*DATA, "Unit", "Year", "Source"),
        ("Labour", "CAN", "1,5", "h", 2024, "ILO"),
        ("Labour", "México", 3, "h", 2024, "ILO"),
        ("Risk", "Spain", 4),
    ],
}


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_the_same_study_comes_from_every_kind_of_workbook(tmp_path, libreoffice, kind):
    path = write_book(tmp_path / "whole.xlsx", WHOLE)
    mine, theirs = read_workbook(path), read_workbook(libreoffice._convert(path, kind))
    assert theirs.study == mine.study
    assert theirs.problems == mine.problems == ()
    assert {b.participant for b in mine.study.comparisons} == {"p1", "p2", None}


def test_formulas_count_with_their_stored_numbers(tmp_path, libreoffice):
    rows = [JUDGMENTS, ("Goal", "Cost", "Risk", "=6/2"), ("Cost", "Labour", "Energy", "=1/3")]
    data = [DATA, ("Risk", "CAN", "=2*21")]
    path = write_book(tmp_path / "live.xlsx", {**PLAIN, "Judgments": rows, "Data": data})
    with pytest.raises(Refused) as refused:
        read_workbook(path)
    assert {p.code for p in refused.value.problems} == {"cell.formula_without_number"}
    study = read_workbook(libreoffice.recalculate(path)).study
    assert [b.pairs[0].value for b in study.comparisons] == [3, 1 / 3]
    assert study.cells[0].value == 42


def test_a_fraction_that_a_spreadsheet_made_a_date_of_is_refused_from_every_kind(tmp_path, libreoffice):
    rows = [JUDGMENTS, ("Goal", "Cost", "Risk", datetime(2026, 1, 3))]
    path = write_book(tmp_path / "dates.xlsx", {**PLAIN, "Judgments": rows})
    for kind in ("xlsx", "xls", "ods"):
        with pytest.raises(Refused, match="Judgments!D2: Excel made a date of a typed fraction"):
            read_workbook(libreoffice._convert(path, kind))


def test_a_study_read_from_a_workbook_can_be_evaluated(tmp_path):
    results = evaluate(read_book(tmp_path, WHOLE, {}).study)
    assert [results.study.name_of(leaf) for leaf in results.leaves] == ["Labour", "Energy", "Land", "Risk"]
    assert sum(results.local[i] for i in results.tree.children[GOAL]) == pytest.approx(1)


@pytest.mark.parametrize(
    ("name", "rows", "is_list"),
    [
        ("Criteria", [["Criterion"], ["A"]], True),
        (" criteria", [["something else"]], True),
        ("Criteria", [["Cost", "A", "B"], ["A", 1.0, 3.0], ["B", "", 1.0]], False),
        ("Criteria", [["", ""]], False),
        ("Other", [["Criterion"], ["A"]], False),
    ],
)
def test_a_sheet_criteria_is_a_list_unless_it_holds_a_matrix(name, rows, is_list):
    assert has_criteria([Sheet(name, rows)]) is is_list


MATRIX = "Goal;Cost;Risk;2030\nRisk;0,5;1;3\nCost;1;2;4\n2030;1/4;1/3;1\n"


def matrix_file(folder, text, name="matrix.csv"):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_one_matrix_of_a_csv_is_a_goal_and_its_criteria(tmp_path):
    study = read_matrix(matrix_file(tmp_path, MATRIX)).study
    assert (study.title, study.goal, [c.name for c in study.criteria]) == ("matrix", "Goal", ["Cost", "Risk", "2030"])
    assert [p.value for p in study.comparisons[0].pairs] == [2, 4, 3]
    assert study.hosts == ()


def test_one_matrix_of_any_sheet_is_taken(tmp_path):
    rows = [("Notes",), ("More",)]
    matrix = [(None,), (None, "Safety", "A", "B"), (None, "A", 1, 3), (None, "B", None, 1)]
    study = read_matrix(write_book(tmp_path / "book.xlsx", {"Notes": rows, "M": matrix})).study
    assert (study.goal, [c.name for c in study.criteria]) == ("Safety", ["A", "B"])


@pytest.mark.parametrize(("corner", "goal"), [("", "Goal"), ("Stability @ Lee", "Stability"), ("@ Lee", "Goal")])
def test_the_corner_names_the_goal(tmp_path, corner, goal):
    assert read_matrix(matrix_file(tmp_path, f"{corner},A,B\nA,1,3\nB,,1\n")).study.goal == goal


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("", "matrix.csv", "matrix.none"),
        ("a,b\nc,d\n", "matrix.csv", "matrix.none"),
        (",A,B\nA,1,x\nB,,1\n", "matrix!C2", "judgments.not_a_ratio"),
        (",A,B\nA,1,3\nB,3,1\n", "matrix!C2", "matrix.not_reciprocal"),
        (",A,B\nA,2,3\nB,,1\n", "matrix!B2", "matrix.diagonal"),
    ],
)
def test_what_is_wrong_in_one_matrix_is_told(tmp_path, text, place, code):
    with pytest.raises(Refused) as refused:
        read_matrix(matrix_file(tmp_path, text))
    assert [(p.place, p.code) for p in refused.value.problems] == [(place, code)]
