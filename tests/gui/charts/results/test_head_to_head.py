from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.results.head_to_head import HeadToHeadChart, against, default_pair
from tests.gui.example_study import example_study


@pytest.fixture
def chart(qtbot: QtBot, results: Results, in_focus: Focus, ids: dict[str, str]) -> HeadToHeadChart:
    made = HeadToHeadChart()
    qtbot.addWidget(made)
    made.resize(860, 200)
    made.show_pair(results, in_focus, ids["Canada"], ids["United States"])
    return made


def test_the_heading_says_by_how_much(results: Results, ids: dict[str, str]) -> None:
    assert against(results, ids["Canada"], ids["United States"]) == "Canada against United States: 13.3 points"
    assert against(results, ids["United States"], ids["Canada"]) == "United States against Canada: −13.3 points"


def test_differences_add_up_to_that_of_the_totals(chart: HeadToHeadChart) -> None:
    assert sum(chart.differences) == pytest.approx(0.133, abs=5e-4)


def test_each_criterion_says_who_is_ahead(chart: HeadToHeadChart, ids: dict[str, str]) -> None:
    assert "Canada ahead by 2.2995" in chart.tip(chart.mark("criterion", "", ids["Stability"]))
    assert "United States ahead by 1." in chart.tip(chart.mark("criterion", "", ids["Industrial base and cost"]))


def test_a_tip_gives_the_leaves_of_both_hosts(chart: HeadToHeadChart, ids: dict[str, str]) -> None:
    text = chart.tip(chart.mark("criterion", "", ids["Stability"]))
    assert text.count("Political stability") == 2


def test_the_sentence_gives_every_difference_with_its_sign(chart: HeadToHeadChart) -> None:
    assert "Market access +7.6" in chart.accessibleDescription()
    assert "Industrial base and cost −1.3" in chart.accessibleDescription()


def test_canada_and_the_united_states_come_first(results: Results, ids: dict[str, str]) -> None:
    assert default_pair(results) == (ids["Canada"], ids["United States"])


def test_without_them_the_leader_and_the_second_do() -> None:
    study = example_study()
    results = evaluate(replace(study, hosts=tuple(replace(host, code="") for host in study.hosts)))
    assert default_pair(results) == tuple(results.hosts[h] for h in results.order[:2])


def test_one_host_alone_has_nobody_to_be_compared_with() -> None:
    assert default_pair(evaluate(example_study(hosts=1))) is None


def test_a_host_against_itself_is_alike_everywhere(
    chart: HeadToHeadChart, results: Results, ids: dict[str, str]
) -> None:
    chart.show_pair(results, (), ids["Canada"], ids["Canada"])
    assert "both alike" in chart.tip(chart.marks[0][0])
    assert not chart.grab().isNull()
