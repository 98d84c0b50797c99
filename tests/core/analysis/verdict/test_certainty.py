"""How sure the first place is."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.tally import Tally
from decidr.core.analysis.verdict.certainty import share_said, verdict_class
from decidr.core.analysis.verdict.grounds import Grounds
from decidr.core.analysis.verdict.paragraph import verdict
from decidr.core.study.edits import set_cell, set_setting
from tests.building import data_study

HOSTS = ("A", "B", "C")


def study(weight: float = 0.7):
    """A leads B by ten points."""
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}
    return data_study({"x": weight, "y": 1 - weight}, values, HOSTS)


def simulated(*leads: float, hosts=HOSTS) -> Robustness:
    """A simulation in which the hosts were first that often."""
    tally = Tally(1000, np.eye(len(hosts)) * 1000, np.zeros((1, 1)), np.zeros((1, 1)), np.array(leads) * 1000)
    return Robustness(Plan(), hosts, ("x", "y"), tally, (), np.zeros((len(hosts), 1)))


def said(of, *leads, **parts):
    results = evaluate(of)
    return verdict(results, {}, Grounds(simulated(*leads, **parts)))


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1.0, "clear"),
        (0.90, "clear"),
        (0.899, "likely"),
        (0.65, "likely"),
        (0.649, "too close to call"),
        (0.2, "too close to call"),
    ],
)
def test_the_class_follows_the_share_of_draws_in_which_the_leader_is_first(share, expected):
    assert verdict_class(evaluate(study()), simulated(share, 1 - share, 0.0)) == expected
    assert said(study(), share, 1 - share, 0.0).class_ == expected


def test_a_leader_whom_gaps_could_unseat_is_never_clear():
    gaps = set_cell(set_cell(study(), "y", "B", value=None), "x", "B", value=0.8)
    assert evaluate(gaps).worst_rank[0] == 2
    assert said(gaps, 1.0, 0.0, 0.0).class_ == "likely"


def placeholders(*cells):
    of = study()
    for leaf, host in cells:
        of = set_cell(of, leaf, host, status="placeholder")
    return of


def test_with_over_30_per_cent_of_the_weight_on_placeholders_nothing_is_clear_and_this_is_said():
    few, many = placeholders(("x", "A")), placeholders(("x", "A"), ("y", "B"))
    assert said(few, 0.95, 0.05, 0.0).class_ == "clear"
    found = said(many, 0.95, 0.05, 0.0)
    assert found.class_ == "likely"
    held_back = "33\u202f% of the weight rests on placeholder values, so nothing is better than likely yet."
    assert held_back in found.sentences
    assert "so nothing is better" not in said(many, 0.80, 0.2, 0.0).text
    assert said(many, 0.5, 0.5, 0.0).class_ == "too close to call"


def test_the_text_leads_with_the_class():
    clear, likely, close = (
        said(study(), *leads).sentences[0] for leads in ((1, 0, 0), (0.7, 0.3, 0), (0.61, 0.33, 0.06))
    )
    assert clear == "Clear: A is first, in 100\u202f% of simulations, 10.0 points before B."
    assert likely == "Likely: A is first, in 70\u202f% of simulations, 10.0 points before B."
    assert close == "Too close to call: 10.0 points between A and B, first in 61\u202f% and 33\u202f% of simulations."


def test_without_a_simulation_the_text_has_no_class_and_the_rest_is_the_same():
    results = evaluate(study())
    without, with_class = verdict(results, {}), said(study(), 0.7, 0.3, 0.0)
    assert without.class_ is None
    assert without.sentences[0] == "A is first. It leads B by 10.0 points."
    assert without.sentences[1:] == with_class.sentences[1:]


def test_hosts_that_share_the_first_place_are_told_with_the_share_of_each():
    of = set_cell(set_cell(study(), "x", "B", value=0.9), "y", "B", value=0.2)
    told = "Too close to call: A and B share the first place, and are first in 55\u202f% and 45\u202f% of simulations."
    assert said(of, 0.55, 0.45, 0.0).sentences[0] == told


def test_a_leader_without_rivals_is_told_as_such():
    assert said(replace(study(), hosts=study().hosts[:1]), 1.0, hosts=("A",)).sentences[0] == (
        "Clear: A is first; no other host can lead."
    )


def test_hosts_that_stand_higher_but_cannot_lead_are_told_beside():
    of = data_study({"x": 0.7, "y": 0.3}, {"x": [0.5, 0.4, 1.0], "y": [0.5, 0.5, None]}, HOSTS)
    assert said(of, 0.8, 0.2, 0.0).sentences[:2] == (
        "Likely: A is first of those that can lead, in 80\u202f% of simulations, 7.0 points before B.",
        "C stands higher, but lacks over a quarter of the weight.",
    )


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (1.0, "100\u202f%"),
        (0.9999, "over 99\u202f%"),
        (0.994, "99\u202f%"),
        (0.006, "1\u202f%"),
        (0.0001, "under 1\u202f%"),
        (0.0, "0\u202f%"),
    ],
)
def test_only_what_always_or_never_happens_is_told_as_100_or_0(share, expected):
    assert share_said(share) == expected


def test_the_class_of_a_study_is_that_of_its_own_simulation():
    """A ten points ahead falls behind only if the ratio 7/3 falls to 1.5: 2.2 deviations of 0.2."""
    results = evaluate(set_setting(study(), samples=20_000))
    robustness = simulate_for_verdict(results)
    assert robustness.leads[0] == pytest.approx(0.9864, abs=0.004)
    assert verdict_class(results, robustness) == "clear"
    wide = evaluate(set_setting(study(), samples=20_000, judgment_spread=0.8))
    assert verdict_class(wide, simulate_for_verdict(wide)) == "likely"
