"""The simulation that the verdict rests on; loads nothing heavy."""

from collections.abc import Callable

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.chunks import random_chunks
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import verdict_plan
from decidr.core.analysis.robustness.run import Step, last, steps


def simulate_for_verdict(
    results: Results, threads: int = 1, watch: Callable[[Step], object] = lambda step: None
) -> Robustness:
    """Judged weights and uncertain data by the study's seed, samples and spread, without confidence factors.

    ``watch`` and errors as for ``simulation.simulate``.
    """
    plan = verdict_plan(results.study.settings)
    return last(steps(results, plan, random_chunks, threads, with_confidence=False), watch)
