"""What a verdict rests on that takes longer than an edit may."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.verdict.grounds import UNKNOWN
from decidr.core.analysis.verdict.grounds_found import completed
from decidr.core.study.data import Cell
from tests.building import data_study

STUDY = data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.2], "B": [0.1, 0.8]}, ["Spain", "Chile"])
FEW = replace(STUDY, settings=replace(STUDY.settings, samples=50))


def test_what_is_known_is_kept_and_the_rest_worked_out() -> None:
    results = evaluate(FEW)
    whole = completed(results)
    assert (UNKNOWN.are_whole, whole.are_whole, whole.obstacles) == (False, True, ())
    again = completed(results, whole)
    assert all(one is other for one, other in zip(again[:3], whole[:3], strict=True))
    rest = completed(results, whole._replace(cells=None))
    assert (rest.robustness is whole.robustness, rest.cells) == (True, whole.cells)


def test_what_cannot_be_simulated_is_told_and_the_rest_is_there() -> None:
    cell = Cell(criterion="A", host=FEW.hosts[0].id, value=0.5, low=0.6, high=0.7, status="measured")
    cells = tuple(cell if (c.criterion, c.host) == (cell.criterion, cell.host) else c for c in FEW.cells)
    found = completed(evaluate(replace(FEW, cells=cells)))
    assert (found.robustness, found.are_whole) == (None, True)
    assert [problem.severity for problem in found.obstacles] == ["error"]
    assert found.agreement is not None


def test_where_nobody_leads_nothing_is_simulated() -> None:
    found = completed(evaluate(replace(FEW, hosts=())))
    assert (found.robustness, found.cells, found.obstacles) == (None, (), ())


def test_work_that_is_not_wanted_any_more_stops() -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        completed(evaluate(STUDY), step=stop)
