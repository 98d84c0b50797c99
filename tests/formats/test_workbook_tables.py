from datetime import date, datetime

import pytest

from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_tables import Named, Table, Trouble, figure, same_word


def table(*rows, columns=("Name", "Value"), uncached=()):
    return Table(Sheet("S", [list(row) for row in rows], frozenset(uncached)), columns, Trouble())


def only(table_):
    (row,) = table_.rows()
    return row


def told(table_):
    return [(p.place, p.code) for p in table_.trouble.problems]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (3.0, 3),
        ("3", 3),
        (" 1234.5 ", 1234.5),
        ("1234,5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u202f234\u00a0567", 1234567),
        ("-0.5", -0.5),
        ("\u22120,5", -0.5),
        ("+2", 2),
        (".5", 0.5),
        ("1e3", 1000),
    ],
)
def test_figures_are_read_as_people_write_them(value, number):
    assert figure(value) == number


@pytest.mark.parametrize(
    "value", ["", "n/a", "1.2.3", "1,234,567", "3 %", "--1", True, date(2026, 1, 3), datetime(2026, 1, 3), float("inf")]
)
def test_what_is_no_figure_is_none(value):
    assert figure(value) is None


def test_the_first_filled_row_names_the_columns():
    row = only(table(("", ""), ("Value", "Name"), (3.0, "x")))
    assert (row.text("Name"), row.number("Value")) == ("x", 3)
    assert row.address("Value") == "S!A3"


@pytest.mark.parametrize("header", ["NAME", " name ", "Námê"])
def test_columns_are_found_without_regard_to_case_accents_and_blanks(header):
    assert only(table((header, "Value"), ("x", ""))).text("Name") == "x"


def test_columns_that_no_study_has_are_noticed_at_their_header():
    found = table(("Name", "Colour", "Value"), ("x", "red", 3.0))
    found.notice_others()
    assert [(p.severity, p.place, p.code) for p in found.trouble.problems] == [
        ("notice", "S!B1", "workbook.unknown_column")
    ]


def test_of_two_columns_of_one_name_the_second_stays_out_with_a_notice():
    found = table(("Name", "Value", "value"), ("x", 1.0, 2.0))
    found.notice_others()
    assert only(found).number("Value") == 1
    assert told(found) == [("S!C1", "workbook.column_twice")]


def test_rows_without_anything_are_passed_over():
    assert [row.line for row in table(("Name",), ("a",), ("",), ("  ",), ("b",)).rows()] == [1, 4]


def test_a_column_that_is_not_there_is_empty():
    row = only(table(("Name",), ("x",)))
    assert (row.text("Value"), row.number("Value"), row.yes("Value", True)) == ("", None, True)


def test_a_formula_without_a_number_is_told_once():
    found = table(("Name", "Value"), ("x", ""), uncached=["B2"])
    row = only(found)
    row.number("Value")
    row.text("Value")
    assert told(found) == [("S!B2", "cell.formula_without_number")]


def test_a_row_that_holds_nothing_but_such_a_formula_is_not_passed_over():
    assert [row.line for row in table(("Name", "Value"), ("", ""), uncached=["B2"]).rows()] == [1]


def test_what_is_wrong_is_told_at_its_cell():
    found = table(("Name", "Value"), ("", "many"))
    row = only(found)
    assert (row.required("Name"), row.number("Value")) == ("", None)
    assert told(found) == [("S!A2", "cell.empty"), ("S!B2", "cell.not_a_number")]


@pytest.mark.parametrize(
    ("value", "year"), [(2024.0, 2024), ("2024", 2024), ("2 024", 2024), (str(2**63 - 1), 2**63 - 1), ("", None)]
)
def test_a_year_is_a_whole_number(value, year):
    assert only(table(("Name", "Value"), ("x", value))).whole("Value") == year


def test_half_a_year_is_an_error():
    found = table(("Name", "Value"), ("x", 2024.5))
    assert only(found).whole("Value") is None
    assert told(found) == [("S!B2", "cell.not_whole")]


@pytest.mark.parametrize("text", ["least squares", "Least-Squares", "least_squares", "  LEAST  SQUARES "])
def test_words_may_be_spelled_with_blank_hyphen_or_underscore(text):
    assert only(table(("Name", "Value"), ("x", text))).choice("Value", ("least squares", "other")) == "least squares"


def test_a_word_that_is_no_choice_is_told_with_the_choices():
    found = table(("Name", "Value"), ("x", "blue"))
    assert only(found).choice("Value", ("red", "green")) is None
    assert found.trouble.problems[0].values == {"value": "blue", "choices": "red, green"}


@pytest.mark.parametrize(
    ("value", "answer"), [("yes", True), ("No", False), (True, True), ("FALSE", False), ("", True)]
)
def test_yes_and_no(value, answer):
    assert only(table(("Name", "Value"), ("x", value))).yes("Value", True) is answer


@pytest.mark.parametrize(("value", "text"), [(2030.0, "2030"), (date(2026, 1, 3), "2026-01-03")])
def test_a_text_cell_may_hold_a_number_or_a_day(value, text):
    assert only(table(("Name", "Value"), ("x", value))).text("Value") == text


def test_a_date_with_a_time_reads_as_its_day():
    assert only(table(("Name", "Value"), ("x", datetime(2026, 1, 3, 12)))).text("Value") == "2026-01-03"


def test_things_are_found_without_regard_to_case_accents_and_outer_blanks():
    named = Named("host")
    assert named.add("Côte d’Ivoire", "h1")
    assert named.find(" cote d’ivoire ") == "h1"


def test_a_name_belongs_to_one_thing():
    named = Named("host")
    assert named.add("Spain", "h1")
    assert not named.add("SPAIN", "h2")
    assert named.add("ESP", "h1")
    assert named.names == {"h1": "Spain"}


def test_an_unknown_name_is_told_with_the_nearest():
    found, hosts = table(("Name",), ("Spian",)), Named("host")
    hosts.add("Spain", "h1")
    assert only(found).one_of("Name", hosts) is None
    (problem,) = found.trouble.problems
    assert (problem.code, problem.values["near"]) == ("name.unknown_near", "Spain")


def test_words_are_the_same_without_regard_to_spelling():
    assert same_word("free-leaves", "Free leaves")
    assert not same_word("free", "free leaves")
