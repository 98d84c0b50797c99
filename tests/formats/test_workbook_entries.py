import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import cases_of
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.judgments import Judgment, NodeSetting, WeightEntry
from decidr.core.study.scenarios import Move, ScenarioSet
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template
from decidr.formats.workbook_in import read_workbook
from decidr.formats.workbook_out import write_workbook
from tests.formats.books import read_book, trouble_in

HEADER = ("Under", "First", "Second", "Value", "Status", "Participant", "View", "Note", "When")


def judgments(tmp_path, *rows, **sheets):
    return read_book(tmp_path, {"Judgments": [HEADER, *rows], **sheets}).study


def test_a_judgment_keeps_the_order_of_the_user_and_all_that_was_said(tmp_path):
    study = judgments(tmp_path, ("goal", "risk", "COST", "3", "Placeholder", None, None, "as agreed", "2026-01-02"))
    (block,) = study.comparisons
    names = {c.name: c.id for c in study.criteria}
    said = {"status": "placeholder", "note": "as agreed", "when": "2026-01-02"}
    assert block.pairs == (Judgment(first=names["Risk"], second=names["Cost"], value=3.0, **said),)
    assert (block.under, block.view, block.participant) == (GOAL, study.settings.base_view, None)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3", 3),
        (3, 3),
        ("1/3", 1 / 3),
        ("8/9", 8 / 9),
        ("0.333", 1 / 3),
        ("0,333", 1 / 3),
        (0.333, 1 / 3),
        (None, None),
    ],
)
def test_a_ratio_is_read_in_every_form(tmp_path, cell, value):
    assert judgments(tmp_path, ("Goal", "Risk", "Cost", cell)).comparisons[0].pairs[0].value == value


def test_hosts_are_compared_under_a_leaf_by_name_or_code(tmp_path):
    study = judgments(tmp_path, ("Energy", "CAN", "mexico", 2))
    assert study.comparisons[0].pairs[0] == Judgment(first="h1", second="h2", value=2.0)


def test_people_and_views_have_judgments_of_their_own(tmp_path):
    sheets = {"Participants": [("Participant",), ("Lee",)], "Views": [("View",), ("neutral",), ("investor",)]}
    rows = [("Goal", "Cost", "Risk", 2), ("Goal", "Cost", "Risk", 5, None, "lee", "Investor")]
    study = judgments(tmp_path, *rows, **sheets)
    assert [(b.view, b.participant, b.pairs[0].value) for b in study.comparisons] == [("v1", None, 2), ("v2", "p1", 5)]


def test_rows_and_matrices_of_one_node_go_together(tmp_path):
    matrix = [("Cost", "Labour", "Energy", "Land"), ("Labour", 1, 2, None), ("Energy", None, 1, None), ("Land",)]
    study = judgments(tmp_path, ("Cost", "Labour", "Land", 4), ("Cost", "Energy", "Labour", "1/2"), m=matrix)
    assert sorted(p.value for p in study.comparisons[0].pairs if p.value) == [0.5, 4]


def test_a_matrix_and_a_row_that_disagree_are_told(tmp_path):
    matrix = [("Goal", "Cost", "Risk"), ("Cost", 1, 2), ("Risk", None, 1)]
    rows = [HEADER, ("Goal", "Cost", "Risk", 3)]
    assert trouble_in(tmp_path, {"Judgments": rows, "m": matrix}) == [("m!C2", "judgments.contradiction")]


def test_nodes_say_how_they_are_weighted_view_by_view_and_whether_the_group_agreed(tmp_path):
    nodes = [
        ("Under", "View", "Weighted by", "Group"),
        ("Goal", None, "direct", None),
        ("Cost", "investor", "swing", None),
        ("Cost", None, None, "Agreed"),
    ]
    tree = [("Criterion", "Under", "Weighted by"), ("Cost", None, "ranks"), ("A", "Cost"), ("B", "Cost")]
    sheets = {"Nodes": nodes, "Criteria": tree, "Views": [("View",), ("neutral",), ("investor",)]}
    assert read_book(tmp_path, sheets).study.nodes == (
        NodeSetting(under="c1", weighted_by="ranks", agreed=True),
        NodeSetting(under=GOAL, weighted_by="direct"),
        NodeSetting(under="c1", view="v2", weighted_by="swing"),
    )


WEIGHTED = [("Criterion", "Under", "Weighted by", "Weight"), ("Cost", None, "swing", 100), ("Risk", None, None, "50,5")]


def test_weights_in_criteria_are_the_studys_own_in_the_base_view(tmp_path):
    sheets = {"Criteria": WEIGHTED, "Nodes": [("Under", "Weighted by"), ("Goal", "swing")]}
    study = read_book(tmp_path, sheets).study
    assert study.weights == (
        WeightEntry(criterion="c1", view="base", way="swing", weight=100),
        WeightEntry(criterion="c2", view="base", way="swing", weight=50.5),
    )


