"""simulate(results, plan) -> Robustness: how results fare at random (scipy.stats comes along: import it late)."""

from collections.abc import Callable
from typing import NamedTuple

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.chunks import random_chunks
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan, plan_of, verdict_plan
from decidr.core.analysis.robustness.run import Step, Steps, last, steps
from decidr.core.analysis.robustness.sobol import sobol_chunks
from decidr.core.study.problems import Refused

CHUNKS = {"random": random_chunks, "sobol": sobol_chunks}


def growing(results: Results, plan: Plan, threads: int = 1) -> Steps:
    """The answer as it grows, a step a chunk; the same on any number of threads. Closing it stops it after a chunk.

    Refused, with the places, where something stands in the way.
    """
    return steps(results, plan, CHUNKS[plan.sampling], threads)


def simulate(
    results: Results, plan: Plan, threads: int = 1, watch: Callable[[Step], object] = lambda step: None
) -> Robustness:
    """The whole answer; ``watch`` is told each step, on this thread, and what it raises ends the simulation.

    Refused as ``growing``.
    """
    return last(growing(results, plan, threads), watch)


class Draws(NamedTuple):
    """Two simulations of the same results: as the study plans it, and the verdict's; None where it cannot be."""

    planned: Robustness | None = None
    verdict: Robustness | None = None


NOT_DRAWN = Draws()


def both_draws(results: Results, threads: int = 1, watch: Callable[[Step], object] = lambda step: None) -> Draws:
    """The planned simulation and the verdict's, drawn once where they are the same; ``watch`` as for ``simulate``."""
    settings = results.study.settings
    planned = _unless_refused(results, plan_of(settings), threads, watch)
    if plan_of(settings) == verdict_plan(settings):
        return Draws(planned, planned)
    return Draws(planned, _unless_refused(results, verdict_plan(settings), threads, watch))


def _unless_refused(results: Results, plan: Plan, threads: int, watch: Callable[[Step], object]) -> Robustness | None:
    """The simulation; None where something stands in its way, which is told elsewhere, and where nobody leads."""
    if results.leader is None:
        return None
    try:
        return simulate(results, plan, threads, watch)
    except Refused:
        return None
