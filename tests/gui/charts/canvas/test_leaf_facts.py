from __future__ import annotations

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell
from decidr.gui.charts.canvas.leaf_facts import leaf_facts
from tests.gui.example_study import example_study


def test_the_leaves_of_a_criterion_add_up_to_its_contribution(results: Results, ids: dict[str, str]) -> None:
    facts = leaf_facts(results, ids["Stability"], ids["Canada"])
    assert [fact.name for fact in facts] == [
        "Political stability",
        "Rule of law and integrity",
        "Macroeconomic stability",
    ]
    assert sum(fact.points for fact in facts) == pytest.approx(0.143, abs=5e-4)


def test_a_figure_tells_value_unit_year_and_source(results: Results, ids: dict[str, str]) -> None:
    fact = leaf_facts(results, ids["Political stability"], ids["Canada"])[0]
    assert fact.measure == "0.822 WGI estimate (-2.5..2.5)"
    assert fact.year == "2023"
    assert "World Bank" in fact.source
    assert fact.status == "measured"


def test_a_placeholder_says_that_it_is_to_be_replaced(results: Results, ids: dict[str, str]) -> None:
    facts = leaf_facts(results, GOAL, ids["Canada"])
    assert {fact.status for fact in facts if fact.evidence == "placeholder"} == {"placeholder, replace"}


def test_a_gap_has_no_value(results: Results, ids: dict[str, str]) -> None:
    fact = leaf_facts(results, ids["Home EV market"], ids["Morocco"])[0]
    assert (fact.value, fact.measure, fact.status) == ("", "no value", "missing")


def test_a_closed_cell_keeps_its_value_and_says_why_it_does_not_count(results: Results, ids: dict[str, str]) -> None:
    fact = leaf_facts(results, ids["Home EV market"], ids["United States"])[0]
    assert fact.value
    assert fact.status.startswith("closed: ")
    assert fact.points == 0


def test_a_scale_from_one_to_nine_stands_in_brackets(results: Results, ids: dict[str, str]) -> None:
    fact = leaf_facts(results, ids["North American access"], ids["Canada"])[0]
    assert fact.measure == f"{fact.value} (1-9)"


def test_a_level_needs_no_unit() -> None:
    study = example_study()
    changed = evaluate(set_cell(study, "c2", "h1", value=4.0, unit="t"))
    assert leaf_facts(changed, "c2", "h1")[0].measure == "4 t"
