"""Gestures at snapshots as undoable edits."""

from datetime import datetime

import pytest

from decidr.core.study.edits import set_fields
from decidr.gui.document import Document
from decidr.gui.models.history.snapshotting import Snapshotting


@pytest.fixture
def hand(document: Document) -> Snapshotting:
    return Snapshotting(document, lambda: datetime(2026, 11, 3, 9, 30, 20))


def names(document: Document) -> list[str]:
    return [snapshot.name for snapshot in document.study.snapshots]


def test_a_snapshot_is_one_step_with_its_name_and_its_moment_to_the_minute(
    document: Document, hand: Snapshotting
) -> None:
    assert hand.take("  Before the workshop ") == "Before the workshop"
    (snapshot,) = document.study.snapshots
    assert (snapshot.name, snapshot.when) == ("Before the workshop", "2026-11-03T09:30")
    assert document.undo_stack.undoText() == "Snapshot «Before the workshop»"
    document.undo_stack.undo()
    assert names(document) == []


def test_a_snapshot_that_nobody_names_gets_its_day_and_number(document: Document, hand: Snapshotting) -> None:
    hand.take("")
    assert hand.take(" ") == "3 Nov 2026, number 2"
    assert names(document) == ["3 Nov 2026, number 1", "3 Nov 2026, number 2"]


def test_a_new_name_is_a_step_and_none_where_it_is_empty_or_the_old_one(document: Document, hand: Snapshotting) -> None:
    hand.take("A")
    assert hand.rename("A", " Workshop ") == "Workshop"
    assert document.undo_stack.undoText() == "Call the snapshot «Workshop»"
    for same in ("", "Workshop"):
        assert hand.rename("Workshop", same) == "Workshop"
    assert document.undo_stack.count() == 2


def test_to_restore_is_one_step_called_so_and_undo_brings_back_what_it_replaced(
    document: Document, hand: Snapshotting
) -> None:
    hand.take("A")
    edited = set_fields(document.study, title="Later")
    document.apply("Title", edited)
    hand.restore("A")
    assert document.study.title == "EV plant"
    assert document.undo_stack.undoText() == "Restore «A»"
    document.undo_stack.undo()
    assert document.study is edited


def test_what_was_replaced_can_be_kept_afterwards(document: Document, hand: Snapshotting) -> None:
    hand.take("A")
    edited = set_fields(document.study, title="Later")
    document.apply("Title", edited)
    hand.restore("A")
    hand.keep(edited, "Before")
    assert names(document) == ["A", "Before"]
    assert document.study.snapshots[1].study.title == "Later"
    assert document.study.title == "EV plant"


def test_to_remove_is_one_step(document: Document, hand: Snapshotting) -> None:
    hand.take("A")
    hand.remove("A")
    assert names(document) == []
    assert document.undo_stack.undoText() == "Remove the snapshot «A»"
