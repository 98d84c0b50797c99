"""What stands in the way of a simulation."""

from collections.abc import Iterator

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.cell_draws import impossible_bounds
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.weight_draws import empty_bounds
from decidr.core.study.problems import Place, Problem


def obstacles(results: Results, plan: Plan) -> tuple[Problem, ...]:
    """Every error for which this cannot be simulated, with its place; none where it can."""
    return (*_without_ranking(results, plan), *flaws(results, plan))


def flaws(results: Results, plan: Plan) -> Iterator[Problem]:
    """What is wrong with the plan itself, and with the bounds that it draws within."""
    yield from plan.problems()
    if not any(_without_ranking(results, plan)):
        yield from _bounds(results, plan)


def _without_ranking(results: Results, plan: Plan) -> Iterator[Problem]:
    """The study's own errors where they leave nothing to rank, or weights that the plan starts from unknown."""
    starts_from_weights = plan.weights in ("judged", "ordered")
    is_unweighted = starts_from_weights and np.isnan([*results.local.values()]).any()
    if not results.leaves or not results.hosts or is_unweighted or np.isnan(results.raw_scores).any():
        yield from (problem for problem in results.problems if problem.severity == "error")
    elif all(results.failed):
        yield Problem("error", "simulation.all_fail", Place("Hosts"))


def _bounds(results: Results, plan: Plan) -> Iterator[Problem]:
    if plan.weights == "bounded":
        yield from empty_bounds(results)
    if plan.data == "uncertain":
        for leaf, id_ in enumerate(results.leaves):
            if results.sources.ways_of_scoring[id_] != "pairwise":
                yield from impossible_bounds(results, leaf)
