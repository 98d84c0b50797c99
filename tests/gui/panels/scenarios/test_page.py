"""The page of scenarios."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.edits import rename_scenario, set_cell
from decidr.core.study.study import Study
from decidr.gui.panels.scenarios.page import ONE, RANKS, STAKES, ScenariosPanel
from tests.gui.example_study import example_study
from tests.gui.panels.table_desk import TableDesk
from tests.gui.scenario_study import scenario_study


def _desk(qtbot: QtBot, study: Study | None = None) -> TableDesk[ScenariosPanel]:
    return TableDesk(qtbot, ScenariosPanel, study or scenario_study())


def test_the_heading_answers(qtbot: QtBot) -> None:
    panel = _desk(qtbot).panel
    assert panel.header.title == "United States leads in 2 of 4 cases, Spain under «Strike» and «Strike in a boom»"


def test_an_edit_of_the_data_moves_the_heading(qtbot: QtBot) -> None:
    desk = _desk(qtbot)
    desk.document.apply("Higher", set_cell(desk.document.study, "c5", "h1", value=10.0))
    assert desk.panel.header.title.startswith("Spain leads")


def test_a_case_is_opened_from_the_ranks_and_by_its_address(qtbot: QtBot) -> None:
    panel = _desk(qtbot).panel
    panel.ranks.case_chosen.emit("Boom")
    assert panel.tabs.choice == ONE
    assert panel.one.top.name.edit.text() == "Boom"
    panel.show_place("scenarios:strike in a BOOM")
    assert panel.one.top.name.edit.text() == "Strike in a boom"
    panel.show_place("scenarios:Flood")
    assert panel.one.top.name.edit.text() == "Strike in a boom"


def test_a_case_stays_on_the_page_when_it_is_renamed(qtbot: QtBot) -> None:
    desk = _desk(qtbot)
    desk.panel.show_case("Boom")
    desk.document.apply("Name", rename_scenario(desk.document.study, "s2", "Bloom"))
    assert desk.panel.one.top.name.edit.text() == "Bloom"


def test_the_page_looks_from_the_baseline_whatever_is_supposed(qtbot: QtBot) -> None:
    desk = _desk(qtbot)
    before = desk.panel.header.title
    desk.document.choose_scenario("Strike")
    assert desk.panel.header.title == before
    assert desk.document.results.leader != desk.document.baseline.leader


def test_the_views_are_found_while_the_page_is_open(qtbot: QtBot) -> None:
    panel = _desk(qtbot).panel
    qtbot.waitUntil(panel.ranks.leaders.isVisible)
    panel.show_case("Strike")
    assert panel.one.verdict.sides.isVisible()


def test_regret_stands_on_a_page_of_its_own(qtbot: QtBot) -> None:
    panel = _desk(qtbot).panel
    panel.tabs.button(STAKES).click()
    assert panel.stakes.isVisible()
    assert panel.stakes.regret.text().startswith("Choosing Spain")
    panel.tabs.button(RANKS).click()
    assert panel.ranks.isVisible()


@pytest.mark.parametrize("study", [example_study(), Study(), example_study(hosts=0)])
def test_a_study_without_scenarios_or_hosts_is_shown_how_to_begin(qtbot: QtBot, study: Study) -> None:
    desk = _desk(qtbot, study)
    assert not desk.panel.tabs.isVisible()
    assert desk.panel.one.invitation.isVisible()
    desk.panel.one.top.begin()
    assert desk.document.study.scenarios[0].name == "New scenario"
    desk.panel.tabs.button(RANKS).click()
    assert desk.panel.ranks.isVisible()
    desk.panel.tabs.button(STAKES).click()


def test_a_view_is_followed(qtbot: QtBot) -> None:
    desk = _desk(qtbot)
    desk.document.choose_view("government")
    assert desk.panel.header.subtitle.startswith("Seen in the view host government.")
    assert "Morocco" in desk.panel.header.title


def test_it_is_said_where_the_leader_of_another_view_falls(qtbot: QtBot) -> None:
    panel = _desk(qtbot).panel
    qtbot.waitUntil(panel.ranks.leaders.isVisible)
    assert "In the view investor, United States falls in 2 of 4 cases." in panel.header.subtitle
