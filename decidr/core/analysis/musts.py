"""Must-haves: conditions that a host has to meet (method: Synthesis)."""

import re
from typing import NamedTuple

from decidr.core.analysis.sources import Sources
from decidr.core.study.criteria import Criterion
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem


class Must(NamedTuple):
    """``>=`` or ``<=`` a figure in the leaf's unit, or ``=`` a figure or the name of a level."""

    operator: str
    bound: float | str


def parse_must(text: str, names_level: bool = False) -> Must | None:
    """The condition that the user wrote, None where it is not understood; decimal commas are taken.

    ``names_level``: the leaf has named levels, so only ``=`` and a name is a condition, even a name like a figure.
    """
    found = re.fullmatch(r"\s*(>=|<=|=|≥|≤)\s*(\S.*?)\s*", text)
    if not found:
        return None
    operator = {"≥": ">=", "≤": "<="}.get(found[1], found[1])
    if names_level:
        return Must(operator, found[2]) if operator == "=" else None
    try:
        return Must(operator, float(found[2].replace(",", ".")))
    except ValueError:
        return Must(operator, found[2]) if operator == "=" else None


def meets(must: Must, value: float | str) -> bool:
    """Whether a value, as it was given, meets the condition."""
    operator, bound = must
    if isinstance(bound, str) or isinstance(value, str):
        return operator == "=" and folded(str(value)) == folded(str(bound))
    return {">=": value >= bound, "<=": value <= bound, "=": value == bound}[operator]


def must_said(criterion: Criterion) -> str:
    """The condition with the criterion's name and unit, as it is shown."""
    return f"{criterion.name} {criterion.must} {criterion.unit}".rstrip()


def failed_musts(sources: Sources) -> tuple[tuple[str | None, ...], tuple[Problem, ...]]:
    """For each host (H) the first must it fails, None where none; and what could not be tested."""
    failed: list[str | None] = [None] * len(sources.hosts)
    problems: list[Problem] = []
    for leaf in (sources.criteria[leaf] for leaf in sources.tree.leaves if sources.criteria[leaf].must):
        must = parse_must(leaf.must, names_level=sources.ways_of_scoring[leaf.id] == "rating")
        if must is None:
            problems.append(
                Problem("error", "must.not_understood", Place("Criteria", (leaf.name,)), {"must": leaf.must})
            )
            continue
        for h, host in enumerate(sources.hosts):
            value = _tested_value(sources, leaf.id, host)
            if value is None:
                problems.append(_untested(sources, leaf, host))
            elif not meets(must, value):
                failed[h] = failed[h] or must_said(leaf)
    return tuple(failed), tuple(problems)


def fails_with(sources: Sources, leaf: str, host: str, value: float | str | None) -> bool:
    """Whether a host (an id) would fail a must if its value on ``leaf`` (an id) were this one."""
    for criterion in (sources.criteria[id_] for id_ in sources.tree.leaves if sources.criteria[id_].must):
        must = parse_must(criterion.must, names_level=sources.ways_of_scoring[criterion.id] == "rating")
        tested = value if criterion.id == leaf else _tested_value(sources, criterion.id, host)
        if must and tested is not None and not meets(must, tested):
            return True
    return False


def _tested_value(sources: Sources, leaf: str, host: str) -> float | str | None:
    """The value that counts, also where it is closed; None for a gap."""
    cells = sources.cells.get((leaf, host), ())
    return next((cell.value for cell in cells if cell.value is not None), None)


def _untested(sources: Sources, leaf: Criterion, host: str) -> Problem:
    values = {"must": leaf.must, "host": sources.names[host]}
    return Problem("warning", "must.missing", Place("Data", (leaf.name, sources.names[host])), values)
