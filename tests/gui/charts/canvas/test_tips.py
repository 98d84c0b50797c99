from __future__ import annotations

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.leaf_facts import leaf_facts
from decidr.gui.charts.canvas.tips import MOST, exact_points, tip


def test_a_tip_has_all_the_digits() -> None:
    assert exact_points(0.14312345678) == "14.31234568"
    assert exact_points(-0.5) == "−50"


def test_a_tip_names_value_year_and_source_of_each_leaf(results: Results, ids: dict[str, str]) -> None:
    facts = leaf_facts(results, ids["Stability"], ids["Canada"])
    text = tip("Stability · Canada", "14.3 points", facts)
    assert "0.822 WGI estimate" in text
    assert "2023, World Bank" in text


def test_a_placeholder_is_named_in_the_tip(results: Results, ids: dict[str, str]) -> None:
    assert "placeholder, replace" in tip("", "", leaf_facts(results, ids["Market access"], ids["Canada"]))


def test_many_leaves_are_summed_up(results: Results, ids: dict[str, str]) -> None:
    facts = leaf_facts(results, GOAL, ids["Canada"])
    assert f"and {len(facts) - MOST} more" in tip("", "", facts)


def test_names_are_text_and_no_markup() -> None:
    assert "<b>&lt;img&gt;</b>" in tip("<img>", "")
