"""The command line in tests: called in this process, or run in one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from decidr.cli import main
from decidr.core.study.study import Study
from decidr.formats.study_file import save_study
from decidr.formats.templates import load_template

ROOT = Path(__file__).parent.parent

EV = "ev-plant"
EV_STUDY = load_template(EV)


class Outcome(NamedTuple):
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, as strict JSON: no NaN, nothing before or after."""
        return json.loads(self.out, parse_constant=_no_constant)


def call(capsys: pytest.CaptureFixture[str], *words: object) -> Outcome:
    """A command in this process."""
    capsys.readouterr()
    try:
        code = main([str(word) for word in words])
    except SystemExit as end:  # argparse ends a command that it does not understand
        code = int(end.code or 0)
    return Outcome(code, *capsys.readouterr())


def run(*words: object, **environment: str) -> Outcome:
    """``python -m decidr`` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "decidr", *(str(word) for word in words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def saved(folder: Path, study: Study) -> Path:
    """The study as a file of that folder, for a command to read."""
    save_study(study, folder / "study.decidr")
    return folder / "study.decidr"


def _no_constant(name: str) -> float:
    raise AssertionError(f"{name} is no JSON")
