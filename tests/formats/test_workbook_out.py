"""The workbook as openpyxl and LibreOffice read it: sheets, columns, rows, formats and lists."""

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.problems import Refused
from decidr.core.study.scenarios import Scenario, ScenarioSet
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View
from decidr.formats.templates import load_template
from decidr.formats.workbook_columns import COLUMNS, SHEETS
from decidr.formats.workbook_in import read_workbook
from decidr.formats.workbook_out import write_workbook
from tests.formats.every_part import EVERY_PART

A, B, C = (Criterion(id=id_, name=name) for id_, name in (("a", "Cost"), ("b", "Risk"), ("c", "2030")))
HOSTS = (Host(id="h1", name="Canada"), Host(id="h2", name="=Spain"), Host(id="h3", name="1.10"))
PLAIN = Study(criteria=(A, B, C), hosts=HOSTS)

TWO_VIEWS = (View(id="base", name="neutral"), View(id="w", name="investor"))


@pytest.fixture
def written(tmp_path):
    """The workbook of a study, as openpyxl reads it."""

    def write(study, **how):
        path = tmp_path / "study.xlsx"
        write_workbook(study, path, **how)
        return load_workbook(path)

    return write


def rows(book, sheet):
    """The rows below the header, as mappings without empty cells."""
    header, *lines = book[sheet].iter_rows(values_only=True)
    return [{name: value for name, value in zip(header, line, strict=True) if value is not None} for line in lines]


def judged(*pairs, under=GOAL, view="base", participant=None):
    judgments = tuple(Judgment(first=first, second=second, value=value) for first, second, value in pairs)
    return Comparisons(under=under, view=view, participant=participant, pairs=judgments)


def rule_at(sheet, cell):
    """The validation that governs a cell."""
    return next(rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref)


# Sheets and columns


@pytest.mark.parametrize("study", [Study(), PLAIN, EVERY_PART], ids=["nothing", "plain", "every-part"])
@pytest.mark.parametrize("empty", [False, True], ids=["filled", "empty"])
def test_every_sheet_has_all_its_columns_in_the_order_promised(written, study, empty):
    book = written(study, empty=empty)
    assert book.sheetnames == list(COLUMNS)
    for name, columns in COLUMNS.items():
        assert tuple(cell.value for cell in book[name][1]) == columns


def test_a_sheet_without_rows_is_its_header_alone(written):
    book = written(Study())
    assert [name for name in COLUMNS if book[name].max_row > 1] == ["Study"]


def test_every_part_of_a_study_has_rows(written):
    book = written(EVERY_PART)
    assert [name for name in COLUMNS if book[name].max_row == 1] == []


def test_the_study_sheet_says_every_setting_and_leaves_defaults_by_the_model_empty(written):
    said = {row["Field"]: row.get("Value") for row in rows(written(PLAIN), "Study")}
    assert list(said)[:5] == ["Title", "Question", "Goal", "Priorities", "Synthesis"]
    assert len(said) == 21
    assert said["Goal"] == "Goal"
    assert said["Base view"] == "base"
    assert said["Random index"] == "saaty 2005"
    assert said["Samples"] == 100_000
    assert said["Synthesis"] is None
    assert said["Simulation data"] is None


# What people said


def test_a_judgment_is_a_text_in_a_text_cell(written):
    ratios = {"3": 3.0, "1/3": 1 / 3, "8/9": 8 / 9, "0.44": 0.44}
    study = replace(
        PLAIN,
        criteria=(A, B, C, Criterion(id="d", name="Jobs")),
        comparisons=(judged(*zip("aabc", "bccd", ratios.values(), strict=True)),),
    )
    cells = written(study)["Judgments"]["D"][1:]
    assert [(cell.value, cell.data_type, cell.number_format) for cell in cells] == [(t, "s", "@") for t in ratios]


def test_pairs_keep_the_order_of_the_user_and_an_unjudged_one_its_row(written):
    study = replace(PLAIN, comparisons=(judged(("b", "a", 3.0), ("a", "c", None)),))
    assert rows(written(study), "Judgments") == [
        {"Under": "Goal", "First": "Risk", "Second": "Cost", "Value": "3"},
        {"Under": "Goal", "First": "Cost", "Second": "2030"},
    ]


def test_judgments_name_their_view_wherever_there_is_more_than_one(written):
    study = replace(PLAIN, comparisons=(judged(("a", "b", 3.0)),))
    assert "View" not in rows(written(study), "Judgments")[0]
    assert rows(written(replace(study, views=TWO_VIEWS)), "Judgments")[0]["View"] == "neutral"


def test_hosts_are_compared_under_their_leaf(written):
    study = replace(PLAIN, comparisons=(judged(("h3", "h2", 5.0), under="c"),))
    assert rows(written(study), "Judgments") == [{"Under": "2030", "First": "1.10", "Second": "=Spain", "Value": "5"}]


