"""A consultant asks how sure the answer is: she watches the draws come in, stops them, and changes what is drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import set_judgment, set_setting
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


def test_the_verdict_says_how_sure_it_is_once_the_window_is_quiet(
    qtbot: QtBot, open_window: OpenWindow, plant: Path
) -> None:
    window = open_window(set_setting(load_study(plant), samples=20_000), plant, with_parts=True)
    document = window.document
    said = window.ranking.quote.words.accessibleName

    # It comes by itself; placeholders keep it from being clear.
    qtbot.waitUntil(lambda: document.robustness is not None, timeout=60_000)
    assert said().startswith("Likely: Spain is first, in ")
    assert " of simulations, 4.2 points before Canada." in said()
    assert "so nothing is better than likely yet" in said()

    # An edit takes it away, with the rest of the verdict following at once; then it comes again.
    goal, base = "goal", document.study.settings.base_view
    first, second = (c.id for c in document.study.criteria if c.name in ("Stability", "Market access"))
    document.apply("Judge", set_judgment(document.study, under=goal, view=base, first=first, second=second, value=9.0))
    assert not said().startswith("Likely")
    qtbot.waitUntil(lambda: document.robustness is not None, timeout=60_000)
    assert "of simulations" in said()


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
