"""Works out the verdict's grounds after each change, once it is quiet, so that it can say how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs, load

NAME = "grounds of the verdict"

GROUNDS_FOUND = "decidr.core.analysis.verdict.grounds_found"

QUIET_MS = 600
"""So long nothing may change before the work begins: none runs while somebody drags, or edits again and again.

The thread has the usual priority: one that is set aside while it holds Python's lock would hold up the window.
"""


class VerdictGrounds(QObject):
    """Gives the document what its verdict rests on; a change ends the work, and the next quiet begins it again.

    It stands back while the study's own simulation runs, which may tell a part of it.
    """

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._jobs = document, jobs
        self._may_begin = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._work_out)
        document.changed.connect(self._on_changed)

    def start(self) -> None:
        """The heavy parts are there: work from now on."""
        self._may_begin = True
        self._quiet.start()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is about to begin."""
        return not self._quiet.isActive()

    def _on_changed(self, parts: Part) -> None:
        if self._may_begin and parts & (Part.RESULTS | Part.VIEW | Part.SIMULATION):
            self._jobs.cancel(NAME)
            self._quiet.start()

    def _work_out(self) -> None:
        document, own = self._document, self._document.simulation
        known = document.grounds
        if known.are_whole or (own is not None and own.is_running):
            return
        basis, results = document.verdict_basis, document.results_by_view[document.view]
        self._jobs.run(
            NAME,
            lambda progress: load(GROUNDS_FOUND).completed(results, known, step=progress.step),
            lambda grounds: document.take_grounds(basis, grounds),
        )
