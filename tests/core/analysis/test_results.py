from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study

HOSTS = ("A", "B", "C", "D")


def study():
    values = {"x": [0.5, 0.9, 0.5, 0.1], "y": [0.5, 0.5, 0.5, 0.5]}
    return data_study({"x": 0.6, "y": 0.4}, values, HOSTS)


def names(results, indices):
    return [results.hosts[h] for h in indices]


def test_hosts_come_best_first_and_ties_in_the_studys_order():
    results = evaluate(study())
    assert names(results, results.order) == ["B", "A", "C", "D"]


def test_hosts_that_fail_a_must_are_outside_the_order():
    results = evaluate(set_criterion(study(), "x", must=">= 0.4"))
    assert names(results, results.order) == ["B", "A", "C"]


def test_the_leader_is_the_first_eligible_host_of_the_best_rank():
    results = evaluate(set_cell(study(), "y", "B", value=None))
    assert names(results, results.eligible_order) == ["A", "C", "D"]
    assert results.hosts[results.leader] == "A"


def test_where_no_host_is_eligible_nothing_leads():
    assert evaluate(set_criterion(study(), "x", must=">= 2")).leader is None
