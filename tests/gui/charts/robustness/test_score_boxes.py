from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.gui.charts.robustness.score_boxes import ScoreBoxesChart, reach_told
from decidr.gui.charts.robustness.simulated import Simulated
from tests.gui.charts.simulations import ids, three_hosts


@pytest.fixture
def shown() -> Simulated:
    return three_hosts()


@pytest.fixture
def chart(qtbot: QtBot, shown: Simulated) -> ScoreBoxesChart:
    made = ScoreBoxesChart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_simulated(shown, shown.hosts[:2])
    return made


def test_the_answer_tells_how_far_the_first_two_reach(shown: Simulated) -> None:
    assert reach_told(shown) == "Nine draws in ten give Spain 51.0 to 69.0 points, Canada 46.0 to 64.0."


def test_places_lie_evenly_and_hold_every_box_and_total(chart: ScoreBoxesChart, shown: Simulated) -> None:
    middle = (chart.place_of(0.4) + chart.place_of(0.6)) / 2
    assert chart.place_of(0.5) == pytest.approx(middle)
    ends = [*shown.boxes.ravel().tolist(), *shown.results.totals.tolist()]
    assert all(chart.places.left - 1e-6 <= chart.place_of(total) <= chart.places.right + 1e-6 for total in ends)


def test_a_tip_gives_the_box_and_todays_total_in_full(chart: ScoreBoxesChart, shown: Simulated) -> None:
    spain = ids(shown.results)["Spain"]
    text = chart.tip(chart.mark("host", spain))
    total = shown.results.totals[shown.results.hosts.index(spain)]
    assert "in nine of ten draws from 51 to 69" in text
    assert "in half of them from 55 to 65" in text
    assert f"median 60, today {total * 100:.10g}" in text


def test_the_words_tell_every_host(chart: ScoreBoxesChart) -> None:
    assert "Canada: 46.0 to 64.0, median 55.0." in chart.accessibleDescription()
