"""The tab of two weights, or of three."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from decidr.gui.panels.sensitivity.two_weights_page import TwoWeightsPage
from tests.gui.panels.sensitivity.conftest import Named


@pytest.fixture
def page(panel: SensitivityPanel) -> TwoWeightsPage:
    panel.show_place("sensitivity:two_weights")
    assert isinstance(panel.page, TwoWeightsPage)
    return panel.page


def test_at_first_those_move_that_take_least(page: TwoWeightsPage, named: Named) -> None:
    assert page.criteria == (named("Stability"), named("Incentives"))


def test_dragging_the_point_over_the_border_changes_the_leader_and_the_sentence(
    page: TwoWeightsPage, panel: SensitivityPanel, document: Document, named: Named
) -> None:
    page.chart.point_moved.emit((0.4, 0.3, 0.3))
    assert document.tried_weights == pytest.approx({named("Stability"): 0.4, named("Incentives"): 0.3})
    assert document.results.hosts[document.results.order[0]] == named("Canada")
    assert panel.tried.words.whole.startswith("Canada leads by")
    assert page.chart.places.tried == pytest.approx((0.4, 0.3, 0.3))
    assert panel.header.subtitle.startswith("Canada draws level at Stability 28.9")
    page.chart.point_reset.emit()
    assert not document.is_trying
    assert page.chart.places.tried is None


def test_three_weights_share_what_they_have_and_the_others_stay(
    page: TwoWeightsPage, document: Document, named: Named, qtbot: QtBot
) -> None:
    own = document.results.local
    qtbot.mouseClick(page.counts.button("3"), Qt.MouseButton.LeftButton)
    assert len(page.criteria) == 3
    page.chart.point_moved.emit((0.5, 0.25, 0.25))
    share = sum(own[criterion] for criterion in page.criteria)
    now = document.results.local
    assert [now[criterion] for criterion in page.criteria] == pytest.approx([share / 2, share / 4, share / 4])
    assert now[named("Market access")] == pytest.approx(own[named("Market access")])
    assert page.chart.places.tried == pytest.approx((0.5, 0.25, 0.25))


def test_the_same_criterion_twice_swaps_the_two(page: TwoWeightsPage, named: Named) -> None:
    box = page.choices[0]
    box.setCurrentIndex(box.findData(named("Incentives")))
    box.activated.emit(box.currentIndex())
    assert page.criteria == (named("Incentives"), named("Stability"))


def test_another_node_moves_its_own_criteria(page: TwoWeightsPage, document: Document, named: Named) -> None:
    page.choice.setCurrentIndex(page.choice.findData(named("Stability")))
    page.choice.activated.emit(page.choice.currentIndex())
    assert set(page.criteria) <= set(document.results.tree.children[named("Stability")])


def test_weights_that_are_tried_elsewhere_are_told_and_move_no_point(
    page: TwoWeightsPage, document: Document, named: Named
) -> None:
    document.try_weights({named("Market access"): 0.5})
    assert page.chart.places.tried is None
    assert page.aside.isVisible()
    document.try_weights({named("Stability"): 0.5})
    assert page.chart.places.tried is not None
    assert not page.aside.isVisible()


def test_places_are_two_or_three_and_a_criterion(panel: SensitivityPanel, page: TwoWeightsPage, named: Named) -> None:
    panel.show_place("sensitivity:two_weights:3")
    assert (page.counts.choice, len(page.criteria)) == ("3", 3)
    panel.show_place(f"sensitivity:two_weights:{named('Home EV market')}")
    assert page.node == named("Market access")
    assert page.criteria[0] == named("Home EV market")


def test_a_study_without_criteria_says_what_it_takes(
    page: TwoWeightsPage, panel: SensitivityPanel, document: Document
) -> None:
    document.open(Study(), None)
    assert panel.header.subtitle.startswith("It takes three criteria")
    assert not page.chart.isVisible()
