"""The chart of cost and quality."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from decidr.core.analysis.cost.beside_quality import CostBesideQuality, cost_beside_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.hosts.focus import focus
from decidr.core.study.edits import set_criterion
from decidr.core.study.study import Study
from decidr.gui.charts.canvas.marks import plain
from decidr.gui.charts.results.cost import CostChart, quadrant_words
from tests.gui.costed_study import RATES, with_costs


def drawn(qtbot: QtBot, study: Study) -> tuple[CostChart, CostBesideQuality]:
    results = evaluate(study)
    beside = cost_beside_quality(results)
    assert beside is not None
    made = CostChart()
    qtbot.addWidget(made)
    made.resize(720, 400)
    made.show_costs(beside, focus(results))
    return made, beside


@pytest.fixture
def costed(study: Study) -> Study:
    return with_costs(study)


def test_every_host_with_cost_and_quality_is_a_mark_from_the_cheapest_on(qtbot: QtBot, costed: Study) -> None:
    chart, beside = drawn(qtbot, costed)
    assert [mark.host for mark in chart.marks[0]] == [beside.hosts[h] for h in beside.by_cost]


def test_a_host_without_a_rate_is_no_mark_and_is_named_below(qtbot: QtBot, costed: Study) -> None:
    chart, _beside = drawn(qtbot, replace(costed, rates=RATES[1:]))
    shown = [mark.host for mark in chart.marks[0]]
    assert len(shown) == 7
    assert not {h.id for h in costed.hosts[1::3]} & set(shown)


def test_the_title_has_the_answer_base_year_and_rates(qtbot: QtBot, costed: Study) -> None:
    chart, _beside = drawn(qtbot, costed)
    assert chart.heading.startswith("No host is both cheaper and better than ")
    assert "CAD at prices and rates of 2025; 1 CAD buys 0.64 EUR and 0.72 USD" in chart.heading


def test_a_tip_tells_cost_quality_quarter_and_items(qtbot: QtBot, costed: Study) -> None:
    chart, beside = drawn(qtbot, costed)
    host = beside.hosts[1]
    said = plain(chart.tip(chart.mark("host", host)))
    assert said.startswith("Canada 1\u202f718\u202f750\u202f000 CAD, quality ") or "1 718 750 000 CAD" in said
    assert "Plant &nbsp;&nbsp;1 100 000 000 EUR 2025, a bidder" in said
    quadrant = beside.quadrants[1]
    assert quadrant is not None
    assert quadrant_words()[quadrant] in said


def test_a_host_that_fails_a_must_is_drawn_and_said_to_move_no_line(qtbot: QtBot, costed: Study) -> None:
    leaf = next(c for c in costed.criteria if c.scored_by)
    failing = set_criterion(costed, leaf.id, must=">= 9")
    chart, beside = drawn(qtbot, failing)
    outside = next(h for h, ranked in enumerate(beside.ranked) if not ranked)
    assert "outside the ranking" in chart.tip(chart.mark("host", beside.hosts[outside]))


def test_a_pointed_host_changes_the_picture(qtbot: QtBot, costed: Study) -> None:
    chart, beside = drawn(qtbot, costed)
    with qtbot.waitExposed(chart):
        chart.show()
    before = chart.grab().toImage()
    grey = next(h for h in beside.hosts if h not in focus(evaluate(costed)))
    qtbot.mouseMove(chart.viewport(), chart.mark("host", grey).area.center().toPoint())
    qtbot.waitUntil(lambda: chart.pointed == ("host", grey, ""))
    assert chart.grab().toImage() != before


def test_with_nothing_to_show_there_are_no_marks(qtbot: QtBot, costed: Study) -> None:
    chart, _beside = drawn(qtbot, replace(costed, rates=(), currency="JPY"))
    assert chart.places is None
    assert list(chart.marks) == []
    assert "No host has both" in chart.accessibleDescription()
