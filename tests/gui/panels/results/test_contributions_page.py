from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import remove_host
from decidr.gui.charts.canvas.marks import MarkedChart
from decidr.gui.panels.results.contributions_page import ContributionsPage
from tests.gui.example_study import example_study
from tests.gui.recording_messages import RecordingMessages

STUDY = example_study()
RESULTS = evaluate(STUDY)
PAIR = ("h2", "h10")


@pytest.fixture
def page(qtbot: QtBot, messages: RecordingMessages) -> ContributionsPage:
    made = ContributionsPage(messages)
    qtbot.addWidget(made)
    made.resize(800, 900)
    made.show_results(RESULTS, ("h1", "h2", None, None, None), PAIR)
    with qtbot.waitExposed(made):
        made.show()
    return made


def click(qtbot: QtBot, chart: MarkedChart, *key: str) -> None:
    place = chart.mark(*key).area.center().toPoint()
    qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_two_hosts_stand_head_to_head_below_the_bars(page: ContributionsPage) -> None:
    assert page.pair_chart.isVisible()
    assert page.pair_chart.heading.startswith("Canada against United States")


def test_a_click_on_a_name_selects_the_host(page: ContributionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.host_clicked) as told:
        click(qtbot, page.chart, "host", "h4")
    assert told.args == ["h4"]
    assert not page.segment.isVisible()


def test_a_click_on_a_segment_lists_its_leaves(page: ContributionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.host_clicked):
        click(qtbot, page.chart, "segment", "h2", "c4")
    assert page.segment.isVisible()
    assert page.segment.title.startswith("Market access adds")
    assert not page.pair_chart.isVisible()


def test_closing_the_leaves_brings_the_two_hosts_back(page: ContributionsPage, qtbot: QtBot) -> None:
    click(qtbot, page.chart, "segment", "h2", "c4")
    qtbot.mouseClick(page.findChild(QPushButton, "close_segment"), Qt.MouseButton.LeftButton)
    assert not page.segment.isVisible()
    assert page.pair_chart.isVisible()


def test_the_leaves_go_away_with_their_host(page: ContributionsPage, qtbot: QtBot) -> None:
    click(qtbot, page.chart, "segment", "h4", "c4")
    page.show_results(evaluate(remove_host(STUDY, "h4")), (), PAIR)
    assert not page.segment.isVisible()


def test_a_click_on_the_legend_stacks_what_lies_below(page: ContributionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.node_chosen) as told:
        click(qtbot, page.chart, "criterion", "", "c4")
    assert told.args == ["c4"]
    assert page.node == "c4"


def test_a_click_on_a_leaf_in_the_legend_changes_nothing(page: ContributionsPage, qtbot: QtBot) -> None:
    page.node = "c4"
    page.show_results(RESULTS, (), PAIR)
    with qtbot.assertNotEmitted(page.node_chosen):
        click(qtbot, page.chart, "criterion", "", "c5")


def test_the_node_can_be_chosen_by_keys(page: ContributionsPage, qtbot: QtBot) -> None:
    page.choice.setFocus()
    with qtbot.waitSignal(page.node_chosen) as told:
        qtbot.keyClick(page.choice, Qt.Key.Key_Down)
    assert told.args == ["c1"]
    assert page.chart.stacks.node in (GOAL, "c1")


def test_the_link_and_the_bars_ask_for_every_leaf(page: ContributionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.every_leaf):
        qtbot.mouseClick(page.findChild(QPushButton, "every_leaf"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.every_leaf):
        click(qtbot, page.pair_chart, "criterion", "", "c4")
