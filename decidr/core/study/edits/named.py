"""What edits share: one of several named parts changed, and what was said of those that are gone."""

from typing import Any, TypeVar

from msgspec.structs import replace

from decidr.core.study.criteria import Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.imports import ImportMapping
from decidr.core.study.judgments import Comparisons
from decidr.core.study.participants import Participant
from decidr.core.study.scenarios import Scenario
from decidr.core.study.study import Study
from decidr.core.study.views import View

Named = TypeVar("Named", Criterion, Host, Participant, View)


def ids_ever(study: Study, field: str) -> set[str]:
    """Ids of the parts in a field, also of those that only a snapshot remembers: a new part takes none of them."""
    states = (study, *(snapshot.study for snapshot in study.snapshots))
    return {part.id for state in states for part in getattr(state, field)}


def with_fields(parts: tuple[Named, ...], wanted: str, fields: dict[str, Any]) -> tuple[Named, ...]:
    """The parts, with other ``fields`` in the one whose id is ``wanted``."""
    return tuple(replace(part, **fields) if part.id == wanted else part for part in parts)


def comparisons_without(study: Study, gone: set[str]) -> tuple[Comparisons, ...]:
    """The judgments without the nodes and items that are gone."""
    blocks = (_pairs_without(block, gone) for block in study.comparisons if block.under not in gone)
    return tuple(block for block in blocks if block.pairs)


def _pairs_without(block: Comparisons, gone: set[str]) -> Comparisons:
    pairs = tuple(p for p in block.pairs if p.first not in gone and p.second not in gone)
    return block if len(pairs) == len(block.pairs) else replace(block, pairs=pairs)


def scenarios_without(study: Study, gone: set[str]) -> tuple[Scenario, ...]:
    """The scenarios without moves of what is gone."""
    return tuple(
        replace(s, moves=tuple(m for m in s.moves if m.target not in gone and m.host not in gone))
        for s in study.scenarios
    )


def mappings_without(study: Study, gone: set[str]) -> tuple[ImportMapping, ...]:
    """The mappings of spreadsheets without criteria and hosts that are gone."""
    found = (_mapping_without(mapping, gone) for mapping in study.imports)
    return tuple(mapping for mapping in found if mapping.series)


def _mapping_without(mapping: ImportMapping, gone: set[str]) -> ImportMapping:
    series = tuple(target for target in mapping.series if target.criterion not in gone)
    hosts = tuple(label for label in mapping.hosts if label.host not in gone)
    return replace(mapping, series=series, hosts=hosts)


def without_leaves(view: View, gone: set[str]) -> View:
    """The view without the leaves that are gone."""
    return replace(
        view,
        left_out=tuple(leaf for leaf in view.left_out if leaf not in gone),
        turned=tuple(leaf for leaf in view.turned if leaf not in gone),
    )
