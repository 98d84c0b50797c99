"""One scenario or set, all of it on a page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import focus
from decidr.core.analysis.scenarios.across import across_cases
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.scenarios.case_page import CasePage
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages
from tests.gui.scenario_study import scenario_study


def _page(qtbot: QtBot, messages: RecordingMessages, study: Study, name: str | None) -> CasePage:
    page = CasePage(Document(study), messages)
    qtbot.addWidget(page)
    page.resize(900, 800)
    across = across_cases(study)
    page.show_case(across, name, focus(across.baseline))
    page.show()
    return page


@pytest.mark.parametrize("name", ["Strike", "Strike in a boom"])
def test_a_case_is_told_with_its_moves_facts_and_totals(qtbot: QtBot, messages: RecordingMessages, name: str) -> None:
    page = _page(qtbot, messages, scenario_study(), name)
    assert page.verdict.first.text().startswith("Spain leads instead of United States")
    assert page.moves.isVisible()
    assert page.facts.isVisible()
    assert page.chart.marks[0][0].host == "h1"
    assert not page.invitation.isVisible()


def test_without_scenarios_the_page_says_what_they_are(qtbot: QtBot, messages: RecordingMessages) -> None:
    page = _page(qtbot, messages, example_study(), None)
    assert page.invitation.isVisible()
    assert not page.top.isVisible()
    first = page.findChild(QPushButton, "first_scenario")
    assert first is not None
    with qtbot.waitSignal(page.case_chosen) as chosen:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert chosen.args == ["New scenario"]


def test_a_host_of_the_totals_is_chosen_by_a_click(qtbot: QtBot, messages: RecordingMessages) -> None:
    page = _page(qtbot, messages, scenario_study(), "Boom")
    with qtbot.waitSignal(page.host_chosen) as chosen:
        page.chart.pressed.emit(page.chart.mark("total", "h2"))
    assert chosen.args == ["h2"]
