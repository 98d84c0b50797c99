import math

import numpy as np
import pytest

from decidr.core.study.criteria import Criterion, Curve, Level
from decidr.core.study.data import Cell
from decidr.core.study.problems import Place
from decidr.core.value.ratings import RatingScale
from decidr.core.value.scores import LeafData, data_scores, direct_scores, pairwise_scores, rating_scores


def leaf(*cells, synthesis="absolute", people=None, hosts=None, **fields):
    """A leaf with one cell a host (or a list of cells), values given plainly or as cells."""
    rows = [c if isinstance(c, list) else [c if isinstance(c, Cell) else cell(c)] for c in cells]
    names = hosts or [f"host {i}" for i in range(len(rows))]
    criterion = Criterion(id="x", name="Leaf", **{"worst": 0.0, "best": 10.0, **fields})
    return LeafData(criterion, names, rows, people or {}, synthesis)


def cell(value, **fields):
    return Cell(criterion="x", host="h", value=value, **fields)


def codes(scores):
    return [p.code for p in scores.problems]


def test_a_missing_cell_counts_with_the_middle_and_carries_the_whole_band():
    scores = data_scores(leaf(2.0, None))
    assert scores.middle.tolist() == [0.2, 0.5]
    assert (scores.low[1], scores.high[1]) == (0, 1)
    assert scores.missing.tolist() == [False, True]


def test_a_missing_cell_with_bounds_counts_with_the_middle_of_their_scores():
    scores = data_scores(leaf(cell(None, low=2.0, high=4.0), worst=10.0, best=0.0))
    assert (scores.low[0], scores.middle[0], scores.high[0]) == pytest.approx((0.6, 0.7, 0.8))


def test_a_missing_cell_is_told_at_its_place():
    problem = data_scores(leaf(1.0, None)).problems[0]
    assert (problem.code, problem.place) == ("data.missing", Place("Data", ("Leaf", "host 1")))


def test_a_closed_cell_scores_nothing_and_is_not_missing():
    scores = data_scores(leaf(cell(9.0, closed="shut"), cell(None, closed="shut")))
    assert scores.middle.tolist() == scores.high.tolist() == [0, 0]
    assert not scores.missing.any()


def test_a_value_beyond_the_ends_is_cut_with_a_notice_but_not_where_it_is_closed():
    scores = data_scores(leaf(58.0, cell(-5.0, closed="shut"), 5.0))
    assert scores.middle.tolist() == [1, 0, 0.5]
    assert codes(scores) == ["data.beyond_ends"]


def test_a_1_to_9_judgment_is_a_linear_data_leaf():
    assert data_scores(leaf(1, 5, 9, worst=1.0, best=9.0)).middle.tolist() == [0, 0.5, 1]


def test_a_leaf_without_ends_is_refused_under_absolute():
    scores = data_scores(leaf(1.0, 2.0, worst=None))
    assert codes(scores) == ["ends.missing"]
    assert np.isnan(scores.middle).all()


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
def test_a_leaf_without_ends_takes_those_of_the_data_elsewhere(synthesis):
    scores = data_scores(leaf(4.0, 2.0, 3.0, worst=None, better="lower", synthesis=synthesis))
    assert scores.middle.tolist() == [0, 1, 0.5]
    assert codes(scores) == ["ends.from_data"]


def test_equal_values_without_ends_all_score_one():
    scores = data_scores(leaf(4.0, 4.0, worst=None, best=None, synthesis="ideal"))
    assert scores.middle.tolist() == [1, 1]
    assert codes(scores) == ["ends.from_data", "ends.all_equal"]


def test_equal_ends_that_were_proposed_are_still_an_error():
    scores = data_scores(leaf(4.0, worst=1.0, best=1.0, ends_proposed=True))
    assert "ends.equal" in codes(scores)
    assert math.isnan(scores.middle[0])


def test_proposed_ends_are_used_and_told():
    scores = data_scores(leaf(4.0, ends_proposed=True))
    assert scores.middle.tolist() == [0.4]
    assert codes(scores) == ["ends.proposed"]


