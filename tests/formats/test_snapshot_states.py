"""Snapshots in the study file: what changed since the one before."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Snapshot, Study
from decidr.formats.part_json import flattened, gathered
from decidr.formats.snapshot_states import NotHeld, expanded, sharing_parts, written
from decidr.formats.study_file import study_from_text, study_text
from decidr.formats.templates import load_template
from tests.formats.every_part import DRAFT, EVERY_PART, WITH_SNAPSHOTS

Edit = Callable[[Study], Study]

EDITS: tuple[Edit, ...] = (
    lambda s: edits.set_fields(s, title="" if s.title else "Plant"),
    lambda s: edits.set_setting(s, synthesis="ideal" if s.settings.synthesis is None else None),
    lambda s: edits.add_host(s, "Peru"),
    lambda s: edits.remove_host(s, s.hosts[0].id) if s.hosts else s,
    lambda s: edits.move_host(s, s.hosts[0].id) if s.hosts else s,
    lambda s: edits.remove_criterion(s, s.criteria[-1].id) if s.criteria else s,
    lambda s: edits.set_judgment(s, under=GOAL, view="v1", first="c1", second="c4", value=7.0, when="2026-02-02"),
    lambda s: replace(s, cells=tuple(reversed(s.cells))),
    lambda s: replace(s, cells=s.cells + s.cells[:1]),
    lambda s: replace(s, cells=()),
    lambda s: replace(s, kept={**s.kept, "mood": [len(s.kept), {"deep": None}]}),
    lambda s: replace(s, kept={}),
    lambda s: EVERY_PART,
    lambda s: DRAFT,
)


def back(entries: list[dict[str, Any]]) -> tuple[Snapshot, ...]:
    """The snapshots that JSON stands for, by way of a text."""
    whole = expanded(json.loads(json.dumps(entries)))
    return msgspec.convert(gathered(whole, tuple[Snapshot, ...]), tuple[Snapshot, ...])


@given(st.lists(st.lists(st.sampled_from(EDITS), max_size=3), min_size=1, max_size=5))
def test_whatever_was_edited_between_them_snapshots_come_back_as_they_were(steps: list[list[Edit]]) -> None:
    study, snapshots = EVERY_PART, []
    for number, step in enumerate(steps):
        for edit in step:
            study = edit(study)
        snapshots.append(Snapshot(name=str(number), when="2026-01-01", study=study, kept={"mood": number}))
    assert back(written(snapshots)) == tuple(snapshots)


def test_the_first_is_whole_and_the_next_says_what_changed() -> None:
    study = edits.set_fields(EVERY_PART, title="", client="Lee & Co.")
    study = replace(study, hosts=(EVERY_PART.hosts[0], *EVERY_PART.hosts[2:]), cells=EVERY_PART.cells[1:])
    first, second = written([Snapshot(name="A", study=EVERY_PART), Snapshot(name="B", when="2026-01-02", study=study)])
    assert first == {"name": "A", "study": flattened(EVERY_PART)}
    assert second == {
        "name": "B",
        "when": "2026-01-02",
        "since": {
            "set": {"title": "", "client": "Lee & Co."},
            "lists": {"hosts": [[0, 0], [2, 3]], "cells": [[1, 6]]},
        },
    }


def test_two_that_are_the_same_say_nothing_twice() -> None:
    assert written([Snapshot(name=name, study=EVERY_PART) for name in "AB"])[1] == {"name": "B", "since": {}}


def test_a_snapshot_after_a_workshop_costs_a_tenth_of_the_study_and_not_another_one() -> None:
    study = load_template("ev-plant")
    alone = len(study_text(study))
    study = edits.take_snapshot(study, "Before")
    first = len(study_text(study)) - alone
    for number, cell in enumerate(study.cells[::25]):
        study = edits.set_cell(study, cell.criterion, cell.host, value=float(number))
    for second in ("c5", "c10", "c15"):
        study = edits.set_judgment(study, under=GOAL, view="v1", first="c1", second=second, value=4.0)
    before = len(study_text(study))
    next_one = len(study_text(edits.take_snapshot(study, "After"))) - before
    assert first < 1.2 * alone  # whole, and indented further
    assert next_one < 0.1 * alone


def test_parts_that_snapshots_have_in_common_are_the_same_objects_after_reading() -> None:
    study = study_from_text(study_text(WITH_SNAPSHOTS))
    draft, workshop, tried = (snapshot.study for snapshot in study.snapshots)
    assert workshop.criteria is study.criteria
    assert workshop.cells is study.cells
    assert tried.participants is study.participants
    assert draft.cells[1] is tried.cells[1]
    assert draft.cells[1] is study.cells[2]
    assert draft.hosts[0] is study.hosts[1]


def test_sharing_changes_no_snapshot() -> None:
    assert sharing_parts(WITH_SNAPSHOTS) == WITH_SNAPSHOTS.snapshots


@pytest.mark.parametrize(
    "since",
    [
        {"lists": {"cells": [[0, 99]]}},
        {"lists": {"cells": [[-1, 0]]}},
        {"lists": {"cells": [[3, 2]]}},
        {"lists": {"cells": [[0]]}},
        {"lists": {"cells": [[0, True]]}},
        {"lists": {"cells": {}}},
        {"lists": {"title": [[0, 0]]}},
        {"lists": []},
        {"set": []},
        {"gone": {}},
        [],
    ],
    ids=json.dumps,
)
def test_what_builds_on_nothing_is_told_with_its_place(since: Any) -> None:
    first, *_rest = written(WITH_SNAPSHOTS.snapshots)
    with pytest.raises(NotHeld) as refusal:
        expanded([first, {"name": "B", "since": since}])
    assert refusal.value.place.startswith("$.snapshots[1].since")


def test_the_first_cannot_build_on_another() -> None:
    with pytest.raises(NotHeld) as refusal:
        expanded([{"name": "A", "since": {}}])
    assert refusal.value.place == "$.snapshots[0].since"


@pytest.mark.parametrize("other", [None, 3, "x", {}, [1], [{"name": 2}]])
def test_what_is_no_list_of_snapshots_is_left_to_those_who_check_kinds(other: Any) -> None:
    assert expanded(other) == other
