"""How far each step of a study is."""

import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_cell, set_criterion, set_fields, set_judgment, set_probability, weigh_by
from decidr.core.study.study import Study
from decidr.gui.panels.frame.steps import State, judgments, states, step_of, steps
from tests.gui.scenario_study import scenario_study


def _text(study: Study, step: str) -> str:
    return states(evaluate(study)).get(step, State()).text


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("study", "✓"),
        ("criteria", "✓"),
        ("hosts", "10"),
        ("data", "2 gaps"),
        ("people", "3"),
        ("weights", "6/6"),
        ("findings", "3"),
        ("results", ""),
        ("report", ""),
    ],
)
def test_each_step_of_the_example(study: Study, step: str, text: str) -> None:
    assert _text(study, step) == text


def test_an_empty_study_has_everything_to_do() -> None:
    found = states(evaluate(Study()))
    assert {step: found[step].text for step in ("study", "hosts", "data", "weights")} == {
        "study": "●",
        "hosts": "●",
        "data": "●",
        "weights": "●",
    }


def test_what_is_wrong_is_counted_where_it_stands(study: Study) -> None:
    without_ends = set_criterion(study, "c5", worst=None, best=None)
    assert _text(without_ends, "criteria") == "▲ 1"
    assert _text(without_ends, "findings").startswith("▲")


def test_an_inconsistent_node_is_a_finding_of_the_weights(study: Study) -> None:
    for second, value in (("c4", 9.0), ("c7", 1 / 9)):
        study = set_judgment(study, under="goal", view="neutral", first="c1", second=second, value=value)
    assert _text(study, "weights") == "▲ 1"


def test_a_study_with_all_its_data_is_done(study: Study) -> None:
    study = set_cell(set_cell(study, "c2", "h3", value=1.0), "c6", "h5", value=1.0)
    assert _text(study, "data") == "✓"


def test_a_study_without_a_question_is_not_done(study: Study) -> None:
    assert _text(set_fields(study, question=""), "study") == "●"


def test_pairs_are_counted_over_the_matrices_that_count(study: Study) -> None:
    block = study.comparisons[0]
    fewer = replace(study, comparisons=(replace(block, pairs=block.pairs[:2]), *study.comparisons[1:]))
    assert judgments(evaluate(fewer)) == (5, 6)


def test_pairs_of_a_node_that_nobody_has_judged_are_missing_too(study: Study) -> None:
    without = replace(study, comparisons=tuple(c for c in study.comparisons if c.under != GOAL))
    all_pairs = judgments(evaluate(study))[1]
    goal = next(m for m in evaluate(study).matrices if m.node == GOAL)
    assert judgments(evaluate(without)) == (all_pairs - goal.judged, all_pairs)
    given = weigh_by(without, GOAL, "direct", study.settings.base_view)
    assert judgments(evaluate(given)) == (all_pairs - goal.judged, all_pairs - goal.judged)


def test_every_state_is_told_in_words(study: Study) -> None:
    assert all(state.told for state in states(evaluate(study)).values())


def test_the_steps_are_those_that_exist() -> None:
    assert [step.id for step in steps()] == [
        "study",
        "criteria",
        "hosts",
        "data",
        "people",
        "weights",
        "results",
        "sensitivity",
        "robustness",
        "scenarios",
        "findings",
        "report",
    ]


def test_a_page_beside_the_steps_belongs_to_one() -> None:
    assert step_of("history") == "study"
    assert [step_of(step.id) for step in steps()] == [step.id for step in steps()]


def test_scenarios_and_sets_are_counted_and_what_is_wrong_with_them_is_found(study: Study) -> None:
    assert _text(study, "scenarios") == ""
    assert _text(scenario_study(), "scenarios") == "4"
    assert _text(set_probability(scenario_study(), "Strike in a boom", 2.0), "scenarios") == "▲ 1"
