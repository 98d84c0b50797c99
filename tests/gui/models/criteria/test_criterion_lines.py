"""What is shown of each criterion."""

from math import isnan

import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import Curve
from decidr.core.study.edits import add_criterion, remove_criterion, set_criterion, set_levels
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study
from decidr.gui.models.criteria.criterion_lines import (
    CriterionLine,
    criterion_lines,
    end_figures,
    problems_by_criterion,
    state_words,
)
from tests.gui.structure_study import structure_study


def lines(study: Study | None = None, view: str = "neutral") -> dict[str, CriterionLine]:
    return criterion_lines(evaluate(study or structure_study(), view))


def test_lines_come_depth_first_with_the_weights_of_the_view() -> None:
    found = lines()
    assert list(found) == ["Market", "Sales", "Exports", "Risk", "Rule", "Support", "Culture", "Jobs"]
    assert found["Sales"].local == pytest.approx(0.75)
    assert found["Sales"].global_ == pytest.approx(0.75 * found["Market"].local)
    assert lines(view="government")["Sales"].local == pytest.approx(1.0)


def test_a_leaf_knows_how_it_is_scored_and_a_parent_is_not() -> None:
    found = lines()
    assert [found[c].way for c in ("Market", "Sales", "Support", "Culture", "Jobs")] == [
        None, "data", "rating", "pairwise", "direct",
    ]  # fmt: skip
    assert found["Sales"].is_leaf
    assert not found["Market"].is_leaf


def test_every_leaf_has_the_place_of_its_main_criterion() -> None:
    assert [line.main for line in lines().values()] == [0, 0, 0, 1, 1, 1, 1, 2]


def test_what_does_not_count_has_no_weight_and_says_why() -> None:
    left_out = lines(view="government")["Exports"]
    assert isnan(left_out.local)
    assert state_words(left_out) == "left out"
    assert state_words(lines(view="government")["Rule"]).startswith("turned")
    dormant = lines(set_criterion(structure_study(), "Sales", active=False))["Sales"]
    assert state_words(dormant) == "dormant"
    asleep = set_criterion(set_criterion(structure_study(), "Sales", active=False), "Exports", active=False)
    assert state_words(lines(asleep)["Market"]) == "nothing below counts"


def test_gaps_and_findings_are_counted_in_words() -> None:
    found = lines()
    assert state_words(found["Sales"]) == "1 gap"
    wrong = lines(set_criterion(structure_study(), "Rule", worst=100.0))["Rule"]
    assert state_words(wrong).startswith("1 finding")
    proposed = lines(set_criterion(structure_study(), "Rule", ends_proposed=True))["Rule"]
    assert state_words(proposed) == "ends proposed"


def test_ends_are_those_of_the_points_where_the_curve_has_any() -> None:
    curve = Curve(form="points", points=((0.0, 1.0), (50.0, 0.4), (100.0, 0.0)))
    found = lines(set_criterion(structure_study(), "Rule", curve=curve))
    assert end_figures(found["Rule"]) == (100.0, 0.0)
    assert end_figures(found["Sales"]) == (5_000, 1_500_000)
    assert end_figures(found["Support"]) == end_figures(found["Market"]) == (None, None)


def test_problems_are_sorted_by_the_criterion_that_their_place_names() -> None:
    problems = [
        Problem("error", "ends.equal", Place("Criteria", ("Rule",))),
        Problem("notice", "data.missing", Place("Data", ("Rule", "Spain"))),
        Problem("notice", "views.leaf_left_out", Place("Views", ("neutral", "Rule"))),
        Problem("warning", "hosts.failed_must", Place("Hosts", ("Rule",))),
        Problem("error", "file.unreadable", "a.decidr"),
    ]
    assert problems_by_criterion(problems) == {"Rule": problems[:3]}


def test_a_criterion_without_ends_shows_none() -> None:
    study = add_criterion(remove_criterion(structure_study(), "Culture"), "Empty")
    assert end_figures(lines(study)[study.criteria[-1].id]) == (None, None)


def test_levels_make_a_leaf_a_rating() -> None:
    study = add_criterion(structure_study(), "Looks")
    looks = study.criteria[-1].id
    assert lines(set_levels(study, looks, (("fine", 1.0),)))[looks].way == "rating"
