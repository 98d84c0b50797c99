"""Edits of scenarios and their moves, and of sets; a move is known by its place (from 0) and a set by its name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import isclose
from typing import Any

from msgspec.structs import replace

from decidr.core.study.cases import cases_of
from decidr.core.study.edits.named import ids_ever
from decidr.core.study.names import fresh_id, fresh_name
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study

ALIKE = 1e-9
"""Factors no further apart, relative to each other, are the same."""


def add_scenario(study: Study, name: str, moves: Iterable[Move] = ()) -> Study:
    """A new last scenario; the name gets a number if a scenario or a set has it."""
    new = Scenario(id=fresh_id("s", ids_ever(study, "scenarios")), name=_free(study, name), moves=tuple(moves))
    return replace(study, scenarios=(*study.scenarios, new))


def rename_scenario(study: Study, scenario: str, name: str) -> Study:
    """Call a scenario (an id) otherwise; the name gets a number if another scenario or a set has it."""
    old = next(s for s in study.scenarios if s.id == scenario)
    free = _free(study, name, old.name)
    return study if free == old.name else _with_scenario(study, replace(old, name=free))


def remove_scenario(study: Study, scenario: str) -> Study:
    """Remove a scenario (an id), from sets too; a set that has no other goes with it."""
    left = ((s, tuple(id_ for id_ in s.scenarios if id_ != scenario)) for s in study.scenario_sets)
    return replace(
        study,
        scenarios=tuple(s for s in study.scenarios if s.id != scenario),
        scenario_sets=tuple(
            s if ids == s.scenarios else replace(s, scenarios=ids) for s, ids in left if ids or not s.scenarios
        ),
    )


def place_scenario(study: Study, scenario: str, before: str | None = None) -> Study:
    """Put a scenario before another one (ids), or last."""
    moved = next(s for s in study.scenarios if s.id == scenario)
    rest = [s for s in study.scenarios if s is not moved]
    place = next((i for i, s in enumerate(rest) if s.id == before), len(rest))
    return replace(study, scenarios=(*rest[:place], moved, *rest[place:]))


def add_move(study: Study, scenario: str, move: Move) -> Study:
    """A new last move of a scenario."""
    return _with_moves(study, scenario, [*_moves(study, scenario), move])


def set_move(study: Study, scenario: str, place: int, **fields: Any) -> Study:
    """Change fields of a move."""
    moves = _moves(study, scenario)
    moves[place] = replace(moves[place], **fields)
    return _with_moves(study, scenario, moves)


def remove_move(study: Study, scenario: str, place: int) -> Study:
    """Remove a move."""
    moves = _moves(study, scenario)
    del moves[place]
    return _with_moves(study, scenario, moves)


def place_move(study: Study, scenario: str, place: int, to: int) -> Study:
    """Put a move at another place among those of its scenario; no figure moves, since they are pooled."""
    moves = _moves(study, scenario)
    moves.insert(to, moves.pop(place))
    return _with_moves(study, scenario, moves)


def combine_scenarios(study: Study, name: str, scenarios: Iterable[str]) -> Study:
    """A new last set of scenarios (ids) that happen together; the name gets a number if it is taken."""
    new = ScenarioSet(name=_free(study, name), scenarios=tuple(dict.fromkeys(scenarios)))
    return replace(study, scenario_sets=(*study.scenario_sets, new))


def set_scenarios_of(study: Study, name: str, scenarios: Iterable[str]) -> Study:
    """The scenarios (ids) of the set of that name, these only; KeyError if there is none."""
    old = set_named(study, name)
    return _with_set(study, old, replace(old, scenarios=tuple(dict.fromkeys(scenarios))))


def rename_set(study: Study, name: str, new_name: str) -> Study:
    """Call a set otherwise; the new name gets a number if it is taken. KeyError if there is none."""
    old = set_named(study, name)
    return _with_set(study, old, replace(old, name=_free(study, new_name, name)))


def set_probability(study: Study, name: str, probability: float | None) -> Study:
    """How likely the set of that name is, None: not said; KeyError if there is none."""
    old = set_named(study, name)
    return _with_set(study, old, replace(old, probability=probability))


def remove_set(study: Study, name: str) -> Study:
    """Forget a set; its scenarios stay. KeyError if there is none."""
    gone = set_named(study, name)
    return replace(study, scenario_sets=tuple(s for s in study.scenario_sets if s is not gone))


def set_named(study: Study, name: str) -> ScenarioSet:
    """The set of that name; KeyError if there is none."""
    found = next((s for s in study.scenario_sets if s.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def keep_weights(study: Study, name: str, was: Mapping[str, float], now: Mapping[str, float], view: str) -> Study:
    """A new scenario whose weight moves make of the local weights that ``was`` those that are ``now``, in one view.

    Both give the weights of whole families of siblings by criterion. Factors are told against what most siblings of a
    node share, so that a single weight that was drawn is a single move. ValueError where a weight rises from 0, which
    no factor does.
    """
    return add_scenario(study, name, _weight_moves(study, was, now, view))


def _weight_moves(study: Study, was: Mapping[str, float], now: Mapping[str, float], view: str) -> Iterator[Move]:
    families: dict[str, list[str]] = {}
    for criterion in study.criteria:
        if criterion.id in now:
            families.setdefault(criterion.under, []).append(criterion.id)
    for family in families.values():
        for criterion_id, factor in _factors(family, was, now).items():
            yield Move(kind="weight", target=criterion_id, view=view, operation="multiply", value=factor)


def _factors(family: Iterable[str], was: Mapping[str, float], now: Mapping[str, float]) -> dict[str, float]:
    """The factors that are not 1, of siblings whose weights are no longer in the same proportions."""
    ratios = {}
    for criterion in family:
        if was[criterion] > 0:
            ratios[criterion] = now[criterion] / was[criterion]
        elif now[criterion] > 0:
            raise ValueError("no factor raises a weight from 0")
    shared = _most_shared([ratio for ratio in ratios.values() if ratio > 0])
    factors = {criterion: ratio / shared for criterion, ratio in ratios.items()}
    return {criterion: factor for criterion, factor in factors.items() if not isclose(factor, 1.0, rel_tol=ALIKE)}


def _most_shared(ratios: Iterable[float]) -> float:
    """The ratio that most have, the first of them; 1 without any."""
    counted: Counter[float] = Counter()
    for ratio in ratios:
        counted[next((r for r in counted if isclose(r, ratio, rel_tol=ALIKE)), ratio)] += 1
    return max(counted, key=lambda ratio: counted[ratio], default=1.0)


def _free(study: Study, name: str, own: str | None = None) -> str:
    """The name, with a number if another scenario or set than the one called ``own`` has it."""
    return fresh_name(name, (case.name for case in cases_of(study) if case.name != own))


def _moves(study: Study, scenario: str) -> list[Move]:
    return list(next(s for s in study.scenarios if s.id == scenario).moves)


def _with_moves(study: Study, scenario: str, moves: Iterable[Move]) -> Study:
    old = next(s for s in study.scenarios if s.id == scenario)
    new = tuple(moves)
    return study if new == old.moves else _with_scenario(study, replace(old, moves=new))


def _with_scenario(study: Study, new: Scenario) -> Study:
    return replace(study, scenarios=tuple(new if s.id == new.id else s for s in study.scenarios))


def _with_set(study: Study, old: ScenarioSet, new: ScenarioSet) -> Study:
    sets = tuple(new if s is old else s for s in study.scenario_sets)
    return study if new == old else replace(study, scenario_sets=sets)
