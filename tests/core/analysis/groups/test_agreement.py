import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.ahp.consensus import consensus, pairwise_consensus
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.groups.agreement import agreement
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.study import BASE
from tests.building import judged, pairwise_study

HOSTS = ("A", "B", "C")
NAMES = ("ann", "bob", "cem", "dee")


def study(*blocks, people=NAMES, **settings):
    """Goal over x and y, y over y1 and y2; the hosts are compared in pairs on each leaf."""
    own = [judged(GOAL, "xy", ["1/4"]), judged("y", ("y1", "y2"), [1])]
    own += [judged(leaf, HOSTS, [1, 2, 2]) for leaf in ("x", "y1", "y2")]
    base = pairwise_study({GOAL: ("x", "y"), "y": ("y1", "y2")}, HOSTS, [*own, *blocks], **settings)
    return replace(base, participants=tuple(Participant(id=name, name=name) for name in people))


def agree(*blocks, **kwargs):
    return agreement(evaluate(study(*blocks, **kwargs)))


def test_each_node_has_the_consensus_of_those_with_weights_of_their_own():
    found = agree(judged(GOAL, "xy", [4], "bob"), judged(GOAL, "xy", ["1/4"], "ann"), judged(GOAL, "xy", [1], "cem"))
    assert list(found.nodes) == [GOAL]
    node = found.nodes[GOAL]
    assert (node.items, node.people, node.weight) == (("x", "y"), ("ann", "bob", "cem"), 1.0)
    assert node.consensus == pytest.approx(consensus(np.array([[0.2, 0.8], [0.8, 0.2], [0.5, 0.5]])), abs=1e-14)


def test_one_voice_or_none_has_nobody_to_agree_with():
    for blocks in ((), (judged(GOAL, "xy", [4], "ann"),)):
        found = agree(*blocks)
        assert (dict(found.nodes), found.consensus) == ({}, None)
        assert np.isnan(found.two_by_two).all()
        assert found.order == (0, 1, 2, 3)
    nobody = agree(people=())
    assert (nobody.people, nobody.two_by_two.shape, nobody.order) == ((), (0, 0), ())


def test_who_did_not_connect_all_items_is_not_taken_to_find_them_equal():  # M10
    found = agree(judged("x", HOSTS, [2, 4, 2], "ann"), judged("x", HOSTS, [2, 4, 2], "bob"),
                  judged("x", HOSTS, [8, None, None], "cem"))  # fmt: skip
    node = found.nodes["x"]
    assert node.people == ("ann", "bob")
    assert node.consensus == pytest.approx(1.0)
    # … but his one judgment is one of the three of that pair
    assert node.dispersion[0, 1] == pytest.approx(np.std(np.log([2, 2, 8])), rel=1e-12)
    assert node.dispersion[0, 2] == 0.0


def test_the_whole_is_the_mean_of_the_nodes_weighted_by_global_weight():
    blocks = [judged(GOAL, "xy", [v], who) for v, who in zip(["1/2", "1/8"], NAMES, strict=False)]  # 1/4 in the middle
    blocks += [judged("x", HOSTS, [v, 1, 1], who) for v, who in zip([2, 9], NAMES, strict=False)]
    blocks += [judged("y", ("y1", "y2"), [v], who) for v, who in zip([9, "1/9"], NAMES, strict=False)]
    found = agree(*blocks)
    assert {node: a.weight for node, a in found.nodes.items()} == pytest.approx({GOAL: 1.0, "y": 0.8, "x": 0.2})
    shares = {node: a.consensus for node, a in found.nodes.items()}
    assert shares["y"] == pytest.approx(0.0, abs=1e-15)
    expected = (shares[GOAL] + 0.2 * shares["x"]) / 2.0
    assert found.consensus == pytest.approx(expected, rel=1e-12)
    assert found.two_by_two[0, 1] == pytest.approx(expected, rel=1e-12)  # of two people the whole is their own


