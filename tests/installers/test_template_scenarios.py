"""The scenarios of the EV plant are the presets that its authors gave, with the facts that they rest on."""

import csv
import re
from pathlib import Path

import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named, cases_of
from decidr.core.study.scenario_checks import ScenarioChecks
from decidr.core.study.scenarios import Move
from decidr.core.value.curves import span
from installers.templates import TEMPLATES, build

EV = build(TEMPLATES / "ev-plant")
PRESETS = Path(__file__).parent.parent / "data" / "ev_plant" / "scenarios.csv"

NAMES = {
    "S1": "CUSMA not renewed",
    "S2": "US blocks or tariffs Canadian-BUILT cars of Chinese makers",
    "S3": "Canadian security review tightened: data localisation, Canadian software stack, undertakings",
    "S4": "Incentives matched by a US state or by another host",
    "S5": "Backlash: boycott, union and provincial opposition, local recall, federal change of course",
    "S6": "Deal deepens: quota grows, JV plant approved, export-led",
    "S7": "Crisis weights: macro and integrity count more",
}

TARGETS = {
    "A": "Stability",
    "B": "Incentives",
    "C": "Market access",
    "F": "Benefits to the host",
    "B3": "Negotiated public support",
    "B4": "Incentive durability",
    "C2": "North American access",
    "C3": "Other export reach",
    "D1": "Data and connected-vehicle security",
    "D2": "IP and technology leakage",
    "D3": "Political influence and dependence",
    "D4": "Backlash",
    "D5": "Policy reversal and retaliation",
    "D6": "Screening and forced divestiture",
    "F1": "Jobs",
    "F2": "Local supply chain",
    "F3": "Technology transfer",
}

FACTS = {
    "S1": ("E16", "E17"),
    "S2": ("E3", "E6", "E7"),
    "S3": ("E8", "E19", "E20"),
    "S4": ("E12", "E13", "E14", "E30"),
    "S5": ("E5", "E14", "E18"),
    "S6": ("E2", "E8", "E9"),
    "S7": (),
}

CRITERIA = {c.name: c for c in EV.criteria}
HOSTS = {h.code: h.id for h in EV.hosts}
VIEWS = {"all": None, "investor": "investor", "host": "host government"}
SCENARIOS = {s.name: s for s in EV.scenarios}


def given(preset: str) -> list[dict[str, str]]:
    with PRESETS.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["scenario"].startswith(f"{preset}_")]


def as_move(row: dict[str, str]) -> tuple[object, ...]:
    """A preset's row by the rules that turn it into a move: points of 9, and of a measured leaf eighths of a score."""
    target = CRITERIA[TARGETS[row["target"].split("_")[0]]]
    kind, value = {"score": "data", "weight": "weight"}[row["target_type"]], float(row["value"])
    if kind == "data" and target.unit != "1-9":
        kind, value = "score", value / 8
    view = next((v.id for v in EV.views if v.name == VIEWS[row["profile"]]), None)
    return (kind, target.id, HOSTS.get(row["host"]), view, row["operation"], value)


def of(move: Move) -> tuple[object, ...]:
    return (move.kind, move.target, move.host, move.view, move.operation, move.value)


def notes(name: str) -> list[str]:
    return [move.note for move in SCENARIOS[name].moves if move.target is None]


@pytest.mark.parametrize("preset", NAMES)
def test_a_preset_has_the_moves_that_were_given(preset):
    wanted = [as_move(row) for row in given(preset) if row["target_type"] != "value"]
    assert wanted
    assert [of(move) for move in SCENARIOS[NAMES[preset]].moves if move.target] == wanted


def test_the_presets_the_duty_above_the_quota_and_two_combinations_are_all_there_is():
    assert [s.name for s in EV.scenarios] == [*NAMES.values(), "Above-quota duty"]
    by_id = {s.id: s.name for s in EV.scenarios}
    assert {s.name: [by_id[id_] for id_ in s.scenarios] for s in EV.scenario_sets} == {
        "Fortress North America": [NAMES["S1"], NAMES["S2"]],
        "Managed opening": [NAMES["S3"], NAMES["S6"]],
    }
    assert [s.probability for s in EV.scenario_sets] == [None, None]


def test_the_duty_above_the_quota_is_set():
    wall = CRITERIA["Wall against imports from China"]
    (move,) = (move for move in SCENARIOS["Above-quota duty"].moves if move.target)
    assert of(move) == ("data", wall.id, HOSTS["CAN"], None, "set", 106.1)
    assert span(wall) == 50


def test_the_duty_that_no_leaf_measures_is_said_in_a_note():
    (row,) = (row for row in given("S2") if row["target_type"] == "value")
    assert f"to {row['value']} %" in notes(NAMES["S2"])[0]


@pytest.mark.parametrize("preset", NAMES)
def test_a_preset_tells_the_facts_that_it_rests_on_with_day_and_source(preset):
    told = [note for note in notes(NAMES[preset]) if re.match(r"E\d+", note)]
    assert tuple(re.match(r"E\d+", note)[0] for note in told) == FACTS[preset]
    for note in told:
        assert re.search(r"\d{4}-\d{2}|\b20\d\d\b|undated", note), note
        assert re.search(r"\([^)]*[a-z]\.(com|ca|org|edu|at|live|de|news)\b[^)]*\)", note), note


@pytest.mark.parametrize("scenario", EV.scenarios, ids=lambda scenario: scenario.name)
def test_every_move_says_that_it_is_a_judgment(scenario):
    assert {move.note for move in scenario.moves if move.target} == {"judgment"}
    assert "judgment" in notes(scenario.name)[0]


def test_what_came_from_weak_sources_says_so():
    assert "an aggregator of low trust" in " ".join(notes(NAMES["S5"]))
    assert "an aggregator of low trust" in " ".join(notes(NAMES["S6"]))
    assert "from memory, unverified" in " ".join(notes(NAMES["S3"]))


def test_no_move_is_wrong_or_skipped_in_any_view():
    assert list(ScenarioChecks(EV, {}).problems()) == []
    for view in EV.views:
        for case in cases_of(EV):
            results = evaluate(EV, view.id, case=case)
            assert results.sources.moves.problems == ()
            assert not np.isnan(results.totals).any()


def test_canada_loses_by_fortress_and_gains_by_the_managed_opening_in_the_neutral_view():
    canada = [h.name for h in EV.hosts].index("Canada")
    baseline = evaluate(EV).totals[canada]
    fortress, managed = (evaluate(EV, case=case_named(EV, s.name)).totals[canada] for s in EV.scenario_sets)
    assert fortress < baseline < managed
