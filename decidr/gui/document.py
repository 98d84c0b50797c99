"""The document: the one object that holds state while the window is open."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Flag, auto
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import proxy

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.hosts.host_groups import depth
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.plan import Plan, plan_of, verdict_plan
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.analysis.verdict.grounds import UNKNOWN, Grounds
from decidr.core.study.cases import Case, case_named, followed
from decidr.core.study.study import Study
from decidr.gui.simulation import Basis, Simulation, draws_alike

if TYPE_CHECKING:
    from decidr.core.ahp.second_opinion import SecondOpinion  # loads ahpy, and with it scipy
    from decidr.core.analysis.robustness.outcome import Robustness


class Part(Flag):
    """What changed; panels repaint on their parts only."""

    STUDY = auto()
    SETTINGS = auto()
    CRITERIA = auto()
    HOSTS = auto()
    DATA = auto()
    PEOPLE = auto()
    VIEWS = auto()
    JUDGMENTS = auto()
    SCENARIOS = auto()
    SNAPSHOTS = auto()
    RESULTS = auto()
    VIEW = auto()
    CASE = auto()
    SECOND_OPINION = auto()
    ROBUSTNESS = auto()
    SIMULATION = auto()
    FOCUS = auto()
    LEVEL = auto()
    PATH = auto()

    @classmethod
    def everything(cls) -> Part:
        """All parts: another study was opened."""
        return ~cls(0)


FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.STUDY: ("title", "question", "goal", "client", "author", "date", "currency"),
    Part.SETTINGS: ("settings",),
    Part.CRITERIA: ("criteria", "levels"),
    Part.HOSTS: ("hosts",),
    Part.DATA: ("cells", "costs", "rates", "imports"),
    Part.PEOPLE: ("participants", "roles"),
    Part.VIEWS: ("views",),
    Part.JUDGMENTS: ("comparisons", "nodes", "weights"),
    Part.SCENARIOS: ("scenarios", "scenario_sets"),
    Part.SNAPSHOTS: ("snapshots",),
}
"""Which fields of a study make up each part."""


def parts_that_differ(before: Study, after: Study) -> Part:
    """The parts of which any field is another object."""
    found = Part(0)
    for part, fields in FIELDS.items():
        if any(getattr(before, name) is not getattr(after, name) for name in fields):
            found |= part
    return found


DRAWN = Part.ROBUSTNESS | Part.SIMULATION
"""What simulations tell; while one runs, several times a second."""

STUDY_ENDING = "decidr"


class Document(QObject):
    """A study with its results, undo stack and file; ``apply`` is the only way in.

    ``changed(Part)`` tells what changed, once for each edit. ``results`` are those of the chosen view, supposing the
    ``scenario`` (the name of a scenario or a set; None: the baseline); ``results_by_view`` has every view's, by id, and
    ``baseline_by_view`` those of the study itself. ``focus`` tells which hosts have which colour, ``level`` at which
    level of groups they are ranked (0 the outermost, None: each host for itself). ``tried_weights`` are the local
    weights that are tried, by criterion (an id), the one moved last at the end.
    Equal ``version``: no number of the study or of what is supposed differs. ``simulation`` is the one of the study's
    own plan that was asked for last.
    """

    changed = Signal(Part)

    def __init__(self, study: Study, file: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.file = file
        self.view = study.settings.base_view
        self.study = study
        self.scenario: str | None = None
        self.baseline_by_view: Mapping[str, Results] = {}
        self.results_by_view: Mapping[str, Results] = {}
        self.selected_host: str | None = None
        self.focus: Focus = ()
        self.level: int | None = None
        self.tried_weights: Mapping[str, float] = {}
        self._tried: Results | None = None
        self.opinions: tuple[SecondOpinion, ...] | None = None
        self.version = 0
        self.simulation: Simulation | None = None
        self._grounds: tuple[Basis, Grounds] | None = None
        self._evaluate()

    @property
    def results(self) -> Results:
        """The results in the chosen view, with what is being tried, if anything."""
        return self._tried or self.results_by_view[self.view]

    @property
    def baseline(self) -> Results:
        """The results of the study itself in the chosen view: without a scenario, and nothing tried."""
        return self.baseline_by_view[self.view]

    @property
    def case(self) -> Case | None:
        """What is supposed to happen; None at the baseline."""
        return case_named(self.study, self.scenario) if self.scenario is not None else None

    @property
    def path(self) -> Path | None:
        """The file that saving writes: the one it was read from if that is a study of ours, else none yet."""
        return self.file if self.file and self.file.suffix.lower() == f".{STUDY_ENDING}" else None

    @property
    def name(self) -> str:
        """What the user knows the study by: its title, or its file's name; empty if it has neither."""
        return self.study.title or (self.file.stem if self.file else "")

    @property
    def is_trying(self) -> bool:
        """Whether the results are those of something that is only tried."""
        return self._tried is not None

    @property
    def is_modified(self) -> bool:
        """Whether anything differs from the file."""
        return not self.undo_stack.isClean()

    def apply(self, label: str, study: Study) -> None:
        """Take ``study`` as one undoable step called ``label``; the same study again is no step."""
        if study is not self.study:
            self.undo_stack.push(_Edit(self, label, self.study, study))

    def select_host(self, host: str | None) -> None:
        """Put a host (an id) in focus; not an edit."""
        if host != self.selected_host:
            self.selected_host = host
            self._focus()
            self.changed.emit(Part.FOCUS)

    def try_weight(self, criterion: str, weight: float) -> None:
        """See what follows if a criterion's local weight alone were ``weight``."""
        self.try_weights({criterion: weight})

    def try_weights(self, weights: Mapping[str, float]) -> None:
        """See what follows from these local weights, by criterion, their siblings in proportion.

        Not an edit, and any edit ends it; without any weight nothing is tried any more.
        """
        if not weights:
            self.stop_trying()
            return
        self.tried_weights = dict(weights)
        self._tried = with_local_weights(self.results_by_view[self.view], weights)
        self.changed.emit(Part.RESULTS)

    def try_study(self, study: Study) -> None:
        """See what would follow from another state of the study with the same views; not an edit, as above."""
        self.tried_weights = {}
        case = case_named(study, self.scenario) if self.scenario is not None else None
        self._tried = evaluate(study, self.view, self.results_by_view[self.view], case)
        self.changed.emit(Part.RESULTS)

    def stop_trying(self) -> None:
        """Return to the study's own weights, and to all else that it says."""
        if self.is_trying:
            self.tried_weights, self._tried = {}, None
            self.changed.emit(Part.RESULTS)

    def take_opinions(self, results: Results, opinions: tuple[SecondOpinion, ...]) -> None:
        """AHPy's answers for ``results.matrices``; ignored if the study has moved on since."""
        if results is self.baseline_by_view.get(results.view) and results.view == self.view:
            self.opinions = opinions
            self.changed.emit(Part.SECOND_OPINION)

    @property
    def basis(self) -> Basis:
        """What a simulation by the study's own plan is of, now."""
        return self._basis(plan_of(self.study.settings))

    @property
    def verdict_basis(self) -> Basis:
        """What the simulation that the verdict rests on is of, now."""
        return self._basis(verdict_plan(self.study.settings))

    @property
    def robustness(self) -> Robustness | None:
        """The simulation among the grounds of the verdict; None until it is drawn."""
        return self.grounds.robustness

    @property
    def grounds(self) -> Grounds:
        """What the verdict of the study's own numbers rests on, as far as it is worked out."""
        if self._grounds is None or self._grounds[0] != self.verdict_basis:
            return UNKNOWN
        return self._grounds[1]

    def take_grounds(self, basis: Basis, grounds: Grounds) -> None:
        """What is worked out of ``basis``, for the verdict; ignored if the study has moved on since."""
        if basis == self.verdict_basis:
            self._grounds = basis, grounds
            self.changed.emit(Part.ROBUSTNESS)

    def take_robustness(self, basis: Basis, robustness: Robustness) -> None:
        """What a whole simulation of ``basis`` tells, for the verdict."""
        self.take_grounds(basis, self.grounds._replace(robustness=robustness))

    def take_simulation(self, simulation: Simulation) -> None:
        """How the simulation by the study's own plan stands; a whole one may be what the verdict rests on."""
        self.simulation = simulation
        self.changed.emit(Part.SIMULATION)
        if simulation.robustness and not simulation.is_running and simulation.is_whole:
            self.take_robustness(simulation.basis, simulation.robustness)

    def _basis(self, plan: Plan) -> Basis:
        return Basis(self.version, self.view, plan)

    def open(self, study: Study, file: Path | None) -> None:
        """Show another study, with nothing to undo; ``file`` is what it was read from, of ours or of another kind."""
        self.undo_stack.clear()
        self.file, self.study, self.view = file, study, study.settings.base_view
        self.baseline_by_view, self.focus, self.selected_host, self.level = {}, (), None, None
        self.scenario = None
        self.simulation = self._grounds = None
        self._evaluate()
        self.changed.emit(Part.everything())

    def choose_view(self, view: str) -> None:
        """See the study with another view's eyes (an id); not an edit."""
        if view != self.view:
            self.view = view
            self.tried_weights, self._tried, self.opinions = {}, None, None
            self._focus()
            self.changed.emit(Part.VIEW | Part.RESULTS)

    def choose_scenario(self, scenario: str | None) -> None:
        """See the study under a scenario or a set (its name; None: the baseline); not an edit."""
        if scenario != self.scenario:
            self.scenario = scenario
            self.tried_weights, self._tried = {}, None
            self._suppose()
            self._focus()
            self.changed.emit(Part.CASE | Part.RESULTS)

    def choose_level(self, level: int | None) -> None:
        """Rank the hosts by their groups of this level, 0 the outermost (None: each for itself); not an edit."""
        if level != self.level:
            self.level = level
            self.changed.emit(Part.LEVEL)

    def saved_as(self, path: Path) -> None:
        """The study on the screen is now what ``path`` holds."""
        self.file = path
        self.undo_stack.setClean()
        self.changed.emit(Part.PATH)

    def _show(self, study: Study) -> None:
        parts = parts_that_differ(self.study, study)
        version = self.version if draws_alike(self.study, study) else None
        before, self.study = self.study, study
        parts |= self._follow_scenario(before)
        self._evaluate()
        self.version = self.version if version is None else version
        self.changed.emit(parts | Part.RESULTS)

    def _evaluate(self) -> None:
        self.tried_weights, self._tried, self.opinions = {}, None, None
        views = [view.id for view in self.study.views]
        if self.view not in views:
            self.view = self.study.settings.base_view
        earlier = self.baseline_by_view
        self.baseline_by_view = {view: evaluate(self.study, view, earlier.get(view)) for view in views}
        self._suppose()
        if self.level is not None and self.level >= depth(self.results) - 1:
            self.level = None
        self._focus()

    def _suppose(self) -> None:
        """Let the chosen scenario happen, in every view."""
        self.version += 1
        case, baseline = self.case, self.baseline_by_view
        self.results_by_view = (
            baseline
            if case is None
            else {view: evaluate(self.study, view, results, case) for view, results in baseline.items()}
        )

    def _follow_scenario(self, before: Study) -> Part:
        """Keep to the chosen scenario where an edit renames it, and return to the baseline where one removes it."""
        was = self.scenario
        self.scenario = followed(before, self.study, was) if was is not None else None
        return Part(0) if self.scenario == was else Part.CASE

    def _focus(self) -> None:
        self.focus = focus(self.results, self.focus, self.selected_host)


class _Edit(QUndoCommand):
    """Any edit: the study before and after.

    It holds its document weakly: as part of a cycle it would be freed twice when the document is collected.
    """

    def __init__(self, document: Document, label: str, before: Study, after: Study) -> None:
        super().__init__(label)
        self._document, self._before, self._after = proxy(document), before, after

    def undo(self) -> None:
        self._document._show(self._before)

    def redo(self) -> None:
        self._document._show(self._after)
