"""What a host still needs: every cell without a value, and every pair in which nobody judged it."""

from typing import NamedTuple

from decidr.core.analysis.sources import Sources
from decidr.core.study.study import Study


class Need(NamedTuple):
    """A leaf (an id) on which a host has no value, or no judgment against the host ``other`` (None: a cell)."""

    leaf: str
    other: str | None = None


def still_needed(study: Study, host: str, view: str | None = None) -> tuple[Need, ...]:
    """The cells and pairs that a host (an id) lacks on the leaves that a view counts (None: the base view).

    In the tree's order, pairs of one leaf in the study's order of hosts; the host may be dormant. A closed cell is no
    gap. A group needs nothing: its members do.
    """
    return needs_seen_in(Sources(study, view or study.settings.base_view), host)


def needs_seen_in(sources: Sources, host: str) -> tuple[Need, ...]:
    """As ``still_needed``, from sources that are there already."""
    if any(other.group == host and other.active for other in sources.study.hosts):
        return ()
    found: list[Need] = []
    for leaf, way in sources.ways_of_scoring.items():
        found += _pairs(sources, leaf, host) if way == "pairwise" else _cell(sources, leaf, host)
    return tuple(found)


def _cell(sources: Sources, leaf: str, host: str) -> list[Need]:
    cells = sources.cells.get((leaf, host), ())
    is_known = any(cell.value is not None or cell.closed for cell in cells)
    return [] if is_known else [Need(leaf)]


def _pairs(sources: Sources, leaf: str, host: str) -> list[Need]:
    """The other alternatives with which nobody has compared the host, where this view's judgments come from."""
    items = (*sources.hosts, host) if host not in sources.hosts else sources.hosts
    blocks = sources.judgments_of(leaf, items)
    judged = {frozenset((p.first, p.second)) for block in blocks for p in block.pairs if p.value is not None}
    return [Need(leaf, other) for other in sources.hosts if other != host and frozenset((host, other)) not in judged]
