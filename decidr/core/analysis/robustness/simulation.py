"""simulate(results, plan) -> Robustness: how results fare at random (scipy.stats comes along: import it late)."""

from collections.abc import Callable

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.chunks import random_chunks
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.run import Step, Steps, last, steps
from decidr.core.analysis.robustness.sobol import sobol_chunks

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
