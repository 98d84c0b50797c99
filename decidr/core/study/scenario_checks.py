"""What can be wrong with scenarios and sets whatever their numbers would be (method: Scenarios)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from msgspec import Struct

from decidr.core.study.cases import Case, Step, cases_of
from decidr.core.study.criteria import GOAL, ScoredBy
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.core.study.tree import all_leaves
from decidr.number_text import figure

ROUNDING = 1e-9
"""How far the sum of probabilities may be above 1."""


class Flaw(NamedTuple):
    """What is wrong with a move; an error leaves its target without figures."""

    step: Step
    problem: Problem


class ScenarioChecks(Struct, frozen=True, dict=True):
    """The checks of one study; ``ways`` say how its leaves are scored, as far as it matters."""

    study: Study
    ways: Mapping[str, ScoredBy]

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of criteria and hosts by id."""
        criteria = {GOAL: self.study.goal, **{c.id: c.name for c in self.study.criteria}}
        return {**criteria, **{h.id: h.name for h in self.study.hosts}}

    @cached_property
    def leaves(self) -> frozenset[str]:
        """Ids of the leaves."""
        return frozenset(all_leaves(self.study.criteria))

    @cached_property
    def groups(self) -> frozenset[str]:
        """Ids of hosts that have members."""
        return frozenset(h.group for h in self.study.hosts if h.active and h.group)

    def problems(self) -> Iterator[Problem]:
        """Everything wrong with the study's scenarios and sets."""
        cases = cases_of(self.study)
        yield from _names_taken(cases)
        for case in cases:
            steps = tuple(case.steps())
            found = self.clashes(case, steps) if case.is_set else self.flaws(steps)
            yield from (flaw.problem for flaw in found)
        yield from _probability_problems(self.study)

    def flaws(self, steps: Sequence[Step]) -> Iterator[Flaw]:
        """What is wrong with moves, one by one and with others of the same scenario."""
        for step in steps:
            yield from self._of_move(step)
        for first, second in _contradictions(steps):
            if first.scenario == second.scenario:
                values = {"value": _said(second), "other": _said(first)}
                problem = Problem("error", "scenarios.set_twice", second.place(self.names, "Value"), values)
                yield Flaw(second, problem)

    def clashes(self, case: Case, steps: Sequence[Step]) -> Iterator[Flaw]:
        """Moves of different scenarios of a case that set one target to two values."""
        for first, second in _contradictions(steps):
            if first.scenario != second.scenario:
                values = {
                    "first": first.scenario,
                    "second": second.scenario,
                    "target": ", ".join(second.place(self.names).names[2:]),
                    "other": _said(first),
                    "value": _said(second),
                }
                place = Place("Scenario sets", (case.name,))
                yield Flaw(second, Problem("error", "scenarios.sets_clash", place, values))

    def _of_move(self, step: Step) -> Iterator[Flaw]:
        if lacking := _lacking(step):
            yield self._flaw(step, "scenarios.incomplete", lacking, lacking=lacking)
        elif step.move.kind == "weight":
            yield from self._of_weight(step)
        else:
            yield from self._of_cell(step)

    def _of_weight(self, step: Step) -> Iterator[Flaw]:
        move = step.move
        if move.operation != "multiply":
            yield self._flaw(step, "scenarios.weight_multiplies", "Operation", operation=move.operation or "")
        if move.target == GOAL:
            yield self._flaw(step, "weights.goal", "Target", name=self.study.goal)
        if move.host is not None:
            yield self._flaw(step, "scenarios.weight_of_host", "Host", host=self.names.get(move.host, ""))
        if move.value is not None and move.value < 0:
            yield self._flaw(step, "weights.negative", "Value", value=move.value)

    def _of_cell(self, step: Step) -> Iterator[Flaw]:
        move = step.move
        target = move.target or ""
        name, way = self.names.get(target, ""), self.ways.get(target)
        if target not in self.leaves:
            yield self._flaw(step, "scenarios.not_a_leaf", "Target", name=name)
        elif move.kind == "data" and way in ("rating", "pairwise"):
            yield self._flaw(step, "scenarios.no_unit", "Kind", name=name, way=way)
        if move.host in self.groups:
            said = {"host": self.names.get(move.host or "", "")}
            place = step.place(self.names, "Host")
            yield Flaw(step, Problem("warning", "scenarios.host_group", place, said))

    def _flaw(self, step: Step, code: str, column: str, **values: str | float) -> Flaw:
        return Flaw(step, Problem("error", code, step.place(self.names, column), values))


def _lacking(step: Step) -> str:
    """The first column that a move needs and that is empty; empty where none is."""
    move = step.move
    said = {"Kind": move.kind, "Target": move.target, "Operation": move.operation, "Value": move.value}
    return next((column for column, content in said.items() if content is None), "")


def _contradictions(steps: Sequence[Step]) -> Iterator[tuple[Step, Step]]:
    """Pairs of moves that set one target to different values in a view that both count in."""
    sets = [s for s in steps if s.move.operation == "set" and s.move.kind != "weight" and s.move.value is not None]
    for first, second in combinations(sets, 2):
        one, other = first.move, second.move
        same = (one.kind, one.target) == (other.kind, other.target) and one.value != other.value
        if same and _meet(one.host, other.host) and _meet(one.view, other.view):
            yield first, second


def _meet(one: str | None, other: str | None) -> bool:
    """Whether two hosts or two views have one in common; None stands for all."""
    return one is None or other is None or one == other


def _said(step: Step) -> str:
    return figure(step.move.value or 0.0)


def _names_taken(cases: Sequence[Case]) -> Iterator[Problem]:
    """Scenarios and sets share their names' space."""
    seen: set[str] = set()
    for case in cases:
        if folded(case.name) in seen:
            place = Place("Scenario sets" if case.is_set else "Scenarios", (case.name,))
            yield Problem("error", "name.taken", place, {"name": case.name})
        seen.add(folded(case.name))


def _probability_problems(study: Study) -> Iterator[Problem]:
    given = [(s.name, s.probability) for s in study.scenario_sets if s.probability is not None]
    wrong = [(name, probability) for name, probability in given if not 0 <= probability <= 1]
    for name, probability in wrong:
        place = Place("Scenario sets", (name,), "Probability")
        yield Problem("error", "scenarios.probability", place, {"value": probability})
    whole = sum(probability for _, probability in given)
    if whole > 1 + ROUNDING and not wrong:
        place = Place("Scenario sets", (), "Probability")
        yield Problem("error", "scenarios.probabilities", place, {"sum": figure(whole)})
