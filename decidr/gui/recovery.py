"""The recovery copy: what was not saved yet survives a crash and is offered at the next start."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

from PySide6.QtCore import QLockFile

from decidr.core.study.study import Study
from decidr.formats.study_file import save_study
from decidr.gui.jobs import Jobs
from decidr.paths import recovery_folder


class LeftBehind(NamedTuple):
    """A copy whose window ended without closing: the copy, the study's title, and its file if it had one."""

    copy: Path
    title: str
    path: Path | None

    @property
    def name(self) -> str:
        """What the user knows it by: its title, or its file's name; empty if it has neither."""
        return self.title or (self.path.stem if self.path else "")


class RecoveryCopy:
    """One window's copy, written after each edit, gone when the study is saved or closed.

    A lock beside it, which ends with the process, tells other windows that it is in use.
    """

    def __init__(self, jobs: Jobs, folder: Path | None = None) -> None:
        self._jobs = jobs
        self._folder = folder or recovery_folder()
        self._name = f"{os.getpid()}-{uuid4().hex[:8]}"
        self._lock: QLockFile | None = None

    @property
    def copy(self) -> Path:
        """Where the copy is."""
        return self._folder / f"{self._name}.decidr"

    def keep(self, study: Study, path: Path | None) -> None:
        """Write the study, off the UI thread; ``path`` is the file it will be saved to."""
        self._take_lock()
        self._jobs.run("recovery copy", lambda progress: self._write(study, path))

    def take_over(self, left: LeftBehind, study: Study) -> None:
        """Keep what was left behind as this window's copy, at once, and only then remove the old one."""
        self._take_lock()
        self._write(study, left.path)
        remove(left.copy)

    def discard(self) -> None:
        """Nothing is unsaved any more."""
        self._jobs.run("recovery copy", lambda progress: remove(self.copy))

    def close(self) -> None:
        """The window closes and loses nothing: remove the copy at once."""
        remove(self.copy)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None

    def _take_lock(self) -> None:
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = QLockFile(str(_lock_of(self.copy)))
            self._lock.setStaleLockTime(0)
            self._lock.tryLock(0)

    def _write(self, study: Study, path: Path | None) -> None:
        about = {"title": study.title, "path": str(path) if path else None}
        _about(self.copy).write_text(json.dumps(about), encoding="utf-8")
        save_study(study, self.copy)


def left_behind(folder: Path | None = None) -> tuple[LeftBehind, ...]:
    """The copies that no running window owns, the newest first."""
    copies = sorted((folder or recovery_folder()).glob("*.decidr"), key=_age, reverse=True)
    return tuple(found for copy in copies if (found := _read(copy)) is not None)


def remove(copy: Path) -> None:
    """Remove a copy and what lies beside it."""
    for path in (copy, _about(copy)):
        path.unlink(missing_ok=True)


def _read(copy: Path) -> LeftBehind | None:
    lock = QLockFile(str(_lock_of(copy)))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        return None  # its window is still open
    lock.unlock()
    try:
        about = json.loads(_about(copy).read_text(encoding="utf-8"))
        path = about["path"]
        return LeftBehind(copy, about["title"], Path(path) if path else None)
    except (OSError, ValueError, KeyError, TypeError):
        return LeftBehind(copy, copy.stem, None)


def _age(copy: Path) -> float:
    return copy.stat().st_mtime


def _about(copy: Path) -> Path:
    return copy.with_suffix(".json")


def _lock_of(copy: Path) -> Path:
    return copy.with_suffix(".lock")