def test_weights_of_views_and_people_and_bounds_come_from_their_sheet(tmp_path):
    weights = [
        ("Criterion", "View", "Participant", "Weight", "Low", "High", "Status"),
        ("Cost", "investor", None, 70, None, None, "placeholder"),
        ("Cost", None, "Lee", 60),
        ("Risk", None, None, None, 0.1, 0.4, None),
    ]
    sheets = {
        "Weights": weights,
        "Views": [("View",), ("neutral",), ("investor",)],
        "Participants": [("Participant",), ("Lee",)],
    }
    assert read_book(tmp_path, sheets).study.weights == (
        WeightEntry(criterion="c1", view="v2", weight=70, status="placeholder"),
        WeightEntry(criterion="c1", view="v1", participant="p1", weight=60),
        WeightEntry(criterion="c2", low=0.1, high=0.4),
    )


def test_a_weight_given_twice_must_be_the_same(tmp_path):
    sheets = {
        "Criteria": WEIGHTED,
        "Weights": [("Criterion", "View", "Weight"), ("Cost", "base", 100), ("Risk", "base", 1)],
    }
    assert trouble_in(tmp_path, sheets) == [("Weights!C3", "weights.contradiction")]


def test_levels_of_a_rating_have_scores(tmp_path):
    rows = [("Criterion", "Level", "Score"), ("Risk", "low", 1), ("Risk", "high", "0,2"), ("Land", 2030, 0)]
    levels = read_book(tmp_path, {"Ratings": rows}).study.levels
    assert [(v.name, v.score) for v in levels] == [("low", 1), ("high", 0.2), ("2030", 0)]


def test_costs_and_rates_stand_beside_the_tree(tmp_path):
    costs = [("Host", "Item", "Amount", "Currency", "Year", "Source"), ("ESP", "land", "1 200,5", "EUR", 2025, "offer")]
    rates = [("Currency", "Per unit of the study's currency", "Year", "Source"), ("EUR", 0.68, 2025, "ECB")]
    study = read_book(tmp_path, {"Costs": costs, "Rates": rates}).study
    assert study.costs == (CostItem(host="h3", item="land", amount=1200.5, currency="EUR", year=2025, source="offer"),)
    assert study.rates == (Rate(currency="EUR", per_unit=0.68, year=2025, source="ECB"),)


SCENARIOS = [
    ("Scenario", "Kind", "Target", "Host", "View", "Operation", "Value", "Note"),
    ("Tariffs", "data", "Energy", "CAN", None, "add", -1, "facts"),
    ("Boom", "weight", "Cost", None, "base", "multiply", "1,5", None),
    ("tariffs", "score", "Land", None, None, "set", 0.2, None),
    ("Only words", None, None, None, None, None, None, "talk to Lee"),
]


def test_scenarios_gather_their_moves(tmp_path):
    scenarios = read_book(tmp_path, {"Scenarios": SCENARIOS}).study.scenarios
    assert [(s.name, len(s.moves)) for s in scenarios] == [("Tariffs", 2), ("Boom", 1), ("Only words", 1)]
    move = Move(kind="data", target="c4", host="h1", operation="add", value=-1.0, note="facts")
    assert scenarios[0].moves[0] == move
    assert scenarios[1].moves[0] == Move(kind="weight", target="c1", view="base", operation="multiply", value=1.5)


def test_sets_combine_scenarios_with_one_probability(tmp_path):
    sets = [
        ("Set", "Scenario", "Probability"),
        ("Both", "Tariffs", 0.2),
        ("both", "boom", None),
        ("Calm", "Boom", None),
    ]
    found = read_book(tmp_path, {"Scenarios": SCENARIOS, "Scenario sets": sets}).study.scenario_sets
    assert found == (
        ScenarioSet(name="Both", scenarios=("s1", "s2"), probability=0.2),
        ScenarioSet(name="Calm", scenarios=("s2",)),
    )


@pytest.mark.parametrize("form", ["workbook", "study file"])
def test_scenarios_come_back_with_the_same_moves_and_figures(tmp_path, form):
    study = load_template("ev-plant")
    study = replace(study, scenario_sets=(replace(study.scenario_sets[0], probability=0.25), *study.scenario_sets[1:]))
    if form == "workbook":
        write_workbook(study, tmp_path / "study.xlsx")
        back = read_workbook(tmp_path / "study.xlsx").study
    else:
        save_study(study, tmp_path / "study.decidr")
        back = load_study(tmp_path / "study.decidr")
    assert [(s.name, len(s.moves)) for s in back.scenarios] == [(s.name, len(s.moves)) for s in study.scenarios]
    assert [m.note for s in back.scenarios for m in s.moves] == [m.note for s in study.scenarios for m in s.moves]
    for view, seen in zip(study.views, back.views, strict=True):
        for case, again in zip(cases_of(study), cases_of(back), strict=True):
            assert (again.name, again.is_set, again.probability) == (case.name, case.is_set, case.probability)
            totals = evaluate(study, view.id, case=case).totals
            np.testing.assert_array_equal(evaluate(back, seen.id, case=again).totals, totals)
