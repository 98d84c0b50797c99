"""What the parts of a study refer to, and whether it is there and said once: damage that a file may have."""

from collections.abc import Iterator, Mapping
from typing import Any

from decidr.core.study.criteria import GOAL, Criterion, Level
from decidr.core.study.data import Cell, CostItem
from decidr.core.study.hosts import Host
from decidr.core.study.imports import HostLabel, ImportMapping, SeriesTarget
from decidr.core.study.judgments import Comparisons, Judgment, NodeSetting, WeightEntry
from decidr.core.study.part import Part
from decidr.core.study.participants import Role
from decidr.core.study.problems import Problem
from decidr.core.study.scenarios import Move, ScenarioSet
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View

NAMED = ("criteria", "hosts", "participants", "views", "scenarios")
"""Fields of the study whose parts have ids."""

REFERENCES: Mapping[type[Part], Mapping[str, str]] = {
    Settings: {"base_view": "views"},
    Criterion: {"under": "nodes"},
    Level: {"criterion": "criteria"},
    Host: {"group": "hosts"},
    Role: {"participant": "participants", "under": "nodes"},
    View: {"left_out": "criteria", "turned": "criteria"},
    Comparisons: {"under": "nodes", "view": "views", "participant": "participants"},
    Judgment: {"first": "items", "second": "items"},
    NodeSetting: {"under": "nodes", "view": "views"},
    WeightEntry: {"criterion": "criteria", "view": "views", "participant": "participants"},
    Cell: {"criterion": "criteria", "host": "hosts", "participant": "participants"},
    CostItem: {"host": "hosts"},
    Move: {"target": "criteria", "host": "hosts", "view": "views"},
    ScenarioSet: {"scenarios": "scenarios"},
    SeriesTarget: {"criterion": "criteria"},
    HostLabel: {"host": "hosts"},
}
"""By type, the fields that hold ids, and of what."""


SAID_TWICE = 1e-9
"""How far, as a share, a ratio may be from the same pair's other one: the dust of writing 1/3, as for a matrix."""


def wrong_references(study: Study, path: str = "$") -> Iterator[Problem]:
    """Ids given twice, and references to what the study does not hold, each with its path in the file.

    ``path`` leads to the study; its snapshots are studies of their own and are not looked into.
    """
    ids = {name: {part.id for part in getattr(study, name)} for name in NAMED}
    for name in NAMED:
        yield from _doubles(study, name, path)
    ids["nodes"] = ids["criteria"] | {GOAL}
    ids["items"] = ids["criteria"] | ids["hosts"]
    yield from _wrong(study, path, ids)


def wrong_judgments(study: Study, path: str = "$") -> Iterator[Problem]:
    """Items compared with themselves, and pairs that one person judged in two ways at a node, each with its path."""
    for place, block in enumerate(study.comparisons):
        first_said: dict[tuple[str, str], tuple[float, str]] = {}
        for row, pair in enumerate(block.pairs):
            here = f"{path}.comparisons[{place}].pairs[{row}]"
            if pair.first == pair.second:
                yield Problem("error", "judgments.with_itself", here, {"name": pair.first})
            elif pair.value is not None and pair.value > 0:
                forth = pair.first < pair.second
                key = (pair.first, pair.second) if forth else (pair.second, pair.first)
                value, other = first_said.setdefault(key, (pair.value if forth else 1 / pair.value, here))
                if abs((pair.value if forth else 1 / pair.value) / value - 1) > SAID_TWICE:
                    said = {"pair": f"{pair.first}, {pair.second}", "other": other}
                    yield Problem("error", "judgments.contradiction", here, said)


def _doubles(study: Study, name: str, path: str) -> Iterator[Problem]:
    seen = {GOAL} if name == "criteria" else set()
    for place, part in enumerate(getattr(study, name)):
        if part.id in seen:
            yield Problem("error", "file.double_id", f"{path}.{name}[{place}].id", {"id": part.id})
        seen.add(part.id)


def _wrong(part: Part, path: str, ids: Mapping[str, set[str]]) -> Iterator[Problem]:
    for name, kind in REFERENCES.get(type(part), {}).items():
        for reference in _listed(getattr(part, name)):
            if reference not in ids[kind]:
                yield Problem("error", "file.broken_reference", f"{path}.{name}", {"reference": reference})
    for name in _fields_of_parts(part):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from _wrong(value, f"{path}.{name}", ids)
        else:
            for place, inner in enumerate(value):
                yield from _wrong(inner, f"{path}.{name}[{place}]", ids)


def _listed(value: Any) -> tuple[str, ...]:
    """The ids in a field that holds one, several or none."""
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _fields_of_parts(part: Part) -> Iterator[str]:
    """The fields that hold parts which may refer to others."""
    if isinstance(part, Study):
        yield from (name for name in part.__struct_fields__ if _holds_parts(getattr(part, name)))
    elif isinstance(part, Comparisons):
        yield "pairs"
    elif isinstance(part, ImportMapping):
        yield from ("series", "hosts")
    elif hasattr(part, "moves"):
        yield "moves"


def _holds_parts(value: Any) -> bool:
    return isinstance(value, Part) or (isinstance(value, tuple) and bool(value) and isinstance(value[0], Part))
