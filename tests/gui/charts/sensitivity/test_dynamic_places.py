"""Where weights and totals stand."""

import pytest
from PySide6.QtCore import QPointF

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tried_weights import with_local_weights
from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_setting
from decidr.gui.charts.sensitivity.dynamic_places import DynamicPlaces, total_rows, weight_rows


@pytest.fixture
def tried(results: Results) -> dict[str, float]:
    return {results.tree.children[GOAL][0]: 0.5}


def placed(own: Results, now: Results, tried: dict[str, float], width: float, node: str = GOAL) -> DynamicPlaces:
    places = DynamicPlaces()
    places.take(own, now, tried, (), node)
    places.lay_out(width)
    return places


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("width", [430.0, 880.0])
def test_a_pixel_and_the_weight_there_are_each_others_inverse(results: Results, width: float) -> None:
    places = placed(results, results, {}, width)
    for weight in (0.0, 0.172, 1.0):
        assert places.weight_at(places.weight_x(weight)) == pytest.approx(weight)
    assert (places.weight_at(-50), places.weight_at(5000)) == (0.0, 1.0)


@pytest.mark.usefixtures("qapp")
def test_totals_stand_beside_the_weights_and_below_where_it_is_narrow(results: Results) -> None:
    wide, narrow = (placed(results, results, {}, width) for width in (880.0, 430.0))
    assert wide.totals_at.left > wide.weights_at.right
    assert narrow.totals_at.top > narrow.weights_at.bottom
    for places in (wide, narrow):
        assert places.weights_at.right - places.weights_at.left > 100
        assert places.totals_at.right - places.totals_at.left > 100


def test_rows_tell_now_and_the_studys_own(results: Results, tried: dict[str, float]) -> None:
    now = with_local_weights(results, tried)
    first, *others = weight_rows(results, now, tried, GOAL)
    assert (first.weight, first.own, first.is_held) == (0.5, results.local[first.criterion], True)
    assert not any(row.is_held for row in others)
    assert sum(row.weight for row in (first, *others)) == pytest.approx(1.0)
    rows = total_rows(results, now)
    assert [row.host for row in rows] == [results.hosts[h] for h in results.order]
    assert [row.total for row in rows] == [now.totals[h] for h in results.order]
    assert rows[0].rank == 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("synthesis", ["absolute", "distributive", "ideal"])
def test_no_weights_take_a_total_beyond_the_scale(results: Results, synthesis: str) -> None:
    own = evaluate(set_setting(results.study, synthesis=synthesis))
    for node in own.tree.children[GOAL]:
        now = with_local_weights(own, {node: 1.0})
        places = placed(own, now, {node: 1.0}, 880.0)
        assert places.most == placed(own, own, {}, 880.0).most
        assert places.total_x(float(now.totals.max())) <= places.totals_at.right


@pytest.mark.usefixtures("qapp")
def test_a_weight_is_taken_in_its_groove_and_global_weights_have_a_column_below_the_goal(results: Results) -> None:
    top = results.tree.children[GOAL][0]
    places = placed(results, results, {}, 880.0, top)
    middle = places.weights_at.row(1, places.weights_at.left, places.weights_at.right).center()
    assert places.grip_at(middle) == results.tree.children[top][1]
    assert places.grip_at(QPointF(2, 2)) == ""
    assert places.whole_room > 0
    assert placed(results, results, {}, 880.0).whole_room == 0
