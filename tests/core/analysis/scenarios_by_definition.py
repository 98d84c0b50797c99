"""Scenarios from the words of the method: each kind of move, in plain loops, with nothing taken from the program."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from msgspec.structs import replace

from decidr.core.study.scenarios import Move
from decidr.core.study.study import Study
from tests.core.analysis.scores_by_definition import Leaf, way_of


def rows_of(study: Study, name: str) -> list[Move]:
    """The rows of a scenario, or of those of a set pooled."""
    by_id = {s.id: s for s in study.scenarios}
    ids = [s.id for s in study.scenarios if s.name == name]
    for together in study.scenario_sets:
        ids += together.scenarios if together.name == name else ()
    return [move for id_ in dict.fromkeys(ids) for move in by_id[id_].moves]


def moved(value: float, rows: Sequence[Move]) -> float:
    """All set, then multiply, then add, whatever the order of rows."""
    for row in rows:
        value = row.value if row.operation == "set" else value
    for row in rows:
        value = value * row.value if row.operation == "multiply" else value
    for row in rows:
        value = value + row.value if row.operation == "add" else value
    return value


def rows_for(rows: Iterable[Move], kind: str, target: str, host: str, view: str) -> list[Move]:
    said = [row for row in rows if row.kind == kind and row.target == target]
    return [row for row in said if row.host in (None, host) and row.view in (None, view)]


def counts(study: Study, leaf: Any, host: str) -> bool:
    """Whether a cell has a value that would count, were it open."""
    if way_of(study, leaf) == "pairwise":
        return True
    weights = {p.id: p.weight for p in study.participants}
    given = [c for c in _cells(study, leaf, host) if c.value is not None]
    people = [c for c in given if c.participant is not None]
    return any(weights[c.participant] > 0 for c in people) if people else bool(given)


def with_data_moved(study: Study, view: str, rows: Sequence[Move]) -> Study:
    """The study with its cells moved and opened; those without a value stay as they are."""
    leaves = {c.id: c for c in study.criteria}
    return replace(study, cells=tuple(_as_moved(study, view, rows, leaves[c.criterion], c) for c in study.cells))


def _as_moved(study: Study, view: str, rows: Sequence[Move], leaf: Any, cell: Any) -> Any:
    data, scores = (rows_for(rows, kind, leaf.id, cell.host, view) for kind in ("data", "score"))
    if cell.way != way_of(study, leaf) or not counts(study, leaf, cell.host) or not (data or scores):
        return cell
    value = moved(cell.value, data) if data and cell.value is not None else cell.value
    return replace(cell, value=value, closed="")


def with_scores_moved(
    study: Study, view: str, leaf: Any, hosts: Sequence[str], row: Leaf, rows: Sequence[Move]
) -> Leaf:
    """A leaf before its turn; gaps stay, and so does what is closed without a value."""
    ends = [np.array(end, dtype=float) for end in (row.middle, row.low, row.high)]
    for h, host in enumerate(hosts):
        said = rows_for(rows, "score", leaf.id, host, view) if counts(study, leaf, host) else []
        for end in ends:
            if said and not row.gaps[h]:
                end[h] = min(1.0, max(0.0, moved(end[h], said)))
    return row._replace(middle=ends[0], low=ends[1], high=ends[2])


def factor(rows: Iterable[Move], view: str, criterion: str) -> float:
    found = 1.0
    for row in rows:
        if row.kind == "weight" and row.target == criterion and row.view in (None, view):
            found *= row.value
    return found


def _cells(study: Study, leaf: Any, host: str) -> list[Any]:
    way = way_of(study, leaf)
    return [c for c in study.cells if (c.criterion, c.host, c.way) == (leaf.id, host, way)]
