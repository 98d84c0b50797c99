import pytest

from decidr.core.study.problems import Refused
from decidr.formats.foreign.matrices import study_of_matrices
from decidr.formats.opening import open_study
from decidr.formats.spreadsheet import Sheet
from tests.formats.books import write_book
from tests.formats.foreign.samples import judged, refusal, saved, told, tree

GAP = ((), ("a note",), ())


def block(corner, names, *upper):
    """A block with the upper triangle alone, by rows."""
    values = iter(upper)
    size = len(names)
    rows = [[1 if i == j else next(values) if j > i else None for j in range(size)] for i in range(size)]
    return [(corner, *names), *((name, *row) for name, row in zip(names, rows, strict=True))]


def opened(tmp_path, sheets):
    return open_study(write_book(tmp_path / "plan.xlsx", sheets))


TOP = block("Site", ("Cost", "Risk"), 3)


def test_a_workbook_with_a_matrix_is_a_goal_and_its_criteria(tmp_path):
    found = opened(tmp_path, {"Notes": [("hello",)], "Any": [*GAP, *block("Site", ("A", "B", "C"), 3, "1/5", "0,25")]})
    assert tree(found) == {"Site": ["A", "B", "C"]}
    assert judged(found) == {("A", "B"): 3, ("A", "C"): 1 / 5, ("B", "C"): 1 / 4}
    assert (found.study.title, found.study.hosts, found.study.participants) == ("plan", (), ())


def test_a_csv_with_a_matrix_opens_as_a_study(tmp_path):
    assert judged(open_study(saved(tmp_path / "m.csv", "Site;A;B\nA;1;0,333\nB;3;1\n"))) == {("A", "B"): 1 / 3}


def test_a_sheet_called_criteria_may_hold_the_matrix(tmp_path):
    assert tree(opened(tmp_path, {"Criteria": TOP})) == {"Site": ["Cost", "Risk"]}


def test_a_broken_list_of_criteria_is_not_taken_for_matrices(tmp_path):
    path = write_book(tmp_path / "study.xlsx", {"Criteria": [("Criterion",), ("A",), ("A",)], "m": TOP})
    assert ("name.taken", "Criteria!A3") in refusal(path)


@pytest.mark.parametrize("place", ["the corner", "the cell above", "the sheet"])
def test_a_matrix_hangs_under_the_item_that_it_names(tmp_path, place):
    named = {"the corner": "COST", "the cell above": "", "the sheet": ""}[place]
    sub = block(named, ("Labour", "Land"), 5)
    sheets = {"the cell above": {"m": [*TOP, *GAP, ("Cost",), *sub]}, "the sheet": {"m": TOP, "cost": sub}}
    found = opened(tmp_path, sheets.get(place, {"m": [*TOP, *GAP, *sub]}))
    assert tree(found) == {"Site": ["Cost", "Risk"], "Cost": ["Labour", "Land"]}
    assert judged(found, "Cost") == {("Labour", "Land"): 5}
    assert told(found) == []


def test_what_is_compared_under_several_criteria_are_hosts(tmp_path):
    hosts = ("Spain", "Canada")
    found = opened(tmp_path, {"m": [*TOP, *GAP, *block("Cost", hosts, 2), *GAP, *block("Risk", hosts, "1/4")]})
    assert [h.name for h in found.study.hosts] == ["Spain", "Canada"]
    assert {c.scored_by for c in found.study.criteria} == {"pairwise"}
    assert judged(found, "Risk") == {("Spain", "Canada"): 1 / 4}


def test_the_corner_names_a_participant(tmp_path):
    rows = [*block("Site @ Lee", ("A", "B"), 3), *GAP, *block("@ Ana", ("B", "A"), 5)]
    found = opened(tmp_path, {"m": rows})
    assert (judged(found, who="Lee"), judged(found, who="Ana")) == ({("A", "B"): 3}, {("B", "A"): 5})
    assert (found.study.goal, told(found)) == ("Site", [])


def test_sheets_with_the_same_items_are_participants_and_it_is_told(tmp_path):
    lee = [*TOP, *GAP, *block("Cost", ("Labour", "Land"), 5)]
    found = opened(tmp_path, {"Lee": lee, "Ana": block("", ("Risk", "Cost"), 2)})
    assert [p.name for p in found.study.participants] == ["Lee", "Ana"]
    assert judged(found, "Cost", "Lee") == {("Labour", "Land"): 5}
    assert told(found) == [("foreign.people_from_sheets", "Lee!A1")]


def test_the_normalised_form_of_a_matrix_is_left_out_and_told(tmp_path):
    normalised = [("Site", "Cost", "Risk"), ("Cost", 0.75, 0.75), ("Risk", 0.25, 0.25)]
    found = opened(tmp_path, {"m": [*TOP, *GAP, *normalised]})
    assert judged(found) == {("Cost", "Risk"): 3}
    assert told(found) == [("matrix.not_judgments", "m!A7")]


@pytest.mark.parametrize(
    ("rows", "code", "place"),
    [
        ([("", "A", "B"), ("A", 1, 3), ("B", 3, 1)], "matrix.not_reciprocal", "m!C2"),
        ([("", "A", "B"), ("A", 5, 3), ("B", "", 1)], "matrix.diagonal", "m!B2"),
        ([("", "A", "B"), ("A", 1, "x"), ("B", "", 1)], "judgments.not_a_ratio", "m!C2"),
        ([("", "A", "B"), ("A", 1, "01.03.2026"), ("B", "", 1)], "judgments.a_date", "m!C2"),
        ([*TOP, (), *block("Cots", ("x", "y"), 3)], "foreign.lost_near", "m!A5"),
        ([*TOP, (), *block("", ("x", "y"), 3)], "foreign.nameless", "m!A5"),
        ([*TOP, (), *block("Site", ("Risk", "Cost"), 5)], "judgments.contradiction", "m!C6"),
        ([*TOP, (), *block("Cost", ("Site", "y"), 5)], "criteria.cycle", "m!A1"),
        ([*block("Lee", ("A", "B"), 3), (), *block("Ana", ("A", "B"), 3)], "foreign.people_or_criteria", "m!A5"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(tmp_path, rows, code, place):
    assert (code, place) in refusal(write_book(tmp_path / "wrong.xlsx", {"m": rows}))


def test_judgments_that_do_not_link_everything_are_kept_and_told_by_the_evaluation(tmp_path):
    found = opened(tmp_path, {"m": block("Site", ("A", "B", "C", "D"), 3, None, None, None, None, 3)})
    assert [value for value in judged(found).values() if value] == [3, 3]


def test_without_a_matrix_there_is_no_study():
    assert study_of_matrices([Sheet("m", [["a", "b"], ["c", "d"]])], "m") is None


def test_a_workbook_with_neither_criteria_nor_a_matrix_is_told(tmp_path):
    with pytest.raises(Refused, match="neither a sheet «Criteria» nor a matrix"):
        opened(tmp_path, {"m": [("a", "b")]})
