import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion, Curve
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.problems import Refused
from decidr.core.study.scenarios import Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.core.study.views import View
from decidr.formats.spreadsheet import Sheet
from decidr.formats.workbook_columns import COLUMNS
from decidr.formats.workbook_in import study_from_sheets
from decidr.formats.workbook_rows import curve_text, empty_rows, number, workbook_rows
from tests.formats.every_part import EVERY_PART

TREE = (
    Criterion(id="a", name="Cost"),
    Criterion(id="b", name="Risk", active=False),
    Criterion(id="d", name="Land", under="a"),
    Criterion(id="e", name="Labour", under="a"),
    Criterion(id="f", name="Access"),
)
STUDY = Study(criteria=TREE, hosts=(Host(id="h1", name="Canada"), Host(id="h2", name="Spain")))


def filled(rows):
    return [tuple(content for content in row if content not in (None, "")) for row in rows]


@pytest.mark.parametrize("rows", [workbook_rows(EVERY_PART), empty_rows(EVERY_PART), workbook_rows(Study())])
def test_every_row_has_a_content_for_every_column(rows):
    assert list(rows) == list(COLUMNS)
    for sheet, lines in rows.items():
        assert {len(line) for line in lines} <= {len(COLUMNS[sheet])}


@pytest.mark.parametrize(
    ("value", "content"), [(15.0, 15), (-0.5, -0.5), (None, None), (7, 7), (2**53, 2**53), (2**60 + 1, str(2**60 + 1))]
)
def test_whole_numbers_are_written_whole_and_none_is_rounded(value, content):
    assert number(value) == content
    assert type(number(value)) is type(content)


@pytest.mark.parametrize(
    ("curve", "text"),
    [
        (Curve(), ""),
        (Curve(form="log"), "log"),
        (Curve(form="points", points=((0.0, 0.0), (2.5, 0.6), (5.0, 1.0))), "0:0; 2.5:0.6; 5:1"),
    ],
)
def test_a_curve_is_a_word_or_points(curve, text):
    assert curve_text(curve) == text


def test_a_pair_that_is_not_compared_at_its_node_any_more_stays_out():
    pairs = (
        Judgment(first="d", second="e", value=2.0),
        Judgment(first="d", second="f", value=3.0),
        Judgment(first="h1", second="h2", value=4.0),
    )
    study = replace(STUDY, comparisons=(Comparisons(under="a", view="base", pairs=pairs),))
    assert filled(workbook_rows(study)["Judgments"]) == [("Cost", "Land", "Labour", "2")]


def test_a_view_that_turns_what_is_no_leaf_any_more_says_so_no_more():
    views = (View(id="base", name="base", turned=("a", "f")),)
    assert filled(workbook_rows(replace(STUDY, views=views))["Views"]) == [("base", "Access", "yes")]


def test_the_view_that_every_study_has_needs_no_row():
    assert workbook_rows(STUDY)["Views"] == []
    assert filled(workbook_rows(replace(STUDY, views=(View(id="base", name="neutral"),)))["Views"]) == [("neutral",)]


def test_a_cell_has_its_criterions_unit_where_that_was_renamed():
    study = replace(
        STUDY,
        criteria=(*TREE[:4], replace(TREE[4], unit="km")),
        cells=(
            Cell(criterion="f", host="h1", value=3.0, unit="kilometres"),
            Cell(criterion="f", host="h2", value=4.0),
        ),
    )
    unit = COLUMNS["Data"].index("Unit")
    assert [row[unit] for row in workbook_rows(study)["Data"]] == ["km", ""]


def test_a_cell_that_says_nothing_has_no_row():
    study = replace(STUDY, cells=(Cell(criterion="f", host="h1"), Cell(criterion="f", host="h2", note="ask")))
    assert filled(workbook_rows(study)["Data"]) == [("Access", "Spain", "ask")]


def test_judgments_as_the_way_of_a_criterion_go_without_saying():
    nodes = (NodeSetting(under="a", weighted_by="judgments"), NodeSetting(under=GOAL, weighted_by="judgments"))
    rows = workbook_rows(replace(STUDY, nodes=nodes))
    assert filled(rows["Nodes"]) == [("Goal", "judgments")]
    assert rows["Criteria"][0][COLUMNS["Criteria"].index("Weighted by")] == ""


def test_bounds_and_status_of_a_weight_in_the_base_view_have_a_row_beside_the_column():
    nodes = (NodeSetting(under="a", weighted_by="direct"),)
    weights = (
        WeightEntry(criterion="d", view="base", weight=0.7, status="placeholder"),
        WeightEntry(criterion="e", view="base", weight=0.3),
    )
    rows = workbook_rows(replace(STUDY, nodes=nodes, weights=weights))
    assert filled(rows["Weights"]) == [("Land", "base", 0.7, "placeholder")]
    assert [row[COLUMNS["Criteria"].index("Weight")] for row in rows["Criteria"]] == [None, None, 0.7, 0.3, None]


def test_a_scenario_without_moves_and_a_set_without_scenarios_keep_their_names():
    study = replace(STUDY, scenarios=(Scenario(id="s1", name="Calm"),), scenario_sets=(ScenarioSet(name="None yet"),))
    rows = workbook_rows(study)
    assert (filled(rows["Scenarios"]), filled(rows["Scenario sets"])) == ([("Calm",)], [("None yet",)])


def test_what_is_to_be_filled_in_leaves_out_the_dormant_and_the_single():
    rows = empty_rows(replace(STUDY, nodes=(NodeSetting(under=GOAL, weighted_by="swing"),)))
    assert filled(rows["Judgments"]) == [("Cost", "Land", "Labour")]
    assert {row[0] for row in rows["Data"]} == {"Land", "Labour", "Access"}
    assert len(rows["Data"]) == 6


# Workbook, study, workbook


def sheets_of(rows):
    """The sheets that are read when these rows have been written."""
    return [
        Sheet(name, [[*COLUMNS[name]], *([_read(content) for content in row] for row in rows[name])])
        for name in COLUMNS
    ]


def _read(content):
    if content is None:
        return ""
    return float(content) if isinstance(content, int) else content


@st.composite
def edited_workbooks(draw):
    """The workbook of a whole study, with rows left out or moved, and cells emptied or filled as others are."""
    sheets = []
    for name, rows in workbook_rows(EVERY_PART).items():
        kept = [list(row) for row in draw(st.permutations(rows)) if draw(st.integers(0, 9))]
        for row in kept:
            if not draw(st.integers(0, 3)):
                column = draw(st.integers(0, len(row) - 1))
                row[column] = draw(st.sampled_from([None, *(other[column] for other in rows)]))
        sheets.append((name, kept))
    return sheets_of(dict(sheets))


@given(edited_workbooks())
@settings(suppress_health_check=list(HealthCheck), max_examples=60)
def test_one_pass_settles_every_workbook_that_can_be_read(sheets):
    try:
        study = study_from_sheets(sheets, "edited.xlsx").study
    except Refused:
        return
    rows = workbook_rows(study)
    again = study_from_sheets(sheets_of(rows), "again.xlsx").study
    assert again == study
    assert workbook_rows(again) == rows
