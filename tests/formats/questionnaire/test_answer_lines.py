"""Rows are found by number and head; what a cell of an answer may hold, and what is told of the rest."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.formats.questionnaire.answer_cells import filled
from decidr.formats.questionnaire.answer_lines import answer_lines, pair_ratio, weight
from decidr.formats.questionnaire.present import is_same
from decidr.formats.questionnaire.wording import Wording
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Trouble
from decidr.language import LANGUAGES

WORDS = Wording("en").words()
HEADS = ["", WORDS.number, "A", WORDS.which, WORDS.times, "B", WORDS.reason]


def line_of(which="", times="", uncached=()):
    sheet = Sheet("Questions", [HEADS, ["", 7.0, "X", which, times, "Y", "so"]], frozenset(uncached))
    return answer_lines([sheet], WORDS, Trouble())["7"]


def read(which="", times="", uncached=()):
    trouble = Trouble()
    value = pair_ratio(line_of(which, times, uncached), WORDS, trouble)
    return value, [(p.severity, p.code, p.place) for p in trouble.problems]


@pytest.mark.parametrize(
    ("which", "times", "ratio"),
    [
        ("", "", None),
        ("  ", "", None),
        ("A", "3 – moderately more", 3.0),
        ("B", "3 – moderately more", 1 / 3),
        ("a", "2", 2.0),
        ("B", 2.5, 0.4),
        ("A", "2,5", 2.5),
        ("A", "7/2", 3.5),
        ("A", "1.000000", 1.0),
        ("equal", "", 1.0),
        ("EQUAL", "1 – equally", 1.0),
        ("equal", 1.0, 1.0),
        ("A", "12", 12.0),
    ],
)
def test_an_answer_is_a_ratio_of_the_first_over_the_second(which, times, ratio):
    value, problems = read(which, times)
    assert value == ratio
    assert [p for p in problems if p[0] == "error"] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(ratio=st.floats(1e-6, 1e6))
def test_what_a_questionnaire_shows_of_a_ratio_is_read_as_that_ratio(language, ratio):
    wording = Wording(language)
    which, times = filled(ratio, wording.words(), wording.mark)
    heads = ["", *(getattr(wording.words(), role) for role in ("number", "which", "times"))]
    lines = answer_lines([Sheet("Q", [heads, ["", 1.0, which, times]])], wording.words(), Trouble())
    assert is_same(pair_ratio(lines["1"], wording.words(), Trouble()), ratio)


@pytest.mark.parametrize(
    ("which", "times", "code", "cell"),
    [
        ("maybe", "3", "cell.not_a_choice", "D2"),
        ("maybe", "", "cell.not_a_choice", "D2"),
        (1.0, "3", "cell.not_a_choice", "D2"),
        ("A", "", "questionnaire.times_empty", "E2"),
        ("", "3", "questionnaire.which_empty", "D2"),
        ("A", "1/x", "judgments.not_a_ratio", "E2"),
        ("A", "0", "judgments.not_a_ratio", "E2"),
        ("A", -3.0, "judgments.not_a_ratio", "E2"),
        ("A", "much", "judgments.not_a_ratio", "E2"),
        ("A", True, "judgments.not_a_ratio", "E2"),
        ("A", date(2026, 2, 7), "judgments.a_date", "E2"),
        ("A", "7-Feb", "judgments.a_date", "E2"),
        ("A", "1/3", "questionnaire.below_one", "E2"),
        ("equal", "3 – moderately more", "questionnaire.equal_but_more", "E2"),
    ],
)
def test_what_is_no_answer_is_told_once_with_its_cell(which, times, code, cell):
    _value, problems = read(which, times)
    assert problems == [("error", code, f"Questions!{cell}")]


@pytest.mark.parametrize("cell", ["D2", "E2"])
def test_a_formula_without_a_stored_result_is_no_empty_cell(cell):
    assert ("error", "cell.formula_without_number", f"Questions!{cell}") in read("", "", [cell])[1]


def test_a_choice_of_one_that_is_equally_counts_as_equal_and_is_told():
    value, problems = read("A", "1 – equally")
    assert value == 1.0
    assert problems == [("warning", "questionnaire.more_but_equal", "Questions!E2")]


def weighed(value):
    trouble = Trouble()
    heads = ["", WORDS.number, "", WORDS.weights[1]]
    line = answer_lines([Sheet("Questions", [heads, ["", 1.0, "X", value]])], WORDS, Trouble())["1"]
    return weight(line, trouble), [p.code for p in trouble.problems]


@pytest.mark.parametrize(
    ("value", "found"), [("", None), (40.0, 40.0), ("12,5", 12.5), (" 0 ", 0.0), ("1 000", 1000.0)]
)
def test_a_weight_is_a_number_from_0_up(value, found):
    assert weighed(value) == (found, [])


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (-1.0, "weights.negative"),
        ("many", "cell.not_a_number"),
        ("1,500", "cell.ambiguous_number"),
        (date(2026, 1, 3), "cell.not_a_number"),
    ],
)
def test_what_is_no_weight_is_told(value, code):
    assert weighed(value)[1] == [code]


def test_rows_and_columns_may_stand_elsewhere():
    heads = [WORDS.reason, WORDS.which, "new", WORDS.number, WORDS.times]
    rows = [["", "", "", "a title", ""], heads, ["so", "A", "", "2", "3"], ["", "B", "", 1.0, "5"]]
    found = answer_lines([Sheet("Other", [["1", "2"]]), Sheet("Sorted", rows)], WORDS, Trouble())
    assert {n: (line.text("which"), line.text("times"), line.text("reason")) for n, line in found.items()} == {
        "2": ("A", "3", "so"),
        "1": ("B", "5", ""),
    }


def test_a_number_that_stands_twice_is_told():
    trouble = Trouble()
    answer_lines([Sheet("Q", [HEADS, ["", 1.0, "", "A", "3"], ["", 1.0, "", "B", "3"]])], WORDS, trouble)
    assert [(p.code, p.place, p.values["other"]) for p in trouble.problems] == [("questionnaire.twice", "Q!B3", "Q!B2")]
