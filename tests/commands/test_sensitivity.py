"""What sensitivity answers."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.core.study.cases import case_named
from decidr.core.study.edits import set_cell
from decidr.core.study.scenarios import Move, Scenario
from tests.building import data_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.commands.promised import SENSITIVITY, same_keys


def test_the_answer_of_sensitivity_has_every_key_that_was_promised(capsys):
    outcome = call(capsys, "sensitivity", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    same_keys(outcome.json, SENSITIVITY)
    assert (outcome.json["view"], len(outcome.json["criteria"])) == ("neutral", len(EV_STUDY.criteria))
    assert outcome.json["critical_cells"]
    assert len(outcome.json["smallest_flip"]) == len(EV_STUDY.hosts) - 1


def test_one_criterion_of_one_view_may_be_asked_for(capsys):
    words = ("--criterion", " stability ", "--view", "investor")
    answer = call(capsys, "sensitivity", EV, "--json", *words).json
    assert [c["criterion"] for c in answer["criteria"]] == ["Stability"]
    assert answer["view"] == "investor"
    weights = [c["weight"] for c in answer["criteria"][0]["crossovers"]]
    assert weights == sorted(weights)
    assert all(0 < weight < 1 for weight in weights)


def test_what_would_change_the_answer_of_a_scenario_may_be_asked_for(capsys):
    words = ("sensitivity", EV, "--scenario", "managed opening")
    results = evaluate(EV_STUDY, case=case_named(EV_STUDY, "Managed opening"))
    found = call(capsys, *words, "--json").json
    assert found["scenario"] == "Managed opening"
    assert [row["stays_first"] for row in found["criteria"]] == [
        list(sweep.stays_first) for sweep in every_one_way(results)
    ]
    assert call(capsys, *words).out.splitlines()[1].startswith("Scenario set: Managed opening (")


def test_what_keeps_a_scenario_from_an_answer_is_told(capsys, tmp_path):
    study = data_study({"x": 0.6, "y": 0.4}, {"x": [0.9, 0.2], "y": [0.1, 0.8]}, ("X", "Y"))
    moves = tuple(Move(kind="data", target="x", operation="set", value=value) for value in (0.2, 0.1))
    path = saved(tmp_path, replace(study, scenarios=(Scenario(id="s", name="two", moves=moves),)))
    told = call(capsys, "sensitivity", path, "--scenario", "two").err
    assert told == call(capsys, "solve", path, "--scenario", "two").err
    assert told.startswith("error: Scenarios: two, 2, x (Value): set to 0.1 here and to 0.2 elsewhere")


def test_a_criterion_that_cannot_move_says_why(capsys, tmp_path):
    study = data_study({"only": 1.0}, {"only": [0.2, 0.9]}, ("X", "Y"))
    (row,) = call(capsys, "sensitivity", saved(tmp_path, study), "--json").json["criteria"]
    assert (row["stays_first"], row["crossovers"]) == (None, [])
    assert row["reason"]


def flips(capsys, study, *words):
    answer = call(capsys, "sensitivity", study, "--json", *words).json
    return {flip["host"]: flip for flip in answer["smallest_flip"]}


def test_the_level_may_be_the_goal_another_node_or_all_leaves(capsys):
    goal, market, leaves = (flips(capsys, EV, *w) for w in ((), ("--level", "market access"), ("--level", "LEAVES")))
    assert [f["Canada"]["level"] for f in (goal, market, leaves)] == ["Goal", "Market access", "leaves"]
    assert goal == flips(capsys, EV, "--level", "goal")
    assert list(market["Canada"]["weights"]) == [c.name for c in EV_STUDY.criteria if c.under == market_access()]
    assert leaves["Canada"]["moved"] < min(goal["Canada"]["moved"], market["Canada"]["moved"])


def market_access():
    return next(c.id for c in EV_STUDY.criteria if c.name == "Market access")


def test_a_flip_solved_again_with_its_weights_puts_the_host_level_with_the_leader(capsys, tmp_path):
    study = data_study({"x": 0.6, "y": 0.4}, {"x": [0.9, 0.2], "y": [0.1, 0.8]}, ("X", "Y"))
    found = flips(capsys, saved(tmp_path, study))["Y"]
    assert found["moved"] == pytest.approx(0.1)
    then = data_study(found["weights"], {"x": [0.9, 0.2], "y": [0.1, 0.8]}, ("X", "Y"))
    scores = [h["score"] for h in call(capsys, "solve", saved(tmp_path, then), "--json").json["hosts"]]
    assert scores[0] == pytest.approx(scores[1], abs=1e-9)


def test_a_critical_cell_solved_again_with_its_value_ties_and_shares_are_ascending(capsys, tmp_path):
    study = data_study({"x": 0.6, "y": 0.4}, {"x": [0.9, 0.2], "y": [0.1, 0.8]}, ("X", "Y"))
    cells = call(capsys, "sensitivity", saved(tmp_path, study), "--json").json["critical_cells"]
    assert [c["share"] for c in cells] == sorted(c["share"] for c in cells)
    for cell in cells:
        then = set_cell(study, cell["criterion"], cell["host"], value=cell["value_at_tie"])
        scores = [h["score"] for h in call(capsys, "solve", saved(tmp_path, then), "--json").json["hosts"]]
        assert scores[0] == pytest.approx(scores[1], abs=1e-9)


def test_people_read_what_would_change_the_answer(capsys):
    said = call(capsys, "sensitivity", EV).out
    assert "above 34.1\u202f% Canada leads" in said
    assert (
        "Canada would win if Stability rose from 17\u202f% to 31\u202f% and Security (low risk) fell to 3\u202f%."
        in said
    )
    assert "Canada draws level once its North American access rises to" in said
    assert "The methods disagree: Canada leads by distributive synthesis and ideal synthesis." in said


def test_one_criterion_is_told_alone(capsys):
    assert "would win" not in call(capsys, "sensitivity", EV, "--criterion", "Stability").out
