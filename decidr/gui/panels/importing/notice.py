"""What was noticed while a file was read."""

from __future__ import annotations

from typing import NamedTuple

from decidr.core.study.problems import Severity


class Notice(NamedTuple):
    """One thing: its gravity, its place (a cell), and a sentence."""

    severity: Severity
    place: str
    text: str
