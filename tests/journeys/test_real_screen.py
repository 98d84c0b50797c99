"""The installed program on a real X server: a judgment typed into the matrix is read back from the saved file."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import comparisons_at
from decidr.formats.study_file import load_study, save_study
from decidr.formats.templates import load_template

PATIENCE = 60.0
"""Seconds that a step may take on a busy machine; a test waits for the condition, not for the time."""


def wait_for(condition: Callable[[], object], what: str) -> object:
    """The first true value of ``condition``."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    pytest.fail(f"waited in vain for {what}")


@pytest.fixture
def display(program) -> Iterator[str]:
    """A screen of its own, on this machine alone."""
    reading, writing = os.pipe()
    command = [program("Xvfb", package="xvfb"), "-displayfd", str(writing), "-screen", "0", "1440x900x24"]
    server = subprocess.Popen([*command, "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=PATIENCE)


@pytest.fixture
def window(program, display, tmp_path) -> Iterator[tuple[Callable[..., str], Path]]:
    """The program with a study open: a function that does what a person does, and the study's file."""
    path = tmp_path / "plant.decidr"
    save_study(load_template("ev-plant"), path)
    outside = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DECIDR_HOME": str(tmp_path / "home")}
    running = subprocess.Popen([sys.executable, "-m", "decidr", "open", str(path)], env=outside)

    def xdotool(*words: str) -> str:
        tool = program("xdotool", package="xdotool")
        return subprocess.run([tool, *words], env=outside, capture_output=True, text=True, check=False).stdout.strip()

    shown = wait_for(lambda: xdotool("search", "--onlyvisible", "--name", "EV plant"), "the window")
    xdotool("windowfocus", "--sync", str(shown).splitlines()[0])
    yield xdotool, path
    running.terminate()
    running.wait(timeout=PATIENCE)


@pytest.mark.skipif(sys.platform != "linux", reason="needs an X server")
def test_a_judgment_typed_on_a_real_screen_is_in_the_saved_file_and_moves_the_weights(window):
    xdotool, path = window
    before = load_study(path)
    xdotool("key", "ctrl+6")
    xdotool("type", "5")
    xdotool("key", "Return")
    xdotool("key", "ctrl+s")
    wait_for(lambda: load_study(path) != before, "the saved file to change")
    after = load_study(path)
    block = comparisons_at(after, GOAL, after.settings.base_view)
    assert block is not None
    first = block.pairs[0]
    assert (first.value, first.status) == (5, "judged")
    stability, incentives = first.first, first.second
    weights, weights_before = evaluate(after).local, evaluate(before).local
    assert weights[stability] / weights[incentives] > weights_before[stability] / weights_before[incentives]
