"""How each host scores on each criterion."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.canvas.picture import image_of
from decidr.gui.charts.sensitivity.performance import PerformanceChart, performance_answer


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus) -> PerformanceChart:
    made = PerformanceChart()
    qtbot.addWidget(made)
    made.resize(880, 460)
    made.show_scores(results, in_focus)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_heading_tells_where_the_leader_is_furthest_ahead_and_behind(results: Results) -> None:
    said = performance_answer(results)
    assert said.startswith("Spain is furthest ahead of Canada on Market access (+3.1), behind on Stability")


def test_a_node_on_which_the_leader_is_never_ahead_says_so(results: Results, ids: dict[str, str]) -> None:
    assert performance_answer(results, ids["Stability"]) == "Spain is ahead of Canada on nothing here."


def test_a_tip_tells_score_contribution_and_leaves(
    chart: PerformanceChart, results: Results, ids: dict[str, str]
) -> None:
    host, criterion = ids["Canada"], ids["Stability"]
    rows = [results.leaves.index(leaf) for leaf in results.tree.leaves_under(criterion)]
    added = float(results.contributions[rows, results.hosts.index(host)].sum())
    said = plain(chart.tip(chart.mark("score", host, criterion)))
    assert said.startswith(f"Canada scores {added / results.local[criterion] * 100:.10g} on Stability")
    assert f"adds {added * 100:.10g} points" in said
    assert "Political stability" in said
    total = results.totals[results.hosts.index(host)] * 100
    assert plain(chart.tip(chart.mark("score", host))) == f"Canada Total: {total:.10g} points"


def test_the_nearest_point_is_meant_and_a_name_stands_for_its_total(chart: PerformanceChart) -> None:
    for row in chart.marks[:3]:
        for mark in row:
            found = chart.mark_at(mark.area.center())
            assert found is not None
            assert found.area.center() == mark.area.center()
    name = chart.places.line_names[0]
    found = chart.mark_at(name.area.center())
    assert found is not None
    assert (found.host, found.criterion) == (name.host, "")


def test_keys_walk_from_host_to_host_and_along_its_line(
    chart: PerformanceChart, results: Results, qtbot: QtBot
) -> None:
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(chart, key)
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    mark = told.args[0]
    assert (mark.host, mark.criterion) == (results.hosts[results.order[1]], results.tree.children[GOAL][1])


def test_pointing_colours_a_line_and_is_not_saved(chart: PerformanceChart, qtbot: QtBot) -> None:
    grey = next(host for host in chart.places.hosts if host not in chart.places.focus)
    before, saved = chart.grab().toImage(), image_of(chart)
    qtbot.mouseMove(chart.viewport(), chart.mark("score", grey).area.center().toPoint())
    qtbot.waitUntil(lambda: chart.pointed is not None)
    assert chart.grab().toImage() != before
    assert image_of(chart) == saved
