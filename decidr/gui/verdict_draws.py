"""Simulates after each change, once it is quiet, so that the verdict can say how sure it is."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from decidr.core.analysis.results import Results
from decidr.core.study.problems import Refused
from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs, Progress, load

if TYPE_CHECKING:
    from decidr.core.analysis.robustness.outcome import Robustness

LOGGER = logging.getLogger(__name__)

NAME = "draws of the verdict"

QUIET_MS = 600
"""So long nothing may change before a simulation begins: none runs while somebody drags, or edits again and again.

The thread has the usual priority: one that is set aside while it holds Python's lock would hold up the window.
"""


class VerdictDraws(QObject):
    """Gives the document the simulation that its verdict rests on; a change ends it, and the next quiet begins another.

    It stands back while the study's own simulation runs, which may tell the same.
    """

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._jobs = document, jobs
        self._may_draw = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._draw)
        document.changed.connect(self._on_changed)

    def start(self) -> None:
        """The heavy parts are there: draw from now on."""
        self._may_draw = True
        self._quiet.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is about to be drawn."""
        return not self._quiet.isActive()

    def _on_changed(self, parts: Part) -> None:
        if self._may_draw and parts & (Part.RESULTS | Part.VIEW | Part.SIMULATION):
            self._jobs.cancel(NAME)
            self._quiet.start()

    def _draw(self) -> None:
        document, own = self._document, self._document.simulation
        if document.robustness is not None or (own is not None and own.is_running):
            return
        basis, results = document.verdict_basis, document.results_by_view[document.view]
        self._jobs.run(
            NAME,
            lambda progress: _drawn(results, progress),
            lambda robustness: document.take_robustness(basis, robustness),
            _lack,
        )


def _drawn(results: Results, progress: Progress) -> Robustness:
    simulate = load("decidr.core.analysis.robustness.for_verdict").simulate_for_verdict
    robustness: Robustness = simulate(results, watch=lambda step: progress.step())
    return robustness


def _lack(error: Exception) -> None:
    """A study that cannot be simulated has no class; what stands in the way is told among its findings."""
    if not isinstance(error, Refused):
        LOGGER.error("%s failed", NAME, exc_info=error)
