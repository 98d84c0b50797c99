"""Critical cells and judgments in words."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment
from decidr.core.analysis.sensitivity.critical_words import cell_said, judgment_said, nearest_cell_said, no_cell_said
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.core.analysis.sensitivity.weight_words import changes_said
from decidr.core.study.criteria import Level
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study
from tests.core.analysis.sensitivity.test_method_agreement import belton_gear
from tests.core.analysis.sensitivity.three_hosts import HOSTS, plain, study


def cell(results: Results, criterion: str, host: str) -> str:
    found = next(c for c in critical_cells(results) if (c.criterion, c.host) == (criterion, host))
    return plain(cell_said(results, found))


def test_where_no_cell_can_be_told_the_reason_is():
    best = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.9, 0.1]}, ["A", "B"]))
    assert no_cell_said(best) == "No cell alone changes the leader."
    tied = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.1, 0.9]}, ["A", "B"]))
    assert no_cell_said(tied) == "A and B share the first place, so any change of their cells decides."
    gaps = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, None], "y": [None, 0.9]}, ["A", "B"]))
    assert no_cell_said(gaps) == "No host leads, so no cell can change the leader."
    assert changes_said(gaps, one_way(gaps, "x")) == "no host can lead"
    assert no_cell_said(belton_gear()) == "Every leaf compares the hosts in pairs, so there are no cells."


def test_a_critical_cell_is_told_with_its_unit_and_what_it_is_now():
    results = evaluate(set_criterion(study(), "Stability", unit="points"))
    assert cell(results, "Stability", "Spain") == (
        "Canada draws level once Stability of Spain falls to 0.55 points (now 0.9)."
    )
    assert cell(results, "Stability", "Canada") == (
        "Canada draws level once its Stability rises to 0.55 points (now 0.2)."
    )


def test_ratings_gaps_and_musts_are_told_as_what_they_are():
    levels = tuple(
        Level(criterion="Stability", name=n, score=s) for n, s in (("good", 0.9), ("fair", 0.5), ("poor", 0.2))
    )
    rated = replace(set_criterion(study(), "Stability", scored_by="rating"), levels=levels)
    for host, level in zip(HOSTS, ("good", "poor", "poor"), strict=True):
        rated = set_cell(rated, "Stability", host, "rating", value=level)
    assert cell(evaluate(rated), "Stability", "Spain") == (
        "Canada draws level once Stability of Spain falls to fair (now good)."
    )
    gap = evaluate(
        set_cell(
            data_study({"a": 0.8, "b": 0.2}, {"a": [0.6, 0.5], "b": [0.4, None]}, ("X", "Y")), "a", "X", value=0.55
        )
    )
    assert cell(gap, "b", "Y") == "Y draws level if its b is 0.6 (now missing)."
    must = evaluate(set_criterion(study(), "Energy", must=">= 0.3"))
    assert cell(must, "Energy", "Spain") == (
        "Canada leads once Energy of Spain is beyond 0.3 (now 0.4) and Spain fails a must."
    )
    failing = evaluate(set_criterion(set_cell(study(), "Jobs", "Canada", value=1.0), "Stability", must=">= 0.4"))
    assert cell(failing, "Stability", "Canada") == (
        "Canada meets its musts and draws level once its Stability is 0.45 (now 0.2)."
    )


def test_a_scale_is_no_unit():
    results = evaluate(set_criterion(study(), "Stability", unit="1-9"))
    assert (
        cell(results, "Stability", "Canada") == "Canada draws level once its Stability rises to 0.55 on 1-9 (now 0.2)."
    )


def test_a_judgment_is_told_the_way_round_in_which_somebody_is_preferred():
    results = evaluate(study())
    judgment = CriticalJudgment("Jobs", "Spain", "Canada", 2.0, 0.25, "Canada")
    assert judgment_said(results, judgment) == (
        "Canada draws level once Canada is preferred 4 times to Spain on Jobs (now 0.5)."
    )


def test_without_critical_cells_that_is_said():
    assert nearest_cell_said(evaluate(study()), ()) == "No cell alone changes the leader."
