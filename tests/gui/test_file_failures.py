"""Why a file was not read or not written."""

from __future__ import annotations

from pathlib import Path

import pytest

from decidr.core.study.problems import Place, Problem, Refused
from decidr.gui.file_failures import read_failure_told, refusal_told, write_failure_told

PLANT = Path("plant.decidr")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(), "plant.decidr is not there any more."),
        (PermissionError(), "plant.decidr may not be read by you."),
        (ValueError("x"), "plant.decidr could not be read. It may be damaged"),
    ],
)
def test_a_file_that_was_not_read_says_why_and_what_to_do(error: Exception, said: str) -> None:
    assert read_failure_told(PLANT, error).startswith(said)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(), "plant.decidr could not be written. It may be open in another program"),
        (OSError(28, "No space left on device"), "plant.decidr could not be written: No space left on device."),
        (ValueError("x"), "plant.decidr could not be written: something went wrong inside decidr."),
    ],
)
def test_a_file_that_was_not_written_says_why_and_what_to_do(error: Exception, said: str) -> None:
    assert write_failure_told(PLANT, error).startswith(said)


def test_a_refusal_is_told_with_the_place_of_its_first_problem() -> None:
    refusal = Refused([Problem("error", "report.empty", Place("Study"))])
    assert refusal_told(PLANT, refusal).startswith("plant.decidr cannot be opened. Study: ")
    assert write_failure_told(PLANT, refusal).startswith("plant.decidr was not written. Study: ")
