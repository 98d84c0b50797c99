"""Snapshots in the study file: the first whole, each further one by what changed since the one before it.

They build on each other and never on the study beside them: a decidr that does not know snapshots changes the study
and carries them along, and they stay true.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from msgspec.structs import replace

from decidr.core.study.part import Part
from decidr.core.study.study import Snapshot, Study
from decidr.formats.part_json import KEPT, flattened

STUDY, SINCE = "study", "since"
"""Fields of a snapshot in the file: the whole study, or what changed since the snapshot before."""

SET, LISTS, GONE = "set", "lists", "gone"
"""Fields of what changed: those with another value, those whose list took over runs, and those that are gone.

In a list a run of entries that stayed is a pair of numbers: the places of its first and last in the list before.
"""

FORMAT = "format"
"""The file says it once, at its top; a newer one travels in the study's ``kept``."""

Json = dict[str, Any]


class NotHeld(Exception):
    """A snapshot takes over what the one before it does not have; ``place`` is its path in the file."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


def written(snapshots: Sequence[Snapshot]) -> list[Json]:
    """The snapshots as the file holds them."""
    before: Study | None = None
    found = []
    for snapshot in snapshots:
        study = _without_format(snapshot.study)
        about = {"name": snapshot.name, **({"when": snapshot.when} if snapshot.when else {})}
        state = {STUDY: flattened(study)} if before is None else {SINCE: _since(before, study)}
        found.append({**about, **state, **snapshot.kept})
        before = study
    return found


def expanded(snapshots: Any) -> Any:
    """What ``written`` made, with the whole study in each; NotHeld where that cannot be; other things as they are."""
    if not isinstance(snapshots, list) or not all(isinstance(snapshot, dict) for snapshot in snapshots):
        return snapshots
    found: list[Json] = []
    for number, snapshot in enumerate(snapshots):
        whole = snapshot
        if STUDY not in snapshot and SINCE in snapshot:
            before = found[-1].get(STUDY) if found else None
            kept = {name: value for name, value in snapshot.items() if name != SINCE}
            whole = {**kept, STUDY: _state(before, snapshot[SINCE], f"$.snapshots[{number}].{SINCE}")}
        found.append(_without_inner_format(whole))
    return found


def sharing_parts(study: Study) -> tuple[Snapshot, ...]:
    """The snapshots of a study, each with the very parts that it has in common with the study or the next snapshot.

    So they take as little room as when they were taken, and what was computed of one part holds for all.
    """
    near, found = study, []
    for snapshot in reversed(study.snapshots):
        near = _as_in(study, near, snapshot.study)
        found.append(replace(snapshot, study=near))
    return tuple(reversed(found))


# Out


def _without_format(study: Study) -> Study:
    return replace(study, kept={k: v for k, v in study.kept.items() if k != FORMAT}) if FORMAT in study.kept else study


def _since(before: Study, after: Study) -> Json:
    """What changed from one state to the next."""
    known = [name for name in Study.__struct_fields__ if name != KEPT]
    differing = [name for name in known if getattr(before, name) != getattr(after, name)]
    lists = {
        name: _runs(getattr(before, name), getattr(after, name))
        for name in differing
        if isinstance(getattr(after, name), tuple)
    }
    fields = {name: flattened(getattr(after, name)) for name in differing if name not in lists}
    fields |= {name: value for name, value in after.kept.items() if before.kept.get(name) != value}
    gone = [name for name in before.kept if name not in after.kept]
    return {key: value for key, value in ((SET, fields), (LISTS, lists), (GONE, gone)) if value}


def _runs(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[Any]:
    """The entries of a list, those that stayed as runs."""
    blocks = SequenceMatcher(None, range(len(old)), _places(old, new), autojunk=False).get_matching_blocks()
    found: list[Any] = []
    place = 0
    for block in blocks:
        found += [flattened(part) for part in new[place : block.b]]
        found += [[block.a, block.a + block.size - 1]] if block.size else []
        place = block.b + block.size
    return found


def _places(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[int]:
    """Where in the old list each entry of the new one stands, -1 for none; most are the very same objects."""
    known = {id(part): place for place, part in enumerate(old)}
    found = [known.get(id(part), -1) for part in new]
    if -1 not in found:
        return found
    seen = set(found)
    alike = {repr(part): place for place, part in enumerate(old) if place not in seen}
    return [alike.get(repr(part), -1) if place < 0 else place for part, place in zip(new, found, strict=True)]


# In


def _without_inner_format(snapshot: Json) -> Json:
    study = snapshot.get(STUDY)
    if not isinstance(study, dict) or FORMAT not in study:
        return snapshot
    return {**snapshot, STUDY: {name: value for name, value in study.items() if name != FORMAT}}


def _state(before: Any, since: Any, place: str) -> Json:
    """The state that follows from the one before."""
    if not isinstance(before, dict) or not isinstance(since, dict):
        raise NotHeld(place)
    fields, lists, gone = since.get(SET, {}), since.get(LISTS, {}), since.get(GONE, [])
    if not isinstance(fields, dict) or not isinstance(lists, dict) or not isinstance(gone, list):
        raise NotHeld(place)
    found = {name: value for name, value in before.items() if name not in gone}
    runs = {
        name: list(_entries(before.get(name, []), entries, f"{place}.{LISTS}.{name}"))
        for name, entries in lists.items()
    }
    return {**found, **fields, **runs}


def _entries(before: Any, entries: Any, place: str) -> Iterator[Any]:
    """The entries of a list, runs taken over from the list before."""
    if not isinstance(before, list) or not isinstance(entries, list):
        raise NotHeld(place)
    for entry in entries:
        if not isinstance(entry, list):
            yield entry
            continue
        if not _is_run(entry, len(before)):
            raise NotHeld(place)
        yield from before[entry[0] : entry[1] + 1]


def _is_run(entry: list[Any], length: int) -> bool:
    are_numbers = len(entry) == 2 and all(type(place) is int for place in entry)
    return are_numbers and 0 <= entry[0] <= entry[1] < length


# In memory


def _as_in(live: Study, near: Study, study: Study) -> Study:
    """The study with the fields of either of two others that are equal, and else with the entries of the second."""
    shared = {}
    for name in Study.__struct_fields__:
        mine, other = getattr(study, name), getattr(near, name)
        if mine in (getattr(live, name), other):
            shared[name] = getattr(live, name) if mine == getattr(live, name) else other
        elif isinstance(mine, tuple):
            places = _places(other, mine)
            shared[name] = tuple(other[i] if i >= 0 else part for part, i in zip(mine, places, strict=True))
    return replace(study, **{**shared, "snapshots": ()})
