"""Weights that move, in words."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.one_way import one_way
from decidr.core.analysis.sensitivity.tornado import tornado
from decidr.core.analysis.sensitivity.weight_words import bar_said, changes_said, map_said
from decidr.core.analysis.sensitivity.winner_maps import triangle, two_way
from decidr.core.study.edits import set_cell
from tests.building import data_study
from tests.core.analysis.sensitivity.three_hosts import HOSTS, WEIGHTS, plain, study


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
