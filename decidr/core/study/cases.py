"""Cases: what may happen instead of the baseline, one scenario alone or those of a set together."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from decidr.core.study.names import folded
from decidr.core.study.problems import Place
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Study


class Step(NamedTuple):
    """One move of a case: the ``number``-th of its ``scenario`` (a name)."""

    scenario: str
    number: int
    move: Move

    def place(self, names: Mapping[str, str], column: str = "") -> Place:
        """Where it stands: scenario, number and, by ``names`` of criteria and hosts, what it moves."""
        said = (names.get(id_ or "", "") for id_ in (self.move.target, self.move.host))
        return Place("Scenarios", (self.scenario, str(self.number), *(name for name in said if name)), column)


class Case(Struct, frozen=True):
    """What is supposed to happen, under the ``name`` of a scenario or of a set; a set alone has a ``probability``."""

    name: str
    scenarios: tuple[Scenario, ...]
    is_set: bool = False
    probability: float | None = None

    def steps(self) -> Iterator[Step]:
        """The moves of its scenarios pooled; rows that only carry a note move nothing and are left out."""
        for scenario in self.scenarios:
            for number, move in enumerate(scenario.moves, 1):
                if move.target or move.operation or move.value is not None:
                    yield Step(scenario.name, number, move)


def cases_of(study: Study) -> tuple[Case, ...]:
    """The scenarios, then the sets, in the study's order; a scenario counts once in a set."""
    by_id = {scenario.id: scenario for scenario in study.scenarios}
    alone = (Case(scenario.name, (scenario,)) for scenario in study.scenarios)
    together = (
        Case(s.name, tuple(by_id[id_] for id_ in dict.fromkeys(s.scenarios) if id_ in by_id), True, s.probability)
        for s in study.scenario_sets
    )
    return (*alone, *together)


def followed(before: Study, after: Study, name: str) -> str | None:
    """What the case of that name is called after an edit; None where it is gone."""
    if case_named(after, name):
        return name
    names = {scenario.id: scenario.name for scenario in after.scenarios}
    renamed = [(s.name, names.get(s.id)) for s in before.scenarios]
    was, now = ([s.name for s in study.scenario_sets] for study in (before, after))
    if len(was) == len(now):
        renamed += zip(was, now, strict=True)
    return next((new for old, new in renamed if folded(old) == folded(name)), None)


def case_named(study: Study, name: str) -> Case | None:
    """The scenario or set of that name, without regard to case, accents and outer blanks; None where there is none."""
    return next((case for case in cases_of(study) if folded(case.name) == folded(name)), None)