def test_points_need_no_ends():
    curve = Curve(form="points", points=((0, 0), (4, 1)))
    assert data_scores(leaf(1.0, worst=None, best=None, curve=curve)).middle.tolist() == [0.25]


def test_several_peoples_values_become_the_weighted_mean_of_their_scores():
    rows = [cell(10.0, participant=None), cell(4.0, participant="a"), cell(1.0, participant="b")]
    scores = data_scores(leaf(rows, people={"a": 1.0, "b": 2.0}, curve=Curve(form="points", points=((0, 0), (4, 1)))))
    assert scores.middle.tolist() == pytest.approx([(1 * 1.0 + 2 * 0.25) / 3])


def test_the_studys_own_value_counts_where_nobody_else_gave_one():
    rows = [cell(4.0), cell(None, participant="a")]
    assert data_scores(leaf(rows, people={"a": 1.0})).middle.tolist() == [0.4]


SCALE = RatingScale([Level(criterion="x", name="good", score=0.9), Level(criterion="x", name="poor", score=0.1)])


def test_levels_give_their_scores_and_a_gap_spans_all():
    scores = rating_scores(leaf("good", "Poor", None), SCALE)
    assert scores.middle.tolist() == [0.9, 0.1, 0.5]
    assert scores.high[2] - scores.low[2] == 1


def test_an_unknown_level_is_named_with_the_levels_there_are():
    problem = rating_scores(leaf("good", "fair"), SCALE).problems[0]
    assert problem.code == "rating.unknown_level"
    assert problem.values == {"value": "fair", "levels": "good, poor"}


def test_direct_scores_are_taken_as_they_are_and_a_gap_spans_to_one():
    scores = direct_scores(leaf(0.2, None))
    assert scores.middle.tolist() == [0.2, 0.5]
    assert scores.high.tolist() == [0.2, 1]


def test_a_direct_gap_spans_to_the_largest_given_where_scores_are_divided():
    scores = direct_scores(leaf(8.0, 2.0, None, synthesis="distributive"))
    assert scores.middle.tolist() == [8, 2, 4]
    assert (scores.low[2], scores.high[2]) == (0, 8)


@pytest.mark.parametrize(("value", "code"), [(-0.1, "direct.negative"), (1.1, "direct.above_one")])
def test_a_direct_score_out_of_range_is_refused(value, code):
    assert codes(direct_scores(leaf(value))) == [code]


def test_pairwise_scores_are_divided_by_the_largest_under_absolute_and_this_is_said():
    scores = pairwise_scores(leaf(None, None), np.array([0.8, 0.2]))
    assert scores.middle.tolist() == [1, 0.25]
    assert codes(scores) == ["absolute.pairwise_leaf"]
    assert not scores.missing.any()


def test_pairwise_scores_stay_priorities_elsewhere():
    assert pairwise_scores(leaf(None, None, synthesis="ideal"), np.array([0.8, 0.2])).middle.tolist() == [0.8, 0.2]


def test_a_leaf_whose_hosts_are_not_linked_has_no_scores():
    assert np.isnan(pairwise_scores(leaf(None, None), None).middle).all()


@pytest.mark.parametrize("low", [-5.0, 0.0])
def test_a_log_curve_refuses_bounds_of_a_gap_that_are_not_positive(low):
    log = {"curve": Curve(form="log"), "worst": 1.0, "best": 10.0}
    scores = data_scores(leaf(2.0, cell(None, low=low, high=8.0), **log))
    assert codes(scores) == ["ends.not_positive"]
    assert codes(data_scores(leaf(cell(2.0, low=low, high=8.0), **log))) == []


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
def test_a_leaf_without_ends_and_without_values_counts_with_the_middle(synthesis):
    scores = data_scores(leaf(None, cell(None, closed="shut"), worst=None, best=None, synthesis=synthesis))
    assert scores.middle.tolist() == [0.5, 0]
    assert (scores.low.tolist(), scores.high.tolist()) == ([0, 0], [1, 0])
    assert [p.code for p in scores.problems if p.severity == "warning"] == ["ends.no_values"]


def test_without_hosts_a_pairwise_leaf_has_no_scores():
    assert pairwise_scores(leaf(), np.ones(0)).middle.tolist() == []
