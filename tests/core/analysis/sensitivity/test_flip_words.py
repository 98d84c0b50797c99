"""Smallest flips in words: each names who, which weights and how much."""

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.flip_words import flip_said, flips_answer
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip, smallest_flips
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_criterion
from tests.building import data_study
from tests.core.analysis.sensitivity.three_hosts import HOSTS, plain, study


def flip(results: Results, host: str, level: str = GOAL) -> str:
    return plain(next(flip_said(results, f) for f in smallest_flips(results, level) if f.host == host))


def test_what_it_takes_for_a_host_to_win_is_told_from_today_on():
    assert (
        flip(evaluate(study()), "Canada")
        == "Canada would win if Jobs rose from 30 % to 45 % and Stability fell to 45 %."
    )


def test_weights_that_whole_per_cents_do_not_tell_apart_get_decimals():
    close = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [0.9, 0.1], "b": [0.105, 0.9]}, ("X", "Y")))
    assert flip(close, "Y") == "Y would win if b rose from 50.0 % to 50.2 % and a fell to 49.8 %."


@pytest.mark.parametrize(
    ("level", "start"),
    [
        (GOAL, "No weights of the main criteria make Mexico win"),
        (LEAVES, "No weights make Mexico win"),
    ],
)
def test_who_keeps_a_host_behind_whatever_the_weights_is_named_with_the_leaves(level, start):
    results = evaluate(set_cell(study(), "Energy", "Mexico", value=0.2))
    assert flip(results, "Mexico", level) == f"{start}: Canada keeps it behind on Jobs, Stability and Energy."


def test_two_that_only_together_keep_a_host_behind_are_both_named():
    values = {"a": [1.0, 0.0, 0.4], "b": [0.0, 1.0, 0.4]}
    results = evaluate(data_study({"a": 0.55, "b": 0.45}, values, HOSTS))
    assert flip(results, "Mexico").startswith(
        "No weights of the main criteria make Mexico win: Spain and Canada keep it behind on"
    )


def test_hosts_that_may_not_lead_say_why_no_weights_help():
    must = set_criterion(study(), "Jobs", must=">= 0.5")
    results = evaluate(must)
    assert flip(results, "Mexico") == "No weights make Mexico win: it does not meet Jobs >= 0.5."
    gap = evaluate(set_cell(study(), "Stability", "Mexico", value=None))
    assert flip(gap, "Mexico") == (
        "No weights make Mexico win: it lacks 60 % of the weight, and over a quarter nobody can lead."
    )


def test_who_shares_the_first_place_needs_nothing():
    tied = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [1.0, 0.0], "b": [0.0, 1.0]}, ("X", "Y")))
    assert flip(tied, "Y") == "Y shares the first place already."


def test_many_weights_that_move_are_summed_up():
    results = evaluate(data_study(dict.fromkeys("abcde", 0.2), {leaf: [0.8, 0.2] for leaf in "abcde"}, ("X", "Y")))
    moved = dict(zip("abcde", (0.02, 0.1, 0.5, 0.18, 0.2), strict=True))
    told = flip_said(results, Flip("Y", GOAL, moved=0.3, weights=moved))
    assert plain(told) == (
        "Y would win if c rose from 20 % to 50 %, a fell to 2 %, b fell to 10 % and 1 other moved by 2.0 points."
    )


def test_the_heading_tells_the_host_that_takes_least() -> None:
    results = evaluate(study())
    least = min((f for f in smallest_flips(results) if f.moved is not None), key=lambda f: f.moved or 0.0)
    assert flips_answer(results, smallest_flips(results)) == flip_said(results, least).rstrip(".")


def test_without_a_rival_or_a_leader_the_heading_says_so() -> None:
    alone = evaluate(data_study({"A": 1.0}, {"A": [0.1]}, ["X"]))
    assert flips_answer(alone, smallest_flips(alone)) == "No weights put another host first"
    nobody = evaluate(data_study({"A": 1.0}, {"A": []}, []))
    assert flips_answer(nobody, ()) == "No host leads, so none can be passed"
