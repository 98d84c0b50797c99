"""The JSON in parts; that its keys are those promised is held in tests/test_commands.py."""

import json

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.core.analysis.sensitivity.smallest_flip import smallest_flips
from decidr.core.analysis.verdict.paragraph import verdict
from decidr.core.study.criteria import GOAL
from decidr.core.study.problems import Place, Problem
from decidr.formats.answers import place_text, problem_rows, sensitivity_answer, solve_answer
from tests.building import data_study, judged, pairwise_study

HOSTS = ("X", "Y", "Z")


def answer(study, problems=(), addresses=None):
    results = evaluate(study)
    return solve_answer(results, second_opinions(results), verdict(results, {}), problems, addresses or {})


def simple():
    return data_study({"a": 0.75, "b": 0.25}, {"a": [0.2, 0.9, None], "b": [0.8, 0.4, 0.5]}, HOSTS)


def test_figures_are_plain_numbers_and_truths():
    found = answer(simple())
    json.dumps(found, allow_nan=False)
    host = found["hosts"][0]
    assert {type(host[key]) for key in ("score", "low", "high")} == {float}
    assert {type(host[key]) for key in ("rank", "best_rank", "worst_rank")} == {int}
    assert host["eligible"] is True


def test_a_gap_is_listed_by_the_leafs_name_and_shown_as_a_band():
    host = answer(simple())["hosts"][2]
    assert host["missing"] == ["a"]
    assert host["low"] < host["score"] < host["high"]
    assert host["eligible"] is False


def test_ties_share_the_better_rank():
    study = data_study({"a": 1.0}, {"a": [0.5, 0.5, 0.1]}, HOSTS)
    assert [h["rank"] for h in answer(study)["hosts"]] == [1, 1, 3]


def test_the_second_opinion_on_an_incomplete_matrix_was_not_asked():
    tree = {GOAL: ("a", "b", "c")}
    leaves = [judged(n, ("X", "Y"), [2]) for n in "abc"]
    study = pairwise_study(tree, ("X", "Y"), [judged(GOAL, ("a", "b", "c"), [3, None, 2]), *leaves])
    opinion = answer(study)["matrices"][0]["second_opinion"]
    assert (opinion["status"], opinion["largest_difference"]) == ("incomplete", None)
    assert opinion["by"].startswith("AHPy ")


def test_places_are_cells_where_the_study_came_from_a_workbook():
    problem = Problem("notice", "data.missing", Place("Data", ("Jobs", "Canada")))
    assert place_text(problem, {Place("Data", ("Jobs", "Canada")): "Data!C9"}) == "Data!C9"
    assert place_text(problem, {}) == "Data: Jobs, Canada"
    assert place_text(Problem("error", "matrix.none", "book.xlsx"), {}) == "book.xlsx"


def test_a_problem_is_a_row_of_severity_code_place_and_text():
    (row,) = problem_rows([Problem("error", "hosts.none", Place("Hosts"))], {})
    assert row == {
        "severity": "error",
        "code": "hosts.none",
        "place": "Hosts",
        "text": "no host to rank; add one, or switch one on",
    }


def test_crossovers_name_who_is_ahead_below():
    results = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [1.0, 0.0], "b": [0.0, 0.6]}, ("X", "Y")))
    found = sensitivity_answer(results, every_one_way(results), (), ())["criteria"][0]
    (crossover,) = found["crossovers"]
    assert (crossover["first"], crossover["second"]) == ("Y", "X")
    assert abs(crossover["weight"] - 0.375) < 1e-12
    assert found["stays_first"] == [crossover["weight"], 1.0]


def test_a_gap_has_neither_change_nor_share_and_who_never_wins_has_no_weights():
    results = evaluate(data_study({"a": 0.8, "b": 0.2}, {"a": [1.0, 0.5, 0.2], "b": [0.6, None, 0.1]}, ("X", "Y", "Z")))
    flips = smallest_flips(results)
    gap = CriticalCell("b", "Y", None, 0.9, None, None, "Y", by_must=False)
    found = sensitivity_answer(results, (), [gap], flips)
    assert found["critical_cells"] == [
        {
            "criterion": "b",
            "host": "Y",
            "value_now": None,
            "value_at_tie": 0.9,
            "change": None,
            "share": None,
            "leader_then": "Y",
        }
    ]
    assert found["smallest_flip"][1] == {
        "host": "Z",
        "level": "Goal",
        "never": True,
        "moved": None,
        "weights": None,
        "kept_behind_by": ["X"],
    }
