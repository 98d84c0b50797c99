"""Totals under a case beside those at the baseline."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.hosts.focus import focus
from decidr.core.analysis.scenarios.across import AcrossCases, across_cases
from decidr.gui.charts.scenarios.case_totals import CaseTotalsChart
from tests.gui.scenario_study import scenario_study


@pytest.fixture
def across() -> AcrossCases:
    return across_cases(scenario_study())


@pytest.fixture
def chart(qtbot: QtBot, across: AcrossCases) -> CaseTotalsChart:
    made = CaseTotalsChart()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show_totals(across.baseline, across.results[1], focus(across.baseline))
    return made


def test_hosts_stand_in_the_order_of_the_case(chart: CaseTotalsChart, across: AcrossCases) -> None:
    moved = across.results[1]
    assert [row[0].host for row in chart.marks] == [moved.hosts[h] for h in moved.order]
    assert chart.marks[0][0].host == "h1"


def test_a_tip_tells_both_totals(chart: CaseTotalsChart) -> None:
    told = chart.tip(chart.mark("total", "h10"))
    assert "United States" in told
    assert "80 at the baseline" in told


def test_the_sentence_tells_every_total_with_its_change(chart: CaseTotalsChart) -> None:
    assert "United States 59.2 (−20.8)" in chart.accessibleDescription()
    assert "Spain 70.0 (0.0)" in chart.accessibleDescription()


def test_bars_of_today_and_of_the_case_end_where_their_totals_are(chart: CaseTotalsChart) -> None:
    shown = chart.grab().toImage()
    row = chart.mark("total", "h10").area
    y = round(row.top() + row.height() / 2)
    card = chart.theme.card.lower()

    def length(at: int) -> int:
        xs = range(round(row.left()) + 5, round(row.right()))
        return next((x for x in xs if shown.pixelColor(x, at).name() == card), 0) - round(row.left())

    today, then = length(y - 8), length(y + 3)
    assert today / then == pytest.approx(80.0 / 59.17, rel=0.02)
