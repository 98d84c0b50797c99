"""What a case moves in one view: cells, scores and local weights (method: Scenarios)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum, prod
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.study.cases import Case, Step
from decidr.core.study.criteria import Criterion, ScoredBy
from decidr.core.study.data import Cell
from decidr.core.study.problems import Place, Problem
from decidr.core.study.scenario_checks import ScenarioChecks
from decidr.core.study.study import Study
from decidr.core.value.scores import LeafScores
from decidr.number_text import listed

CellKey = tuple[str, str]
"""Leaf and host (ids)."""


class Change(NamedTuple):
    """What the moves of one figure make of it together: first set, then multiplied, then added to."""

    to: float | None
    factor: float
    added: float

    def of(self, figure: float) -> float:
        """The figure as it is then."""
        return (figure if self.to is None else self.to) * self.factor + self.added

    def of_scores(self, scores: Floats) -> Floats:
        """Scores of any shape as they are then, kept in [0, 1]; NaN stays NaN."""
        start = scores if self.to is None else np.full_like(scores, self.to)
        return np.where(np.isnan(scores), np.nan, np.clip(start * self.factor + self.added, 0.0, 1.0))

    def of_cell(self, cell: Cell) -> Cell:
        """The cell with its value moved, its bounds with it; a value that is set has none."""
        if not isinstance(cell.value, float | int):
            return cell
        if self.to is not None:
            return replace(cell, value=self.of(cell.value), low=None, high=None, distribution=None)
        bounds = [None if bound is None else self.of(bound) for bound in (cell.low, cell.high)]
        low, high = reversed(bounds) if self.factor < 0 else bounds
        return replace(cell, value=self.of(cell.value), low=low, high=high)


UNMOVED = Change(None, 1.0, 0.0)


class Moves(Struct, frozen=True):
    """The moves of a ``case`` that count in one view, pooled by what they move; ids throughout.

    ``scores`` hold those of gaps too, which count once the gap is filled.
    ``opened`` are closed cells that count at the value they kept, ``broken`` and ``unweighted`` the leaves and the
    criteria that an error leaves without scores and without weights.
    """

    case: Case
    cells: Mapping[CellKey, Change] = {}
    scores: Mapping[CellKey, Change] = {}
    factors: Mapping[str, float] = {}
    opened: frozenset[CellKey] = frozenset()
    broken: frozenset[str] = frozenset()
    unweighted: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()

    @property
    def touched(self) -> frozenset[str]:
        """Leaves whose scores are not those of the baseline."""
        return self.broken.union(leaf for leaf, _ in (*self.cells, *self.scores, *self.opened))

    def of_cells(self, given: Mapping[CellKey, Sequence[Cell]]) -> dict[CellKey, Sequence[Cell]]:
        """Everybody's cells of a leaf and host as they are then."""
        moved = {
            key: [self._of_cell(cell, self.cells.get(key, UNMOVED), key in self.opened) for cell in given[key]]
            for key in self.cells.keys() | self.opened
        }
        return {**given, **moved}

    def _of_cell(self, cell: Cell, change: Change, is_opened: bool) -> Cell:
        moved = cell if change is UNMOVED else change.of_cell(cell)
        return replace(moved, closed="") if is_opened and moved.closed else moved

    def of_leaf(self, leaf: Criterion, hosts: Sequence[str], scores: LeafScores) -> LeafScores:
        """A leaf's scores (H,) before the turn; NaN throughout where its moves cannot be made."""
        if leaf.id in self.broken:
            return _without(scores)
        if not any((leaf.id, host) in self.scores for host in hosts):
            return scores
        if (scores.high > 1).any():
            place = Place("Scenarios", (self.case.name, leaf.name))
            return _without(scores, Problem("error", "scenarios.score_above_one", place))
        rows = (self.of_scores(leaf.id, hosts, row, scores.missing) for row in (scores.middle, scores.low, scores.high))
        middle, low, high = rows
        return LeafScores(middle, low, high, scores.missing, scores.problems)

    def of_scores(self, leaf: str, hosts: Sequence[str], scores: Floats, missing: Booleans) -> Floats:
        """Scores (…, H) on a leaf (an id) before the turn, moved and kept in [0, 1]; gaps (H,) stay."""
        moved = scores.copy()
        for h, host in enumerate(hosts):
            if (change := self.scores.get((leaf, host))) and not missing[h]:
                moved[..., h] = change.of_scores(scores[..., h])
        return moved

    def of_weights(self, items: Sequence[str], weights: Floats) -> Floats:
        """A node's local weights (…, n) times their factors, divided by their sum; NaN where that is 0."""
        if not self.unweighted.isdisjoint(items):
            return np.full_like(weights, np.nan)
        if self.factors.keys().isdisjoint(items):
            return weights
        moved = weights * np.array([self.factors.get(item, 1.0) for item in items])
        whole = moved.sum(axis=-1, keepdims=True)
        return np.asarray(moved / np.where(whole > 0, whole, np.nan))


