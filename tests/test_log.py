from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from decidr import log, paths

LOGGER = logging.getLogger("decidr.tests")


@pytest.fixture(autouse=True)
def closed_afterwards() -> Iterator[None]:
    yield
    log.stop()


def _file() -> str:
    return (paths.log_folder() / "decidr.log").read_text(encoding="utf-8")


def test_the_file_tells_the_course_of_things_and_standard_error_only_trouble(
    capsys: pytest.CaptureFixture[str],
) -> None:
    log.start()
    LOGGER.info("opened a study")
    LOGGER.warning("a cell is odd")
    assert "opened a study" in _file()
    assert "a cell is odd" in _file()
    assert capsys.readouterr().err == "decidr: a cell is odd\n"


def test_verbose_prints_all(capsys: pytest.CaptureFixture[str]) -> None:
    log.start(verbose=True)
    LOGGER.debug("ten hosts")
    assert "ten hosts" in capsys.readouterr().err


def test_beginning_twice_says_nothing_twice() -> None:
    log.start()
    log.start()
    LOGGER.warning("once")
    assert _file().count("once") == 1


def test_without_a_folder_to_write_to_standard_error_is_left(
    decidr_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (decidr_home / "log").write_text("a file stands where the folder should be")
    log.start()
    assert "no log file is kept" in capsys.readouterr().err


def test_after_the_end_nothing_is_kept() -> None:
    log.start()
    log.stop()
    LOGGER.warning("too late")
    assert "too late" not in _file()
