"""Critical judgments, beside studies with that judgment, evaluated again."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.critical_judgments import critical_judgments
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.building import from_weights, judged, pairwise_study
from tests.core.analysis.edited_studies import leader_of, margin

HOSTS = ("A", "B", "C")


def study(hosts: int = 3, seed: int = 0, **settings_) -> Study:
    """Two leaves whose hosts are compared, consistently on neither."""
    rng = np.random.default_rng(seed)
    names = [f"H{k}" for k in range(hosts)]
    pairs = hosts * (hosts - 1) // 2
    blocks = [judged(leaf, names, np.exp(rng.uniform(-1.2, 1.2, pairs)).tolist()) for leaf in "xy"]
    tree = {GOAL: ("x", "y")}
    return pairwise_study(tree, names, [from_weights(GOAL, {"x": 0.6, "y": 0.4}), *blocks], **settings_)


def with_judgment(of: Study, leaf: str, first: str, second: str, value: float) -> Study:
    def changed(pair: Judgment) -> Judgment:
        return replace(pair, value=value) if (pair.first, pair.second) == (first, second) else pair

    def block(mine: Comparisons) -> Comparisons:
        return replace(mine, pairs=tuple(map(changed, mine.pairs))) if mine.under == leaf else mine

    return replace(of, comparisons=tuple(map(block, of.comparisons)))


@given(
    st.integers(0, 2**32 - 1),
    st.sampled_from(["absolute", "distributive", "ideal"]),
    st.sampled_from(["eigenvector", "geometric mean"]),
    st.sampled_from(["linear", "root"]),
)
@settings(max_examples=15, deadline=None)
def test_at_the_value_told_two_hosts_tie_and_a_search_finds_none_that_needs_less(seed, synthesis, priorities, scale):
    results = evaluate(study(4, seed, synthesis=synthesis, priorities=priorities, scale=scale))
    leader = leader_of(results)
    assume(leader is not None and margin(results, leader) > 1e-6)
    found = {(j.criterion, j.first, j.second): j for j in critical_judgments(results)}
    for leaf in "xy":
        matrix = next(m for m in results.matrices if m.node == leaf)
        for i, j in np.argwhere(np.triu(np.ones(matrix.judgments.shape), 1)).tolist():
            names = (leaf, matrix.items[i], matrix.items[j])
            told = found.get(names)
            if told is not None:
                then = evaluate(with_judgment(results.study, *names, told.value_at_tie))
                assert margin(then, leader) == pytest.approx(0, abs=1e-9)
                assert then.totals[then.hosts.index(told.leader)] == pytest.approx(then.totals.max(), abs=1e-9)
            for value in np.exp(np.linspace(-np.log(9), np.log(9), 15)).tolist():
                then = evaluate(with_judgment(results.study, *names, value))
                if margin(then, leader) < -1e-9:
                    assert told is not None
                    away = abs(np.log(value / matrix.judgments[i, j]))
                    assert away >= np.log(told.factor) - 1e-9


def test_those_that_need_least_stand_first():
    found = critical_judgments(evaluate(study()))
    assert len(found) > 1
    assert all(one.factor <= other.factor + 1e-9 for one, other in pairwise(found))


def test_the_groups_pooled_judgment_moves_but_no_combined_priorities():
    own = study(3, 5)
    blocks = [replace(b, participant="p") for b in own.comparisons]
    people = replace(own, participants=(Participant(id="p", name="p"),), comparisons=tuple(blocks))
    alone, group = critical_judgments(evaluate(own)), critical_judgments(evaluate(people))
    assert [j.value_at_tie for j in group] == pytest.approx([j.value_at_tie for j in alone])
    combined = replace(people, settings=replace(people.settings, group="priorities"))
    assert critical_judgments(evaluate(combined)) == ()


def test_where_the_first_place_is_shared_nothing_is_critical():
    tied = pairwise_study({GOAL: ("x",)}, HOSTS, [from_weights("x", {"A": 0.4, "B": 0.4, "C": 0.2})])
    assert critical_judgments(evaluate(tied)) == ()


def test_a_leader_that_no_single_judgment_unseats_has_none():
    far = [from_weights(leaf, {"A": 0.8, "B": 0.1, "C": 0.1}) for leaf in "xyzu"]
    tree = {GOAL: tuple("xyzu")}
    weights = from_weights(GOAL, dict.fromkeys("xyzu", 0.25))
    assert critical_judgments(evaluate(pairwise_study(tree, HOSTS, [weights, *far]))) == ()
