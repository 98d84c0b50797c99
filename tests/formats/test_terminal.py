import pytest
from msgspec.structs import replace

from decidr.core.ahp.second_opinion import BY, SecondOpinion
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.second_opinions import second_opinions
from decidr.core.analysis.sensitivity.critical_cells import critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import critical_judgments
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.analysis.sensitivity.one_way import every_one_way
from decidr.core.analysis.sensitivity.smallest_flip import smallest_flips
from decidr.core.analysis.verdict.paragraph import verdict
from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.formats.terminal import change_text, opinions_said, sensitivity_text, solve_text, table, weights_text
from tests.building import data_study, judged, pairwise_study

AGREES = SecondOpinion("agrees", 4e-11)


def solved(study):
    results = evaluate(study)
    return solve_text(results, second_opinions(results), verdict(results, {}))


def test_columns_are_aligned_under_their_heads():
    assert table([["Host", "points"], ["Spain", "60.6"], ["X", "5.0"]], "lr") == (
        "Host   points\n-----  ------\nSpain    60.6\nX         5.0"
    )


@pytest.mark.parametrize(
    ("opinions", "said"),
    [
        ([], ""),
        ([AGREES], f"{BY} agrees on 1 of 1 matrix (largest difference 4e-11)"),
        (
            [AGREES] * 7 + [SecondOpinion("incomplete", None)] * 2,
            f"{BY} agrees on 7 of 9 matrices, 2 incomplete (largest difference 4e-11)",
        ),
        (
            [SecondOpinion("parts", 0.02), SecondOpinion("no answer", None)],
            f"{BY} agrees on 0 of 2 matrices, 1 part, 1 without an answer (largest difference 2e-02)",
        ),
    ],
)
def test_the_second_opinion_is_told_in_counts_never_as_a_bare_tick(opinions, said):
    assert opinions_said(opinions) == said


def test_hosts_stand_by_rank_with_their_bands_and_gaps():
    study = data_study({"a": 0.8, "b": 0.2}, {"a": [0.2, 0.9, 0.5], "b": [0.8, None, 0.5]}, ("X", "Y", "Z"))
    lines = solved(study).splitlines()
    ranking = [line.split()[:2] for line in lines if line.strip().split(" ")[0] in ("1", "2", "3")]
    assert ranking == [["1", "Y"], ["2", "Z"], ["3", "X"]]
    assert any(line.endswith("1 gap") for line in lines)


def test_a_host_with_too_many_gaps_is_said_to_be_unable_to_lead():
    study = data_study({"a": 0.5, "b": 0.5}, {"a": [0.2, 0.9], "b": [0.8, None]}, ("X", "Y"))
    assert "1 gap, too many to lead" in solved(study)


def test_criteria_are_indented_below_their_parents():
    tree = {GOAL: ("a", "b"), "a": ("c", "d")}
    blocks = [judged(GOAL, ("a", "b"), [3]), judged("a", ("c", "d"), [1])]
    study = pairwise_study(tree, ("X", "Y"), [*blocks, *(judged(n, ("X", "Y"), [2]) for n in "cdb")])
    results = evaluate(study)
    text = weights_text(results, second_opinions(results))
    assert "\na    " in text
    assert "\n  c  " in text
    assert "75.0\u202f%" in text
    assert "37.5\u202f%" in text


def test_a_ratio_that_is_not_defined_is_said_in_words():
    tree = {GOAL: ("a", "b", "c")}
    leaves = [judged(n, ("X", "Y"), [2]) for n in "abc"]
    study = pairwise_study(tree, ("X", "Y"), [judged(GOAL, ("a", "b", "c"), [3, None, None]), *leaves])
    text = solved(study)
    assert "not defined" in text
    assert "1/3" in text


@pytest.mark.parametrize("study", [Study(), Study(title="Nothing yet")])
def test_a_study_of_nothing_is_told_without_fail(study):
    assert study.title in solved(study)


def test_what_would_change_the_answer_is_said_of_each_criterion():
    results = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [1.0, 0.0], "b": [0.0, 0.6]}, ("X", "Y")))
    text = sensitivity_text(results, every_one_way(results))
    assert "below 37.5\u202f% Y leads" in text
    assert "above 62.5\u202f% Y leads" in text


def told(results):
    cells, judgments = critical_cells(results), critical_judgments(results)
    return change_text(results, cells, judgments, smallest_flips(results), method_agreement(results))


def test_cells_weights_and_methods_that_would_change_the_answer_stand_under_their_heads():
    results = evaluate(data_study({"a": 0.5, "b": 0.5}, {"a": [1.0, 0.0], "b": [0.0, 0.6]}, ("X", "Y")))
    heads = [line for line in told(results).splitlines() if line and not line.startswith(" ")]
    assert heads == ["One cell alone", "Weights together", "Other methods"]
    assert "  Y draws level once its b rises to 1 (now 0.6)." in told(results)


def test_leaves_compared_in_pairs_have_their_judgments_apart():
    results = evaluate(pairwise_study({GOAL: ("a",)}, ("X", "Y"), [judged("a", ("X", "Y"), [3])]))
    assert "One judgment alone\n  Y draws level once X is preferred 1 times to Y on a (now 3)." in told(results)


def test_a_long_list_of_critical_cells_ends_in_how_many_more_there_are():
    values = {"a": [0.6] + [0.5] * 12, "b": [0.5] * 13}
    results = evaluate(data_study({"a": 0.5, "b": 0.5}, values, [f"H{k}" for k in range(13)]))
    lines = told(results).split("\n\n")[0].splitlines()
    assert len(lines) == 12
    assert lines[-1] == f"  So do {len(critical_cells(results)) - 10} more."


def test_where_nothing_changes_the_answer_each_part_says_so():
    results = evaluate(data_study({"a": 1.0}, {"a": [0.5]}, ("X",)))
    assert "No cell alone changes the leader." in told(results)
    assert "There is no other host." in told(results)


def test_a_weight_that_cannot_move_says_why():
    results = evaluate(data_study({"a": 1.0}, {"a": [1.0, 0.0]}, ("X", "Y")))
    sweeps = every_one_way(results)
    assert sweeps[0].reason
    assert sweeps[0].reason in sensitivity_text(results, sweeps)


def test_beside_a_groups_matrix_stands_how_far_its_people_agree():
    blocks = [judged(GOAL, ("a", "b"), [value], who=who) for who, value in (("Ann", 9), ("Bob", "1/9"))]
    study = data_study({"a": 0.5, "b": 0.5}, {"a": [0.2], "b": [0.8]}, ("X",))
    people = tuple(Participant(id=name, name=name) for name in ("Ann", "Bob"))
    results = evaluate(replace(study, participants=people, comparisons=tuple(blocks)))
    text = weights_text(results, second_opinions(results))
    group = next(line for line in text.splitlines() if "group" in line)
    assert group.endswith("0\u202f%, very low"), "two who say the opposite pool to equal"
    assert "consensus" not in weights_text(evaluate(study), ())
