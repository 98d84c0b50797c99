"""What followed from earlier states of the study: computed once each, in a worker where that takes its time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.study import Study
from decidr.gui.jobs import Jobs, Progress

MOST_AT_ONCE = 1000
"""With more judgments in a study its results take longer than a frame."""


class _Known(NamedTuple):
    study: Study
    view: str
    results: Results


class PastResults(QObject):
    """Results of snapshots' studies; ``found`` tells that more are known."""

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[_Known] = []
        self._jobs: Jobs | None = None

    def of(self, study: Study, view: str) -> Results | None:
        """The results in a view, of the base view where the study does not have it; None: not known yet."""
        wanted = _view_in(study, view)
        return next((k.results for k in self._known if k.study is study and k.view == wanted), None)

    def want(self, studies: Iterable[Study], now: Results) -> None:
        """Get the results of these, in the view of ``now``; what the study of now has in common is taken over.

        Small studies are known at once; others are forgotten.
        """
        listed = list(studies)
        self._known = [k for k in self._known if any(k.study is study for study in listed)]
        missing = [(s, _view_in(s, now.view)) for s in listed if self.of(s, now.view) is None]
        if not missing:
            return
        if max(map(_judgments, listed)) <= MOST_AT_ONCE:
            self._known += [_evaluated(study, view, now) for study, view in missing]
            return
        self._jobs = self._jobs or Jobs()
        self._jobs.run("snapshots", lambda progress: _all_evaluated(missing, now, progress), self._take)

    def close(self) -> None:
        """Stop working; what is known stays known."""
        if self._jobs:
            self._jobs.close()
            self._jobs = None

    def _take(self, known: list[_Known]) -> None:
        self._known += known
        self.found.emit()


def _all_evaluated(missing: list[tuple[Study, str]], now: Results, progress: Progress) -> list[_Known]:
    found = []
    for study, view in missing:
        progress.step()
        found.append(_evaluated(study, view, now))
    return found


def _evaluated(study: Study, view: str, now: Results) -> _Known:
    return _Known(study, view, evaluate(study, view, now if now.view == view else None))


def _view_in(study: Study, view: str) -> str:
    return view if any(v.id == view for v in study.views) else study.settings.base_view


def _judgments(study: Study) -> int:
    return sum(len(block.pairs) for block in study.comparisons)
