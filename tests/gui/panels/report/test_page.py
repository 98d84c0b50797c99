"""The Report page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.gui.document import Document
from decidr.gui.panels.report.page import ReportPanel
from tests.gui.recording_messages import RecordingMessages


@pytest.fixture
def panel(qtbot: QtBot, document: Document, messages: RecordingMessages) -> ReportPanel:
    made = ReportPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(780, 700)
    made.show()
    return made


def test_it_says_what_the_report_will_say(panel: ReportPanel) -> None:
    assert panel.answer.text().startswith("United States is first.")
    assert "placeholders" in panel.caution.text()


def test_it_names_what_tells_how_sure_the_answer_is(panel: ReportPanel) -> None:
    told = {label.text() for label in panel.findChildren(QLabel)}
    assert {"Sensitivity, what it takes", "Robustness", "Scenarios", "Other methods"} <= told


def test_its_verdict_gets_its_class_when_it_is_drawn(panel: ReportPanel, document: Document) -> None:
    document.take_robustness(document.verdict_basis, simulate_for_verdict(document.results))
    assert panel.answer.text().startswith(("Clear: ", "Likely: ", "Too close to call: "))


def test_it_follows_the_chosen_view(panel: ReportPanel, document: Document) -> None:
    document.choose_view("investor")
    assert "«investor»" in panel.follows.text()


def test_both_files_are_asked_for_by_their_buttons(qtbot: QtBot, panel: ReportPanel) -> None:
    with qtbot.waitSignal(panel.report_wanted):
        qtbot.mouseClick(panel.save_report, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.workbook_wanted):
        qtbot.mouseClick(panel.save_workbook, Qt.MouseButton.LeftButton)
