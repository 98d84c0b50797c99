"""What can be wrong with a study whatever its numbers: its structure."""

from collections.abc import Iterable, Iterator, Sequence

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of, depth_first


def structure_problems(study: Study) -> tuple[Problem, ...]:
    """Names that clash, criteria that hang nowhere, and what is kept without counting."""
    return (
        *_duplicates("Criteria", "criteria.duplicate", study.criteria),
        *_duplicates("Hosts", "hosts.duplicate", study.hosts),
        *_misplaced(study.criteria),
        *_absent(study),
        *_dormant("Criteria", "criteria.dormant", study.criteria),
        *_dormant("Hosts", "hosts.dormant", study.hosts),
    )


def _duplicates(sheet: str, code: str, parts: Sequence[Criterion] | Sequence[Host]) -> Iterator[Problem]:
    seen: set[str] = set()
    for part in parts:
        if folded(part.name) in seen:
            yield Problem("error", code, Place(sheet, (part.name,)), {"name": part.name})
        seen.add(folded(part.name))


def _misplaced(criteria: tuple[Criterion, ...]) -> Iterator[Problem]:
    """Criteria that do not hang, over their parents, on the goal."""
    reached = set(depth_first(children_of(criteria)))
    ids = {c.id for c in criteria} | {GOAL}
    for criterion in criteria:
        if criterion.under not in ids:
            yield Problem("error", "criteria.unknown_parent", Place("Criteria", (criterion.name,)))
    circle = [c.name for c in criteria if c.id not in reached and c.under in ids]
    if circle:
        yield Problem("error", "criteria.cycle", Place("Criteria", (circle[0],)), {"names": ", ".join(circle)})


def _absent(study: Study) -> Iterator[Problem]:
    if not any(c.active for c in study.criteria):
        yield Problem("error", "criteria.none", Place("Criteria"))
    if not any(h.active for h in study.hosts):
        yield Problem("error", "hosts.none", Place("Hosts"))


def _dormant(sheet: str, code: str, parts: Iterable[Criterion | Host]) -> Iterator[Problem]:
    for part in parts:
        if not part.active:
            yield Problem("notice", code, Place(sheet, (part.name,)))
