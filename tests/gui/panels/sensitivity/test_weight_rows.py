from __future__ import annotations

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, one_way
from decidr.core.study.criteria import GOAL
from decidr.formats.templates import load_template
from decidr.gui.charts.sensitivity.sweep import by_how_little
from decidr.gui.panels.sensitivity.weight_rows import weight_headings, weight_rows

THIN = "\u202f"


@pytest.fixture(scope="module")
def results() -> Results:
    return evaluate(load_template("ev-plant"))


def answers(results: Results, *sweeps: OneWay) -> list[str]:
    return [row[-1].words for row in weight_rows(results, sweeps)]


def test_rows_say_which_weight_makes_whom_the_leader(results: Results) -> None:
    rows = weight_rows(results, by_how_little(results, GOAL))
    assert [(row[0].text, row[-1].words) for row in rows] == [
        ("Stability", f"above 34{THIN}% Canada leads"),
        ("Incentives", f"above 43{THIN}% Thailand leads"),
        ("Benefits to the host", f"above 50{THIN}% Thailand leads"),
        ("Industrial base and cost", f"above 80{THIN}% Brazil leads"),
        ("Market access", f"above 89{THIN}% Türkiye leads"),
        ("Security (low risk)", "no weight changes the leader"),
    ]


def test_local_and_global_weight_stand_side_by_side(results: Results) -> None:
    leaf = results.tree.children[results.tree.children[GOAL][0]][0]
    (row,) = weight_rows(results, [one_way(results, leaf)])
    assert float(row[1].exact) == results.local[leaf]
    assert float(row[2].exact) == results.global_[leaf]
    assert len(row) == len(weight_headings())


def test_a_weight_that_cannot_move_gives_its_reason(results: Results) -> None:
    fixed = OneWay(results.tree.children[GOAL][0], 1.0, 1.0, reason="an only child has all the weight of its node")
    assert answers(results, fixed) == ["an only child has all the weight of its node"]


def test_both_limits_are_said_the_nearer_first(results: Results) -> None:
    sweep = one_way(results, results.tree.children[GOAL][0])
    said = answers(results, replace(sweep, stays_first=(0.1, 0.3413)))[0]
    assert said.startswith(f"below 10{THIN}% ")
    assert f"above 34{THIN}% Canada leads" in said


def test_a_limit_close_to_todays_weight_has_a_decimal_more(results: Results) -> None:
    sweep = one_way(results, results.tree.children[GOAL][0])
    near = replace(sweep, stays_first=(0.0, sweep.weight_now + 0.004))
    assert answers(results, near)[0].startswith(f"above 17.6{THIN}%")
