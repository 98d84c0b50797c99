"""A node whose judgments are uncertain, sample by sample against the kernel on the judgments drawn."""

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.stats import norm

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.perturbed import perturbed
from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.problems import Refused
from decidr.core.study.study import Settings, Study
from tests.building import judged, pairs
from tests.core.analysis.robustness.given_points import GivenPoints, many

LEAVES = ("w", "x", "y", "z")
UPPER = [2, 3, "1/2", 4, 1, "1/3"]
GAPS = [2, None, "1/2", 4, 1, None]
PEOPLE = {"ann": UPPER, "bob": [1, 5, 1, 2, 3, 1], "cem": ["1/2", 3, 2, 1, 7, "1/5"]}


def study(comparisons, people=(), **settings) -> Study:
    return Study(
        criteria=tuple(Criterion(id=leaf, name=leaf, worst=0.0, best=1.0) for leaf in LEAVES),
        hosts=(Host(id="A", name="A"),),
        participants=tuple(Participant(id=p, name=p, weight=1.0 + i) for i, p in enumerate(people)),
        comparisons=tuple(comparisons),
        settings=Settings(**settings),
    )


def own(upper, **settings) -> Study:
    return study([judged(GOAL, LEAVES, upper)], **settings)


def group(**settings) -> Study:
    return study([judged(GOAL, LEAVES, upper, who) for who, upper in PEOPLE.items()], PEOPLE, **settings)


def drawn(of: Study, shares, spread=0.2):
    results = evaluate(of)
    return perturbed(results.nodes[GOAL], results.sources.people, of.settings, spread)(GivenPoints(shares))


def weights(of: Study):
    results = evaluate(of)
    return [results.local[leaf] for leaf in LEAVES]


def moved(upper, column, spread):
    """The upper triangle with each judgment times exp(s z)."""
    known = iter(np.exp(spread * norm.ppf(column)))
    return [
        None if v is None else pair.value * next(known) for v, pair in zip(upper, pairs(LEAVES, upper), strict=True)
    ]


SETTINGS = [
    {},
    {"priorities": "geometric mean"},
    {"scale": "logarithmic"},
    {"scale": "power", "priorities": "geometric mean"},
    {"completion": "smallest lambda-max"},
]


@pytest.mark.parametrize("upper", [UPPER, GAPS], ids=["complete", "with gaps"])
@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_each_draw_is_the_study_with_the_judgments_drawn(upper, settings):
    shares = np.random.default_rng(1).random((sum(v is not None for v in upper), 5))
    found = drawn(own(upper, **settings), shares)
    for column, row in zip(shares.T, found.T, strict=True):
        assert row == pytest.approx(weights(own(moved(upper, column, 0.2), **settings)), abs=1e-9)


def test_without_spread_every_draw_is_todays():
    found = drawn(own(UPPER), np.random.default_rng(1).random((6, 4)), spread=0.0)
    np.testing.assert_allclose(found.T, [weights(own(UPPER))] * 4, atol=1e-12)


def test_the_groups_matrix_is_drawn_once():
    shares = np.random.default_rng(1).random((6, 3))
    pooled = evaluate(group()).nodes[GOAL].matrices[0].judgments[np.triu_indices(4, 1)]
    found = drawn(group(), shares)
    for column, row in zip(shares.T, found.T, strict=True):
        assert row == pytest.approx(weights(own(moved(pooled.tolist(), column, 0.2))), abs=1e-9)


@pytest.mark.parametrize("rule", ["priorities", "priorities arithmetic"])
def test_under_aip_each_participants_judgments_are_drawn(rule):
    shares = np.random.default_rng(1).random((18, 3))
    found = drawn(group(group=rule), shares)
    for column, row in zip(shares.T, found.T, strict=True):
        answers = {who: moved(u, c, 0.2) for (who, u), c in zip(PEOPLE.items(), column.reshape(3, 6), strict=True)}
        blocks = [judged(GOAL, LEAVES, upper, who) for who, upper in answers.items()]
        assert row == pytest.approx(weights(study(blocks, PEOPLE, group=rule)), abs=1e-9)


