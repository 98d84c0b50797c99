"""What became of the answer."""

from math import isnan

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.verdict.movement import answer_moved
from decidr.core.study import edits
from decidr.core.study.study import Study
from tests.building import data_study


def plant() -> Study:
    """By hand: Spain 0.6·0.5 + 0.4·1 = 0.7, Canada 0.6·1 + 0.4·0 = 0.6, Peru 0.6·0 + 0.4·0.5 = 0.2."""
    values = {"Cost": (0.5, 1.0, 0.0), "Risk": (1.0, 0.0, 0.5)}
    return data_study({"Cost": 0.6, "Risk": 0.4}, values, ("Spain", "Canada", "Peru"), synthesis="absolute")


def test_ranks_and_totals_before_and_after_are_told_for_every_host_the_best_of_now_first() -> None:
    after = edits.set_cell(plant(), "Risk", "Canada", value=0.5)
    moved = answer_moved(evaluate(plant()), evaluate(after))
    told = [(h.name, h.before and h.before.rank, h.after and h.after.rank, h.has_moved) for h in moved.hosts]
    assert told == [("Canada", 2, 1, True), ("Spain", 1, 2, True), ("Peru", 3, 3, False)]
    assert [h.gain for h in moved.hosts] == pytest.approx([0.2, 0.0, 0.0])
    assert (moved.leader_before, moved.leader_after) == ("Spain", "Canada")
    assert (moved.lead_before, moved.lead_after) == pytest.approx((0.1, 0.1))
    assert moved.is_comparable


def test_a_host_that_came_or_went_stands_on_one_side_alone() -> None:
    after = edits.remove_host(edits.add_host(plant(), "Chile"), "Peru")
    moved = {h.name: h for h in answer_moved(evaluate(plant()), evaluate(after)).hosts}
    assert moved["Chile"].before is None
    assert moved["Peru"].after is None
    assert moved["Chile"].has_moved
    assert moved["Peru"].gain is None


def test_a_host_outside_the_ranks_has_rank_0_and_comes_after_them() -> None:
    failing = edits.set_criterion(plant(), "Cost", must=">= 0.6")
    moved = answer_moved(evaluate(plant()), evaluate(failing))
    assert [(h.name, h.after and h.after.rank) for h in moved.hosts] == [("Canada", 1), ("Spain", 0), ("Peru", 0)]
    assert moved.leader_after == "Canada"
    assert moved.lead_after is None


def test_a_host_goes_by_the_name_that_it_has_now() -> None:
    renamed = edits.set_host(plant(), "Spain", name="España")
    assert next(h.name for h in answer_moved(evaluate(plant()), evaluate(renamed)).hosts) == "España"


def test_totals_of_another_synthesis_do_not_compare() -> None:
    other = edits.set_setting(plant(), synthesis="distributive")
    assert not answer_moved(evaluate(plant()), evaluate(other)).is_comparable


def test_without_weights_there_is_no_leader_and_no_total() -> None:
    moved = answer_moved(evaluate(plant()), evaluate(replace(plant(), comparisons=())))
    assert moved.leader_after is None
    assert all(h.after is not None and isnan(h.after.total) for h in moved.hosts)
