"""Works out what a verdict rests on; loads the simulation, as ``grounds`` does not."""

from collections.abc import Callable

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.analysis.verdict.grounds import UNKNOWN, Grounds
from decidr.core.study.problems import Refused


def completed(
    results: Results, known: Grounds = UNKNOWN, threads: int = 1, step: Callable[[], object] = lambda: None
) -> Grounds:
    """What is ``known`` of the results, and the rest worked out; ``step`` is called now and then.

    Where nobody leads there is nothing to simulate.
    """
    cells = known.cells if known.cells is not None else critical_cells(results, step)
    agreement = known.agreement if known.agreement is not None else method_agreement(results, step)
    if known.robustness is not None or results.leader is None:
        return Grounds(known.robustness, cells, agreement)
    try:
        found = simulate_for_verdict(results, threads, lambda _step: step())
    except Refused as refusal:
        return Grounds(None, cells, agreement, tuple(refusal.problems))
    return Grounds(found, cells, agreement)
