"""What stands in the way of a simulation."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.obstacles import obstacles
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.problems import sentence
from decidr.core.study.study import Study
from tests.building import data_study


def study() -> Study:
    return data_study({"x": 0.7, "y": 0.3}, {"x": [0.9, 0.5], "y": [0.2, 0.8]}, ("A", "B"))


def told(of: Study, **plan):
    problems = obstacles(evaluate(of), Plan(**plan))
    assert all(problem.severity == "error" and sentence(problem) for problem in problems)
    return [(problem.code, str(problem.place)) for problem in problems]


@pytest.mark.parametrize("weights", ["judged", "free", "free-leaves", "bounded", "ordered"])
def test_nothing_stands_in_the_way_of_a_study_in_order(weights):
    assert told(study(), weights=weights) == []


def test_what_the_plan_cannot_do_is_told_by_its_field():
    assert told(study(), samples=0) == [("settings.samples", "Study (Samples)")]
    assert told(study(), seed=-1) == [("settings.seed", "Study (Seed)")]
    assert told(study(), spread=-0.1) == [("settings.judgment_spread", "Study (Judgment spread)")]


def test_weights_that_nobody_gave_stand_in_the_way_only_where_they_are_needed():
    bare = replace(study(), comparisons=())
    for weights in ("judged", "ordered"):
        assert told(bare, weights=weights) == [("judgments.none", "Judgments: Goal")]
    for weights in ("free", "free-leaves", "bounded"):
        assert told(bare, weights=weights) == []


def test_a_leaf_that_cannot_be_scored_stands_in_the_way_of_every_plan():
    of = set_criterion(study(), "x", worst=None, best=None)
    for weights in ("judged", "free"):
        assert told(of, weights=weights) == [("ends.missing", "Criteria: x")]


def test_without_hosts_or_criteria_there_is_nothing_to_simulate():
    assert ("hosts.none", "Hosts") in told(replace(study(), hosts=()))
    assert ("criteria.none", "Criteria") in told(replace(study(), criteria=()), weights="free")


def test_hosts_that_all_fail_a_must_leave_nothing_to_simulate():
    assert told(set_criterion(study(), "x", must=">= 0.95")) == [("simulation.all_fail", "Hosts")]


def test_empty_bounds_matter_under_bounded_weights_alone():
    of = replace(study(), weights=(WeightEntry(criterion="x", low=0.9), WeightEntry(criterion="y", low=0.2)))
    assert told(of, weights="bounded") == [("bounds.empty", "Weights: Goal")]
    assert told(of) == []


def test_bounds_that_do_not_enclose_their_value_matter_where_data_are_drawn():
    of = set_cell(study(), "x", "A", low=0.95, high=1.0)
    assert told(of) == [("data.bounds", "Data: x, A")]
    assert told(of, data="fixed") == []
    cells = tuple(replace(c, distribution="lognormal", low=0.0, high=1.0) if c.host == "A" else c for c in of.cells)
    assert told(replace(of, cells=cells))[0] == ("data.bounds_not_positive", "Data: x, A")
    assert isinstance(cells[0], Cell)
