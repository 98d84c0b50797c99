"""Edits of participants: who judges, with what weight, and what."""

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from decidr.core.study.edits.named import ids_ever, with_fields
from decidr.core.study.names import fresh_id, fresh_name
from decidr.core.study.participants import Participant, Role
from decidr.core.study.study import Study


def add_participant(study: Study, name: str) -> Study:
    """A new last participant of weight 1, who judges everything; the name gets a number if it is taken."""
    participant = Participant(
        id=fresh_id("p", ids_ever(study, "participants")),
        name=fresh_name(name, (p.name for p in study.participants)),
    )
    return replace(study, participants=(*study.participants, participant))


def set_participant(study: Study, participant: str, **fields: Any) -> Study:
    """Change a participant's own fields."""
    return replace(study, participants=with_fields(study.participants, participant, fields))


def remove_participant(study: Study, participant: str) -> Study:
    """Remove a participant with all that he said."""
    return replace(
        study,
        participants=tuple(p for p in study.participants if p.id != participant),
        roles=tuple(r for r in study.roles if r.participant != participant),
        comparisons=tuple(b for b in study.comparisons if b.participant != participant),
        weights=tuple(w for w in study.weights if w.participant != participant),
        cells=tuple(c for c in study.cells if c.participant != participant),
    )


def set_roles(study: Study, participant: str, nodes: Iterable[str]) -> Study:
    """The nodes (ids) that a participant judges, these only; none: everything."""
    kept = tuple(r for r in study.roles if r.participant != participant)
    new = tuple(Role(participant=participant, under=node) for node in nodes)
    return replace(study, roles=(*kept, *new))
