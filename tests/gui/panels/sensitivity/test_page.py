from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment, set_setting
from decidr.core.study.study import Study
from decidr.formats.templates import load_template
from decidr.gui.document import Document
from decidr.gui.panels.sensitivity.page import SensitivityPanel
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages

THIN = "\u202f"


@pytest.fixture
def document(qapp: object) -> Document:
    return Document(load_template("ev-plant"))


@pytest.fixture
def panel(document: Document, messages: RecordingMessages, qtbot: QtBot) -> SensitivityPanel:
    made = SensitivityPanel(document, messages)
    qtbot.addWidget(made)
    made.resize(936, 842)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def criterion(document: Document, name: str) -> str:
    return next(c.id for c in document.study.criteria if c.name == name)


def listed(panel: SensitivityPanel) -> list[str]:
    model = panel.weights.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_heading_answers_for_the_criterion_that_takes_least(panel: SensitivityPanel) -> None:
    assert panel.header.subtitle == f"Spain stays first while Stability weighs less than 34.1{THIN}% (now 17.2{THIN}%)."


def test_the_table_is_sorted_by_how_little_it_takes(panel: SensitivityPanel) -> None:
    assert listed(panel)[0] == "Stability"
    assert listed(panel)[-1] == "Security (low risk)"


def test_a_row_shows_its_gradient(panel: SensitivityPanel, document: Document, qtbot: QtBot) -> None:
    panel.weights.setFocus()
    qtbot.keyClick(panel.weights, Qt.Key.Key_Down)
    assert panel.criterion == criterion(document, "Incentives")
    assert "Incentives" in panel.header.subtitle


def test_moving_the_weight_tries_it_on_everything(panel: SensitivityPanel, document: Document, qtbot: QtBot) -> None:
    panel.chart.setFocus()
    qtbot.keyClick(panel.chart, Qt.Key.Key_End)
    assert document.what_if is not None
    assert document.what_if.weight == 1.0
    leader = document.results.hosts[document.results.order[0]]
    assert next(host.name for host in document.study.hosts if host.id == leader) == "Canada"
    assert panel.chart.weight == 1.0
    assert panel.reset.isVisible()


def test_the_answer_stays_that_of_the_studys_own_weights(
    panel: SensitivityPanel, document: Document, qtbot: QtBot
) -> None:
    before, rows = panel.header.subtitle, listed(panel)
    panel.chart.weight_moved.emit(0.9)
    assert panel.header.subtitle == before
    assert listed(panel) == rows


@pytest.mark.parametrize("way", ["button", "escape"])
def test_reset_returns_to_the_studys_weight(
    panel: SensitivityPanel, document: Document, qtbot: QtBot, way: str
) -> None:
    panel.chart.weight_moved.emit(0.5)
    if way == "button":
        qtbot.mouseClick(panel.reset, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(panel.chart, Qt.Key.Key_Escape)
    assert document.what_if is None
    assert panel.chart.weight == pytest.approx(0.172, abs=5e-4)
    assert not panel.reset.isVisible()


def test_a_try_is_not_an_edit(panel: SensitivityPanel, document: Document) -> None:
    panel.chart.weight_moved.emit(0.5)
    assert not document.is_modified


def test_another_criterion_ends_the_try(panel: SensitivityPanel, document: Document) -> None:
    panel.chart.weight_moved.emit(0.5)
    panel.weights.row_chosen.emit(2)
    assert document.what_if is None


def test_leaving_the_page_ends_the_try(panel: SensitivityPanel, document: Document) -> None:
    panel.chart.weight_moved.emit(0.5)
    panel.hide()
    assert document.what_if is None


def test_the_criteria_of_another_node_can_be_listed(panel: SensitivityPanel, qtbot: QtBot) -> None:
    panel.choice.setFocus()
    qtbot.keyClick(panel.choice, Qt.Key.Key_Down)
    assert set(listed(panel)) == {"Political stability", "Rule of law and integrity", "Macroeconomic stability"}
    assert panel.chart.accessibleName().startswith("Gradient of ")


def test_an_edit_draws_the_gradient_anew_and_keeps_the_criterion(panel: SensitivityPanel, document: Document) -> None:
    panel.weights.row_chosen.emit(1)
    chosen, before = panel.criterion, panel.chart.places.sweep.now
    view = document.study.settings.base_view
    first, second = (criterion(document, name) for name in ("Stability", "Incentives"))
    document.apply(
        "judge", set_judgment(document.study, under=GOAL, view=view, first=first, second=second, value=1 / 9)
    )
    assert panel.criterion == chosen
    assert panel.chart.places.sweep.now != before


def test_a_click_on_a_line_puts_the_host_in_focus(panel: SensitivityPanel, document: Document) -> None:
    host = document.study.hosts[5].id
    panel.chart.host_clicked.emit(host)
    assert document.selected_host == host
    assert host in panel.chart.places.focus


def test_another_view_gives_its_own_answer(panel: SensitivityPanel, document: Document) -> None:
    before = panel.header.subtitle
    document.choose_view(document.study.views[1].id)
    assert panel.header.subtitle != before


def test_under_the_ideal_synthesis_lines_bend(panel: SensitivityPanel, document: Document) -> None:
    document.apply("ideal", set_setting(document.study, synthesis="ideal"))
    assert len(panel.chart.places.sweep.weights) == 101


def test_an_address_shows_its_criterion(panel: SensitivityPanel, document: Document) -> None:
    leaf = criterion(document, "Home EV market")
    panel.show_place(f"sensitivity:{leaf}")
    assert panel.criterion == leaf
    assert "Home EV market" in panel.header.subtitle


def test_a_study_without_criteria_says_so(panel: SensitivityPanel, document: Document) -> None:
    document.open(Study(), None)
    assert panel.header.subtitle == "No weight can move yet: that takes two criteria under one, and hosts to rank."
    assert listed(panel) == []


def test_a_study_without_hosts_says_so(panel: SensitivityPanel, document: Document) -> None:
    document.open(example_study(hosts=0), None)
    assert "no weight can change the leader" in panel.header.subtitle


def test_the_weights_can_be_judged_again_straight_from_here(
    panel: SensitivityPanel, document: Document, qtbot: QtBot
) -> None:
    stability = criterion(document, "Stability")
    with qtbot.waitSignal(panel.go_to) as told:
        panel.weights.activated.emit(panel.weights.model().index(0, 0))
    assert told.args == ["weights:goal"]
    panel.show_place(f"sensitivity:{criterion(document, 'Political stability')}")
    with qtbot.waitSignal(panel.go_to) as told:
        panel.findChild(QPushButton, "judge_again").click()
    assert told.args == [f"weights:{stability}"]
