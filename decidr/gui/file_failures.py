"""Why a file was not read or not written, in sentences for the user."""

from __future__ import annotations

from pathlib import Path

from decidr.core.study.problems import Refused, sentence
from decidr.language import _


def refusal_told(path: Path, refusal: Refused) -> str:
    """Why a file cannot be opened, with the place of its first problem."""
    return _("{file} cannot be opened. {reason}").format(file=path.name, reason=_reason(refusal))


def _reason(refusal: Refused) -> str:
    problem = refusal.problems[0]
    place = f"{problem.place}: " if str(problem.place) else ""
    return place + sentence(problem)


def read_failure_told(path: Path, error: Exception) -> str:
    """What kept a file from being read."""
    if isinstance(error, FileNotFoundError):
        return _("{file} is not there any more. Look for it with «Open…».").format(file=path.name)
    if isinstance(error, PermissionError):
        return _("{file} may not be read by you. Change its permissions, or copy it.").format(file=path.name)
    return _("{file} could not be read. It may be damaged, or no study at all.").format(file=path.name)


def write_failure_told(path: Path, error: Exception) -> str:
    """What kept a file from being written."""
    if isinstance(error, Refused):
        return _("{file} was not written. {reason}").format(file=path.name, reason=_reason(error))
    if isinstance(error, PermissionError):
        text = _("{file} could not be written. It may be open in another program, or its folder is protected.")
        return text.format(file=path.name)
    reason = (
        error.strerror if isinstance(error, OSError) and error.strerror else _("something went wrong inside decidr")
    )
    return _("{file} could not be written: {reason}. Try another place.").format(file=path.name, reason=reason)
