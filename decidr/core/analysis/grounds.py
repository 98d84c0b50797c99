"""What a verdict rests on that takes longer than an edit may: the simulation, the critical cells, other methods."""

from collections.abc import Callable
from typing import NamedTuple

from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell, critical_cells
from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, method_agreement
from decidr.core.study.problems import Problem, Refused


class Grounds(NamedTuple):
    """``robustness`` is what ``simulate_for_verdict`` tells; each part is None as long as it is not worked out.

    ``obstacles`` are the errors for which nothing could be simulated.
    """

    robustness: Robustness | None = None
    cells: tuple[CriticalCell, ...] | None = None
    agreement: MethodAgreement | None = None
    obstacles: tuple[Problem, ...] = ()

    @property
    def are_whole(self) -> bool:
        """Whether nothing is left to work out."""
        return None not in (self.cells, self.agreement) and (self.robustness is not None or bool(self.obstacles))


UNKNOWN = Grounds()


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
