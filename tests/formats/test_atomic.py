import os
import stat
import sys
import time
from pathlib import Path

import pytest

from decidr.formats import atomic
from decidr.formats.atomic import LEFT_OVER, sweep, write_atomically

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_the_content(tmp_path):
    write_atomically(tmp_path / "a.decidr", b"content")
    assert (tmp_path / "a.decidr").read_bytes() == b"content"
    assert names(tmp_path) == ["a.decidr"]


def test_an_old_file_is_replaced(tmp_path):
    for content in (b"long old content", b"new"):
        write_atomically(tmp_path / "a.decidr", content)
    assert (tmp_path / "a.decidr").read_bytes() == b"new"


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_an_old_file_keeps_its_mode(tmp_path, mode):
    path = tmp_path / "a.decidr"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == mode


@posix
def test_a_new_file_has_what_the_users_mask_leaves(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.decidr", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.decidr").stat().st_mode) == 0o640


@posix
def test_a_link_is_followed_and_stays_a_link(tmp_path):
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.decidr", tmp_path / "link.decidr"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.decidr"
    path.write_bytes(b"old")

    def no_space(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic.os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.decidr"]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        write_atomically(tmp_path / "nowhere" / "a.decidr", b"new")


def test_a_scanner_that_holds_the_file_is_waited_for(tmp_path, monkeypatch):
    refusals = iter([PermissionError(), PermissionError()])
    replace = Path.replace

    def held(self, target):
        for error in refusals:
            raise error
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic, "PAUSE", 0)
    write_atomically(tmp_path / "a.decidr", b"new")
    assert (tmp_path / "a.decidr").read_bytes() == b"new"


def test_a_file_held_for_ever_is_an_error(tmp_path, monkeypatch):
    def held(self, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(atomic, "PAUSE", 0)
    with pytest.raises(PermissionError, match="in use"):
        write_atomically(tmp_path / "a.decidr", b"new")
    assert names(tmp_path) == []


def test_what_a_crash_left_long_ago_is_swept_and_nothing_else(tmp_path):
    old, young, own = (tmp_path / name for name in (f".a-1{LEFT_OVER}", f".a-2{LEFT_OVER}", "mine.decidr"))
    for path in (old, young, own):
        path.write_bytes(b"x")
    for path in (old, own):
        os.utime(path, (time.time() - 7200,) * 2)
    write_atomically(tmp_path / "a.decidr", b"new")
    assert names(tmp_path) == [young.name, "a.decidr", "mine.decidr"]
    sweep(tmp_path, older_than=-1)
    assert names(tmp_path) == ["a.decidr", "mine.decidr"]
