"""Asks AHPy about every matrix after each change, off the UI thread, once its parts are loaded."""

from __future__ import annotations

from PySide6.QtCore import QObject

from decidr.core.analysis.results import Results
from decidr.gui.document import Document, Part
from decidr.gui.jobs import Jobs, load


class SecondOpinions(QObject):
    """Gives the document AHPy's answers; a later change supersedes the question."""

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._jobs = document, jobs
        self._may_ask = False
        document.changed.connect(self._on_changed)

    def start(self) -> None:
        """The heavy parts are there: ask from now on."""
        self._may_ask = True
        self._ask()

    def _on_changed(self, parts: Part) -> None:
        if parts & (Part.RESULTS | Part.VIEW) and self._document.opinions is None:
            self._ask()

    def _ask(self) -> None:
        if not self._may_ask:
            return
        results: Results = self._document.baseline
        self._jobs.run(
            "second opinion",
            lambda progress: load("decidr.core.analysis.second_opinions").second_opinions(results),
            lambda opinions: self._document.take_opinions(results, opinions),
        )
