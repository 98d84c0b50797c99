"""Every case of a study in every view: the view that is seen at once, the others soon, one at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.across import AcrossCases, across_cases


class EveryCase(QObject):
    """Keeps what holds; ``found`` tells that every view is there."""

    found = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._baseline: Mapping[str, Results] = {}
        self._known: dict[str, AcrossCases] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def of(self, view: str, baseline: Mapping[str, Results]) -> AcrossCases:
        """All cases in one view (an id) of the study whose results at the baseline these are, by view."""
        self._baseline = baseline
        known = self._known.get(view)
        if known is None or known.baseline is not baseline[view]:
            self._known[view] = self._made(view)
        return self._known[view]

    def want_all(self) -> None:
        """Work out the other views too, soon."""
        self._timer.start(0)

    @property
    def everywhere(self) -> Mapping[str, AcrossCases]:
        """All cases by view (its id), in the study's order; nothing until every view is there."""
        lacking = self._lacking()
        return {} if lacking else {view: self._known[view] for view in self._baseline}

    def stop(self) -> None:
        """Nobody looks any more."""
        self._timer.stop()

    def _lacking(self) -> list[str]:
        known = self._known
        return [v for v, results in self._baseline.items() if v not in known or known[v].baseline is not results]

    def _go_on(self) -> None:
        lacking = self._lacking()
        if lacking:
            self._known[lacking[0]] = self._made(lacking[0])
        if len(lacking) > 1:
            self._timer.start(0)
        else:
            self.found.emit()

    def _made(self, view: str) -> AcrossCases:
        """``across_cases`` evaluates the baseline anew, which what is known of it makes quick; it is kept as it is."""
        baseline = self._baseline[view]
        made = across_cases(baseline.study, view, baseline)
        return AcrossCases((baseline, *made.results[1:]))
