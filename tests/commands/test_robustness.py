"""What robustness answers."""

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.cases import case_named
from decidr.core.study.edits import set_criterion, set_setting
from decidr.core.study.judgments import WeightEntry
from tests.building import data_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.commands.promised import ROBUSTNESS

HOSTS = [host.name for host in EV_STUDY.hosts]
FEW = ("--samples", 2000)


def answer(capsys, *words, study=EV):
    outcome = call(capsys, "robustness", study, "--json", *FEW, *words)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.json


def test_the_answer_has_the_keys_that_were_promised_and_every_host_in_the_studys_order(capsys):
    found = answer(capsys)
    assert list(found) == list(ROBUSTNESS)
    by_host = ("rank_acceptability", "central_weights", "confidence", "pairwise_winning", "expected_rank")
    assert [list(found[key]) for key in by_host] == [HOSTS] * len(by_host)
    assert len(found["central_weights"]["Spain"]) == 25
    assert found["pairwise_winning"]["Spain"]["Spain"] is None
    assert found["central_weights"]["Mexico"] is found["confidence"]["Mexico"] is None


def test_what_was_drawn_is_told_and_is_the_studys_plan_unless_asked_otherwise(capsys, tmp_path):
    told = ("samples", "seed", "weights", "data", "sampling", "spread")
    assert [answer(capsys)[key] for key in told] == [2000, 1, "judged", "uncertain", "random", 0.2]
    own = saved(tmp_path, set_setting(EV_STUDY, seed=4, samples=500, simulation_weights="ordered", sampling="sobol"))
    found = call(capsys, "robustness", own, "--json").json
    assert [found[key] for key in told] == [500, 4, "ordered", "fixed", "sobol", 0.2]
    words = ("--seed", 9, "--weights", "FREE_leaves", "--data", "uncertain", "--sampling", "random", "--spread", "0,5")
    found = answer(capsys, *words, study=own)
    assert [found[key] for key in told] == [2000, 9, "free-leaves", "uncertain", "random", 0.5]


def test_free_weights_draw_fixed_data_by_default_and_a_spread_may_be_the_groups(capsys):
    found = answer(capsys, "--weights", "free", "--spread", "group")
    assert (found["data"], found["spread"]) == ("fixed", "group")


def test_rows_and_columns_of_rank_acceptability_sum_to_one(capsys):
    ranks = np.array(list(answer(capsys)["rank_acceptability"].values()))
    np.testing.assert_allclose([*ranks.sum(axis=0), *ranks.sum(axis=1)], 1.0)


def test_the_same_seed_answers_the_same_and_another_otherwise(capsys):
    assert answer(capsys) == answer(capsys) != answer(capsys, "--seed", 2)


def test_draws_may_suppose_a_scenario_and_an_unknown_one_is_wrong_usage(capsys):
    words = ("--scenario", "managed opening", "--weights", "judged", "--data", "fixed", "--spread", "0.000001")
    ranks = answer(capsys, *words)["rank_acceptability"]
    results = evaluate(EV_STUDY, case=case_named(EV_STUDY, "Managed opening"))
    assert [row.index(max(row)) + 1 for row in ranks.values()] == results.ranks.tolist()
    told = call(capsys, "robustness", EV, *FEW, *words).out.splitlines()
    assert told[1].startswith("Scenario set: Managed opening (")
    assert answer(capsys, *words)["scenario"] == "Managed opening"
    assert call(capsys, "robustness", EV, "--scenario", "no such thing").code == 2


def test_another_view_may_be_asked_for_and_an_unknown_one_is_wrong_usage(capsys):
    assert answer(capsys, "--view", "investor") != answer(capsys)
    assert call(capsys, "robustness", EV, "--view", "nobody").code == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--samples", "0"),
        ("--samples", "many"),
        ("--seed", "-1"),
        ("--spread=-0.1",),
        ("--spread", "wide"),
        ("--weights", "odd"),
        ("--data", "odd"),
        ("--sampling", "odd"),
    ],
)
def test_what_cannot_be_drawn_is_wrong_usage(capsys, words):
    outcome = call(capsys, "robustness", EV, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert words[0].partition("=")[0] in outcome.err


def test_bounds_that_no_weights_meet_are_refused_with_their_place(capsys, tmp_path):
    of = data_study({"x": 0.5, "y": 0.5}, {"x": [0.5, 0.2], "y": [0.1, 0.9]}, ("X", "Y"))
    of = replace(of, weights=(WeightEntry(criterion="x", low=0.7), WeightEntry(criterion="y", low=0.6)))
    outcome = call(capsys, "robustness", saved(tmp_path, of), "--weights", "bounded")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Weights: Goal: no weights that sum to 1 lie within the bounds")


def test_a_host_that_fails_a_must_is_outside(capsys, tmp_path):
    of = data_study({"x": 0.5, "y": 0.5}, {"x": [0.5, 0.2, 0.7], "y": [0.1, 0.9, 0.3]}, ("X", "Y", "Z"))
    found = answer(capsys, study=saved(tmp_path, set_criterion(of, "x", must=">= 0.4")))
    assert list(found["rank_acceptability"]) == ["X", "Z"]


def test_people_are_told_what_was_drawn_and_how_often_each_host_has_each_rank(capsys):
    outcome = call(capsys, "robustness", EV, *FEW)
    drawn, ranks, firsts = outcome.out.split("\n\n")[1:4]
    assert drawn.startswith("2\u202f000 draws: judged weights, spread 0.2, uncertain data, random points, seed 1.")
    assert "standard error" in drawn
    assert [line.split()[0] for line in ranks.splitlines()[2:5]] == ["Spain", "Canada", "Thailand"]
    assert "never first" in firsts
    assert "data.missing" not in outcome.err