def test_every_two_people_are_compared_over_the_nodes_that_both_judged():
    blocks = [judged(GOAL, "xy", [v], who) for v, who in zip([4, 2, "1/9"], NAMES, strict=False)]
    blocks += [judged("y", ("y1", "y2"), [v], who) for v, who in zip([4, "1/4"], NAMES, strict=False)]
    results = evaluate(study(*blocks))
    found = agreement(results)
    goal = pairwise_consensus(np.array([[0.8, 0.2], [2 / 3, 1 / 3], [0.1, 0.9]]))
    y = pairwise_consensus(np.array([[0.8, 0.2], [0.2, 0.8]]))
    weight = results.global_["y"]
    assert found.people == NAMES
    assert found.two_by_two[0, 1] == pytest.approx((goal[0, 1] + weight * y[0, 1]) / (1 + weight), rel=1e-12)
    assert found.two_by_two[:2, 2] == pytest.approx(goal[:2, 2], rel=1e-12)
    assert np.diag(found.two_by_two)[:3] == pytest.approx(np.ones(3))
    assert np.isnan(found.two_by_two[3]).all()
    assert np.isnan(found.two_by_two[:, 3]).all()


def test_camps_stand_side_by_side():
    found = agree(*[judged(GOAL, "xy", [v], who) for v, who in zip([7, "1/5", 6, "1/6"], NAMES, strict=True)])
    assert [found.people[p] for p in found.order] in (["ann", "cem", "bob", "dee"], ["bob", "dee", "ann", "cem"])


def test_dispersion_counts_people_by_their_weight_and_consensus_does_not():
    blocks = [judged(GOAL, "xy", [v], who) for v, who in zip([2, 2, 8], NAMES, strict=False)]
    alike = agreement(evaluate(study(*blocks))).nodes[GOAL]
    base = study(*blocks)
    heavy = tuple(replace(p, weight=4.0 if p.id == "cem" else 1.0) for p in base.participants)
    weighted = agreement(evaluate(replace(base, participants=heavy))).nodes[GOAL]
    assert weighted.consensus == pytest.approx(alike.consensus, abs=1e-15)
    logs, w = np.log([2, 2, 8]), np.array([1, 1, 4]) / 6
    assert weighted.dispersion[0, 1] == pytest.approx(np.sqrt(w @ (logs - w @ logs) ** 2), rel=1e-12)


def test_an_agreed_node_still_shows_how_far_people_are_apart():
    blocks = [judged(GOAL, "xy", [v], who) for v, who in zip([9, "1/9"], NAMES, strict=False)]
    agreed = replace(study(*blocks), nodes=(NodeSetting(under=GOAL, agreed=True),))
    results = evaluate(agreed)
    assert results.local["x"] == pytest.approx(0.2)
    assert agreement(results).nodes[GOAL].consensus == pytest.approx(0.0, abs=1e-15)


def test_weights_given_without_pairs_have_consensus_and_no_dispersion():
    given = [("ann", 30, 70), ("bob", 60, 40)]
    entries = [WeightEntry(criterion=c, view=BASE, participant=who, weight=w)
               for who, *weights in given for c, w in zip("xy", weights, strict=True)]  # fmt: skip
    direct = replace(study(), weights=tuple(entries), nodes=(NodeSetting(under=GOAL, weighted_by="direct"),))
    node = agreement(evaluate(direct)).nodes[GOAL]
    assert node.consensus == pytest.approx(consensus(np.array([[0.3, 0.7], [0.6, 0.4]])), abs=1e-14)
    assert node.dispersion is None


def test_nodes_without_a_global_weight_count_nowhere_in_the_whole():
    blocks = [judged("y", ("y1", "y2"), [v], who) for v, who in zip([2, 3], NAMES, strict=False)]
    base = study(*blocks)
    unlinked = replace(base, comparisons=tuple(b for b in base.comparisons if b.under != GOAL))
    found = agreement(evaluate(unlinked))
    assert np.isnan(found.nodes["y"].weight)
    assert found.consensus is None
    assert np.isnan(found.two_by_two).all()
