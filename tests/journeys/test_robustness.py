"""A consultant asks how sure the answer is: she watches the draws come in, stops them, and changes what is drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_setting
from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.robustness.page import RobustnessPanel
from decidr.gui.simulation import Simulation
from tests.gui.open_windows import OpenWindow
from tests.journeys.conftest import Click

ENDLESS = 10**9


def test_draws_stream_in_are_stopped_and_depend_on_the_seed_alone(
    qtbot: QtBot, open_window: OpenWindow, click: Click, plant: Path
) -> None:
    study = set_setting(load_study(plant), samples=ENDLESS, simulation_weights="free")
    window = open_window(study, plant, with_parts=True)

    # She opens the page, and the first draws are there while millions are still to come.
    click(window, "rail_robustness")
    panel = window.pages.panel("robustness")
    assert isinstance(panel, RobustnessPanel)
    qtbot.waitUntil(lambda: state(window).robustness is not None, timeout=30_000)
    first = drawn(window)
    qtbot.waitUntil(lambda: drawn(window) > first, timeout=30_000)
    assert panel.header.title.startswith("Spain is first in 4")
    assert "drawn" in panel.plan.line.words.whole

    # That is enough for her.
    click(window, "cancel_simulation")
    assert "Stopped after" in panel.plan.line.words.whole
    qtbot.waitUntil(lambda: window.jobs.is_idle, timeout=30_000)

    # Twenty thousand draws will do; the seed decides which.
    click(window, "change_plan")
    enter(qtbot, panel, "plan_samples", "20 000")
    seeds = {}
    for seed in ("1", "2"):
        if seed != "1":
            enter(qtbot, panel, "plan_seed", seed)
        qtbot.waitUntil(lambda: state(window).is_whole and not state(window).is_running, timeout=60_000)
        seeds[seed] = ranks(window)
    assert not np.array_equal(seeds["1"], seeds["2"])
    assert window.document.undo_stack.undoText() == "Seed: 2"

    # Undo brings the first seed back, and with it the same numbers.
    window.document.undo_stack.undo()
    assert "of an earlier state" in panel.plan.line.words.whole.lower()
    qtbot.waitUntil(lambda: state(window).is_whole and not state(window).is_running, timeout=60_000)
    assert np.array_equal(ranks(window), seeds["1"])

    # Which weights speak for Canada?
    click(window, "segment_weights")
    assert panel.header.subtitle.startswith("Canada is first where ")


def enter(qtbot: QtBot, panel: RobustnessPanel, name: str, text: str) -> None:
    field = panel.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def state(window: MainWindow) -> Simulation:
    assert window.document.simulation is not None
    return window.document.simulation


def drawn(window: MainWindow) -> int:
    found = state(window).robustness
    return found.samples if found else 0


def ranks(window: MainWindow) -> np.ndarray:
    found = state(window).robustness
    assert found is not None
    return found.tally.ranks
