"""What a verdict rests on that takes longer than an edit may: the simulation, the critical cells, other methods."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from decidr.core.analysis.robustness.outcome import Robustness
    from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
    from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement
    from decidr.core.study.problems import Problem


class Grounds(NamedTuple):
    """``robustness`` is what ``simulate_for_verdict`` tells; each part is None as long as it is not worked out.

    ``obstacles`` are the errors for which nothing could be simulated.
    ``grounds_found.completed`` works out the rest.
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
