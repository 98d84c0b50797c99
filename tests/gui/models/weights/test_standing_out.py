"""What stands out in a matrix."""

import numpy as np
import pytest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.matrices import MatrixResult
from decidr.core.study.criteria import GOAL
from decidr.gui.models.weights.node_judgments import node_judgments
from decidr.gui.models.weights.standing_out import StandingOut, circles_told, routes, triad_told, what_stands_out
from tests.gui.judging_study import TOPS, judging_study

TABLE = "saaty 2005"


def matrix(*goal: str | float | None, node: str = GOAL) -> MatrixResult:
    found = node_judgments(evaluate(judging_study(goal)), node).matrix
    assert found is not None
    return found


def test_the_pair_that_contradicts_the_others_comes_first() -> None:
    found = what_stands_out(matrix(1, 1, 1, 1, 1, 9), TABLE).pairs
    assert (found[0].i, found[0].j, found[0].suggested_on_scale) == (2, 3, 1)


def test_judgments_that_agree_have_nothing_that_stands_out() -> None:
    assert what_stands_out(matrix(2, 2, 2, 1, 1, 1), TABLE) == StandingOut()


def test_two_items_and_unlinked_ones_are_not_searched() -> None:
    assert what_stands_out(matrix(1, 1, 1, 1, 1, 1, node="Backlash"), TABLE) == StandingOut()
    assert what_stands_out(matrix(1, None, None, None, None, None), TABLE).pairs == ()


def test_preferences_in_a_circle_are_told_by_name_all_the_way_round() -> None:
    found = what_stands_out(matrix(2, "1/2", 1, 2, 1, 1), TABLE)
    assert circles_told(TOPS, found.circles) == "Preferences run in a circle: Data over IP over Influence over Data."
    assert circles_told(TOPS, ()) == ""


def test_the_triad_that_clashes_most_says_what_two_judgments_make_of_the_third() -> None:
    goal = matrix(2, "1/3", 1, 2, 1, 1)
    triad = what_stands_out(goal, TABLE).triads[0]
    told = triad_told(TOPS, goal.judgments, triad)
    assert told == "Data over IP is 2 and IP over Influence is 2: then Data over Influence would be 4, not 1/3."


def test_the_routes_over_a_third_item_come_from_the_farthest() -> None:
    judgments = np.array([[1, 3, 2, 1], [1 / 3, 1, 1, 1 / 4], [1 / 2, 1, 1, 1 / 2], [1, 4, 2, 1]])
    found = routes(judgments, 1, 3)
    assert [(route.by, route.product) for route in found] == [(2, 0.5), (0, pytest.approx(1 / 3))]


def test_a_route_needs_both_its_judgments() -> None:
    judgments = np.array([[1, 3, np.nan], [1 / 3, 1, 2], [np.nan, 1 / 2, 1]])
    assert routes(judgments, 0, 1) == ()
