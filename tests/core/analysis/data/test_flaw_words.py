"""Flaws of the data in words."""

from typing import get_args

from msgspec.structs import replace

from decidr.core.analysis.data.flaw_words import effect_told, flaw_told, kind_word, lead_told
from decidr.core.analysis.data.quality import KINDS, FlawKind, data_quality
from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import set_cell, set_criterion
from decidr.core.study.study import Study
from tests.building import data_study

HOSTS = ("A", "B", "C")


def study() -> Study:
    values = {"x": [0.9, 0.5, 0.1], "y": [0.2, 0.8, 0.3]}
    made = data_study({"x": 0.75, "y": 0.25}, values, HOSTS)
    return replace(made, cells=tuple(replace(c, source="IEA", year=2024, status="measured") for c in made.cells))


def said(of: Study, kind: str) -> tuple[str, str, str]:
    results = evaluate(of)
    flaw = next(flaw for flaw in data_quality(results) if flaw.kind == kind)
    return flaw_told(results, flaw), effect_told(results, flaw), lead_told(results, flaw)


def test_every_kind_has_a_word_and_a_place_in_the_order():
    assert set(KINDS) == set(get_args(FlawKind))
    assert len({kind_word(kind) for kind in KINDS}) == len(KINDS)


def test_a_gap_tells_its_band_the_ranks_and_the_lead():
    # A has 72.5 points, B 37.5 and C 7.5 and its gap, which adds 0 to 25
    base = set_cell(study(), "y", "C", value=None)
    assert said(base, "missing") == ("it may score 0.00 to 1.00", "C keeps rank 3", "A's lead stays as it is")
    behind = set_cell(base, "y", "B", value=0.0)
    assert said(behind, "missing")[1] == "C keeps rank 3"
    near = set_cell(behind, "x", "C", value=0.3)
    assert said(near, "missing")[1] == "C: rank 2 to 3 (now 3)"


def test_a_gap_that_could_change_the_leader_says_who_would_lead():
    close = set_cell(set_cell(study(), "y", "B", value=None), "x", "B", value=0.75)
    told = said(close, "missing")
    assert told == (
        "it may score 0.00 to 1.00",
        "B would lead at its best",
        "A's lead: \u221212.5 to +12.5 points",
    )


def test_a_placeholder_of_the_leader_is_told_the_same_way():
    base = set_cell(study(), "x", "A", status="placeholder")
    assert said(base, "placeholder") == (
        "it may score 0.80 to 1.00",
        "A keeps rank 1",
        "A's lead: \u22127.5 to +7.5 points",
    )


def test_a_cell_that_could_fail_a_must_says_so():
    base = set_cell(set_criterion(study(), "y", must=">= 0.25"), "y", "C", status="placeholder")
    assert said(base, "placeholder")[1] == "C could fail a must (now rank 2)"  # A fails it today
    leading = set_cell(set_criterion(study(), "y", must=">= 0.15"), "y", "A", status="placeholder")
    told = said(leading, "placeholder")
    assert told[1:] == ("B would lead at its worst", "A could fail a must")
    outside = set_cell(set_criterion(study(), "x", must=">= 0.2"), "y", "C", status="placeholder")
    assert said(outside, "placeholder")[1] == "C stands outside the ranks"


def test_figures_that_deserve_a_second_look_tell_what_hangs_on_them():
    old = replace(set_cell(study(), "y", "B", year=2018), date="2026-01")
    assert said(old, "old") == (
        "of 2018, over 5 years before 2026",
        "It adds 20.0 of B's 57.5 points",
        "25.0\u202f% of the weight",
    )
    beyond = set_cell(study(), "x", "B", value=1.5)
    assert said(beyond, "beyond_ends")[0] == "1.5 on a scale from 0 to 1"
    unit = set_cell(set_criterion(study(), "x", unit="km"), "x", "B", unit="miles")
    assert said(unit, "unit")[0] == "given in «miles», counts as «km»"
    assert said(set_cell(study(), "x", "B", unit="miles"), "unit")[0] == "given in «miles», counts as «no unit»"
    assert said(set_cell(study(), "x", "B", source=""), "no_source")[0].startswith("say where it is from")


def test_leaves_that_measure_the_same_tell_r_directions_and_what_follows():
    up = [0.1, 0.2, 0.4, 0.5, 0.7, 0.9]
    base = data_study({"x": 0.5, "y": 0.5}, {"x": up, "y": [1 - v for v in up]}, tuple("ABCDEF"))
    assert said(base, "same") == (
        "as «y», r \u22121.00 over 6 hosts; more is better",
        "What helps on one hurts on the other",
        "Together they have 100.0\u202f% of the weight",
    )
    turned = set_criterion(base, "y", worst=1.0, best=0.0)
    assert said(turned, "same")[:2] == (
        "as «y», r \u22121.00 over 6 hosts; more is better here, less is better there",
        "What helps on one helps on the other",
    )


def test_without_a_leader_nothing_is_said_of_the_ranking():
    base = set_cell(set_cell(study(), "y", "C", value=None), "x", "B", source="")
    base = replace(base, comparisons=())
    assert said(base, "missing")[0] == "counts with the middle of its range"
    assert said(base, "missing")[1:] == ("There is no ranking yet", "")
    assert said(set_cell(base, "x", "A", status="placeholder"), "placeholder")[0] == "stands in for a figure"
    assert said(base, "no_source")[1] == "There is no ranking yet"


def test_a_change_that_vanishes_in_rounding_keeps_its_sign():
    base = data_study({"x": 0.9999, "y": 0.0001}, {"x": [0.9, 0.5], "y": [0.5, None]}, HOSTS[:2])
    assert said(base, "missing")[2] == "A's lead: \u22120.005 to +0.005 points"
