from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.robustness.plan import Plan
from decidr.core.study.problems import Problem
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.panels.robustness.run_line import RunLine
from decidr.gui.simulation import Basis, Simulation
from tests.gui.charts.simulations import three_hosts


@pytest.fixture
def line(qtbot: QtBot) -> RunLine:
    made = RunLine()
    qtbot.addWidget(made)
    made.resize(800, 30)
    made.show()
    return made


def of(shown: Simulated | None, **fields: object) -> Simulation:
    samples = shown.robustness.plan.samples if shown else 10
    results = (shown or three_hosts()).results
    made = Simulation(Basis(1, "neutral", Plan(samples=samples)), results, shown.robustness if shown else None)
    return made._replace(**fields)  # type: ignore[arg-type]


def test_a_running_simulation_tells_how_far_it_is_and_can_be_cancelled(line: RunLine, qtbot: QtBot) -> None:
    shown = three_hosts(samples=40)
    line.show_run(of(shown, share=0.25), shown, is_outdated=False)
    assert line.words.whole == "10 of 40 drawn"
    assert line.bar.value() == 250
    with qtbot.waitSignal(line.cancelled):
        line.cancel.click()
    assert line.again.isHidden()


def test_what_was_stopped_can_be_simulated_again(line: RunLine, qtbot: QtBot) -> None:
    shown = three_hosts(samples=40)
    line.show_run(of(shown, is_running=False), shown, is_outdated=False)
    assert line.words.whole.startswith("Stopped after 10 of 40 draws. Off by chance")
    assert line.bar.isHidden()
    with qtbot.waitSignal(line.wanted):
        line.again.click()


def test_a_whole_one_says_what_chance_still_does(line: RunLine) -> None:
    shown = three_hosts()
    line.show_run(of(shown, is_running=False), shown, is_outdated=False)
    assert line.words.whole == "Off by chance: at most 16 percentage points (standard error)."
    assert line.cancel.isHidden()
    assert line.again.isHidden()


@pytest.mark.parametrize(
    ("shown", "fields", "outdated", "words"),
    [
        (None, {}, False, "The first draws are on their way."),
        (None, {"is_running": False}, False, "Nothing is drawn yet."),
        (three_hosts(), {}, True, "Of an earlier state of the study."),
        (three_hosts(), {}, False, "All drawn; the confidence factors follow."),
        (None, {"problems": (Problem("error", "hosts.none"),)}, False, "This cannot be simulated as it is."),
    ],
)
def test_every_state_has_its_words(
    line: RunLine, shown: Simulated | None, fields: dict[str, object], outdated: bool, words: str
) -> None:
    line.show_run(of(shown, **fields), shown, is_outdated=outdated)
    assert line.words.whole == words


def test_its_height_never_changes_so_that_the_page_does_not_move(line: RunLine) -> None:
    shown = three_hosts(samples=40)
    line.show_run(None, None, is_outdated=False)
    heights = {line.height()}
    for fields in ({"share": 0.3}, {"is_running": False}):
        line.show_run(of(shown, **fields), shown, is_outdated=False)
        heights.add(line.height())
    line.show_run(of(three_hosts(), is_running=False), three_hosts(), is_outdated=False)
    heights.add(line.height())
    assert len(heights) == 1
