"""A consultant builds a scenario, combines it with another, lets the window suppose it, and returns."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.formats.study_file import load_study
from decidr.gui.main_window import MainWindow
from decidr.gui.panels.data.page import DataPanel
from decidr.gui.panels.scenarios.page import ScenariosPanel
from tests.gui.open_windows import OpenWindow
from tests.gui.recording_messages import RecordingMessages
from tests.journeys.conftest import Click

FACT = "2026-11-01: the ports close (harbour.example)."
MOVE = ("data", "Other export reach", "Spain", "all views", "add", "-5")


class Consultant:
    """What she does before the window, and what she reads there."""

    def __init__(self, qtbot: QtBot, click: Click, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.document = window.document
        self._click = click
        window.go_to("scenarios")
        panel = window.pages.panel("scenarios")
        assert isinstance(panel, ScenariosPanel)
        self.panel = panel

    def click(self, name: str) -> None:
        self._click(self.window, name)

    @property
    def leader(self) -> str:
        results = self.document.results
        assert results.leader is not None
        return results.names[results.hosts[results.leader]]

    @property
    def ranking(self) -> list[float]:
        return [host.total for host in self.window.ranking.list.shown.hosts]

    @property
    def verdict(self) -> str:
        return self.panel.one.verdict.first.text()

    def build(self, name: str) -> None:
        """A scenario with one move, and the dated fact that it rests on."""
        self.panel.tabs.button("one").click()
        self.click("new_scenario")
        edit = self.panel.one.top.name.edit
        self.qtbot.waitUntil(edit.hasFocus)
        self.qtbot.keyClicks(edit, name)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        moves = self.panel.one.moves.moves.table
        for column, text in enumerate(MOVE):
            assert moves.setData(moves.index(moves.rowCount() - 1, column), text)
        self.click("edit_facts")
        facts = self.panel.one.facts.field.edit
        self.qtbot.waitUntil(facts.hasFocus)
        facts.setPlainText(FACT)
        self.qtbot.keyClick(facts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def combine_with(self, beginning: str) -> None:
        """The scenario that is shown with that whose name begins so."""
        other = next(s for s in self.document.study.scenarios if s.name.startswith(beginning))
        top = self.panel.one.top
        top.combine.menu().aboutToShow.emit()
        action = top.findChild(QAction, f"combine_with_{other.id}")
        assert action is not None
        action.trigger()

    def give_probability(self, text: str) -> None:
        edit = self.panel.one.top.probability.edit
        edit.setText(text)
        edit.editingFinished.emit()

    def look_at(self, leaf: str, host: str) -> DataPanel:
        """The cell of a leaf and a host on the Data page."""
        study = self.document.study
        ids = {thing.name: thing.id for thing in (*study.criteria, *study.hosts)}
        self.window.go_to(f"data:{ids[leaf]}:{ids[host]}")
        panel = self.window.pages.panel("data")
        assert isinstance(panel, DataPanel)
        return panel


def test_a_scenario_is_built_and_combined_and_the_table_and_the_leader_follow(
    qtbot: QtBot, open_window: OpenWindow, click: Click, messages: RecordingMessages, plant: Path
) -> None:
    she = Consultant(qtbot, click, open_window(load_study(plant), plant, with_parts=True))
    cases = len(she.document.study.scenarios) + len(she.document.study.scenario_sets)
    assert she.panel.header.title.startswith("Spain leads in")
    she.build("Ports close")
    scenario = she.document.study.scenarios[-1]
    assert [move.note for move in scenario.moves] == [FACT, ""]
    assert she.verdict.startswith("Canada leads instead of Spain")
    assert "Without this move Spain would lead: Other export reach, Spain: −5." in she.panel.one.verdict.rest.text()
    assert "Canada under «Ports close»" in she.panel.header.title

    she.combine_with("Deal deepens")
    she.give_probability("20 %")
    made = she.document.study.scenario_sets[-1]
    assert made.scenarios[0] == scenario.id
    assert made.probability == 0.2
    assert she.verdict.startswith("Canada leads instead of Spain")
    she.panel.tabs.button("ranks").click()
    assert len(she.panel.ranks.chart.marks) == 1 + 1 + cases + 2  # heads, the baseline, and both that she made

    # Both are in the report, each with what it supposes.
    messages.file = plant.with_name("report.xlsx")
    she.window.action_table["export_report"].trigger()
    qtbot.waitUntil(lambda: she.window.jobs.is_idle and messages.file.exists(), timeout=120_000)
    sheet = load_workbook(messages.file)["Scenarios"]
    told = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {"Ports close", made.name, FACT} <= set(told)
    assert any(text.startswith("Canada leads instead of Spain") for text in told)
    assert messages.warned == []


def test_the_window_supposes_a_scenario_and_back_while_edits_are_the_studys_own(
    qtbot: QtBot, open_window: OpenWindow, click: Click, plant: Path
) -> None:
    window = open_window(load_study(plant), plant, with_parts=True)
    she, before = Consultant(qtbot, click, window), load_study(plant)
    she.build("Ports close")
    study, at_baseline = she.document.study, she.ranking

    she.click("suppose")
    assert window.supposed.isVisible()
    assert window.status.scenario.text() == "Scenario: Ports close ▾"
    assert she.leader == "Canada"
    assert she.ranking != at_baseline
    moved = evaluate(study, case=case_named(study, "Ports close"))
    assert she.document.results.totals.tolist() == moved.totals.tolist()

    # The Data page shows the moved value beside the study's own, which alone is typed over.
    data = she.look_at("Other export reach", "Spain")
    assert data.card.value.edit.text() == "9"
    assert "it is 4; the study keeps its own value" in data.card.supposed.text()
    data.card.value.edit.setText("8")
    data.card.value.edit.editingFinished.emit()
    assert "it is 3;" in data.card.supposed.text()
    window.document.undo_stack.undo()

    # One click back, and every step is undone.
    she.click("to_baseline")
    assert not window.supposed.isVisible()
    assert (she.leader, she.ranking) == ("Spain", at_baseline)
    while window.document.undo_stack.canUndo():
        window.document.undo_stack.undo()
    assert window.document.study == before
