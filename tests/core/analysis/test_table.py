import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell
from decidr.core.study.edits import set_cell, set_criterion, set_judgment
from tests.building import data_study, equal, pairwise_study

HOSTS = ("A", "B")


def study(**settings):
    return data_study({"x": 0.5, "y": 0.5}, {"x": [0.2, 0.6], "y": [0.9, None]}, HOSTS, **settings)


def test_leaves_are_rows_in_the_trees_order_and_hosts_columns():
    results = evaluate(study())
    assert results.leaves == ("x", "y")
    assert results.raw_scores.tolist() == [[0.2, 0.6], [0.9, 0.5]]


def test_a_turned_row_swaps_the_ends_of_its_band():
    base = study()
    results = evaluate(replace(base, views=(replace(base.views[0], turned=("y",)),)))
    assert results.raw_scores[1].tolist() == [1 - 0.9, 0.5]
    assert (results.low_scores[1, 1], results.high_scores[1, 1]) == (0, 1)


def test_a_direct_leaf_can_be_turned_while_its_scores_are_at_most_one():
    direct = set_criterion(study(synthesis="distributive"), "x", scored_by="direct")
    direct = set_cell(set_cell(direct, "x", "A", way="direct", value=0.4), "x", "B", way="direct", value=0.6)
    turned = replace(direct, views=(replace(direct.views[0], turned=("x",)),))
    assert evaluate(turned).raw_scores[0].tolist() == [0.6, 0.4]
    above = set_cell(turned, "x", "A", way="direct", value=3.0)
    assert "turn.not_possible" in [p.code for p in evaluate(above).problems]


def test_cells_of_a_way_that_the_leaf_does_not_use_are_kept_and_do_not_count():
    base = study()
    other = replace(base, cells=(*base.cells, Cell(criterion="x", host="A", way="rating", value="good")))
    assert evaluate(other).raw_scores.tolist() == evaluate(base).raw_scores.tolist()


def test_scores_that_rest_on_data_are_taken_over_when_a_judgment_changes():
    base = study()
    earlier = evaluate(base)
    judged = set_judgment(base, under=GOAL, view="base", first="x", second="y", value=3.0)
    later = evaluate(judged, earlier=earlier)
    assert later.leaf_scores.leaves["x"] is earlier.leaf_scores.leaves["x"]
    moved = evaluate(set_cell(base, "x", "A", value=0.3), earlier=earlier)
    assert moved.leaf_scores.leaves["x"] is not earlier.leaf_scores.leaves["x"]


def test_only_leaves_whose_cells_or_criterion_changed_are_scored_anew():
    base = study()
    earlier = evaluate(base)
    for later in (set_cell(base, "x", "A", value=0.3), set_criterion(base, "x", best=2.0)):
        results = evaluate(later, earlier=earlier)
        assert results.leaf_scores.leaves["x"] is not earlier.leaf_scores.leaves["x"]
        assert results.leaf_scores.leaves["y"] is earlier.leaf_scores.leaves["y"]


@given(st.lists(st.tuples(st.sampled_from("xy"), st.sampled_from("AB"), st.sampled_from([None, 0.1, 0.7])), max_size=6))
def test_what_is_taken_over_never_changes_a_number(edits):
    later, results = study(), evaluate(study())
    for leaf, host, value in edits:
        later = set_cell(set_criterion(later, leaf, worst=-(value or 0.0)), leaf, host, value=value)
        results = evaluate(later, earlier=results)
        anew = evaluate(later)
        for field in ("raw_scores", "low_scores", "high_scores", "missing", "totals"):
            np.testing.assert_array_equal(getattr(results, field), getattr(anew, field))
        assert results.evidence == anew.evidence
        assert results.problems == anew.problems
        assert {k: list(v) for k, v in results.sources.cells.items() if v} == anew.sources.cells


def test_scores_that_rest_on_judgments_follow_them():
    blocks = [equal(GOAL, "xy"), equal("x", HOSTS), equal("y", HOSTS)]
    base = pairwise_study({GOAL: "xy"}, HOSTS, blocks)
    later = set_judgment(base, under="x", view="base", first="A", second="B", value=3.0)
    results = evaluate(later, earlier=evaluate(base))
    np.testing.assert_allclose(results.raw_scores, [[0.75, 0.25], [0.5, 0.5]])
