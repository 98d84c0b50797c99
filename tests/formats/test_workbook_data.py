from datetime import datetime

import pytest

from decidr.core.study.data import Cell
from decidr.core.study.problems import Place
from decidr.formats.workbook_data import conversion
from tests.formats.books import read_book, trouble_in

HEADER = (
    "Criterion", "Host", "Value", "Low", "High", "Distribution", "Unit", "Year", "Status", "Closed", "Source",
    "Licence", "Participant", "Who", "When", "Note",
)  # fmt: skip


def cells(tmp_path, *rows, header=HEADER, **sheets):
    return read_book(tmp_path, {"Data": [header, *rows], **sheets}).study.cells


def test_a_cell_has_all_its_provenance(tmp_path):
    row = (
        "Energy", "mex", "0,07", 0.06, 0.08, "Lognormal", "USD/kWh", 2024, "Proxy", "no permit", "IEA", "CC BY 4.0",
        "Lee", "Ana", datetime(2026, 1, 3), "by hand",
    )  # fmt: skip
    (cell,) = cells(tmp_path, row, Participants=[("Participant",), ("Lee",)])
    assert cell == Cell(
        criterion="c4", host="h2", value=0.07, low=0.06, high=0.08, distribution="lognormal", unit="USD/kWh", year=2024,
        status="proxy", closed="no permit", source="IEA", licence="CC BY 4.0", participant="p1", who="Ana",
        when="2026-01-03", note="by hand",
    )  # fmt: skip


def test_an_empty_value_is_missing_and_never_zero(tmp_path):
    blank, zero = cells(tmp_path, ("Energy", "CAN", None, None, None, None, "GW"), ("Energy", "ESP", 0))
    assert (blank.value, zero.value) == (None, 0)


@pytest.mark.parametrize("column", range(3, 16))
def test_a_row_without_a_value_stays_if_another_column_is_filled(tmp_path, column):
    fills = {"Distribution": "normal", "Status": "measured", "Participant": "Lee", "Low": 1, "High": 2, "Year": 2024}
    row = ["Energy", "CAN", *[None] * 14]
    row[column] = fills.get(HEADER[column], "x")
    (cell,) = cells(tmp_path, row, Participants=[("Participant",), ("Lee",)])
    assert cell.value is None


def test_a_row_with_nothing_but_names_leaves_no_cell(tmp_path):
    assert cells(tmp_path, ("Energy", "CAN")) == ()


def test_several_people_may_value_one_cell(tmp_path):
    people = [("Participant",), ("Lee",), ("Ana",)]
    rows = [("Energy", "CAN", value, *[None] * 9, who) for value, who in ((1, None), (2, "Lee"), (3, "Ana"))]
    found = cells(tmp_path, *rows, Participants=people)
    assert [(c.value, c.participant) for c in found] == [(1, None), (2, "p1"), (3, "p2")]


