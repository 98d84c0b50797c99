from __future__ import annotations

from math import inf

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.sensitivity.one_way import leader_changes, one_way
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment, set_setting
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.one_weight_page import OneWeightPage
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.example_study import example_study
from tests.gui.panels.sensitivity.conftest import Named

THIN = "\u202f"


@pytest.fixture
def page(panel: SensitivityPanel) -> OneWeightPage:
    assert isinstance(panel.page, OneWeightPage)
    return panel.page


def listed(page: OneWeightPage) -> list[str]:
    model = page.weights.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_heading_answers_for_the_criterion_that_takes_least(panel: SensitivityPanel) -> None:
    assert panel.header.subtitle == f"Spain stays first while Stability weighs less than 34.1{THIN}% (now 17.2{THIN}%)."


def test_the_table_is_sorted_by_how_little_it_takes(page: OneWeightPage) -> None:
    assert listed(page)[0] == "Stability"
    page.choice.setCurrentIndex(1)
    page.choice.activated.emit(1)
    assert (listed(page)[0], listed(page)[-1]) == ("Stability", "Security (low risk)")


def test_all_criteria_of_every_level_stand_in_one_table(page: OneWeightPage, document: Document) -> None:
    assert page.choice.currentText() == "All criteria"
    names = {document.study.name_of(node): node for node in document.results.tree.nodes[1:]}
    assert set(listed(page)) == set(names)
    sweeps = [one_way(document.results, names[name]) for name in listed(page)]
    near = [min((c.distance(s.weight_now) for c in leader_changes(document.results, s)), default=inf) for s in sweeps]
    assert near == sorted(near)


def test_a_row_shows_its_gradient(panel: SensitivityPanel, page: OneWeightPage, qtbot: QtBot, named: Named) -> None:
    page.weights.setFocus()
    qtbot.keyClick(page.weights, Qt.Key.Key_Down)
    assert page.criterion == named(listed(page)[1])
    assert listed(page)[1] in panel.header.subtitle


def test_moving_the_weight_tries_it_on_everything(
    panel: SensitivityPanel, page: OneWeightPage, document: Document, qtbot: QtBot
) -> None:
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_End)
    assert document.tried_weights == {page.criterion: 1.0}
    leader = document.results.hosts[document.results.order[0]]
    assert next(host.name for host in document.study.hosts if host.id == leader) == "Canada"
    assert page.chart.weight == 1.0
    assert panel.tried.reset.isVisible()


def test_the_answer_stays_that_of_the_studys_own_weights(panel: SensitivityPanel, page: OneWeightPage) -> None:
    before, rows = panel.header.subtitle, listed(page)
    page.chart.weight_moved.emit(0.9)
    assert panel.header.subtitle == before
    assert listed(page) == rows


@pytest.mark.parametrize("way", ["button", "escape"])
def test_reset_returns_to_the_studys_weight(
    panel: SensitivityPanel, page: OneWeightPage, document: Document, qtbot: QtBot, way: str
) -> None:
    page.chart.weight_moved.emit(0.5)
    if way == "button":
        qtbot.mouseClick(panel.tried.reset, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(page.chart, Qt.Key.Key_Escape)
    assert document.tried_weights == {}
    assert page.chart.weight == pytest.approx(0.172, abs=5e-4)
    assert not panel.tried.reset.isVisible()


def test_a_try_is_not_an_edit(page: OneWeightPage, document: Document) -> None:
    page.chart.weight_moved.emit(0.5)
    assert not document.is_modified


def test_another_criterion_ends_the_try(page: OneWeightPage, document: Document) -> None:
    page.chart.weight_moved.emit(0.5)
    page.weights.row_chosen.emit(2)
    assert document.tried_weights == {}


def test_leaving_the_page_ends_the_try(panel: SensitivityPanel, page: OneWeightPage, document: Document) -> None:
    page.chart.weight_moved.emit(0.5)
    panel.hide()
    assert document.tried_weights == {}


def test_the_criteria_of_another_node_can_be_listed(page: OneWeightPage, qtbot: QtBot) -> None:
    page.choice.setFocus()
    for _step in range(2):
        qtbot.keyClick(page.choice, Qt.Key.Key_Down)
    assert set(listed(page)) == {"Political stability", "Rule of law and integrity", "Macroeconomic stability"}
    assert page.chart.accessibleName().startswith("Gradient of ")


def test_an_edit_draws_the_gradient_anew_and_keeps_the_criterion(
    page: OneWeightPage, document: Document, named: Named
) -> None:
    page.weights.row_chosen.emit(listed(page).index("Incentives"))
    chosen, before = page.criterion, page.chart.places.sweep.now
    view = document.study.settings.base_view
    first, second = (named(name) for name in ("Stability", "Incentives"))
    document.apply(
        "judge", set_judgment(document.study, under=GOAL, view=view, first=first, second=second, value=1 / 9)
    )
    assert page.criterion == chosen
    assert page.chart.places.sweep.now != before


def test_a_click_on_a_line_puts_the_host_in_focus(page: OneWeightPage, document: Document) -> None:
    host = document.study.hosts[5].id
    page.chart.host_clicked.emit(host)
    assert document.selected_host == host
    assert host in page.chart.places.focus


def test_another_view_gives_its_own_answer(panel: SensitivityPanel, document: Document) -> None:
    before = panel.header.subtitle
    document.choose_view(document.study.views[1].id)
    assert panel.header.subtitle != before


def test_under_the_ideal_synthesis_lines_bend(page: OneWeightPage, document: Document) -> None:
    document.apply("ideal", set_setting(document.study, synthesis="ideal"))
    assert len(page.chart.places.sweep.weights) == 101


def test_an_address_shows_its_criterion(panel: SensitivityPanel, page: OneWeightPage, named: Named) -> None:
    leaf = named("Home EV market")
    panel.show_place(f"sensitivity:{leaf}")
    assert page.criterion == leaf
    assert "Home EV market" in panel.header.subtitle


def test_a_study_without_criteria_says_so(panel: SensitivityPanel, page: OneWeightPage, document: Document) -> None:
    document.open(Study(), None)
    assert panel.header.subtitle == "No weight can move yet: that takes two criteria under one, and hosts to rank."
    assert listed(page) == []


def test_a_study_without_hosts_says_so(panel: SensitivityPanel, document: Document) -> None:
    document.open(example_study(hosts=0), None)
    assert "no weight can change the leader" in panel.header.subtitle


def test_the_weights_can_be_judged_again_straight_from_here(
    panel: SensitivityPanel, page: OneWeightPage, qtbot: QtBot, named: Named
) -> None:
    stability = named("Stability")
    with qtbot.waitSignal(panel.go_to) as told:
        page.weights.activated.emit(page.weights.model().index(0, 0))
    assert told.args == ["weights:goal"]
    panel.show_place(f"sensitivity:{named('Political stability')}")
    with qtbot.waitSignal(panel.go_to) as told:
        panel.findChild(QPushButton, "judge_again").click()
    assert told.args == [f"weights:{stability}"]
