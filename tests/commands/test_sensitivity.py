"""What sensitivity answers."""

from tests.building import data_study
from tests.command_line import EV, EV_STUDY, call, saved
from tests.commands.promised import SENSITIVITY, same_keys


def test_the_answer_of_sensitivity_has_every_key_that_was_promised(capsys):
    outcome = call(capsys, "sensitivity", EV, "--json")
    assert (outcome.code, outcome.err) == (0, "")
    same_keys(outcome.json, SENSITIVITY)
    assert (outcome.json["view"], len(outcome.json["criteria"])) == ("neutral", len(EV_STUDY.criteria))
    assert (outcome.json["critical_cells"], outcome.json["smallest_flip"]) == ([], [])


def test_one_criterion_of_one_view_may_be_asked_for(capsys):
    words = ("--criterion", " stability ", "--view", "investor")
    answer = call(capsys, "sensitivity", EV, "--json", *words).json
    assert [c["criterion"] for c in answer["criteria"]] == ["Stability"]
    assert answer["view"] == "investor"
    weights = [c["weight"] for c in answer["criteria"][0]["crossovers"]]
    assert weights == sorted(weights)
    assert all(0 < weight < 1 for weight in weights)


def test_a_criterion_that_cannot_move_says_why(capsys, tmp_path):
    study = data_study({"only": 1.0}, {"only": [0.2, 0.9]}, ("X", "Y"))
    (row,) = call(capsys, "sensitivity", saved(tmp_path, study), "--json").json["criteria"]
    assert (row["stays_first"], row["crossovers"]) == (None, [])
    assert row["reason"]


def test_people_read_what_would_change_the_answer(capsys):
    assert "above 34.1\u202f% Canada leads" in call(capsys, "sensitivity", EV).out
