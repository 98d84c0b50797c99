"""The hidden sheet: what it says, and that it is understood again or refused."""

import json

import pytest

from decidr.core.study.problems import Refused
from decidr.formats.questionnaire.carried import CARRIED_SHEET, Carried, Item, Row, Words, carried_lines, read_carried
from decidr.formats.spreadsheet import Sheet

WORDS = Words("No.", "which", "times", "why", ("Points",), ("A", "B", "equal"), tuple("123456789"))


def carried(*names):
    rows = (Row(n, Item("goal", "Goal"), Item(f"c{n}", name), Item("x", "X")) for n, name in enumerate(names, 1))
    return Carried("A study", Item("p1", "Lee  Wong"), Item("base", "base"), "en", WORDS, tuple(rows))


def sheet(lines):
    return [Sheet(CARRIED_SHEET, [[line] for line in lines])]


@pytest.mark.parametrize("name", ["a  b ", "=1+1", "_x0041_", "\\_x0041_", '"', "\n\t", "中\N{FACTORY}", "x" * 40_000])
def test_whatever_a_name_holds_is_read_as_it_was_written(name):
    lines = list(carried_lines(carried(name, "other")))
    assert read_carried(sheet(lines), "a.xlsx") == carried(name, "other")


def test_the_cells_are_such_as_every_program_keeps():
    lines = list(carried_lines(carried("a  b", "中", "_x0041_", "y" * 40_000)))
    assert all(line.isascii() and " " not in line and "_x" not in line and len(line) <= 15_000 for line in lines)


def test_it_is_plain_json_that_says_its_format():
    said = json.loads("".join(carried_lines(carried("a"))))
    assert said["format"] == [1, 0]
    assert said["study"] == "A study"
    assert said["participant"] == {"id": "p1", "name": "Lee  Wong"}
    assert said["asked"] == [
        {
            "number": 1,
            "node": {"id": "goal", "name": "Goal"},
            "first": {"id": "c1", "name": "a"},
            "second": {"id": "x", "name": "X"},
        }
    ]


def refusal(lines):
    with pytest.raises(Refused) as refused:
        read_carried(sheet(lines), "a.xlsx")
    return [(str(p.place), p.code) for p in refused.value.problems]


def test_a_workbook_without_it_is_no_questionnaire():
    with pytest.raises(Refused) as refused:
        read_carried([Sheet("Other", [["a"]])], "a.xlsx")
    assert [(p.place, p.code) for p in refused.value.problems] == [("a.xlsx", "questionnaire.none")]


@pytest.mark.parametrize("keep", [0, 1, 3])
def test_a_sheet_with_lines_lost_is_broken(keep):
    assert refusal(list(carried_lines(carried("a", "b")))[:keep]) == [(CARRIED_SHEET, "questionnaire.broken")]


def test_a_sheet_with_a_field_of_another_kind_is_broken():
    text = "".join(carried_lines(carried("a"))).replace('"number":1', '"number":"one"')
    assert refusal([text]) == [(CARRIED_SHEET, "questionnaire.broken")]


def test_a_newer_format_is_refused_whatever_else_it_says():
    assert refusal(['{"format":[2,0],"questions":{}}']) == [(CARRIED_SHEET, "file.too_new")]


def test_fields_of_a_newer_second_number_are_passed_over():
    text = "".join(carried_lines(carried("a"))).replace('"format":[1,0]', '"format":[1,7],"mood":"fine"')
    assert read_carried(sheet([text]), "a.xlsx").asked == carried("a").asked
