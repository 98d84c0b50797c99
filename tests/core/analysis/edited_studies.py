"""The oracle of «what would this cell alone do?»: the study is edited and evaluated again."""

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import Criterion, Level
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell
from decidr.core.study.study import Study


def leader_of(results: Results) -> str | None:
    return None if results.leader is None else results.hosts[results.leader]


def margin(results: Results, leader: str) -> float:
    """How far a host is ahead of the best other eligible one; NaN where one of them may not lead."""
    may = {host: total for host, total, e in zip(results.hosts, results.totals, results.eligible, strict=True) if e}
    rest = [total for host, total in may.items() if host != leader]
    return float(may[leader] - max(rest)) if leader in may and rest else np.nan


def outcome(today: Results, then: Results, leaf: str, host: str) -> tuple[float, int, float, str | None]:
    """Score and rank of the host, change of today's leader's margin, and the new leader if it is another."""
    first = leader_of(today)
    assert first is not None
    new = leader_of(then)
    row, column = then.leaves.index(leaf), then.hosts.index(host)
    change = margin(then, first) - margin(today, first)
    return float(then.raw_scores[row, column]), int(then.ranks[column]), change, None if new == first else new


def with_value(study: Study, criterion: Criterion, host: str, value: float) -> Study:
    """The study's own cell with a value; a rating gets a level of its own for the score."""
    way = criterion.scored_by or "data"
    if way != "rating":
        return set_cell(study, criterion.id, host, way, value=value)
    level = Level(criterion=criterion.id, name=f"score {value!r}", score=value)
    return set_cell(replace(study, levels=(*study.levels, level)), criterion.id, host, way, value=level.name)


def extremes(
    today: Results, view: str, criterion: Criterion, host: str, values: list[float]
) -> list[tuple[float, int, float, str | None]]:
    """What the worst and the best of the values bring, which are worst outside the ranks, then by the score."""
    study = today.study
    then = [evaluate(with_value(study, criterion, host, value), view) for value in values]
    found = [outcome(today, results, criterion.id, host) for results in then]
    found.sort(key=lambda f: (f[1] > 0, f[0]))
    return [found[0], found[-1]]


def cells_at(study: Study, leaf: str, host: str) -> list[Cell]:
    """All cells of the way in which the leaf is scored."""
    way = next(c.scored_by or "data" for c in study.criteria if c.id == leaf)
    return [c for c in study.cells if (c.criterion, c.host, c.way) == (leaf, host, way)]


def own(study: Study, leaf: str, host: str) -> Cell | None:
    return next((c for c in cells_at(study, leaf, host) if c.participant is None), None)


def given_values(study: Study, leaf: str, hosts: tuple[str, ...]) -> list[float]:
    """Every value that counts on a leaf, of data and direct leaves."""
    found: list[float] = []
    for host in hosts:
        cells = [c for c in cells_at(study, leaf, host) if c.value is not None]
        others = [c for c in cells if c.participant is not None]
        found += [float(c.value) for c in others or cells]  # type: ignore[arg-type]
    return found


def nobody_else_said(study: Study, leaf: str, host: str) -> bool:
    return not any(c.participant is not None and c.value is not None for c in cells_at(study, leaf, host))


def hold_same(found, wanted) -> None:
    """Two outcomes are the same figures."""
    values = [found.score, found.rank, found.change]
    np.testing.assert_allclose(values, wanted[:3], rtol=0, atol=1e-9)
    assert found.leader == wanted[3]


def with_only_value(study: Study, criterion: Criterion, host: str, value: float | str) -> Study:
    """The cell with a value of the study's own, and nothing that participants said of it."""
    way = criterion.scored_by or "data"
    kept = (
        c for c in study.cells if c.participant is None or (c.criterion, c.host, c.way) != (criterion.id, host, way)
    )
    return set_cell(replace(study, cells=tuple(kept)), criterion.id, host, way, value=value)
