from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from decidr.core.study.criteria import GOAL
from decidr.gui.charts.robustness.central_weights import (
    CentralWeightsChart,
    confidence_told,
    favoured_by,
    favours,
    host_to_explain,
)
from decidr.gui.charts.robustness.simulated import Simulated
from tests.gui.charts.simulations import THIN, ids, three_hosts


@pytest.fixture
def shown() -> Simulated:
    return three_hosts()


def chart_of(qtbot: QtBot, shown: Simulated, host: str) -> CentralWeightsChart:
    made = CentralWeightsChart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.choose(host)
    made.show_simulated(shown, shown.hosts[:2])
    return made


def test_a_criterion_weighs_what_its_leaves_weigh_together(shown: Simulated) -> None:
    found = favours(shown, ids(shown.results)["Canada"])
    assert [favour.name for favour in found] == ["Stability", "Market access", "Cost"]
    assert [favour.central for favour in found] == pytest.approx([0.6, 0.2, 0.2])
    assert sum(favour.today for favour in found) == pytest.approx(1.0)


def test_the_leaves_under_a_criterion_have_their_weights_of_the_whole(shown: Simulated) -> None:
    named = ids(shown.results)
    found = favours(shown, named["Canada"], named["Stability"])
    assert [favour.central for favour in found] == pytest.approx([0.5, 0.1])


def test_the_answer_names_what_weighs_most_differently(shown: Simulated) -> None:
    canada = ids(shown.results)["Canada"]
    rows = favours(shown, canada)
    today = {row.name: f"{row.today * 100:.0f}{THIN}%" for row in rows}
    told = favoured_by(shown, canada, rows)
    assert told.startswith(f"Canada is first where Stability weighs more (60{THIN}% instead of {today['Stability']})")
    assert "less (20" in told


def test_a_host_that_is_never_first_has_no_such_weights(qtbot: QtBot, shown: Simulated) -> None:
    thailand = ids(shown.results)["Thailand"]
    assert favoured_by(shown, thailand, favours(shown, thailand)) == "Thailand is first in none of 10 draws."
    chart = chart_of(qtbot, shown, thailand)
    assert not chart.grab().toImage().isNull()
    assert "today" in chart.tip(chart.marks[0][0])


def test_a_tip_gives_both_weights_in_full(qtbot: QtBot, shown: Simulated) -> None:
    named = ids(shown.results)
    chart = chart_of(qtbot, shown, named["Canada"])
    text = chart.tip(chart.mark("criterion", criterion=named["Stability"]))
    assert f"60.0000{THIN}% on average where Canada is first" in text


def test_confidence_is_told_where_it_is_known(shown: Simulated) -> None:
    named = ids(shown.results)
    assert f"50{THIN}% of the draws of the data" in confidence_told(shown, named["Canada"])
    assert confidence_told(shown, named["Thailand"]) == ""
    assert confidence_told(three_hosts(confidence=None), named["Canada"]) == ""


def test_the_selected_host_is_explained_else_the_one_that_is_next_most_often_first(shown: Simulated) -> None:
    named = ids(shown.results)
    assert host_to_explain(shown, named["Thailand"]) == named["Thailand"]
    assert host_to_explain(shown, "gone") == named["Canada"]
    assert host_to_explain(shown) == named["Canada"]


def test_nothing_is_told_of_a_goal_without_criteria_of_that_name(shown: Simulated) -> None:
    assert favours(shown, shown.hosts[0], "gone") == ()
    assert len(favours(shown, shown.hosts[0], GOAL)) == 3
