"""Draws of all leaf weights, by mode."""

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.stats import beta, kstest

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.weight_draws import empty_bounds, weight_draws
from decidr.core.study.cases import Case
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.scenarios import Move, Scenario
from decidr.core.study.study import Settings, Study
from decidr.core.study.views import View
from tests.building import from_weights
from tests.core.analysis.robustness.given_points import many

TREE = {GOAL: {"a": 0.5, "b": 0.3, "c": 0.2}, "a": {"a1": 0.6, "a2": 0.4}, "c": {"c1": 1.0}}
LEAVES = ("a1", "a2", "b", "c1")
MODES = ("judged", "free", "free-leaves", "bounded", "ordered")


def study(**parts) -> Study:
    nodes = [(name, under) for under, below in TREE.items() for name in below]
    return Study(
        criteria=tuple(Criterion(id=n, name=n.upper(), under=under, worst=0.0, best=1.0) for n, under in nodes),
        hosts=(Host(id="A", name="A"),),
        comparisons=tuple(from_weights(under, below) for under, below in TREE.items() if len(below) > 1),
        **parts,
    )


def drawn(mode, of=None, size=20_000):
    return weight_draws(evaluate(of or study()), Plan(weights=mode))(many(size))


@pytest.mark.parametrize("mode", MODES)
def test_weights_of_every_draw_sum_to_one(mode):
    found = drawn(mode)
    assert found.shape == (4, 20_000)
    np.testing.assert_allclose(found.sum(axis=0), 1.0, rtol=1e-9)
    assert (found >= 0).all()


def test_bands_of_weights_come_from_joint_draws_so_no_order_of_them_matters():
    """Trap B1 and B2: AHP-OS forgets draws at each rejection, and adds up bands that no draw has."""
    found = drawn("judged")
    one_way, other = found.cumsum(axis=1), found[:, ::-1].cumsum(axis=1)
    np.testing.assert_allclose(one_way[:, -1], other[:, -1], rtol=1e-9)
    assert found.max(axis=1).sum() > 1.0
    np.testing.assert_allclose(found.sum(axis=0), 1.0, rtol=1e-12)


def test_free_weights_are_uniform_at_every_node_and_multiplied_down():
    found = drawn("free")
    a, b, c = found[0] + found[1], found[2], found[3]
    for main in (a, b, c):
        assert kstest(main, beta(1, 2).cdf).pvalue > 0.001
    assert kstest(found[0] / a, beta(1, 1).cdf).pvalue > 0.001
    assert abs(np.corrcoef(found[0] / a, a)[0, 1]) < 0.03


def test_free_leaves_are_uniform_over_the_leaves_whatever_they_lie_under():
    for row in drawn("free-leaves"):
        assert kstest(row, beta(1, 3).cdf).pvalue > 0.001


def test_ordered_weights_keep_the_order_at_every_node():
    found = drawn("ordered")
    assert (found[0] >= found[1]).all()
    assert (found[0] + found[1] >= found[2]).all()
    assert (found[2] >= found[3]).all()


def test_a_case_multiplies_every_draw_about_the_judgments_and_leaves_weights_that_nobody_judged():
    moves = [Move(kind="weight", target=t, operation="multiply", value=v) for t, v in (("a1", 3.0), ("c", 0.5))]
    case = Case("Storm", (Scenario(id="s", name="Storm", moves=tuple(moves)),))
    supposed = evaluate(study(), case=case)
    plain, moved = drawn("judged"), weight_draws(supposed, Plan(weights="judged"))(many(20_000))
    a, b, c = plain[0] + plain[1], plain[2], plain[3]
    whole = a + b + 0.5 * c
    first = 3 * plain[0] / (3 * plain[0] + plain[1])
    np.testing.assert_allclose(moved, [first * a / whole, (1 - first) * a / whole, b / whole, 0.5 * c / whole])
    for mode in ("free", "free-leaves", "bounded"):
        np.testing.assert_array_equal(weight_draws(supposed, Plan(weights=mode))(many(100)), drawn(mode, size=100))


def bounds(criterion, low=None, high=None, view=None) -> WeightEntry:
    return WeightEntry(criterion=criterion, view=view, low=low, high=high)


def test_bounded_weights_keep_low_and_high_of_local_weights():
    found = drawn("bounded", study(weights=(bounds("a", 0.4, 0.5), bounds("a2", high=0.25), bounds("b", low=0.3))))
    a = found[0] + found[1]
    assert (a.min(), a.max()) == pytest.approx((0.4, 0.5), abs=0.005)
    assert (a >= 0.4 - 1e-9).all()
    assert (a <= 0.5 + 1e-9).all()
    assert (found[1] / a).max() <= 0.25 + 1e-9
    assert found[2].min() >= 0.3 - 1e-9


def test_a_views_own_bounds_come_before_those_of_the_base_view_and_those_for_all_views():
    views = (View(id="base", name="base"), View(id="v", name="V"))
    of = study(
        views=views,
        weights=(bounds("b", high=0.1), bounds("b", high=0.2, view="base"), bounds("b", high=0.3, view="v")),
        settings=Settings(),
    )
    tops = {}
    for view in ("base", "v"):
        tops[view] = weight_draws(evaluate(of, view), Plan(weights="bounded"))(many(5000))[2].max()
    assert tops["base"] == pytest.approx(0.2, abs=0.01)
    assert tops["v"] == pytest.approx(0.3, abs=0.01)


@pytest.mark.parametrize(
    ("entries", "nodes"),
    [
        ((), []),
        ((bounds("a1", low=0.7), bounds("a2", low=0.4)), ["A"]),
        ((bounds("a1", high=0.3), bounds("a2", high=0.4)), ["A"]),
        ((bounds("a", low=0.5), bounds("b", low=0.5), bounds("c", low=0.5)), ["Goal"]),
        ((bounds("b", low=0.6, high=0.4),), ["Goal"]),
        ((bounds("c1", high=0.5),), ["C"]),
    ],
)
def test_bounds_within_which_no_weights_sum_to_one_are_told_by_their_node(entries, nodes):
    problems = list(empty_bounds(evaluate(study(weights=entries))))
    assert [(p.severity, p.code, p.place.sheet) for p in problems] == [("error", "bounds.empty", "Weights")] * len(
        nodes
    )
    assert [p.place.names[0] for p in problems] == nodes


def test_free_and_bounded_weights_need_no_judgments():
    bare = replace(study(), comparisons=())
    for mode in ("free", "free-leaves", "bounded"):
        np.testing.assert_allclose(drawn(mode, bare).sum(axis=0), 1.0, rtol=1e-9)


def test_judged_weights_lie_about_todays():
    results = evaluate(study())
    today = [results.global_[leaf] for leaf in LEAVES]
    np.testing.assert_allclose(np.median(drawn("judged"), axis=1), today, atol=0.005)


def test_a_scenario_moves_the_judged_weights_of_every_draw():
    moves = (Move(kind="weight", target="a1", operation="multiply", value=3.0),)
    case = Case("what if", (Scenario(id="s", name="what if", moves=moves),))
    moved = weight_draws(evaluate(study(), case=case), Plan())(many(500))
    given = drawn("judged", size=500)
    tripled = np.array([3.0 * given[0], given[1]])
    np.testing.assert_allclose(moved[:2], (given[0] + given[1]) * tripled / tripled.sum(axis=0), rtol=1e-9)
    np.testing.assert_allclose(moved[2:], given[2:], rtol=1e-12)
