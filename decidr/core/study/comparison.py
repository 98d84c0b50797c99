"""What differs between two states of a study, in the user's terms: names for ids, and values from and to."""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from math import isclose
from operator import attrgetter
from typing import Any, Literal, NamedTuple

import msgspec

from decidr.core.study.comparison_rows import Key, Kind, Names, Row, pairs_of, rows_of
from decidr.core.study.part import Part
from decidr.core.study.study import Study

PLACE = "place"
"""The field that tells where something stands among its siblings, from 1."""

KEYS: Mapping[str, Callable[[Any], Hashable]] = {
    "comparisons": attrgetter("under", "view", "participant"),
    "cells": attrgetter("criterion", "host", "way", "participant"),
}
"""What makes an entry the same one in another state; of these there may be thousands."""

SAME = 1e-12
"""A ratio read the other way round may differ by so much from itself."""


class FieldChange(NamedTuple):
    """A field of a thing, and its values; None where there was none."""

    name: str
    before: Any
    after: Any


class Change(NamedTuple):
    """One thing that was added, removed or changed; ``names`` lead to it, as the node and the two items of a judgment.

    A removed thing takes along what was said of it: ``along`` counts those entries. ``view`` and ``participant`` are
    names, empty for every view and for the study's own; ``way`` tells of a weight or a cell how it was given. ``when``
    and ``note`` are those of the entry as it is now, or was last.
    """

    kind: Kind
    what: Literal["added", "removed", "changed"]
    names: tuple[str, ...]
    fields: tuple[FieldChange, ...] = ()
    view: str = ""
    participant: str = ""
    way: str = ""
    when: str = ""
    note: str = ""
    along: int = 0

    def field(self, name: str) -> FieldChange | None:
        """The change of one field; None if it is the same."""
        return next((field for field in self.fields if field.name == name), None)


def compare(before: Study, after: Study) -> tuple[Change, ...]:
    """Every difference between two states of a study, in its order; snapshots and the order of entries aside.

    Parts are the same by their ids, judgments by node, view, person and pair, whichever item was named first.
    """
    before, after = _apart(before, after)
    new = rows_of(after)
    old = rows_of(before, pairs_of(after))
    names = Names(before), Names(after)
    places = _moves(old, new)
    along = _along(old, new)
    found = []
    for key in _in_order(tuple(old), tuple(new)):
        if key not in new:
            found += [] if _owner(old, new, key) != key else [_removed(old[key], names[0], along[key])]
        elif key not in old:
            found.append(_told(new[key], "added", _added_fields(new[key], names[1])))
        elif fields := (*_field_changes(old[key], new[key], names), *places.get(key, ())):
            found.append(_told(new[key], "changed", fields))
    return tuple(found)


def _told(
    row: Row, what: Literal["added", "removed", "changed"], fields: tuple[FieldChange, ...], along: int = 0
) -> Change:
    about = {"view": row.view, "participant": row.participant, "way": row.way, "when": row.when, "note": row.note}
    return Change(row.kind, what, row.names, fields, along=along, **about)


def _added_fields(row: Row, names: Names) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(n, None, names.shown(n, v)) for n, v in row.fields.items() if not _is_blank(v))


def _removed(row: Row, names: Names, along: int) -> Change:
    fields = tuple(FieldChange(n, names.shown(n, v), None) for n, v in row.fields.items() if not _is_blank(v))
    return _told(row, "removed", fields, along)


def _field_changes(old: Row, new: Row, names: tuple[Names, Names]) -> Iterator[FieldChange]:
    for name, value in new.fields.items():
        if not _is_same(old.fields[name], value):
            yield FieldChange(name, names[0].shown(name, old.fields[name]), names[1].shown(name, value))


def _is_same(one: Any, other: Any) -> bool:
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=SAME)
    return bool(one == other)


def _is_blank(value: Any) -> bool:
    return value is None or value is False or value in ("", ())


def _apart(before: Study, after: Study) -> tuple[Study, Study]:
    """Both without the many entries that are the same, so that a group of hundreds is compared at once."""
    for field, key in KEYS.items():
        old, new = _by_key(before, field, key), _by_key(after, field, key)
        if old is not None and new is not None:
            same = {k for k, part in new.items() if old.get(k) == part}
            before = msgspec.structs.replace(before, **{field: tuple(p for k, p in old.items() if k not in same)})
            after = msgspec.structs.replace(after, **{field: tuple(p for k, p in new.items() if k not in same)})
    return before, after


def _by_key(study: Study, field: str, key: Callable[[Any], Hashable]) -> dict[Hashable, Part] | None:
    """The entries of a field by key, None if two share one."""
    found = {key(part): part for part in getattr(study, field)}
    return found if len(found) == len(getattr(study, field)) else None


# What went with what was removed


def _along(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> Counter[Key]:
    """How many entries went with each thing that was removed."""
    owners = ((key, _owner(old, new, key)) for key in old if key not in new)
    return Counter(owner for key, owner in owners if owner != key)


def _owner(old: Mapping[Key, Row], new: Mapping[Key, Row], key: Key) -> Key:
    """The removed thing that a removed row went with, at the end of the chain; the row itself if it went alone."""
    seen = {key}
    while gone := [need for need in old[key].needs if need in old and need not in new and need not in seen]:
        key = gone[0]
        seen.add(key)
    return key


# Order


def _in_order(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """All keys as they stand now, those that are gone after what they stood behind."""
    behind: dict[Key | None, list[Key]] = {}
    last: Key | None = None
    known = set(new)
    for key in old:
        if key in known:
            last = key
        else:
            behind.setdefault(last, []).append(key)
    return [*behind.get(None, ()), *(k for key in new for k in (key, *behind.get(key, ())))]


def _moves(old: Mapping[Key, Row], new: Mapping[Key, Row]) -> dict[Key, tuple[FieldChange, ...]]:
    """Of the things that stood among the same siblings before, those that moved against the others."""
    found: dict[Key, tuple[FieldChange, ...]] = {}
    were, are = _siblings(old), _siblings(new)
    for group, now in are.items():
        earlier = were.get(group, [])
        for key in _moved(earlier, now):
            found[key] = (FieldChange(PLACE, earlier.index(key) + 1, now.index(key) + 1),)
    return found


def _siblings(rows: Mapping[Key, Row]) -> dict[Hashable, list[Key]]:
    found: dict[Hashable, list[Key]] = {}
    for key, row in rows.items():
        if row.siblings is not None:
            found.setdefault(row.siblings, []).append(key)
    return found


def _moved(old: Sequence[Key], new: Sequence[Key]) -> list[Key]:
    """Of what is in both, the keys that left the order of the others."""
    common = set(old) & set(new)
    was, now = _only(old, common), _only(new, common)
    if was == now:
        return []
    blocks = SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks()
    kept = {key for block in blocks for key in now[block.b : block.b + block.size]}
    return [key for key in now if key not in kept]


def _only(keys: Sequence[Key], wanted: Collection[Key]) -> list[Key]:
    return [key for key in keys if key in wanted]
