"""Ranks in every case, and who leads in each view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import focus
from decidr.core.analysis.scenarios.across import across_cases
from decidr.gui.panels.scenarios.ranks_page import RanksPage
from tests.gui.recording_messages import RecordingMessages
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def page(qtbot: QtBot, messages: RecordingMessages) -> RanksPage:
    made = RanksPage(messages)
    qtbot.addWidget(made)
    made.resize(900, 700)
    across = across_cases(scenario_study())
    made.show_cases(across, focus(across.baseline), None)
    made.show()
    return made


def test_a_click_on_a_case_asks_for_it_and_one_on_a_cell_for_its_host(qtbot: QtBot, page: RanksPage) -> None:
    with qtbot.waitSignal(page.case_chosen) as chosen:
        page.chart.pressed.emit(page.chart.mark("case", criterion="2"))
    assert chosen.args == ["Boom"]
    with qtbot.waitSignal(page.host_chosen) as host:
        page.chart.pressed.emit(page.chart.mark("cell", "h2", "2"))
    assert host.args == ["h2"]


def test_the_baseline_leads_nowhere(qtbot: QtBot, page: RanksPage) -> None:
    with qtbot.assertNotEmitted(page.case_chosen):
        page.chart.pressed.emit(page.chart.mark("case", criterion="0"))


def test_leaders_by_view_are_shown_once_every_view_is_known(page: RanksPage) -> None:
    assert not page.leaders.isVisible()
    study = scenario_study()
    page.show_views({view.id: across_cases(study, view.id) for view in study.views})
    assert page.leaders.isVisible()
    assert page.leaders.table.rowCount() == 5
    page.show_views({"neutral": across_cases(study)})
    assert not page.leaders.isVisible()


def test_enter_on_a_row_of_leaders_asks_for_its_case(qtbot: QtBot, page: RanksPage) -> None:
    study = scenario_study()
    page.show_views({view.id: across_cases(study, view.id) for view in study.views})
    page.leaders.choose_row(4)
    page.leaders.setFocus()
    with qtbot.waitSignal(page.case_chosen) as chosen:
        qtbot.keyClick(page.leaders, Qt.Key.Key_Return)
    assert chosen.args == ["Strike in a boom"]
