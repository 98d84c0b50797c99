from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_criterion
from decidr.gui.charts.canvas.stacks import contribution_of, gaps_under, rows_in_order, stacks
from tests.gui.example_study import example_study


def test_the_parts_of_a_bar_add_up_to_the_hosts_total(results: Results) -> None:
    shown = stacks(results)
    assert shown.parts.sum(axis=0) == pytest.approx(results.totals[list(rows_in_order(results))])


def test_hosts_stand_in_the_order_of_their_ranks(results: Results) -> None:
    names = stacks(results).host_names
    assert (names[0], names[1], names[-1]) == ("Spain", "Canada", "United States")


def test_below_the_goal_only_the_nodes_own_children_are_stacked(results: Results, ids: dict[str, str]) -> None:
    shown = stacks(results, ids["Stability"])
    assert shown.child_names == ("Political stability", "Rule of law and integrity", "Macroeconomic stability")
    rows = list(rows_in_order(results))
    assert shown.totals == pytest.approx(contribution_of(results, ids["Stability"])[rows])


def test_a_leaf_stands_for_the_goal(results: Results, ids: dict[str, str]) -> None:
    assert stacks(results, ids["Home EV market"]).node == GOAL


def test_gaps_are_counted_under_the_node(results: Results, ids: dict[str, str]) -> None:
    morocco = results.hosts.index(ids["Morocco"])
    assert gaps_under(results, GOAL)[morocco] == 2
    assert gaps_under(results, ids["Stability"])[morocco] == 0
    assert "2 gaps" in stacks(results).remarks
    assert "1 gap" in stacks(results).remarks


def test_the_band_is_drawn_for_totals_only(results: Results, ids: dict[str, str]) -> None:
    whole, part = stacks(results), stacks(results, ids["Market access"])
    assert (whole.high > whole.low).sum() == np.count_nonzero(results.missing.any(axis=0))
    assert part.high == pytest.approx(part.low)


def test_a_host_that_fails_a_must_stands_last_with_the_reason() -> None:
    study = set_criterion(example_study(), "c3", must=">= 9")
    shown = stacks(evaluate(study))
    assert shown.ranked < len(shown.hosts)
    assert all("fails" in remark for remark in shown.remarks[shown.ranked :])


def test_a_study_without_hosts_has_no_bars() -> None:
    assert stacks(evaluate(replace(example_study(), hosts=()))).hosts == ()
