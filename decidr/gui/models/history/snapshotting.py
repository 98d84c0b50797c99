"""The hand that keeps and restores: gestures at snapshots become undoable edits of the document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from decidr.core.study.edits import keep_state, remove_snapshot, rename_snapshot, restore_snapshot, take_snapshot
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.history.moments import day_in_words
from decidr.gui.models.shared.short_name import short_name
from decidr.language import _


class Snapshotting:
    """Each call is one undoable step, and none where nothing changes; ``now`` gives the moment of a snapshot."""

    def __init__(self, document: Document, now: Callable[[], datetime] = datetime.now) -> None:
        self._document, self._now = document, now

    def proposed_name(self) -> str:
        """What the next snapshot may be called: its day, and its number."""
        number, day = len(self._document.study.snapshots) + 1, day_in_words(self._now().date().isoformat())
        return _("{day}, number {number}").format(day=day, number=number)

    def take(self, name: str) -> str:
        """Keep the study as it is under a name, or under the proposed one; the name that it got."""
        wanted = name.strip() or self.proposed_name()
        study = take_snapshot(self._document.study, wanted, self._moment())
        taken = study.snapshots[-1].name
        self._document.apply(_("Snapshot «{name}»").format(name=short_name(taken)), study)
        return taken

    def keep(self, state: Study, name: str) -> None:
        """Keep a state that the study had before."""
        study = keep_state(self._document.study, state, name, self._moment())
        self._document.apply(_("Snapshot «{name}»").format(name=short_name(study.snapshots[-1].name)), study)

    def rename(self, name: str, new_name: str) -> str:
        """Call a snapshot otherwise; an empty name keeps the old one. The name that it has now."""
        wanted = new_name.strip()
        if not wanted or wanted == name:
            return name
        study = rename_snapshot(self._document.study, name, wanted)
        place = [snapshot.name for snapshot in self._document.study.snapshots].index(name)
        got = study.snapshots[place].name
        self._document.apply(_("Call the snapshot «{name}»").format(name=short_name(got)), study)
        return got

    def restore(self, name: str) -> None:
        """Let the study become what it was."""
        label = _("Restore «{name}»").format(name=short_name(name))
        self._document.apply(label, restore_snapshot(self._document.study, name))

    def remove(self, name: str) -> None:
        """Forget a snapshot."""
        label = _("Remove the snapshot «{name}»").format(name=short_name(name))
        self._document.apply(label, remove_snapshot(self._document.study, name))

    def _moment(self) -> str:
        return self._now().isoformat(timespec="minutes")
