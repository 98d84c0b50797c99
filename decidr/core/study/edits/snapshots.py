"""Edits of snapshots: the study as it is, kept under a name, and brought back."""

from msgspec.structs import replace

from decidr.core.study.names import fresh_name
from decidr.core.study.study import Snapshot, Study


def take_snapshot(study: Study, name: str, when: str = "") -> Study:
    """Keep the study as it is now as the last snapshot; the name gets a number if it is taken."""
    return keep_state(study, study, name, when)


def keep_state(study: Study, state: Study, name: str, when: str = "") -> Study:
    """Keep another state of the study, as the one before an edit, as its last snapshot."""
    taken = (snapshot.name for snapshot in study.snapshots)
    new = Snapshot(name=fresh_name(name, taken), when=when, study=replace(state, snapshots=()))
    return replace(study, snapshots=(*study.snapshots, new))


def snapshot_named(study: Study, name: str) -> Snapshot:
    """The snapshot of that name; KeyError if there is none."""
    found = next((snapshot for snapshot in study.snapshots if snapshot.name == name), None)
    if found is None:
        raise KeyError(name)
    return found


def rename_snapshot(study: Study, name: str, new_name: str) -> Study:
    """Call a snapshot otherwise; the new name gets a number if another has it. KeyError if there is none."""
    old = snapshot_named(study, name)
    free = fresh_name(new_name, (snapshot.name for snapshot in study.snapshots if snapshot is not old))
    renamed = tuple(replace(s, name=free) if s is old else s for s in study.snapshots)
    return study if free == name else replace(study, snapshots=renamed)


def remove_snapshot(study: Study, name: str) -> Study:
    """Forget a snapshot; the study stays as it is. KeyError if there is none."""
    gone = snapshot_named(study, name)
    return replace(study, snapshots=tuple(s for s in study.snapshots if s is not gone))


def restore_snapshot(study: Study, name: str) -> Study:
    """The study as it was when the snapshot was taken; all snapshots stay. KeyError if there is none.

    Of the fields that a newer decidr wrote beside the study's own, those that the snapshot does not know stay.
    """
    was = snapshot_named(study, name).study
    return replace(was, snapshots=study.snapshots, kept={**study.kept, **was.kept})
