from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.results.views import ViewsChart


@pytest.fixture
def chart(qtbot: QtBot, views: dict[str, Results], results: Results, in_focus: Focus) -> ViewsChart:
    made = ViewsChart()
    qtbot.addWidget(made)
    made.resize(860, 400)
    made.show_views(views, results.view, in_focus)
    return made


def test_every_host_has_a_total_in_every_view(chart: ViewsChart) -> None:
    titles, *rows = chart.marks
    assert len(titles) == 3
    assert [len(row) for row in rows] == [4] * 10


def test_hosts_stand_in_the_order_of_the_chosen_view(chart: ViewsChart, results: Results) -> None:
    assert [row[0].host for row in chart.marks[1:]] == [results.hosts[h] for h in results.order]


def test_a_tip_gives_total_and_rank_in_that_view(chart: ViewsChart, ids: dict[str, str]) -> None:
    investor = chart.marks[0][1].criterion
    text = chart.tip(chart.mark("total", ids["Canada"], investor))
    assert "Canada · investor" in text
    assert "rank 8 of 10" in text


def test_a_tip_on_a_view_says_who_leads_there(chart: ViewsChart) -> None:
    assert "Spain leads in the investor view with 59.2." in chart.tip(chart.marks[0][1])


def test_the_sentence_names_the_leader_of_each_view(chart: ViewsChart) -> None:
    assert chart.accessibleDescription().count("Spain leads") == 3


def test_the_picture_can_be_drawn_with_a_host_pointed_at(chart: ViewsChart, ids: dict[str, str], qtbot: QtBot) -> None:
    with qtbot.waitExposed(chart):
        chart.show()
    before = chart.grab().toImage()
    area = chart.mark("host", ids["Hungary"]).area
    qtbot.mouseMove(chart.viewport(), area.center().toPoint())
    qtbot.waitUntil(lambda: chart.pointed == ("host", ids["Hungary"], ""))
    assert chart.grab().toImage() != before
