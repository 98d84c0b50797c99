"""Edits of snapshots."""

import pytest
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.study import Study
from tests.building import data_study


def plant() -> Study:
    """Two criteria, two hosts."""
    return data_study({"Cost": 0.6, "Risk": 0.4}, {"Cost": (0.2, 0.9), "Risk": (0.5, 0.1)}, ("Spain", "Canada"))


def test_a_snapshot_keeps_the_study_as_it_is_and_none_of_the_snapshots_before_it() -> None:
    study = edits.take_snapshot(edits.take_snapshot(plant(), "First", "2026-11-01"), "Second", "2026-11-02")
    assert [(s.name, s.when) for s in study.snapshots] == [("First", "2026-11-01"), ("Second", "2026-11-02")]
    assert [s.study for s in study.snapshots] == [plant(), plant()]


def test_a_snapshot_shares_its_parts_with_the_study() -> None:
    study = plant()
    taken = edits.take_snapshot(study, "First").snapshots[0].study
    assert taken.cells is study.cells
    assert taken.comparisons is study.comparisons


def test_a_name_that_is_taken_gets_a_number() -> None:
    study = edits.take_snapshot(edits.take_snapshot(plant(), "Workshop"), " workshop")
    assert [s.name for s in study.snapshots] == ["Workshop", " workshop 2"]


def test_a_snapshot_is_called_otherwise_and_keeps_its_place_and_study() -> None:
    study = edits.take_snapshot(edits.take_snapshot(plant(), "A"), "B")
    renamed = edits.rename_snapshot(study, "A", "Before the workshop")
    assert [s.name for s in renamed.snapshots] == ["Before the workshop", "B"]
    assert renamed.snapshots[0].study is study.snapshots[0].study
    assert [s.name for s in edits.rename_snapshot(study, "A", "b").snapshots] == ["b 2", "B"]


def test_the_name_that_a_snapshot_has_is_no_change_and_its_spelling_may_be_mended() -> None:
    study = edits.take_snapshot(plant(), "workshop")
    assert edits.rename_snapshot(study, "workshop", "workshop") is study
    assert edits.rename_snapshot(study, "workshop", "Workshop").snapshots[0].name == "Workshop"


def test_a_removed_snapshot_leaves_the_study_and_the_others() -> None:
    study = edits.take_snapshot(edits.take_snapshot(plant(), "A"), "B")
    left = edits.remove_snapshot(study, "A")
    assert [s.name for s in left.snapshots] == ["B"]
    assert replace(left, snapshots=()) == plant()


def test_a_restored_study_is_what_it_was_and_all_snapshots_stay() -> None:
    first = edits.take_snapshot(plant(), "A")
    later = edits.take_snapshot(edits.remove_host(edits.set_fields(first, title="Later"), "Canada"), "B")
    restored = edits.restore_snapshot(later, "A")
    assert replace(restored, snapshots=()) == plant()
    assert restored.snapshots == later.snapshots
    assert replace(edits.restore_snapshot(restored, "B"), snapshots=()) == later.snapshots[1].study


def test_what_a_newer_decidr_wrote_beside_the_study_stays_unless_the_snapshot_says_otherwise() -> None:
    study = edits.take_snapshot(replace(plant(), kept={"mood": "calm"}), "A")
    later = replace(study, kept={"mood": "tense", "format": [1, 7]})
    assert edits.restore_snapshot(later, "A").kept == {"mood": "calm", "format": [1, 7]}


def test_another_state_can_be_kept_afterwards() -> None:
    edited = edits.set_fields(edits.take_snapshot(plant(), "A"), title="Later")
    restored = edits.restore_snapshot(edited, "A")
    kept = edits.keep_state(restored, edited, "Before restoring A", "2026-11-03")
    assert [s.name for s in kept.snapshots] == ["A", "Before restoring A"]
    assert kept.snapshots[1].study == replace(edited, snapshots=())
    assert replace(kept, snapshots=()) == plant()


@pytest.mark.parametrize("edit", [edits.remove_snapshot, edits.restore_snapshot, edits.snapshot_named])
def test_a_snapshot_that_is_not_there_is_a_key_error(edit) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KeyError):
        edit(plant(), "A")


def test_what_is_new_takes_no_id_that_a_snapshot_remembers() -> None:
    study = edits.add_criterion(Study(), "Market")
    study = edits.add_participant(edits.add_host(study, "Spain"), "Lee")
    later = edits.take_snapshot(study, "A")
    for remove, field in (
        (edits.remove_criterion, "criteria"),
        (edits.remove_host, "hosts"),
        (edits.remove_participant, "participants"),
    ):
        later = remove(later, getattr(study, field)[0].id)
    later = edits.add_participant(edits.add_host(edits.add_criterion(later, "Ports"), "Peru"), "Mo")
    for field in ("criteria", "hosts", "participants"):
        assert getattr(later, field)[0].id != getattr(study, field)[0].id