def _without(scores: LeafScores, *problems: Problem) -> LeafScores:
    """A leaf that an error leaves without scores."""
    nothing = np.full(len(scores.missing), np.nan)
    return LeafScores(nothing, nothing, nothing, scores.missing, (*scores.problems, *problems))


class Scene(NamedTuple):
    """What a case meets in one view: what is counted, how it is scored, and what is known without the case."""

    study: Study
    view: str
    hosts: Sequence[str]
    ways: Mapping[str, ScoredBy]
    cells: Mapping[CellKey, Sequence[Cell]]
    people: Mapping[str, float]


def moves_in(scene: Scene, case: Case) -> Moves:
    """The moves of ``case`` in the scene, with what is wrong with them and which cells they leave out."""
    checks = ScenarioChecks(scene.study, scene.ways)
    steps = [step for step in case.steps() if step.move.view in (None, scene.view)]
    flaws = [*checks.flaws(steps), *checks.clashes(case, steps)]
    wrong = [flaw.step for flaw in flaws if flaw.problem.severity == "error"]
    sound = [step for step in steps if not any(step is other for other in wrong)]
    reached = [(step, _moved(scene, step)) for step in sound if step.move.kind != "weight"]
    return Moves(
        case,
        _pooled((step, keys) for step, keys in reached if step.move.kind == "data"),
        _pooled((step, keys) for step, keys in reached if step.move.kind == "score"),
        _factors(step for step in sound if step.move.kind == "weight"),
        frozenset(key for _, keys in reached for key in keys if _is_closed(scene.cells.get(key, ()))),
        frozenset(step.move.target or "" for step in wrong if step.move.kind != "weight"),
        frozenset(step.move.target or "" for step in wrong if step.move.kind == "weight"),
        (*(flaw.problem for flaw in flaws), *_skipped(scene, (step for step, _ in reached), checks.names)),
    )


def _aimed_at(scene: Scene, step: Step) -> list[CellKey]:
    """The cells that a move is meant for, of the leaves and hosts that count."""
    leaf, host = step.move.target or "", step.move.host
    hosts = scene.hosts if host is None else [host] if host in scene.hosts else []
    return [(leaf, h) for h in hosts] if leaf in scene.ways else []


def _moved(scene: Scene, step: Step) -> list[CellKey]:
    """Those of them that have something to be moved; of gaps the score would be, if they were filled."""
    of_score = step.move.kind == "score"
    return [
        key
        for key in _aimed_at(scene, step)
        if _is_known(scene, key) or (of_score and not _is_closed(scene.cells.get(key, ())))
    ]


def _is_known(scene: Scene, key: CellKey) -> bool:
    """Whether a cell has a value that counts, were it not closed; a leaf compared in pairs has one for every host."""
    if scene.ways[key[0]] == "pairwise":
        return True
    given = [cell for cell in scene.cells.get(key, ()) if cell.value is not None]
    others = [cell for cell in given if cell.participant is not None]
    return any(scene.people.get(cell.participant or "", 1.0) > 0 for cell in others or given)


def _is_closed(cells: Iterable[Cell]) -> bool:
    return any(cell.closed for cell in cells if cell.participant is None)


def _pooled(reached: Iterable[tuple[Step, Sequence[CellKey]]]) -> dict[CellKey, Change]:
    """One change a cell, whatever the order of its moves."""
    rows: dict[CellKey, list[Step]] = {}
    for step, keys in reached:
        for key in keys:
            rows.setdefault(key, []).append(step)
    return {key: _change(steps) for key, steps in rows.items()}


def _change(steps: Sequence[Step]) -> Change:
    def values(operation: str) -> list[float]:
        return sorted(s.move.value for s in steps if s.move.operation == operation and s.move.value is not None)

    return Change(next(iter(values("set")), None), prod(values("multiply")), fsum(values("add")))


def _factors(steps: Iterable[Step]) -> dict[str, float]:
    """One factor a criterion."""
    found: dict[str, list[float]] = {}
    for step in steps:
        found.setdefault(step.move.target or "", []).append(1.0 if step.move.value is None else step.move.value)
    return {target: prod(sorted(factors)) for target, factors in found.items()}


def _skipped(scene: Scene, steps: Iterable[Step], names: Mapping[str, str]) -> Iterator[Problem]:
    """Moves of cells without a value: one notice a move."""
    for step in steps:
        left = [key for key in _aimed_at(scene, step) if not _is_known(scene, key)]
        for is_closed, code in ((False, "scenarios.skipped_missing"), (True, "scenarios.skipped_closed")):
            hosts = [names[host] for _, host in left if _is_closed(scene.cells.get((_, host), ())) == is_closed]
            if hosts:
                yield Problem("notice", code, step.place(names), {"hosts": listed(hosts)})
