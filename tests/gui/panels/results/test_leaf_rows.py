from __future__ import annotations

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.formats.templates import load_template
from decidr.gui.panels.results.leaf_rows import (
    contribution_headings,
    contribution_rows,
    difference_headings,
    difference_rows,
)


@pytest.fixture(scope="module")
def results() -> Results:
    return evaluate(load_template("ev-plant"))


@pytest.fixture(scope="module")
def ids(results: Results) -> dict[str, str]:
    return {thing.name: thing.id for thing in (*results.study.criteria, *results.study.hosts)}


def test_every_leaf_is_listed_the_largest_difference_first(results: Results, ids: dict[str, str]) -> None:
    rows = difference_rows(results, ids["Canada"], ids["United States"])
    assert len(rows) == 25
    assert rows[0][0].text == "Home EV market"
    sizes = [float(row[-1].order) for row in rows]
    assert sizes == sorted(sizes, reverse=True)


def test_differences_add_up_to_that_of_the_totals(results: Results, ids: dict[str, str]) -> None:
    rows = difference_rows(results, ids["Canada"], ids["United States"])
    assert sum(float(row[-1].exact.replace("−", "-")) for row in rows) == pytest.approx(13.3, abs=0.05)


def test_a_row_has_value_unit_year_status_and_source_of_both_hosts(results: Results, ids: dict[str, str]) -> None:
    rows = difference_rows(results, ids["Canada"], ids["United States"])
    row = next(row for row in rows if row[0].text == "Political stability")
    assert [entry.text for entry in row[2:4]] == ["0.822 WGI estimate (-2.5..2.5)", "0.029 WGI estimate (-2.5..2.5)"]
    assert row[2].below.startswith("2023 · measured · World Bank")
    assert row[2].place == f"data:{ids['Political stability']}:{ids['Canada']}"
    assert row[-1].below == "scores 0.77 and 0.51"


def test_placeholders_ask_to_be_looked_at(results: Results, ids: dict[str, str]) -> None:
    rows = difference_rows(results, ids["Canada"], ids["United States"])
    marked = [row[2] for row in rows if "placeholder, replace" in row[2].below]
    assert marked
    assert {entry.below_tone for entry in marked} == {"look_here"}


def test_rows_and_headings_have_as_many_columns(results: Results, ids: dict[str, str]) -> None:
    rows = difference_rows(results, ids["Canada"], ids["Spain"])
    assert {len(row) for row in rows} == {len(difference_headings("Canada", "Spain"))}
    parts = contribution_rows(results, ids["Stability"], ids["Canada"])
    assert {len(row) for row in parts} == {len(contribution_headings())}


def test_the_leaves_of_a_segment_add_up_to_it_the_most_first(results: Results, ids: dict[str, str]) -> None:
    points = [float(row[-1].order) for row in contribution_rows(results, ids["Market access"], ids["Canada"])]
    assert sum(points) == pytest.approx(0.1065, abs=1e-4)
    assert points == sorted(points, reverse=True)