def test_under_aip_who_does_not_connect_the_items_is_not_drawn():
    blocks = [judged(GOAL, LEAVES, upper, who) for who, upper in PEOPLE.items()]
    blocks[1] = judged(GOAL, LEAVES, [2, None, None, None, None, None], "bob")
    of = study(blocks, PEOPLE, group="priorities")
    points = GivenPoints(np.full((12, 1), 0.5))
    results = evaluate(of)
    found = perturbed(results.nodes[GOAL], results.sources.people, of.settings, 0.2)(points)
    assert points.taken == 12
    assert found[:, 0] == pytest.approx(weights(of), abs=1e-12)


def test_the_groups_spread_is_the_deviation_of_the_logs_of_what_they_said():
    """By hand, for the pair of the first two items: 2 of weight 1, 1 of weight 2, 1/2 of weight 3."""
    logs, share = np.log([2.0, 1.0, 0.5]), np.array([1, 2, 3]) / 6
    spread = np.sqrt(share @ (logs - share @ logs) ** 2)
    shares = np.full((6, 1), 0.5)
    shares[0] = norm.cdf(1.0)
    pooled = evaluate(group()).nodes[GOAL].matrices[0].judgments[np.triu_indices(4, 1)].tolist()
    found = drawn(group(), shares, "group")[:, 0]
    assert found == pytest.approx(weights(own([pooled[0] * np.exp(spread), *pooled[1:]])), abs=1e-9)


def test_the_spread_of_fewer_than_three_people_is_the_usual_one():
    two = study([judged(GOAL, LEAVES, PEOPLE[who], who) for who in ("ann", "bob")], ("ann", "bob"))
    shares = np.random.default_rng(1).random((6, 3))
    np.testing.assert_allclose(drawn(two, shares, "group"), drawn(two, shares, 0.2))
    np.testing.assert_allclose(drawn(own(UPPER), shares, "group"), drawn(own(UPPER), shares, 0.2))


@pytest.mark.parametrize("scale", ["inverse linear", "balanced", "balanced-n", "adaptive balanced"])
def test_a_scale_that_breaks_above_nine_takes_a_draw_beyond_it_as_nine(scale):
    nine = own([9, 1, 1, 1, 1, 1], scale=scale)
    shares = np.full((6, 1), 0.5)
    shares[0] = 0.99
    np.testing.assert_allclose(drawn(nine, shares)[:, 0], weights(nine), atol=1e-12)


def given_study(way, people=(), **settings) -> Study:
    entries = [
        WeightEntry(criterion=leaf, view="base", participant=who, way=way, weight=float(weight))
        for who, given in (people or {None: (4, 3, 2, 1)}).items()
        for leaf, weight in zip(LEAVES, given, strict=True)
    ]
    made = study([], tuple(p for p in people), **settings)
    return replace(made, weights=tuple(entries), nodes=(NodeSetting(under=GOAL, weighted_by=way),))


@pytest.mark.parametrize("way", ["direct", "swing", "ranks"])
def test_given_weights_are_multiplied_and_divided_by_their_sum(way):
    of = given_study(way)
    shares = np.random.default_rng(1).random((4, 3))
    expected = np.array(weights(of))[:, None] * np.exp(0.2 * norm.ppf(shares))
    np.testing.assert_allclose(drawn(of, shares), expected / expected.sum(axis=0), rtol=1e-12)


GIVEN = {"ann": (4, 3, 2, 1), "bob": (1, 1, 1, 1), "cem": (1, 2, 0, 5)}


