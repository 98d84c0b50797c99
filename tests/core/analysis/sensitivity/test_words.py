"""Sensitivity in words: each sentence names who, where and how much."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip, smallest_flips
from decidr.core.analysis.sensitivity.tornado import tornado
from decidr.core.analysis.sensitivity.winner_maps import triangle, two_way
from decidr.core.analysis.sensitivity.words import (
    agreement_said,
    bar_said,
    cell_said,
    changes_said,
    flip_said,
    flips_answer,
    judgment_said,
    map_said,
    nearest_cell_said,
    no_cell_said,
    ratio_said,
    ratios_said,
    way_named,
    way_said,
)
from decidr.core.study.criteria import GOAL, Level
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from tests.building import data_study, judged
from tests.core.analysis.sensitivity.test_method_agreement import belton_gear

HOSTS = ("Spain", "Canada", "Mexico")
WEIGHTS = {"Stability": 0.6, "Jobs": 0.3, "Energy": 0.1}
VALUES = {"Stability": [0.9, 0.2, 0.1], "Jobs": [0.1, 0.8, 0.1], "Energy": [0.4, 0.4, 0.3]}


def study(**settings_) -> Study:
    return data_study(WEIGHTS, VALUES, HOSTS, **settings_)


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def flip(results: Results, host: str, level: str = GOAL) -> str:
    return plain(next(flip_said(results, f) for f in smallest_flips(results, level) if f.host == host))


def cell(results: Results, criterion: str, host: str) -> str:
    found = next(c for c in critical_cells(results) if (c.criterion, c.host) == (criterion, host))
    return plain(cell_said(results, found))


def test_where_no_cell_can_be_told_the_reason_is():
    best = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.9, 0.1]}, ["A", "B"]))
    assert no_cell_said(best) == "No cell alone changes the leader."
    tied = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, 0.1], "y": [0.1, 0.9]}, ["A", "B"]))
    assert no_cell_said(tied) == "A and B share the first place, so any change of their cells decides."
    gaps = evaluate(data_study({"x": 0.5, "y": 0.5}, {"x": [0.9, None], "y": [None, 0.9]}, ["A", "B"]))
    assert no_cell_said(gaps) == "No host leads, so no cell can change the leader."
    assert changes_said(gaps, one_way(gaps, "x")) == "no host can lead"
    assert no_cell_said(belton_gear()) == "Every leaf compares the hosts in pairs, so there are no cells."


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


def test_a_critical_cell_is_told_with_its_unit_and_what_it_is_now():
    results = evaluate(set_criterion(study(), "Stability", unit="points"))
    assert cell(results, "Stability", "Spain") == (
        "Canada draws level once Stability of Spain falls to 0.55 points (now 0.9)."
    )
    assert cell(results, "Stability", "Canada") == (
        "Canada draws level once its Stability rises to 0.55 points (now 0.2)."
    )


def test_ratings_gaps_and_musts_are_told_as_what_they_are():
    levels = tuple(
        Level(criterion="Stability", name=n, score=s) for n, s in (("good", 0.9), ("fair", 0.5), ("poor", 0.2))
    )
    rated = replace(set_criterion(study(), "Stability", scored_by="rating"), levels=levels)
    for host, level in zip(HOSTS, ("good", "poor", "poor"), strict=True):
        rated = set_cell(rated, "Stability", host, "rating", value=level)
    assert cell(evaluate(rated), "Stability", "Spain") == (
        "Canada draws level once Stability of Spain falls to fair (now good)."
    )
    gap = evaluate(
        set_cell(
            data_study({"a": 0.8, "b": 0.2}, {"a": [0.6, 0.5], "b": [0.4, None]}, ("X", "Y")), "a", "X", value=0.55
        )
    )
    assert cell(gap, "b", "Y") == "Y draws level if its b is 0.6 (now missing)."
    must = evaluate(set_criterion(study(), "Energy", must=">= 0.3"))
    assert cell(must, "Energy", "Spain") == (
        "Canada leads once Energy of Spain is beyond 0.3 (now 0.4) and Spain fails a must."
    )
    failing = evaluate(set_criterion(set_cell(study(), "Jobs", "Canada", value=1.0), "Stability", must=">= 0.4"))
    assert cell(failing, "Stability", "Canada") == (
        "Canada meets its musts and draws level once its Stability is 0.45 (now 0.2)."
    )


def test_a_scale_is_no_unit():
    results = evaluate(set_criterion(study(), "Stability", unit="1-9"))
    assert (
        cell(results, "Stability", "Canada") == "Canada draws level once its Stability rises to 0.55 on 1-9 (now 0.2)."
    )


def test_a_judgment_is_told_the_way_round_in_which_somebody_is_preferred():
    results = evaluate(study())
    judgment = CriticalJudgment("Jobs", "Spain", "Canada", 2.0, 0.25, "Canada")
    assert judgment_said(results, judgment) == (
        "Canada draws level once Canada is preferred 4 times to Spain on Jobs (now 0.5)."
    )


def test_without_critical_cells_that_is_said():
    assert nearest_cell_said(evaluate(study()), ()) == "No cell alone changes the leader."


def test_one_weight_says_above_or_below_what_who_leads():
    results = evaluate(study())
    assert plain(changes_said(results, one_way(results, "Stability"))) == "below 42.9 % Canada leads"
    assert changes_said(results, one_way(results, "Energy")) == "no weight changes the leader"


def test_a_bar_says_what_its_ends_do_to_the_lead():
    found = evaluate(set_cell(study(), "Jobs", "Canada", value=0.8, low=0.5, high=1.0))
    bars = tornado(found).bars
    said = {bar.criterion + bar.host: plain(bar_said(found, bar)) for bar in bars}
    assert said["JobsCanada"] == "Jobs, Canada: the lead changes by +9.0 or −6.0 points"
    assert said["Energy"].startswith("Energy: the lead changes by ")
    wide = evaluate(set_cell(study(), "Stability", "Spain", value=0.9, low=0.1, high=1.0))
    said = {bar.criterion + bar.host: plain(bar_said(wide, bar)) for bar in tornado(wide).bars}
    assert said["StabilitySpain"].endswith("; Canada could lead")


def test_a_map_says_where_the_nearest_border_is():
    results = evaluate(study())
    assert plain(map_said(results, triangle(results, "Stability", "Jobs", "Energy"))) == (
        "Canada draws level at Stability 45.0 %, Jobs 45.0 % and Energy 10.0 %, 15.0 points from today's."
    )
    alone = evaluate(data_study(WEIGHTS, {c: [0.9, 0.1] for c in WEIGHTS}, HOSTS[:2]))
    assert map_said(alone, two_way(alone, "Jobs", "Energy")) == "Spain leads at all weights of Jobs and Energy."
    two = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [0.9, 0.1], "b": [0.1, 0.2]}, HOSTS[:2]))
    assert "cannot move together: there is no third criterion" in map_said(two, two_way(two, "a", "b"))


def test_methods_that_agree_and_methods_that_do_not():
    results = evaluate(study())
    assert agreement_said(results, method_agreement(results)) == (
        "The methods agree: Spain leads by each of them, whichever other host is left out."
    )
    reversal = belton_gear(synthesis="distributive")
    agreement = method_agreement(reversal)
    assert agreement_said(reversal, agreement) == (
        "The methods disagree: B leads by absolute synthesis and ideal synthesis; D leads without B; B leads without D."
    )
    said = {way_named(reversal, way): way_said(reversal, way) for way in agreement.ways}
    assert said["without D"] == "B leads; B passes A"
    assert said["the geometric mean"] == "A leads"


def test_without_the_leader_the_second_moves_up_and_that_is_said():
    results = evaluate(study())
    said = {way_named(results, way): way_said(results, way) for way in method_agreement(results).ways}
    assert said["without Spain"] == "Canada leads, second until then"
    assert said["without Canada"] == "Spain leads"


def test_judgments_that_pass_by_one_table_alone_are_named():
    """Trap M1."""
    results = evaluate(replace(study(), comparisons=(judged(GOAL, tuple(WEIGHTS), [2, 3, 4]),)))
    agreement = method_agreement(results)
    assert ratio_said(results, agreement.ratios[0]) == (
        "CR ≤ 0.10 by saaty 1980, above it by saaty 2005, donegan-dodd and alonso-lamata"
    )
    assert ratios_said(results, agreement) == (
        "Whether the judgments under Goal pass CR ≤ 0.10 hangs on the table of random indices."
    )
    sound = evaluate(study())
    assert ratio_said(sound, method_agreement(sound).ratios[0]) == "CR ≤ 0.10 by all tables"


def test_the_heading_tells_the_host_that_takes_least() -> None:
    results = evaluate(study())
    least = min((f for f in smallest_flips(results) if f.moved is not None), key=lambda f: f.moved or 0.0)
    assert flips_answer(results, smallest_flips(results)) == flip_said(results, least).rstrip(".")


def test_without_a_rival_or_a_leader_the_heading_says_so() -> None:
    alone = evaluate(data_study({"A": 1.0}, {"A": [0.1]}, ["X"]))
    assert flips_answer(alone, smallest_flips(alone)) == "No weights put another host first"
    nobody = evaluate(data_study({"A": 1.0}, {"A": []}, []))
    assert flips_answer(nobody, ()) == "No host leads, so none can be passed"
