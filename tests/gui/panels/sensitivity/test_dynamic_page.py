"""The dynamic tab."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.dynamic_page import DynamicPage
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.panels.sensitivity.conftest import Named


@pytest.fixture
def page(panel: SensitivityPanel) -> DynamicPage:
    panel.show_place("sensitivity:dynamic")
    assert isinstance(panel.page, DynamicPage)
    return panel.page


def test_a_dragged_weight_is_tried_and_the_totals_follow(
    page: DynamicPage, panel: SensitivityPanel, document: Document, named: Named
) -> None:
    page.chart.weight_moved.emit(named("Stability"), 0.5)
    assert document.results.local[named("Stability")] == 0.5
    assert panel.header.subtitle.startswith("With these weights Canada leads")
    totals = dict(zip(document.results.hosts, document.results.totals.tolist(), strict=True))
    assert {row.host: row.total for row in page.chart.places.totals} == totals


def test_several_dragged_weights_are_held_and_one_that_is_let_go_follows_again(
    page: DynamicPage, document: Document, named: Named
) -> None:
    page.chart.weight_moved.emit(named("Stability"), 0.5)
    page.chart.weight_moved.emit(named("Incentives"), 0.3)
    assert document.tried_weights == {named("Stability"): 0.5, named("Incentives"): 0.3}
    page.chart.weight_let_go.emit(named("Stability"))
    assert document.tried_weights == {named("Incentives"): 0.3}
    page.chart.weight_let_go.emit(named("Incentives"))
    assert not document.is_trying


def test_held_weights_cut_a_drag(page: DynamicPage, document: Document, named: Named) -> None:
    page.chart.weight_moved.emit(named("Stability"), 0.7)
    page.chart.weight_moved.emit(named("Incentives"), 0.9)
    assert document.results.local[named("Incentives")] == pytest.approx(0.3)
    assert document.results.local[named("Stability")] == 0.7


def test_a_click_on_a_name_opens_its_criteria_and_what_is_held_above_stays(
    page: DynamicPage, document: Document, named: Named, qtbot: QtBot
) -> None:
    page.chart.weight_moved.emit(named("Stability"), 0.5)
    name = page.chart.mark("weight", criterion=named("Stability")).area
    at = QPoint(round(page.chart.places.weights_at.left) - 30, round(name.center().y()))
    qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.choice.currentText().strip() == "Stability"
    assert page.chart.places.weights[0].name == "Political stability"
    page.chart.weight_moved.emit(named("Political stability"), 0.8)
    assert document.results.global_[named("Political stability")] == pytest.approx(0.4)


def test_a_place_shows_the_siblings_of_a_criterion(panel: SensitivityPanel, page: DynamicPage, named: Named) -> None:
    panel.show_place(f"sensitivity:dynamic:{named('Home EV market')}")
    assert page.node == named("Market access")


def test_a_host_can_be_put_in_focus(page: DynamicPage, document: Document, qtbot: QtBot) -> None:
    host = document.results.hosts[document.results.order[5]]
    page.chart.pressed.emit(page.chart.mark("host", host))
    assert document.selected_host == host


def test_a_study_without_criteria_has_nothing_to_move(
    page: DynamicPage, panel: SensitivityPanel, document: Document
) -> None:
    document.open(Study(), None)
    assert panel.header.subtitle.startswith("Nothing to move yet")
    assert not page.chart.isVisible()
