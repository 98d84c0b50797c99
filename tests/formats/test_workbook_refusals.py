"""What goes wrong in real workbooks: where it is told, and in which words."""

import re
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from decidr.core.study.problems import Refused, sentence
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_columns import COLUMNS
from decidr.formats.workbook_in import read_matrix, read_workbook, study_from_sheets
from tests.formats.books import PLAIN, TREE, read_book, write_book

DATA = ("Criterion", "Host", "Value")
UNITS = [("Criterion", "Unit"), ("Growth", "%"), ("Sales", "vehicles")]

REFUSED = [
    (
        "a sheet without the column that it is about",
        {"Judgments": [("Under", "First", "Second", "Verdict"), ("Goal", "Cost", "Risk", 3)]},
        "Judgments!A1",
        "the sheet needs a column «Value»; name it in the first row",
    ),
    (
        "data without values",
        {"Data": [("Criterion", "Host", "Figure"), ("Risk", "Spain", 3)]},
        "Data!A1",
        "the sheet needs a column «Value»",
    ),
    ("criteria without names", {"Criteria": [("Name",), ("Cost",)]}, "Criteria!A1", "needs a column «Criterion»"),
    ("two sheets of one name", {" hosts": [("Host",), ("Chile",)]}, " hosts", "the sheet «Hosts» is called alike"),
    (
        "a name that became a date",
        {"Hosts": [("Host",), (datetime(2030, 5, 1),)]},
        "Hosts!A2",
        "a date (2030-05-01) stands for a name; format the cell as Text",
    ),
    (
        "a reference that became a date",
        {"Data": [DATA, ("Risk", date(2030, 5, 1), 3)]},
        "Data!B2",
        "a date (2030-05-01) stands for a name",
    ),
    ("an error", {"Data": [DATA, ("Risk", "Spain", "#DIV/0!")]}, "Data!C2", "no stored number, or an error"),
    (
        "thousands or decimals",
        {"Data": [DATA, ("Risk", "Spain", "1,234")]},
        "Data!C2",
        "«1,234» may be read in two ways; write it without the comma, or with a point",
    ),
    (
        "thousands or decimals in a wide sheet",
        {"Data": [("Host", "Risk"), ("Spain", "12,500")]},
        "Data!B2",
        "«12,500» may be read in two ways",
    ),
    (
        "hosts without a list of them",
        {"Hosts": [], "Data": [("Host", "Risk"), ("Spain", 3), ("Chile", 4)]},
        "Hosts",
        "other sheets name hosts, but no host is listed here",
    ),
    (
        "a mistyped name down the side of a matrix",
        {"m": [("", "Labour", "Energy", "Land"), ("Labour", 1, 2, 3), ("Enregy", "", 1, 2), ("Land", "", "", 1)]},
        "m!A3",
        "there is no criterion «Enregy»; is «Energy» meant?",
    ),
    (
        "a mistyped name in a matrix of hosts",
        {"m": [(None,), ("", "", "Spain", "Canda", "MEX"), ("", "CAN", 1, 2, 3), ("", "MEX", 1), ("", "Spain", 1)]},
        "m!D2",
        "there is no host «Canda»; is «Canada» meant?",
    ),
    ("a host in itself", {"Hosts": [("Host", "Group"), ("Spain", "Spain")]}, "Hosts!B2", "«Spain» belongs, over its"),
    (
        "two ways for one node",
        {
            "Criteria": [
                ("Criterion", "Under", "Weighted by"),
                ("Cost", "", "swing"),
                ("A", "Cost", ""),
                ("B", "Cost"),
            ],
            "Nodes": [("Under", "Weighted by"), ("Cost", "ranks")],
        },
        "Nodes!B2",
        "«Cost» is weighted otherwise at Criteria!A2; keep one of the two",
    ),
    (
        "a mistyped name in a matrix",
        {"m": [("Cost", "Labour", "Enregy", "Land"), ("Labour", 1, 2, 3), ("Enregy", "", 1, 2), ("Land", "", "", 1)]},
        "m!C1",
        "there is no criterion «enregy»; is «Energy» meant?",
    ),
    (
        "one value in two sheets",
        {"Data": [DATA, ("Risk", "Spain", 1)], "More": [("Host", "Risk"), ("ESP", 2)]},
        "More!B2",
        "this cell is given at Data!B2 already; keep one of the two",
    ),
]