def test_weights_of_the_base_view_stand_with_the_criteria_and_all_others_in_a_sheet_of_their_own(written):
    study = replace(
        PLAIN,
        views=TWO_VIEWS,
        nodes=(NodeSetting(under=GOAL, weighted_by="swing"), NodeSetting(under=GOAL, view="w", weighted_by="ranks")),
        weights=(
            WeightEntry(criterion="a", view="base", way="swing", weight=100.0),
            WeightEntry(criterion="b", view="base", way="direct", weight=0.4),
            WeightEntry(criterion="b", view="w", way="ranks", weight=1.0),
            WeightEntry(criterion="c", low=0.1, high=0.5),
        ),
    )
    book = written(study)
    assert [row.get("Weight") for row in rows(book, "Criteria")] == [100, None, None]
    assert rows(book, "Weights") == [
        {"Criterion": "Risk", "View": "investor", "Weight": 1},
        {"Criterion": "2030", "Low": 0.1, "High": 0.5},
    ]
    assert rows(book, "Nodes") == [
        {"Under": "Goal", "Weighted by": "swing"},
        {"Under": "Goal", "View": "investor", "Weighted by": "ranks"},
    ]


def test_a_way_of_weighting_stands_with_its_parent_and_an_agreed_result_with_the_nodes(written):
    below = Criterion(id="d", name="Labour", under="a")
    settings = (NodeSetting(under="a", weighted_by="direct", agreed=True),)
    book = written(replace(PLAIN, criteria=(A, B, C, below), nodes=settings))
    assert rows(book, "Criteria")[0]["Weighted by"] == "direct"
    assert rows(book, "Nodes") == [{"Under": "Cost", "Group": "agreed"}]


# What is known


def test_data_are_the_cells_of_the_way_of_scoring_in_use(written):
    levels = (Level(criterion="a", name="2", score=1.0),)
    cells = (
        Cell(criterion="a", host="h1", way="rating", value="2"),
        Cell(criterion="a", host="h1", way="data", value=7.5),
        Cell(criterion="b", host="h3", value=-0.5, year=2024),
    )
    book = written(replace(PLAIN, levels=levels, cells=cells))
    assert rows(book, "Data") == [
        {"Criterion": "Cost", "Host": "Canada", "Value": "2"},
        {"Criterion": "Risk", "Host": "1.10", "Value": -0.5, "Year": 2024},
    ]


def test_figures_keep_every_digit(written):
    figures = [0.1 + 0.2, 1e-7, 12345678.9, 1 / 3]
    cells = [
        Cell(criterion=id_, host=host, value=value)
        for (id_, host), value in zip((("a", "h1"), ("a", "h2"), ("b", "h1"), ("b", "h2")), figures, strict=True)
    ]
    assert [row["Value"] for row in rows(written(replace(PLAIN, cells=tuple(cells))), "Data")] == figures


def test_a_view_has_a_row_alone_or_one_for_each_leaf_that_it_leaves_out_or_turns(written):
    views = (View(id="base", name="neutral"), View(id="w", name="2031", left_out=("a",), turned=("c",)))
    assert rows(written(replace(PLAIN, views=views)), "Views") == [
        {"View": "neutral"},
        {"View": "2031", "Criterion": "Cost", "Counts": "no"},
        {"View": "2031", "Criterion": "2030", "Turned": "yes"},
    ]


def test_a_set_of_scenarios_says_its_probability_once(written):
    scenarios = (Scenario(id="s1", name="Tariffs"), Scenario(id="s2", name="Boom"))
    sets = (ScenarioSet(name="Both", scenarios=("s1", "s2"), probability=0.25),)
    assert rows(written(replace(PLAIN, scenarios=scenarios, scenario_sets=sets)), "Scenario sets") == [
        {"Set": "Both", "Scenario": "Tariffs", "Probability": 0.25},
        {"Set": "Both", "Scenario": "Boom"},
    ]


# Names as text


@pytest.mark.parametrize("name", ["2030", "1.10", "=1+1", "+1", "-", "@home", "TRUE", "#N/A", "_x0041_", "中国"])
def test_a_name_is_text_whatever_it_looks_like(written, name, tmp_path):
    book = written(Study(goal=name, criteria=(replace(A, name=f"{name} a"),), hosts=(Host(id="h", name=name),)))
    cell = book["Hosts"]["A2"]
    assert (cell.data_type, cell.number_format) == ("s", "@")
    study = read_workbook(tmp_path / "study.xlsx").study
    assert (study.goal, study.hosts[0].name, study.criteria[0].name) == (name, name, f"{name} a")


def test_no_cell_is_a_formula(written):
    cells = [cell for sheet in written(EVERY_PART) for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}


# Ready to fill


