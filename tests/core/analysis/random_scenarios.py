"""Moves drawn at random for a study: every kind, host and view, without two different sets on one target."""

import numpy as np
from msgspec.structs import replace

from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import Study
from tests.core.analysis.scores_by_definition import way_of

MOST_MOVES = 8


def with_scenarios(study: Study, seed: int) -> Study:
    """The study with the scenarios «one» and «two» and the set «both»."""
    rng = np.random.default_rng(seed)
    moves = [_move(rng, study) for _ in range(int(rng.integers(1, MOST_MOVES)))]
    kept = [m for n, m in enumerate(moves) if m is not None and not any(_clashes(m, o) for o in moves[:n] if o)]
    half = int(rng.integers(0, len(kept) + 1))
    one, two = Scenario(id="s1", name="one", moves=kept[:half]), Scenario(id="s2", name="two", moves=kept[half:])
    return replace(study, scenarios=(one, two), scenario_sets=(ScenarioSet(name="both", scenarios=("s1", "s2")),))


def _move(rng: np.random.Generator, study: Study) -> Move | None:
    def one_of(choices):
        return choices[int(rng.integers(len(choices)))]

    parents = {c.under for c in study.criteria}
    view = one_of([None, None, *(v.id for v in study.views)])
    if rng.random() < 0.3:
        target = one_of(study.criteria)
        return Move(kind="weight", target=target.id, view=view, operation="multiply", value=float(rng.uniform(0.2, 3)))
    leaf = one_of([c for c in study.criteria if c.id not in parents])
    way = way_of(study, leaf)
    kind = one_of(["data", "score"]) if way in ("data", "direct") else "score"
    operation = one_of(["set", "multiply", "add"])
    value = {"set": rng.uniform(0, 1), "multiply": rng.uniform(0.4, 0.95), "add": rng.uniform(-0.3, 0.3)}[operation]
    if kind == "data" and way == "direct":
        operation, value = ("set", rng.uniform(0, 1)) if operation == "add" else (operation, value)
    if kind == "data" and way == "data":
        value = {"set": rng.uniform(0.3, 11), "multiply": rng.uniform(0.5, 1.5), "add": rng.uniform(0, 2)}[operation]
    host = one_of([None, *(h.id for h in study.hosts)])
    return Move(kind=kind, target=leaf.id, host=host, view=view, operation=operation, value=float(value))


def _clashes(one: Move, other: Move) -> bool:
    return one.operation == other.operation == "set" and (one.kind, one.target) == (other.kind, other.target)