def test_a_value_belongs_to_the_way_in_which_its_leaf_is_scored(tmp_path):
    tree = [("Criterion", "Scored by"), ("A", "data"), ("B", "direct"), ("C", "rating"), ("D", None), ("E", "pairwise")]
    sheets = {"Criteria": tree, "Ratings": [("Criterion", "Level", "Score"), ("D", 2030, 1)]}
    rows = [
        ("A", "CAN", 1),
        ("B", "CAN", 0.5),
        ("C", "CAN", "good"),
        ("D", "CAN", 2030),
        ("E", "CAN", None, None, None, None, "x"),
    ]
    found = cells(tmp_path, *rows, **sheets)
    assert [(c.way, c.value) for c in found] == [
        ("data", 1), ("direct", 0.5), ("rating", "good"), ("rating", "2030"), ("pairwise", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("given", "wanted", "factor"),
    [
        ("million vehicles", "vehicles", 1e6),
        ("vehicles", "thousand vehicles", 1e-3),
        ("thousands", "millions", 1e-3),
        ("%", "share", 0.01),
        ("share", "per cent", 100),
        ("USD Billion", "usd million", 1000),
        ("GW", "MW", None),
        ("EUR", "USD", None),
        ("% of GDP", "share", None),
    ],
)
def test_units_convert_by_thousands_and_per_cents_alone(given, wanted, factor):
    assert conversion(given, wanted) == (factor if factor is None else pytest.approx(factor))


def test_a_figure_in_another_unit_is_converted_with_its_bounds(tmp_path):
    tree = [("Criterion", "Unit"), ("Market", "vehicles")]
    row = ("Market", "CAN", 1.5, 1, 2, None, "Million vehicles")
    (cell,) = cells(tmp_path, row, Criteria=tree)
    assert (cell.value, cell.low, cell.high, cell.unit) == (1.5e6, 1e6, 2e6, "vehicles")


def test_a_unit_that_does_not_convert_is_an_error(tmp_path):
    tree = [("Criterion", "Unit"), ("Market", "vehicles")]
    sheets = {"Criteria": tree, "Data": [("Criterion", "Host", "Value", "Unit"), ("Market", "CAN", 1, "tonnes")]}
    assert trouble_in(tmp_path, sheets) == [("Data!D2", "data.unit_differs")]


WIDE = [("Host", "Labour", "energy ", "Altitude"), ("CAN", 1, "0,5", 3), ("Mexico", None, 2, None)]


def test_a_wide_sheet_is_read_too(tmp_path):
    opened = read_book(tmp_path, {"Data": WIDE})
    found = [(opened.study.name_of(c.criterion), c.host, c.value) for c in opened.study.cells]
    assert found == [("Labour", "h1", 1), ("Energy", "h1", 0.5), ("Energy", "h2", 2)]
    assert [(p.place, p.code) for p in opened.problems] == [("Data!D1", "workbook.unknown_column")]


def test_an_unknown_header_is_held_against_the_leaves_that_have_no_column(tmp_path):
    rows = [("Host", "Labour", "Enregy", "Labour cost"), ("CAN", 1, 2, 3)]
    found = [(p.place, p.code, p.values["near"]) for p in read_book(tmp_path, {"Data": rows}).problems]
    assert found == [("Data!C1", "workbook.unknown_column_near", "Energy"), ("Data!D1", "workbook.unknown_column", "")]


def test_a_gap_in_a_wide_sheet_has_the_address_of_its_empty_cell(tmp_path):
    addresses = read_book(tmp_path, {"Data": WIDE, "More": [("Host", "Labour"), ("Mexico", 2)]}).addresses
    assert addresses[Place("Data", ("Energy", "Canada"))] == "Data!C2"
    assert addresses[Place("Data", ("Labour", "México"))] == "More!B2"
    opened = read_book(tmp_path, {"Data": WIDE})
    assert opened.addresses[Place("Data", ("Labour", "México"))] == "Data!B3"


def test_a_wide_sheet_may_have_criteria_called_like_columns_of_the_other_form(tmp_path):
    tree = [("Criterion",), ("Year",), ("Source",)]
    opened = read_book(tmp_path, {"Criteria": tree, "Data": [("Host", "Year", "Source"), ("CAN", 3, 4)]})
    assert [c.value for c in opened.study.cells] == [3, 4]
    assert opened.problems == ()


def test_a_wide_rating_is_the_name_of_a_level(tmp_path):
    tree = [("Criterion", "Scored by"), ("Risk", "rating")]
    study = read_book(tmp_path, {"Criteria": tree, "Data": [("Host", "Risk"), ("CAN", "low")]}).study
    assert study.cells == (Cell(criterion="c1", host="h1", way="rating", value="low"),)


@pytest.mark.parametrize(
    ("rows", "trouble"),
    [
        ([("Host", "Cost"), ("CAN", 1)], [("Data!B1", "data.not_a_leaf")]),
        ([("Host", "Goal"), ("CAN", 1)], [("Data!B1", "data.not_a_leaf")]),
        ([("Host", "Risk"), ("CAN", "many")], [("Data!B2", "cell.not_a_number")]),
        ([("Host", "Risk"), ("CAN", "=1+1")], [("Data!B2", "cell.formula_without_number")]),
        ([("Host", "Risk"), ("CAN", datetime(2026, 1, 3))], [("Data!B2", "cell.not_a_number")]),
        ([("Host", "Risk"), ("Nowhere", 1)], [("Data!A2", "name.unknown")]),
        ([("Host", "Risk"), ("CAN", 1), ("Canada", 2)], [("Data!B3", "data.twice")]),
        ([("Host", "Risk", "risk"), ("CAN", 1, 2)], [("Data!C2", "data.twice")]),
    ],
)
def test_what_is_wrong_in_a_wide_sheet_is_told_at_its_cell(tmp_path, rows, trouble):
    assert trouble_in(tmp_path, {"Data": rows}) == trouble
