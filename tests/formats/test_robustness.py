"""What a simulation tells scripts and people."""

import re

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.formats.robustness import robustness_answer, robustness_text
from decidr.formats.templates import load_template
from tests.building import data_study


def results():
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.1]}
    return evaluate(data_study({"x": 0.6, "y": 0.4}, values, ("A", "B", "C"), samples=1500))


def text(**plan) -> str:
    return robustness_text(results(), simulate(results(), Plan(1500, **plan)))


def test_shares_shown_of_each_host_sum_to_100_per_cent():
    """Trap M22."""
    ev = evaluate(load_template("ev-plant"))
    table = robustness_text(ev, simulate(ev, Plan(1500, weights="free"))).split("\n\n")[2]
    for line in table.splitlines()[2:]:
        assert sum(map(int, re.findall(r"(\d+)\u202f%", line))) == 100


def test_each_mode_is_told_in_words():
    assert "free weights at every node" in text(weights="free")
    assert "free weights over the leaves, fixed data" in text(weights="free-leaves", data="fixed")
    assert "weights within their bounds" in text(weights="bounded")
    assert "weights in today's order" in text(weights="ordered")
    assert "judged weights, spread group" in text(spread="group")
    assert "Sobol points in 16 replicates" in text(sampling="sobol")


def test_a_host_that_is_never_first_has_no_central_weights_to_tell():
    rows = text(weights="free").split("\n\n")[2].splitlines()
    assert [row.split()[-2:] for row in rows if row.startswith("C")] == [["never", "first"]]


def test_one_sample_of_scrambled_points_has_no_error():
    one = simulate(results(), Plan(1, sampling="sobol"))
    assert robustness_answer(results(), one)["standard_error"] is None
    assert "standard error" not in robustness_text(results(), one)


def test_a_confidence_that_is_small_but_not_nothing_is_not_told_as_nothing():
    found = simulate(results(), Plan(1500, weights="free"))
    rare = replace(found, confidence=np.array([0.998, 0.002, np.nan]))
    rows = robustness_text(results(), rare).split("\n\n")[-1].replace("\u202f", " ").splitlines()
    told = {row[0]: row for row in rows[2:]}
    assert "over 99 %" in told["A"]
    assert "under 1 %" in told["B"]
    assert re.search(r"–\s+never first", told["C"])


def test_confidence_is_empty_where_it_was_not_asked_for():
    found = simulate_for_verdict(results())
    assert robustness_answer(results(), found)["confidence"] == {}
    assert robustness_text(results(), found)