@pytest.mark.parametrize(("sheets", "place", "words"), [bad[1:] for bad in REFUSED], ids=[bad[0] for bad in REFUSED])
def test_a_workbook_is_refused_with_place_and_words(tmp_path, sheets, place, words):
    with pytest.raises(Refused) as refused:
        read_book(tmp_path, sheets)
    (problem,) = [p for p in refused.value.problems if p.severity == "error"]
    assert str(problem.place) == place
    assert re.search(re.escape(words), sentence(problem), re.IGNORECASE), sentence(problem)


NOTICED = [
    (
        "a converted unit",
        {"Criteria": UNITS, "Data": [(*DATA, "Unit"), ("Sales", "Spain", 7, "thousand vehicles")]},
        "Data!D2",
        "converted from «thousand vehicles» into «vehicles»",
    ),
    (
        "a weight that nobody uses",
        {"Criteria": [("Criterion", "Weight"), ("Cost", 0.4), ("Risk", None)]},
        "Criteria!B2",
        "kept, not counted: «Goal» is weighted by judgments; say direct, swing or ranks for it",
    ),
]


@pytest.mark.parametrize(
    ("sheets", "place", "words"), [seen[1:] for seen in NOTICED], ids=[seen[0] for seen in NOTICED]
)
def test_what_the_user_should_know_is_noticed_with_place_and_words(tmp_path, sheets, place, words):
    (problem,) = read_book(tmp_path, sheets).problems
    assert (problem.severity, problem.place) == ("notice", place)
    assert words in sentence(problem)


def test_a_matrix_may_stand_on_a_sheet_that_is_called_like_one_of_a_study(tmp_path):
    matrix = [("Cost", "Labour", "Energy", "Land"), ("Labour", 1, 2, 4), ("Energy", "", 1, 2), ("Land", "", "", 1)]
    opened = read_book(tmp_path, {"Criteria": TREE, "Costs": matrix}, {})
    assert [p.value for p in opened.study.comparisons[0].pairs] == [2, 4, 2]
    assert (opened.study.costs, opened.problems) == ((), ())


def test_wide_tables_are_read_from_any_sheet(tmp_path):
    sheets = {"Data": [DATA, ("Risk", "CAN", 1)], "Figures 2024": [("Host", "Labour", "Energy"), ("CAN", 5, "0,5")]}
    opened = read_book(tmp_path, sheets)
    assert [(opened.study.name_of(c.criterion), c.value) for c in opened.study.cells] == [
        ("Risk", 1),
        ("Labour", 5),
        ("Energy", 0.5),
    ]
    assert opened.problems == ()


def test_a_number_shown_as_per_cent_where_the_unit_is_per_cent_is_doubted(tmp_path):
    book = Workbook()
    book.active.title = "Criteria"
    data, hosts = book.create_sheet("Data"), book.create_sheet("Hosts")
    for sheet, rows in ((book.active, UNITS), (data, [DATA, ("Growth", "Spain", 0.12)]), (hosts, PLAIN["Hosts"])):
        for row in rows:
            sheet.append(row)
    data["C2"].number_format = "0%"
    book.save(tmp_path / "shown.xlsx")
    opened = read_workbook(tmp_path / "shown.xlsx")
    (problem,) = opened.problems
    assert (problem.severity, problem.place, opened.study.cells[0].value) == ("warning", "Data!C2", 0.12)
    assert "shown as 12%, the cell holds 0.12 and counts as 0.12 in «%»" in sentence(problem)


def test_a_converted_figure_has_no_more_digits_than_its_decimals(tmp_path):
    tree = [("Criterion", "Unit"), ("Growth", "share")]
    rows = [(*DATA, "Low", "Unit"), ("Growth", "CAN", 7, 58.51, "%")]
    (cell,) = read_book(tmp_path, {"Criteria": tree, "Data": rows}).study.cells
    assert (cell.value, cell.low, cell.unit) == (0.07, 0.5851, "share")


