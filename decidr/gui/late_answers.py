"""What is worked out beside the window: AHPy's opinions, the verdict's grounds, and the study's own simulation."""

from __future__ import annotations

from PySide6.QtCore import QObject

from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.opinions import SecondOpinions
from decidr.gui.simulations import Simulations
from decidr.gui.verdict_grounds import VerdictGrounds


class LateAnswers(QObject):
    """Each gives the document its answer when it is there; none is asked before ``start``.

    ``simulations`` runs the study's own when the page of it asks for one.
    """

    def __init__(self, document: Document, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opinions = SecondOpinions(document, jobs, self)
        self._grounds = VerdictGrounds(document, jobs, self)
        self.simulations = Simulations(document, jobs, self)

    @property
    def are_idle(self) -> bool:
        """Whether nothing is about to begin or to be shown."""
        return self._grounds.is_idle and self.simulations.is_idle

    def start(self) -> None:
        """The heavy parts are there: answer from now on."""
        self._opinions.start()
        self._grounds.start()
