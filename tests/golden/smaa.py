"""Published SMAA cases as studies, and what their simulation gives."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.study.criteria import Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.study import Study
from tests.golden.workbooks import CASES, Case

HALF = 1.96
"""Deviations from the middle of a measurement to its bounds."""


@cache
def simulated(case: str) -> Robustness:
    """The case by free weights and uncertain data."""
    study = study_of(next(c for c in CASES if c["id"] == case))
    return simulate(evaluate(study), Plan(200_000, weights="free", data="uncertain"), threads=2)


def study_of(case: Case) -> Study:
    """Linear between the ends of all intervals of a criterion, as the source has it."""
    structure = case["structure"]
    cells = {
        (criterion, host): _cell(criterion, host, measured)
        for criterion, row in structure["measurements"].items()
        for host, measured in row.items()
    }
    criteria = []
    for name in structure["criteria"]:
        bounds = [b for (criterion, _), cell in cells.items() if criterion == name for b in (cell.low, cell.high)]
        ends = (min(bounds), max(bounds))
        worst, best = ends if structure["direction"][name] == "max" else ends[::-1]
        criteria.append(Criterion(id=name, name=name, scored_by="data", worst=worst, best=best))
    hosts = tuple(Host(id=name, name=name) for name in structure["alternatives"])
    return Study(criteria=tuple(criteria), hosts=hosts, cells=tuple(cells.values()))


def _cell(criterion: str, host: str, measured: Mapping[str, str]) -> Cell:
    if measured["dist"] == "lognormal":
        middle, spread = float(measured["mu"]), float(measured["sigma"])
        low, value, high = (exp(middle + k * spread) for k in (-HALF, 0, HALF))
    else:
        value, spread = float(measured["mean"]), float(measured["sd"])
        low, high = value - HALF * spread, value + HALF * spread
    return Cell(criterion=criterion, host=host, value=value, low=low, high=high, distribution=measured["dist"])
