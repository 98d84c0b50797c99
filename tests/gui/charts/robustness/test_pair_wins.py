from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.gui.charts.robustness.pair_wins import PairWinsChart, closest_pair
from decidr.gui.charts.robustness.simulated import Simulated, simulated
from tests.gui.charts.simulations import THIN, ids, three_hosts
from tests.gui.example_study import example_study


@pytest.fixture
def shown() -> Simulated:
    return three_hosts()


@pytest.fixture
def chart(qtbot: QtBot, shown: Simulated) -> PairWinsChart:
    made = PairWinsChart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show_simulated(shown, shown.hosts[:2])
    return made


def test_the_answer_is_the_first_two_against_each_other(shown: Simulated) -> None:
    assert closest_pair(shown) == f"Spain beats Canada in 60{THIN}% of the draws."


def test_a_tip_says_who_beats_whom(chart: PairWinsChart, shown: Simulated) -> None:
    named = ids(shown.results)
    text = chart.tip(chart.mark("pair", named["Canada"], named["Spain"]))
    assert f"Canada beats Spain in 40.0000{THIN}% of 10 draws" in text


def test_a_tip_on_a_host_counts_whom_it_beats(chart: PairWinsChart, shown: Simulated) -> None:
    text = chart.tip(chart.mark("host", ids(shown.results)["Canada"]))
    assert "beats 1 of 2 more often than not" in text


def test_no_host_is_set_against_itself(chart: PairWinsChart) -> None:
    assert [len(row) for row in chart.marks] == [3, 3, 3]
    assert all(mark.host != mark.criterion for row in chart.marks for mark in row)


@pytest.mark.parametrize("hosts", [1, 40])
def test_one_host_and_forty_can_be_drawn(qtbot: QtBot, hosts: int) -> None:
    results = evaluate(example_study(hosts=hosts))
    chart = PairWinsChart()
    qtbot.addWidget(chart)
    chart.resize(460, 300)
    chart.show_simulated(simulated(results, simulate(results, Plan(samples=64))), ())
    assert not chart.grab().toImage().isNull()
    assert chart.marks[-1][-1].area.right() <= 461
    assert chart.marks[-1][-1].area.bottom() <= chart.height()
