from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.theme import LIGHT


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus) -> ContributionsChart:
    made = ContributionsChart()
    qtbot.addWidget(made)
    made.resize(860, 400)
    made.show_results(results, in_focus)
    return made


def test_every_criterion_and_host_can_be_pointed_at(chart: ContributionsChart, results: Results) -> None:
    legend, *rows = chart.marks
    assert [mark.kind for mark in legend] == ["criterion"] * 6
    assert [row[0].kind for row in rows] == ["host"] * 10
    assert sum(len(row) - 1 for row in rows) == np.count_nonzero(chart.stacks.parts)


def test_segments_are_as_long_as_their_points(chart: ContributionsChart, ids: dict[str, str]) -> None:
    spain = chart.mark("segment", ids["Spain"], ids["Stability"]).area.width()
    canada = chart.mark("segment", ids["Canada"], ids["Stability"]).area.width()
    assert canada / spain == pytest.approx(14.32 / 11.45, abs=0.02)


def test_a_tip_gives_the_points_in_full_with_the_leaves_behind(chart: ContributionsChart, ids: dict[str, str]) -> None:
    text = chart.tip(chart.mark("segment", ids["Canada"], ids["Stability"]))
    assert "Stability · Canada" in text
    assert "14.3" in text
    assert "Political stability" in text
    assert "World Bank" in text


def test_a_tip_on_a_host_with_gaps_gives_its_band(chart: ContributionsChart, ids: dict[str, str]) -> None:
    text = chart.tip(chart.mark("host", ids["Morocco"]))
    assert "its gaps could make it" in text
    assert "2 gaps" in text


def test_a_tip_on_the_legend_gives_the_weight(chart: ContributionsChart, ids: dict[str, str]) -> None:
    assert "weight 17.18" in chart.tip(chart.mark("criterion", "", ids["Stability"]))


def test_a_click_on_a_segment_tells_criterion_and_host(
    chart: ContributionsChart, ids: dict[str, str], qtbot: QtBot
) -> None:
    chart.show()
    mark = chart.mark("segment", ids["Canada"], ids["Stability"])
    with qtbot.waitSignal(chart.pressed) as told:
        qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=mark.area.center().toPoint())
    assert told.args[0] == mark


def test_hosts_in_focus_are_in_full_colour_and_others_lighter(chart: ContributionsChart, ids: dict[str, str]) -> None:
    chart.show()
    image = chart.grab().toImage()

    def shade(host: str) -> QColor:
        area = chart.mark("segment", ids[host], ids["Stability"]).area
        return image.pixelColor(round(area.left()) + 4, round(area.center().y()))

    assert shade("Spain") == QColor(LIGHT.criteria[0])
    assert shade("Hungary").lightness() > shade("Spain").lightness()


def test_the_height_follows_the_number_of_hosts(chart: ContributionsChart) -> None:
    assert chart.height() >= 10 * 34


def test_a_chart_of_one_node_names_it(chart: ContributionsChart, results: Results, ids: dict[str, str]) -> None:
    chart.show_results(results, (), ids["Stability"])
    assert "within Stability" in chart.heading
    assert len(chart.marks[0]) == 3


def test_the_sentence_gives_the_hosts_in_order(chart: ContributionsChart) -> None:
    assert "Spain 60.6, Canada 56.4" in chart.accessibleDescription()


def test_results_that_are_not_known_draw_no_bars(chart: ContributionsChart, results: Results) -> None:
    unknown = replace(
        results,
        contributions=np.full_like(results.contributions, np.nan),
        totals=np.full_like(results.totals, np.nan),
        low=np.full_like(results.low, np.nan),
        high=np.full_like(results.high, np.nan),
        ranks=np.zeros_like(results.ranks),
    )
    chart.show_results(unknown, ())
    chart.show()
    assert not chart.grab().isNull()
    assert {mark.kind for row in chart.marks for mark in row} == {"criterion", "host"}