def test_weights_that_several_give_are_drawn_once_unless_priorities_are_combined():
    shares = np.random.default_rng(1).random((12, 3))
    once = given_study("direct", GIVEN)
    expected = np.array(weights(once))[:, None] * np.exp(0.2 * norm.ppf(shares[:4]))
    np.testing.assert_allclose(drawn(once, shares[:4]), expected / expected.sum(axis=0), rtol=1e-9)
    each = drawn(given_study("direct", GIVEN, group="priorities arithmetic"), shares)
    own_ = np.array(list(GIVEN.values()), dtype=float)[..., None] * np.exp(0.2 * norm.ppf(shares)).reshape(3, 4, 3)
    mean = np.average(own_ / own_.sum(axis=1, keepdims=True), axis=0, weights=[1, 2, 3])
    np.testing.assert_allclose(each, mean / mean.sum(axis=0), rtol=1e-9)


def test_a_weight_of_nothing_with_somebody_stays_nothing():
    found = drawn(given_study("direct", GIVEN, group="priorities"), np.random.default_rng(1).random((12, 3)))
    np.testing.assert_array_equal(found[2], 0.0)
    np.testing.assert_allclose(found.sum(axis=0), 1.0)


def test_the_groups_spread_of_given_weights_is_that_of_their_logs():
    logs, share = np.log([0.4, 0.25, 0.125]), np.array([1, 2, 3]) / 6
    spread = np.sqrt(share @ (logs - share @ logs) ** 2)
    of = given_study("direct", {**GIVEN, "cem": (1, 2, 0, 5)})
    shares = np.full((4, 1), 0.5)
    shares[0] = norm.cdf(1.0)
    expected = np.array(weights(of)) * [np.exp(spread), 1, 1, 1]
    np.testing.assert_allclose(drawn(of, shares, "group")[:, 0], expected / expected.sum(), rtol=1e-9)


def test_an_only_child_has_all_the_weight_and_draws_nothing():
    one = Study(
        criteria=(Criterion(id="x", name="x", worst=0.0, best=1.0),),
        hosts=(Host(id="A", name="A"),),
        settings=Settings(),
    )
    points = GivenPoints(np.zeros((0, 3)))
    results = evaluate(one)
    assert perturbed(results.nodes[GOAL], {}, one.settings, 0.2)(points).tolist() == [[1.0] * 3]


def test_logs_of_ratios_move_by_the_spread_and_pairs_move_apart_from_each_other():
    """With two items the ratio of the priorities is the judgment itself."""
    blocks = [Comparisons(under=GOAL, view="base", pairs=pairs(("w", "x"), [3]))]
    of = replace(study(blocks), criteria=study([]).criteria[:2])
    results = evaluate(of)
    found = perturbed(results.nodes[GOAL], {}, of.settings, 0.35)(many())
    logs = np.log(found[0] / found[1])
    assert logs.mean() == pytest.approx(np.log(3), abs=0.005)
    assert logs.std() == pytest.approx(0.35, rel=0.01)


def test_the_studys_own_judgment_is_drawn_where_the_group_does_not_connect():
    of = study([judged(GOAL, LEAVES, UPPER), judged(GOAL, LEAVES, [2, *[None] * 5], "ann")], ("ann",))
    shares = np.random.default_rng(1).random((6, 3))
    np.testing.assert_allclose(drawn(of, shares), drawn(own(UPPER), shares), atol=1e-12)


@pytest.mark.parametrize("settings", [*SETTINGS, {"scale": "geometric"}], ids=str)
@pytest.mark.parametrize("upper", [UPPER, GAPS], ids=["complete", "with gaps"])
def test_a_spread_beyond_all_reason_is_refused_by_its_field(upper, settings):
    shares = np.random.default_rng(1).random((sum(v is not None for v in upper), 50))
    with pytest.raises(Refused, match="Judgment spread"):
        drawn(own(upper, **settings), shares, 5000.0)


def test_given_weights_of_a_spread_beyond_all_reason_are_refused_too():
    with pytest.raises(Refused, match="Judgment spread"):
        drawn(given_study("direct"), np.random.default_rng(1).random((4, 50)), 5000.0)
