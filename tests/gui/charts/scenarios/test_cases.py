"""Ranks by case."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import Focus, focus
from decidr.core.analysis.scenarios.across import AcrossCases, across_cases
from decidr.core.study.edits import set_criterion
from decidr.gui.charts.canvas.colours import host_colour
from decidr.gui.charts.scenarios.cases import CasesChart
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def across() -> AcrossCases:
    return across_cases(scenario_study())


@pytest.fixture
def in_colour(across: AcrossCases) -> Focus:
    return focus(across.baseline)


@pytest.fixture
def chart(qtbot: QtBot, across: AcrossCases, in_colour: Focus) -> CasesChart:
    made = CasesChart()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show_cases(across, in_colour)
    return made


def test_every_case_has_a_row_with_a_cell_for_every_host(chart: CasesChart) -> None:
    heads, *rows = chart.marks
    assert [mark.kind for mark in heads] == ["host"] * 10
    assert [len(row) for row in rows] == [11] * 5


def test_hosts_stand_in_the_order_of_the_baseline(chart: CasesChart, across: AcrossCases) -> None:
    assert [mark.host for mark in chart.marks[0]] == [across.hosts[h] for h in across.baseline.order]


def test_the_heading_answers(chart: CasesChart) -> None:
    answer = "United States leads in 2 of 4 cases, Spain under «Strike» and «Strike in a boom»"
    assert chart.heading == answer
    assert answer in chart.accessibleDescription()


def test_a_tip_tells_total_rank_change_and_the_leaves_that_move(chart: CasesChart) -> None:
    told = chart.tip(chart.mark("cell", "h10", "1"))
    assert "United States · Strike" in told
    assert "rank 3" in told
    assert "−20.8 against the baseline" in told
    assert "Home market (−20.0) and Rule of law (−0.8)" in told
    assert "against the baseline" not in chart.tip(chart.mark("cell", "h10", "0"))


def test_a_leader_of_a_case_has_its_full_colour_only_where_it_leads_anew(
    chart: CasesChart, across: AcrossCases, in_colour: Focus
) -> None:
    shown = chart.grab().toImage()

    def ground(host: str, row: int) -> QColor:
        cell = chart.mark("cell", host, str(row)).area
        return shown.pixelColor(round(cell.left()) + 8, round(cell.center().y()))

    full = {host: QColor(host_colour(chart.theme, in_colour, host)) for host in ("h1", "h10")}
    assert ground("h1", 1) == full["h1"]
    assert ground("h10", 0) not in (full["h10"], QColor(chart.theme.card))
    assert ground("h10", 1) == ground("h1", 0) == QColor(chart.theme.card)


def test_a_host_that_fails_a_must_under_a_case_is_told_as_outside_the_ranks(chart: CasesChart) -> None:
    across = across_cases(set_criterion(scenario_study(), "c5", must=">= 3"))
    chart.show_cases(across, focus(across.baseline))
    assert "rank 1" in chart.tip(chart.mark("cell", "h10", "0"))
    assert "outside the ranks" in chart.tip(chart.mark("cell", "h10", "1"))


@pytest.mark.parametrize("width", [420, 900])
def test_the_picture_changes_with_the_cell_that_is_pointed_at(chart: CasesChart, qtbot: QtBot, width: int) -> None:
    chart.resize(width, chart.height())
    with qtbot.waitExposed(chart):
        chart.show()
    before = chart.grab().toImage()
    qtbot.mouseMove(chart.viewport(), chart.mark("cell", "h2", "1").area.center().toPoint())
    qtbot.waitUntil(lambda: chart.pointed == ("cell", "h2", "1"))
    assert chart.grab().toImage() != before


def test_with_more_hosts_than_room_leaders_and_those_in_focus_stay_and_the_rest_is_counted(qtbot: QtBot) -> None:
    across = across_cases(scenario_study(40))
    made, in_colour = CasesChart(), focus(across.baseline)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show_cases(across, in_colour)
    shown = [mark.host for mark in made.marks[0]]
    assert 10 < len(shown) < 40
    assert {host for host in (*across.leaders, *in_colour) if host} <= set(shown)
    assert shown == [across.hosts[h] for h in across.baseline.order if across.hosts[h] in shown]
    assert f"{40 - len(shown)} more hosts" in made._legend(False)
