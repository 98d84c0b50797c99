"""A simulation as the window sees it: what it is of, how far it is, and what it tells by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from decidr.core.analysis.results import Results
from decidr.core.study.problems import Problem
from decidr.core.study.study import Settings, Study

if TYPE_CHECKING:
    from decidr.core.analysis.matrices import Floats
    from decidr.core.analysis.robustness.outcome import Robustness
    from decidr.core.analysis.robustness.plan import Plan

UNDRAWN = frozenset(
    ("title", "question", "goal", "client", "author", "date", "currency", "costs", "rates", "imports", "snapshots")
)
"""Fields of a study that no draw depends on."""

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
"""Of the draws: those below the five totals that a box shows."""


class Basis(NamedTuple):
    """What a simulation is of: the state of the study (see ``Document.version``), the view's id, and the plan."""

    version: int
    view: str
    plan: Plan


class Simulation(NamedTuple):
    """One simulation; ``share`` (of 1) is how far it is, ``is_running`` until it is done or was cancelled.

    ``robustness`` is what its draws of ``results`` tell by now, None before the first ones; ``quantiles`` (R, 5) are
    the totals of its hosts at ``SHARES``. ``problems`` say why it cannot be.
    """

    basis: Basis
    results: Results
    robustness: Robustness | None = None
    quantiles: Floats | None = None
    share: float = 0.0
    is_running: bool = True
    problems: tuple[Problem, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether all draws are there."""
        return self.robustness is not None and self.robustness.samples == self.basis.plan.samples


def draws_alike(before: Study, after: Study) -> bool:
    """Whether every simulation of the two studies with the same plan draws the same."""
    fields = [name for name in Study.__struct_fields__ if name not in UNDRAWN and name != "settings"]
    is_same = all(getattr(before, name) is getattr(after, name) for name in fields)
    return is_same and _without_plan(before.settings) == _without_plan(after.settings)


def _without_plan(settings: Settings) -> Settings:
    usual = Settings()
    return replace(
        settings,
        seed=usual.seed,
        samples=usual.samples,
        sampling=usual.sampling,
        judgment_spread=usual.judgment_spread,
        simulation_weights=usual.simulation_weights,
        simulation_data=usual.simulation_data,
    )
