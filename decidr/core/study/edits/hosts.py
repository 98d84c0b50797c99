"""Edits of hosts."""

from typing import Any

from msgspec.structs import replace

from decidr.core.study.edits.named import (
    comparisons_without,
    ids_ever,
    mappings_without,
    scenarios_without,
    with_fields,
)
from decidr.core.study.hosts import Host
from decidr.core.study.names import fresh_id, fresh_name
from decidr.core.study.study import Study


def add_host(study: Study, name: str, code: str = "") -> Study:
    """A new last host; the name gets a number if it is taken."""
    host = Host(
        id=fresh_id("h", ids_ever(study, "hosts")),
        name=fresh_name(name, (h.name for h in study.hosts)),
        code=code,
    )
    return replace(study, hosts=(*study.hosts, host))


def set_host(study: Study, host: str, **fields: Any) -> Study:
    """Change a host's own fields."""
    return replace(study, hosts=with_fields(study.hosts, host, fields))


def remove_host(study: Study, host: str) -> Study:
    """Remove a host and what was said of it; its members stay, without a group."""
    return replace(
        study,
        hosts=tuple(replace(h, group=None) if h.group == host else h for h in study.hosts if h.id != host),
        cells=tuple(cell for cell in study.cells if cell.host != host),
        costs=tuple(item for item in study.costs if item.host != host),
        comparisons=comparisons_without(study, {host}),
        scenarios=scenarios_without(study, {host}),
        imports=mappings_without(study, {host}),
    )


def move_host(study: Study, host: str, before: str | None = None) -> Study:
    """Put a host before another one, or last."""
    moved = next(h for h in study.hosts if h.id == host)
    rest = [h for h in study.hosts if h is not moved]
    place = next((i for i, h in enumerate(rest) if h.id == before), len(rest))
    return replace(study, hosts=(*rest[:place], moved, *rest[place:]))