def test_an_empty_workbook_asks_for_every_pair_and_every_figure_and_holds_no_old_ones(written):
    criteria = (A, B, replace(C, scored_by="pairwise"))
    cells = (Cell(criterion="a", host="h1", value=5.0, source="an atlas"),)
    study = replace(PLAIN, criteria=criteria, cells=cells, comparisons=(judged(("b", "a", 3.0)),))
    book = written(study, empty=True)
    assert [tuple(row.values()) for row in rows(book, "Judgments")] == [
        ("Goal", "Cost", "Risk"),
        ("Goal", "Cost", "2030"),
        ("Goal", "Risk", "2030"),
        ("2030", "Canada", "=Spain"),
        ("2030", "Canada", "1.10"),
        ("2030", "=Spain", "1.10"),
    ]
    hosts = ("Canada", "=Spain", "1.10")
    assert [tuple(row.values()) for row in rows(book, "Data")] == [(n, h) for n in ("Cost", "Risk") for h in hosts]


def test_an_empty_workbook_keeps_how_each_leaf_is_scored(written, tmp_path):
    study = replace(PLAIN, comparisons=(judged(("h1", "h2", 3.0), under="c"),))
    written(study, empty=True)
    read = read_workbook(tmp_path / "study.xlsx").study
    assert [c.scored_by for c in read.criteria] == ["data", "data", "pairwise"]
    assert {pair.value for block in read.comparisons for pair in block.pairs} == {None}
    assert read.cells == ()


def test_an_empty_workbook_names_the_base_view_where_there_are_more(written):
    settings = Settings(base_view="w")
    book = written(replace(PLAIN, views=TWO_VIEWS, settings=settings), empty=True)
    assert {row["View"] for row in rows(book, "Judgments")} == {"investor"}


# How it helps to fill


def test_a_choice_offers_exactly_the_words_that_are_read(written):
    book = written(EVERY_PART)
    for name, columns in SHEETS.items():
        for number, column in enumerate(columns, 1):
            if column.choices:
                cell = book[name].cell(2, number).coordinate
                assert rule_at(book[name], cell).formula1 == f'"{",".join(column.choices)}"', cell


@pytest.mark.parametrize(
    ("sheet", "cell", "source"),
    [
        ("Criteria", "B2", "Criteria"),
        ("Hosts", "C2", "Hosts"),
        ("Judgments", "F2", "Participants"),
        ("Judgments", "G2", "Views"),
        ("Data", "A2", "Criteria"),
        ("Data", "B2", "Hosts"),
        ("Scenario sets", "B2", "Scenarios"),
    ],
)
def test_a_list_of_names_is_the_column_of_the_sheet_that_has_them(written, sheet, cell, source):
    rule = rule_at(written(EVERY_PART)[sheet], cell)
    assert rule.type == "list"
    assert rule.formula1.replace("'", "") == f"{source}!$A$2:$A$1000"


def test_lists_and_formats_reach_below_the_last_row(written):
    sheet = written(PLAIN)["Judgments"]
    assert rule_at(sheet, "D900").sqref
    assert sheet.column_dimensions["D"].number_format == "@"


def test_headers_stay_in_sight_and_say_what_goes_in(written):
    for sheet in written(EVERY_PART):
        assert sheet.freeze_panes.endswith("2"), sheet.title
        assert any(cell.comment for cell in sheet[1]), sheet.title
        assert all(sheet.column_dimensions[cell.column_letter].width >= 7 for cell in sheet[1]), sheet.title


# The file


def test_a_text_longer_than_a_cell_is_refused_with_its_place_and_the_old_file_stays(tmp_path):
    path = tmp_path / "study.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(Refused) as refused:
        write_workbook(replace(PLAIN, hosts=(replace(HOSTS[0], notes="x" * 32_768),)), path)
    assert [str(problem.place) for problem in refused.value.problems] == ["Hosts!E2"]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_an_oserror(tmp_path):
    with pytest.raises(OSError, match="missing"):
        write_workbook(PLAIN, tmp_path / "missing" / "study.xlsx")


SHORT = replace(EVERY_PART, cells=tuple(replace(cell, low=None) for cell in EVERY_PART.cells))
"""Without figures of over 15 digits, which is all that LibreOffice keeps."""


@pytest.mark.parametrize(
    ("study", "empty"), [(load_template("ev-plant"), True), (SHORT, False)], ids=["empty", "filled"]
)
def test_libreoffice_saves_the_workbook_without_changing_the_study(libreoffice, study, empty, tmp_path):
    path = tmp_path / "study.xlsx"
    write_workbook(study, path, empty=empty)
    assert read_workbook(libreoffice.recalculate(path)).study == read_workbook(path).study


def test_judgments_made_for_other_ends_stay_marked_in_a_workbook(tmp_path):
    study = load_template("ev-plant")
    pairs = tuple(replace(p, status="outdated") for p in study.comparisons[0].pairs)
    marked = replace(study, comparisons=(replace(study.comparisons[0], pairs=pairs), *study.comparisons[1:]))
    write_workbook(marked, tmp_path / "marked.xlsx")
    again = read_workbook(tmp_path / "marked.xlsx").study
    assert sum(p.status == "outdated" for block in again.comparisons for p in block.pairs) == len(pairs)
