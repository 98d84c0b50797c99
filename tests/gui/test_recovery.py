"""The recovery copy: there after a crash, gone after a clean end, never another window's."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_fields, take_snapshot
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study
from decidr.gui.jobs import Jobs
from decidr.gui.recovery import LeftBehind, RecoveryCopy, left_behind, remove


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def copy(jobs: Jobs, tmp_path: Path) -> Iterator[RecoveryCopy]:
    made = RecoveryCopy(jobs, tmp_path)
    yield made
    jobs.close()
    made.close()


def _crashed(folder: Path, study: Study, path: Path | None = None) -> Path:
    """What a window leaves behind that ended without closing."""
    jobs = Jobs()
    lost = RecoveryCopy(jobs, folder)
    lost.take_over(LeftBehind(folder / "none.decidr", "", path), study)
    lost._lock.unlock()  # type: ignore[union-attr]  # the system does so when a process ends
    jobs.close()
    return lost.copy


def test_each_edit_is_in_the_copy_with_the_snapshots(
    qtbot: QtBot, jobs: Jobs, copy: RecoveryCopy, study: Study
) -> None:
    edited = set_fields(take_snapshot(study, "A", "2026-11-03T10:00"), title="Edited")
    copy.keep(study, None)
    copy.keep(edited, None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert load_study(copy.copy) == edited


def test_a_copy_of_a_window_that_is_open_is_not_offered(
    qtbot: QtBot, jobs: Jobs, copy: RecoveryCopy, study: Study, tmp_path: Path
) -> None:
    copy.keep(study, None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert left_behind(tmp_path) == ()


def test_what_a_crash_left_is_offered_with_its_title_and_file(study: Study, tmp_path: Path, qapp: object) -> None:
    path = tmp_path / "plant.decidr"
    left = _crashed(tmp_path / "recovery", study, path)
    assert left_behind(tmp_path / "recovery") == (LeftBehind(left, study.title, path),)


def test_nothing_is_left_after_a_clean_close(
    qtbot: QtBot, jobs: Jobs, copy: RecoveryCopy, study: Study, tmp_path: Path
) -> None:
    copy.keep(study, None)
    qtbot.waitUntil(lambda: jobs.is_idle)
    copy.close()
    assert list(tmp_path.iterdir()) == []


def test_a_saved_study_needs_no_copy(qtbot: QtBot, jobs: Jobs, copy: RecoveryCopy, study: Study) -> None:
    copy.keep(study, None)
    copy.discard()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert not copy.copy.exists()


def test_taking_over_removes_the_old_copy_only_when_the_new_one_is_written(
    copy: RecoveryCopy, study: Study, tmp_path: Path
) -> None:
    old = _crashed(tmp_path / "old", study)
    copy.take_over(left_behind(tmp_path / "old")[0], study)
    assert load_study(copy.copy) == study
    assert not old.exists()


def test_a_copy_without_its_note_is_still_offered(study: Study, tmp_path: Path, qapp: object) -> None:
    copy = _crashed(tmp_path, study)
    copy.with_suffix(".json").write_text(json.dumps([]), encoding="utf-8")
    assert left_behind(tmp_path) == (LeftBehind(copy, copy.stem, None),)
    remove(copy)
    assert left_behind(tmp_path) == ()


def test_without_a_folder_nothing_was_left(tmp_path: Path, qapp: object) -> None:
    assert left_behind(tmp_path / "never made") == ()


@pytest.mark.parametrize(
    ("title", "path", "name"),
    [("Where?", Path("plant.decidr"), "Where?"), ("", Path("plant.decidr"), "plant"), ("", None, "")],
)
def test_what_was_left_behind_is_known_by_its_title_or_its_file(title: str, path: Path | None, name: str) -> None:
    assert LeftBehind(Path("copy"), title, path).name == name
