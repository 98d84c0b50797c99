"""The head-to-head tab."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.head_to_head_tab import HeadToHeadTab
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.example_study import example_study
from tests.gui.panels.sensitivity.conftest import Named


@pytest.fixture
def page(panel: SensitivityPanel) -> HeadToHeadTab:
    panel.show_place("sensitivity:head_to_head")
    assert isinstance(panel.page, HeadToHeadTab)
    return panel.page


def test_at_first_the_leader_stands_against_the_second(page: HeadToHeadTab, named: Named) -> None:
    assert page.pair == (named("Spain"), named("Canada"))


def test_what_is_tried_moves_the_bars_and_keeps_the_pair(
    page: HeadToHeadTab, panel: SensitivityPanel, document: Document, named: Named
) -> None:
    assert panel.header.subtitle == "Spain against Canada: 4.2 points"
    document.try_weight(named("Stability"), 1.0)
    assert page.pair == (named("Spain"), named("Canada"))
    assert page.chart.differences[0] == pytest.approx(sum(page.chart.differences))
    assert "\u2212" in panel.header.subtitle


def test_other_hosts_are_chosen_and_the_same_one_twice_swaps_them(page: HeadToHeadTab, named: Named) -> None:
    page.second.setCurrentIndex(page.second.findData(named("Mexico")))
    page.second.activated.emit(page.second.currentIndex())
    assert page.pair == (named("Spain"), named("Mexico"))
    page.first.setCurrentIndex(page.first.findData(named("Mexico")))
    page.first.activated.emit(page.first.currentIndex())
    assert page.pair == (named("Mexico"), named("Spain"))


def test_a_bar_leads_to_the_gradient_of_its_criterion(
    page: HeadToHeadTab, panel: SensitivityPanel, named: Named, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(panel.go_to) as told:
        page.chart.pressed.emit(page.chart.mark("criterion", criterion=named("Stability")))
    assert told.args == [f"sensitivity:{named('Stability')}"]


def test_one_host_has_no_other_to_stand_against(
    page: HeadToHeadTab, panel: SensitivityPanel, document: Document
) -> None:
    document.open(example_study(hosts=1), None)
    assert panel.header.subtitle == "It takes two hosts to compare."
    assert not page.chart.isVisible()
