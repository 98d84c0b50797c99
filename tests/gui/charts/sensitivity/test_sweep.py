from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, one_way
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_setting
from decidr.gui.charts.sensitivity.sweep import answer, by_how_little, change_in_words, sweep_of

THIN = "\u202f"


def test_the_answer_says_how_far_the_leader_stays_first(results: Results, ids: dict[str, str]) -> None:
    said = answer(results, one_way(results, ids["Stability"]))
    assert said == f"Spain stays first while Stability weighs less than 34.1{THIN}% (now 17.2{THIN}%)."


def test_the_answer_says_so_where_no_weight_changes_the_leader(results: Results, ids: dict[str, str]) -> None:
    said = answer(results, one_way(results, ids["Security (low risk)"]))
    assert said == "No weight of Security (low risk) changes the leader."


@pytest.mark.parametrize(
    ("interval", "words"),
    [((0.1, 0.5), "between"), ((0.1, 1.0), "more than"), ((0.0, 0.5), "less than"), ((0.0, 1.0), "No weight")],
)
def test_the_answer_names_the_limits_that_there_are(
    results: Results, ids: dict[str, str], interval: tuple[float, float], words: str
) -> None:
    moved = replace(one_way(results, ids["Stability"]), stays_first=interval)
    assert words in answer(results, moved)


def test_the_answer_gives_the_reason_where_the_weight_cannot_move(results: Results, ids: dict[str, str]) -> None:
    moved = OneWay(ids["Stability"], 1.0, 1.0, reason="an only child has all the weight of its node")
    assert "an only child" in answer(results, moved)


def test_the_criterion_that_takes_least_comes_first(results: Results) -> None:
    names = [results.study.name_of(sweep.criterion) for sweep in by_how_little(results, GOAL)]
    assert names[0] == "Stability"
    assert names[-1] == "Security (low risk)"


def test_lines_are_straight_and_pass_through_todays_totals(results: Results, ids: dict[str, str]) -> None:
    sweep = sweep_of(results, one_way(results, ids["Stability"]))
    assert len(sweep.weights) == 2
    assert sweep.totals_near(sweep.now) == pytest.approx(results.totals[list(results.order)])


def test_under_the_ideal_synthesis_lines_have_enough_points_to_bend(results: Results, ids: dict[str, str]) -> None:
    ideal = evaluate(set_setting(results.study, synthesis="ideal"))
    sweep = sweep_of(ideal, one_way(ideal, ids["Stability"]))
    assert len(sweep.weights) == 101
    assert sweep.totals.sum(axis=1) == pytest.approx(np.ones(101))
    assert sweep.totals_near(sweep.now) == pytest.approx(ideal.totals[list(ideal.order)], abs=1e-5)


def test_a_weight_that_cannot_move_has_no_lines(results: Results, ids: dict[str, str]) -> None:
    sweep = sweep_of(results, OneWay(ids["Stability"], 1.0, 1.0, reason="an only child"))
    assert (sweep.hosts, sweep.reason) == ((), "an only child")


def test_a_change_of_leader_reads_towards_its_own_side() -> None:
    assert change_in_words("Spain", "Canada", 0.341, now=0.172) == f"Canada passes Spain at 34.1{THIN}%"
    assert change_in_words("Spain", "Canada", 0.1, now=0.172) == f"Spain leads below 10.0{THIN}%"


def test_every_crossover_of_a_host_is_told_with_the_other_host(results: Results) -> None:
    moved = one_way(results, results.tree.children[GOAL][0])
    sweep = sweep_of(results, moved)
    host = sweep.hosts[0]
    found = sweep.crossed_by(host)
    assert [weight for weight, _other in found] == sorted(weight for weight, _other in found)
    for weight, other in found:
        both = (float(np.interp(weight, sweep.weights, sweep.totals_of(h))) for h in (host, other))
        assert next(both) == pytest.approx(next(both))
    assert sum(len(sweep.crossed_by(h)) for h in sweep.hosts) == 2 * len(moved.crossovers)
