"""Simulations made by hand, of which every share is known, and one of the EV plant."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.tally import Tally
from decidr.gui.charts.robustness.simulated import Simulated, simulated
from tests.gui.example_study import example_study

THIN = "\u202f"


def three_hosts(
    samples: int = 10, confidence: tuple[float, float, float] | None = (1.0, 0.5, float("nan"))
) -> Simulated:
    """Spain, Canada and Thailand in ten draws: first in 6, 4 and 0 of them; of ``samples`` that are wanted.

    Where Canada is first, the first leaf has half of the weight; where Spain is, the second.
    """
    results = evaluate(example_study(hosts=3))
    leaves = len(results.leaves)
    ranks = np.array([[6.0, 4, 0], [4, 5, 1], [0, 1, 9]])
    wins = np.array([[0.0, 6, 10], [4, 0, 9], [0, 1, 0]])
    rest = 0.5 / (leaves - 1)
    central = np.full((3, leaves), rest)
    central[0, 1] = central[1, 0] = 0.5
    tally = Tally(10, ranks, wins, central * ranks[:, :1], ranks[:, 0])
    kept = np.array([np.linspace(0.5, 0.7, 10), np.linspace(0.45, 0.65, 10), np.linspace(0.3, 0.4, 10)])
    found = Robustness(Plan(samples=samples), results.hosts, results.leaves, tally, (), kept)
    return simulated(results, found if confidence is None else replace(found, confidence=np.array(confidence)))


def ids(results: Results) -> dict[str, str]:
    """Hosts and criteria by name."""
    return {thing.name: thing.id for thing in (*results.study.hosts, *results.study.criteria)}