def test_a_name_typed_as_a_number_is_taken_as_it_is_shown_and_found_however_it_is_typed(tmp_path):
    book = Workbook()
    book.remove(book.active)
    sheets = {
        **PLAIN,
        "Criteria": [("Criterion",), (1.1,), (2030,)],
        "Data": [DATA, (1.1, "CAN", 3), ("1.10", "ESP", 4)],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["Criteria"]["A2"].number_format = "0.00"
    book.save(tmp_path / "numbers.xlsx")
    study = read_workbook(tmp_path / "numbers.xlsx").study
    assert [c.name for c in study.criteria] == ["1.10", "2030"]
    assert [(c.criterion, c.value) for c in study.cells] == [("c1", 3), ("c1", 4)]


def test_of_several_matrices_in_a_file_the_first_counts_and_the_others_are_noticed(tmp_path):
    rows = [("A", "x", "y"), ("x", 1, 3), ("y", "", 1), (None,), ("B", "x", "y"), ("x", 1, 5), ("y", "", 1)]
    opened = read_matrix(write_book(tmp_path / "two.xlsx", {"m": rows}))
    assert (opened.study.goal, opened.study.comparisons[0].pairs[0].value) == ("A", 3)
    assert [(p.place, p.code) for p in opened.problems] == [("m!A5", "matrix.others")]


@pytest.mark.parametrize(
    "content",
    [
        b"Goal;A;B\r\nA;1;0,333\r\nB;3;1\r\n",
        "Goal,A,B\nA,1,\"0,333\"\nB,3,1\n".encode("utf-16"),
        "\ufeffGoal\tA\tB\nA\t1\t0,333\nB\t\t1\n".encode(),
        'Goal,A,B\nA,1,0.333\nB,3,1\n'.encode("cp1252"),
        b"a title, and more\n\nGoal;A;B\nA;1;0,333\nB;3;1\n",
    ],
    ids=["semicolons", "utf-16", "tabs", "commas", "a title"],
)  # fmt: skip
def test_a_matrix_is_read_from_every_usual_csv(tmp_path, content):
    (tmp_path / "matrix.csv").write_bytes(content)
    study = read_matrix(tmp_path / "matrix.csv").study
    assert ([c.name for c in study.criteria], study.comparisons[0].pairs[0].value) == (["A", "B"], 1 / 3)


def test_accents_of_an_old_code_page_are_kept(tmp_path):
    (tmp_path / "matrix.csv").write_bytes("Goal;Énergie;Coût\nÉnergie;1;3\nCoût;;1\n".encode("cp1252"))
    assert [c.name for c in read_matrix(tmp_path / "matrix.csv").study.criteria] == ["Énergie", "Coût"]


WORDS = st.sampled_from(
    ["", "Cost", "cost ", "Risk", "Labour", "CAN", "Canada", "Goal", "Lee", "neutral", "yes", "no", "direct",
     "pairwise", "judgments", "agreed", "rating", "0:0; 1:1", "1/3", "0,5", "x", "#", "Zoo", "data", "set",
     "Base view", "Tariffs", 3.0, -1.0, 0.5, 2030.0, True, datetime(2026, 1, 3)]
)  # fmt: skip


@st.composite
def books(draw):
    """Workbooks with the right sheets, whose cells hold anything anywhere."""
    sheets = []
    for name, columns in COLUMNS.items():
        if name == "Criteria" or draw(st.booleans()):
            header = draw(st.permutations(columns))[: draw(st.integers(1, len(columns)))]
            header = list(columns) if draw(st.integers(0, 3)) else header
            rows = draw(st.lists(st.lists(WORDS, min_size=len(header), max_size=len(header)), max_size=4))
            sheets.append(Sheet(name, [header, *rows], frozenset(draw(st.sampled_from([(), ("B2",)])))))
    sheets.append(Sheet("m", draw(st.lists(st.lists(WORDS, min_size=3, max_size=3), max_size=4))))
    return sheets


@given(books())
def test_whatever_stands_in_a_workbook_is_read_or_refused_in_words(sheets):
    with suppress(Refused):
        for problem in study_from_sheets(sheets, "any.xlsx").problems:
            assert sentence(problem)
