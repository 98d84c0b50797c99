"""The performance tab."""

from __future__ import annotations

import pytest

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from decidr.gui.panels.sensitivity.performance_page import PerformancePage
from tests.gui.panels.sensitivity.conftest import Named


@pytest.fixture
def page(panel: SensitivityPanel) -> PerformancePage:
    panel.show_place("sensitivity:performance")
    assert isinstance(panel.page, PerformancePage)
    return panel.page


def test_weights_and_totals_follow_what_is_tried(
    page: PerformancePage, panel: SensitivityPanel, document: Document, named: Named
) -> None:
    document.try_weight(named("Stability"), 0.5)
    assert page.chart.places.weights[0] == 0.5
    assert page.chart.places.hosts[0] == named("Canada")
    assert panel.header.subtitle.startswith("Canada is furthest ahead of")


def test_the_criteria_of_another_node_get_the_axes(
    page: PerformancePage, panel: SensitivityPanel, named: Named
) -> None:
    page.choice.setCurrentIndex(page.choice.findData(named("Stability")))
    page.choice.activated.emit(page.choice.currentIndex())
    assert page.chart.places.names[-1] == "Stability"
    panel.show_place(f"sensitivity:performance:{named('Home EV market')}")
    assert page.node == named("Market access")


def test_a_click_puts_the_host_in_focus(page: PerformancePage, document: Document, named: Named) -> None:
    page.chart.pressed.emit(page.chart.mark("score", named("Mexico")))
    assert document.selected_host == named("Mexico")


def test_a_study_without_criteria_has_nothing_to_show(
    page: PerformancePage, panel: SensitivityPanel, document: Document
) -> None:
    document.open(Study(), None)
    assert panel.header.subtitle.startswith("Nothing to show yet")
    assert not page.chart.isVisible()
