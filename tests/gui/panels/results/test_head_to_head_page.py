from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.gui.panels.results.head_to_head_page import HeadToHeadPage
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages

RESULTS = evaluate(example_study())


@pytest.fixture
def page(qtbot: QtBot, messages: RecordingMessages) -> HeadToHeadPage:
    made = HeadToHeadPage(messages)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show_pair(RESULTS, (), ("h2", "h10"))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_both_choices_show_the_pair(page: HeadToHeadPage) -> None:
    assert (page.first.currentText(), page.second.currentText()) == ("Canada", "United States")
    assert page.first.count() == 10


def test_every_leaf_is_listed_with_both_hosts_as_headings(page: HeadToHeadPage) -> None:
    assert page.leaves.model().rowCount() == 6
    headings = [page.leaves.model().headerData(c, Qt.Orientation.Horizontal) for c in range(5)]
    assert headings == ["Leaf", "Weight", "Canada", "United States", "Difference ↓"]


def test_another_host_can_be_chosen_by_keys(page: HeadToHeadPage, qtbot: QtBot) -> None:
    page.first.setFocus()
    with qtbot.waitSignal(page.pair_chosen) as told:
        qtbot.keyClick(page.first, Qt.Key.Key_Down)
    assert told.args == ["h3", "h10"]


def test_choosing_the_same_host_twice_turns_the_pair_round(page: HeadToHeadPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.pair_chosen) as told:
        page.first.setCurrentIndex(page.first.findData("h10"))
        page.first.activated.emit(page.first.currentIndex())
    assert told.args == ["h10", "h2"]


def test_a_click_on_a_bar_selects_its_leaves(page: HeadToHeadPage, qtbot: QtBot) -> None:
    area = page.chart.mark("criterion", "", "c4").area
    qtbot.mouseClick(page.chart.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    chosen = {index.data() for index in page.leaves.selectionModel().selectedRows()}
    assert chosen == {"Home market", "Exports"}


def test_a_double_click_on_a_value_leads_to_its_cell(page: HeadToHeadPage, qtbot: QtBot) -> None:
    model = page.leaves.model()
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == "Exports")
    with qtbot.waitSignal(page.go_to) as told:
        page.leaves.activated.emit(model.index(row, 3))
    assert told.args == ["data:c6:h10"]


def test_without_two_hosts_there_is_nothing_to_compare(page: HeadToHeadPage) -> None:
    page.show_pair(evaluate(example_study(hosts=1)), (), None)
    assert not page.chart.isVisible()
    assert not page.leaves.isVisible()


def test_why_the_weaker_is_not_first_is_told_between_the_chart_and_the_leaves(page: HeadToHeadPage) -> None:
    assert page.why_not.title == "Why not Canada?"
    assert page.chart.mapTo(page, page.chart.rect().topLeft()).y() < page.why_not.mapTo(page, QPoint()).y()
    page.show_pair(RESULTS, (), None)
    assert not page.why_not.isVisible()
