"""Runs the simulation that the study plans, off the UI thread, and lets its results stream in."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from decidr.core.analysis.results import Results
from decidr.core.study.problems import Refused
from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs, Progress, load
from decidr.gui.simulation import SHARES, Basis, Simulation

if TYPE_CHECKING:
    from decidr.core.analysis.matrices import Floats
    from decidr.core.analysis.robustness.outcome import Robustness
    from decidr.core.analysis.robustness.run import Step

LOGGER = logging.getLogger(__name__)

NAME = "simulation"

QUIET_MS = 250
"""So long a study must have stayed as it is before its simulation begins."""

EVERY = 0.15
"""Seconds between two states that are shown."""

THREADS = max(1, min((os.cpu_count() or 1) - 1, 4))
"""One processor is left to the window."""


class Stage(NamedTuple):
    """What a running simulation tells; ``quantiles`` are made where it runs."""

    share: float
    robustness: Robustness
    quantiles: Floats


Tell = Callable[[Stage], object]


class Simulations(QObject):
    """Gives the document its simulation as it grows; another one that is wanted supersedes it."""

    _grown = Signal(object, object)

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._jobs = document, jobs
        self._wanted: Basis | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._run)
        self._grown.connect(self._take, Qt.ConnectionType.QueuedConnection)
        document.changed.connect(self._on_changed)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs or is about to."""
        return self._document.simulation is None or not self._document.simulation.is_running

    def want(self) -> None:
        """Simulate the study as it is now; nothing happens if that was wanted before, even if it was cancelled."""
        if self._document.simulation is None or self._document.basis != self._wanted:
            self._jobs.cancel(NAME)
            self._wanted = self._document.basis
            self._show(Simulation(self._wanted, self._results()))
            self._quiet.start()

    def again(self) -> None:
        """Simulate it also if it was cancelled."""
        self._wanted = None
        self.want()

    def cancel(self) -> None:
        """Stop; what was drawn stays."""
        self._quiet.stop()
        self._jobs.cancel(NAME)
        if self._document.simulation is not None:
            self._show(self._document.simulation._replace(is_running=False))

    def _on_changed(self, parts: Part) -> None:
        """What is not of the study of now any more ends; the page asks for the next."""
        now = self._document.simulation
        if parts & (Part.RESULTS | Part.VIEW) and now and now.is_running and now.basis != self._document.basis:
            self.cancel()

    def _run(self) -> None:
        basis, results = self._document.basis, self._results()
        self._jobs.run(
            NAME,
            lambda progress: _simulated(results, basis, progress, lambda stage: self._grown.emit(basis, stage)),
            lambda stage: self._take(basis, stage, is_running=False),
            lambda error: self._fail(basis, error),
        )

    def _results(self) -> Results:
        return self._document.results_by_view[self._document.view]

    def _take(self, basis: Basis, stage: Stage, is_running: bool = True) -> None:
        now = self._document.simulation
        if now is not None and now.is_running and basis == now.basis:
            share, robustness, quantiles = stage
            self._show(now._replace(robustness=robustness, quantiles=quantiles, share=share, is_running=is_running))

    def _fail(self, basis: Basis, error: Exception) -> None:
        problems = error.problems if isinstance(error, Refused) else ()
        if not problems:
            LOGGER.error("%s failed", NAME, exc_info=error)
        now = self._document.simulation
        if now is not None and basis == now.basis:
            self._show(now._replace(is_running=False, problems=tuple(problems)))

    def _show(self, simulation: Simulation) -> None:
        self._document.take_simulation(simulation)


def _simulated(results: Results, basis: Basis, progress: Progress, tell: Tell) -> Stage:
    """In the worker: the last stage; the first is told at once, and those between now and then."""
    growing = load("decidr.core.analysis.robustness.simulation").growing
    with closing(growing(results, basis.plan, THREADS)) as steps:
        step = next(steps)
        tell(_stage(step))
        told = monotonic()
        for step in steps:
            progress.step()
            if monotonic() - told > EVERY:
                told = monotonic()
                tell(_stage(step))
    return _stage(step)


def _stage(step: Step) -> Stage:
    return Stage(step.share, step.robustness, step.robustness.quantiles(SHARES))
