"""What moves the lead most."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Tornado, tornado
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.sensitivity.tornado import TornadoChart


@pytest.fixture
def shown(results: Results) -> Tornado:
    found = tornado(results)
    assert found is not None
    return found


@pytest.fixture
def chart(qtbot: QtBot, results: Results, shown: Tornado, in_focus: Focus) -> TornadoChart:
    made = TornadoChart()
    qtbot.addWidget(made)
    made.resize(880, 420)
    made.show_tornado(results, shown, shown.bars, in_focus, 10)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_widest_bars_are_drawn_in_their_order(chart: TornadoChart, shown: Tornado) -> None:
    keys = [(mark.criterion, mark.host) for row in chart.marks for mark in row]
    assert keys == [(bar.criterion, bar.host) for bar in shown.bars[:10]]


def test_a_tip_tells_both_ends_in_full(chart: TornadoChart, shown: Tornado) -> None:
    bar = shown.bars[0]
    said = plain(chart.tip(chart.mark("bar", bar.host, bar.criterion)))
    for end in (bar.low, bar.high):
        assert f"lead {(shown.margin + end.change) * 100:.10g} points" in said


def test_keys_reach_a_bar_and_enter_presses_it(chart: TornadoChart, shown: Tornado, qtbot: QtBot) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Down)
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert told.args[0].criterion == shown.bars[2].criterion


def test_the_sentence_tells_every_bar(chart: TornadoChart) -> None:
    said = chart.accessibleDescription()
    assert said.startswith("No change here takes the lead from Spain")
    assert said.count("the lead changes by") == 10


def test_a_tornado_without_bars_draws_nothing(
    chart: TornadoChart, results: Results, shown: Tornado, in_focus: Focus
) -> None:
    chart.show_tornado(results, shown, (), in_focus)
    assert [*chart.marks] == []
    assert not chart.grab().isNull()
