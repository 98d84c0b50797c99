"""One cell alone with another score."""

import numpy as np
import pytest

from decidr.core.analysis.data import supposing
from decidr.core.analysis.data.supposing import Supposed, consequences, standings_if
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study
from tests.core.analysis.edited_studies import hold_same, outcome

HOSTS = ("A", "B", "C")


def study(**settings):
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}
    return data_study({"x": 0.7, "y": 0.3}, values, HOSTS, **settings)


def case(results, leaf: int, host: int, score: float) -> Supposed:
    row = results.raw_scores[leaf].copy()
    row[host] = score
    return Supposed(leaf, host, row, True)


@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_every_case_is_the_study_with_that_one_value(synthesis):
    base = study(synthesis=synthesis)
    results = evaluate(base)
    for leaf, name in enumerate("xy"):
        for host, id_ in enumerate(HOSTS):
            for score in (0.0, 0.35, 1.0):
                (found,) = consequences(results, [case(results, leaf, host, score)])
                hold_same(found, outcome(results, evaluate(set_cell(base, name, id_, value=score)), name, id_))


def test_cases_that_are_computed_in_parts_are_the_same(monkeypatch):
    results = evaluate(study())
    cases = [case(results, leaf, host, 0.6) for leaf in range(2) for host in range(3)]
    whole = standings_if(results, cases)
    monkeypatch.setattr(supposing, "TOGETHER", 6)
    for one, other in zip(whole, standings_if(results, cases), strict=True):
        np.testing.assert_array_equal(one, other)


def test_no_case_has_no_standing():
    results = evaluate(study())
    assert standings_if(results, []).totals.shape == (0, 3)
    assert consequences(results, []) == ()


def test_a_gap_that_is_filled_lets_its_host_lead_again():
    results = evaluate(set_cell(study(), "x", "B", value=None))
    assert results.eligible.tolist() == [True, False, True]
    (found,) = consequences(results, [case(results, 0, 1, 1.0)])
    assert (found.rank, found.leader) == (1, "B")


def test_a_leader_that_falls_out_has_no_margin_left():
    results = evaluate(study())
    (found,) = consequences(results, [case(results, 0, 0, 0.9)._replace(is_ranked=False)])
    assert (found.rank, found.leader) == (0, "B")
    assert np.isnan(found.change)


def test_without_another_host_there_is_no_margin_and_no_other_leader():
    alone = set_criterion(study(), "x", must=">= 0.9")
    results = evaluate(alone)
    (found,) = consequences(results, [case(results, 1, 0, 1.0)])
    assert np.isnan(found.change)
    assert found.leader is None
    (gone,) = consequences(results, [case(results, 1, 0, 1.0)._replace(is_ranked=False)])
    assert gone.leader is None
