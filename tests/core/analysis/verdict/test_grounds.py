"""What a verdict rests on, as far as it is known."""

from __future__ import annotations

import subprocess
import sys

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.verdict.grounds import UNKNOWN, Grounds
from decidr.core.analysis.verdict.grounds_found import completed
from decidr.core.study.problems import Problem
from tests.building import data_study

STUDY = data_study({"A": 0.5, "B": 0.5}, {"A": [0.9, 0.2], "B": [0.1, 0.8]}, ["Spain", "Chile"])
WHOLE = completed(evaluate(replace(STUDY, settings=replace(STUDY.settings, samples=50))))


@pytest.mark.parametrize("part", ["robustness", "cells", "agreement"])
def test_grounds_are_whole_only_with_every_part(part: str) -> None:
    assert WHOLE.are_whole
    assert not UNKNOWN.are_whole
    assert not Grounds(**{**WHOLE._asdict(), part: None}).are_whole


def test_where_nothing_can_be_simulated_its_obstacles_stand_for_it() -> None:
    without = WHOLE._replace(robustness=None)
    assert not without.are_whole
    assert without._replace(obstacles=(Problem("error", "ends.all_equal", ""),)).are_whole


def test_telling_what_is_known_loads_no_simulation() -> None:
    loaded = "print([name for name in sys.modules if name.endswith('robustness.run')])"
    told = f"import sys, decidr.core.analysis.verdict.paragraph; {loaded}"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
