"""Findings put together."""

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.edits import add_host, set_criterion, set_judgment
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.gui.panels.findings.finding_groups import grouped, in_full, where


def test_missing_cells_are_one_finding_that_says_what_they_could_do(study: Study) -> None:
    texts = {group.code: group.text for group in grouped(evaluate(study))}
    assert texts["data.missing"] == "2 cells are missing; Morocco's could lift it to rank 2"


def test_a_host_that_too_many_gaps_keep_from_leading_is_told_with_the_rank_they_could_lift_it_to(study: Study) -> None:
    texts = {group.code: group.text for group in grouped(evaluate(add_host(study, "Nowhere")))}
    assert texts["data.missing"].endswith("cells are missing; Nowhere's could lift it to rank 1")


def test_the_gravest_come_first(study: Study) -> None:
    without_ends = set_criterion(study, "c5", worst=None, best=None)
    groups = grouped(evaluate(without_ends))
    order = {"error": 0, "warning": 1, "notice": 2}
    assert [order[group.severity] for group in groups] == sorted(order[group.severity] for group in groups)


def test_several_of_a_code_without_a_sentence_of_its_own_are_counted(study: Study) -> None:
    for leaf in ("c5", "c6"):
        study = set_criterion(study, leaf, must="whatever")
    text = next(group.text for group in grouped(evaluate(study)) if group.code == "must.not_understood")
    assert text.startswith("Home market: ")
    assert text.endswith("(and 1 more)")


def test_one_inconsistent_matrix_is_said_in_the_singular(study: Study) -> None:
    for second, value in (("c4", 9.0), ("c7", 1 / 9)):
        study = set_judgment(study, under="goal", view="neutral", first="c1", second=second, value=value)
    text = next(g.text for g in grouped(evaluate(study)) if g.code == "judgments.inconsistent")
    assert text == "1 matrix has a CR above 0.10"


def test_a_problem_reads_with_its_place_or_alone() -> None:
    placed = Problem("error", "hosts.none", Place("Hosts", ("Canada",)))
    assert where(placed) == "Canada"
    assert in_full(placed).startswith("Canada: no host")
    assert in_full(Problem("error", "hosts.none")).startswith("No host")
