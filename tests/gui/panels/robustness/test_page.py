from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import remove_host, set_judgment, set_setting
from decidr.core.study.study import Study
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.document import Document
from decidr.gui.jobs import Jobs
from decidr.gui.panels.robustness.page import RobustnessPanel
from decidr.gui.simulation import Simulation
from decidr.gui.simulations import Simulations
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages

ENDLESS = 10**9
TABS = ("ranks", "totals", "pairs", "weights")


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(set_setting(example_study(), samples=3_000))


@pytest.fixture
def simulations(document: Document) -> Iterator[Simulations]:
    jobs = Jobs()
    yield Simulations(document, jobs, jobs)
    jobs.close()


@pytest.fixture
def panel(document: Document, simulations: Simulations, messages: RecordingMessages, qtbot: QtBot) -> RobustnessPanel:
    made = RobustnessPanel(document, messages)
    made.simulation_wanted.connect(simulations.want)
    made.simulation_wanted_again.connect(simulations.again)
    made.simulation_cancelled.connect(simulations.cancel)
    qtbot.addWidget(made)
    made.resize(936, 842)
    with qtbot.waitExposed(made):
        made.show()
    return made


def state(document: Document) -> Simulation:
    assert document.simulation is not None
    return document.simulation


def wait_until_done(qtbot: QtBot, document: Document) -> None:
    qtbot.waitUntil(lambda: not state(document).is_running, timeout=30_000)


def charts_shown(panel: RobustnessPanel) -> list[SimulatedChart]:
    return [chart for chart in panel.findChildren(SimulatedChart) if chart.isVisible()]


def judge(document: Document) -> None:
    study = set_judgment(document.study, under="goal", view="neutral", first="c1", second="c4", value=9.0)
    document.apply("judge", study)


def test_it_runs_by_itself_when_it_is_seen_and_its_heading_answers(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    wait_until_done(qtbot, document)
    assert "is first in" in panel.header.title
    assert "of 3\u202f000 draws" in panel.header.title
    assert panel.hosts.table.rowCount() == 10
    assert panel.plan.line.words.whole.startswith("Off by chance")


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_has_one_chart_in_words(qtbot: QtBot, panel: RobustnessPanel, document: Document, tab: str) -> None:
    wait_until_done(qtbot, document)
    panel.show_place(f"robustness:{tab}")
    charts = charts_shown(panel)
    assert len(charts) == 1
    assert charts[0].accessibleDescription()
    assert panel.header.subtitle
    panel.grab()


def test_results_stream_in_and_can_be_stopped(qtbot: QtBot, panel: RobustnessPanel, document: Document) -> None:
    document.apply("many", set_setting(document.study, samples=ENDLESS))
    qtbot.waitUntil(lambda: state(document).basis == document.basis and state(document).robustness is not None)
    assert panel.plan.line.words.whole.endswith("drawn")
    panel.plan.line.cancel.click()
    assert panel.plan.line.words.whole.startswith("Stopped after")
    assert not charts_shown(panel)[0].is_outdated


def test_what_is_of_an_earlier_state_is_told_and_faded_until_the_next_is_there(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    wait_until_done(qtbot, document)
    judge(document)
    assert panel.plan.line.words.whole == "Of an earlier state of the study."
    assert charts_shown(panel)[0].is_outdated
    wait_until_done(qtbot, document)
    assert not charts_shown(panel)[0].is_outdated
    assert panel.plan.line.words.whole.startswith("Off by chance")


def test_after_a_cancel_an_edit_is_simulated_again_by_itself(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    document.apply("many", set_setting(document.study, samples=ENDLESS))
    panel.plan.line.cancel.click()
    assert not state(document).is_running
    document.undo_stack.undo()
    wait_until_done(qtbot, document)
    assert state(document).is_whole


def test_a_host_that_is_gone_is_still_named_while_its_draws_are_shown(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    wait_until_done(qtbot, document)
    document.apply("remove", remove_host(document.study, document.study.hosts[0].id))
    assert charts_shown(panel)[0].is_outdated
    panel.grab()
    wait_until_done(qtbot, document)
    assert panel.hosts.table.rowCount() == 9


def test_a_setting_is_one_undoable_step(qtbot: QtBot, panel: RobustnessPanel, document: Document) -> None:
    panel.plan.form.changed.emit("simulation_weights", "free", "Weights: Free at each node")
    assert document.study.settings.simulation_weights == "free"
    assert document.undo_stack.undoText() == "Weights: Free at each node"
    assert panel.plan.words.text().startswith("Weights free at each node, fixed data")
    document.undo_stack.undo()
    assert document.study.settings.simulation_weights == "judged"
    wait_until_done(qtbot, document)


def test_a_click_on_a_host_selects_it_and_its_weights_are_explained(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    wait_until_done(qtbot, document)
    chart = charts_shown(panel)[0]
    mark = chart.marks[1][0]
    chart.pressed.emit(mark)
    assert document.selected_host == mark.host
    panel.show_place("robustness:weights")
    assert panel.favours.hosts.currentData() == mark.host
    assert panel.header.subtitle == panel.favours.chart.heading


def test_a_row_of_the_table_selects_its_host(qtbot: QtBot, panel: RobustnessPanel, document: Document) -> None:
    wait_until_done(qtbot, document)
    panel.hosts.selectRow(3)
    name = panel.hosts.table.entry(3, 0).text
    assert next(host.name for host in document.study.hosts if host.id == document.selected_host) == name


def test_what_cannot_be_simulated_says_why_with_its_place(
    qtbot: QtBot, panel: RobustnessPanel, document: Document
) -> None:
    document.open(Study(), None)
    wait_until_done(qtbot, document)
    assert panel.plan.line.words.whole == "This cannot be simulated as it is."
    assert panel.header.title == "How sure is the answer?"
    assert panel.problems.isVisible()
    assert charts_shown(panel) == []
    assert panel.findChild(QPushButton, "simulate").isHidden()
