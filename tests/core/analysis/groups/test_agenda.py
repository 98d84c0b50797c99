from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.ahp.scales import BREAK_ABOVE_NINE
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.groups.agenda import agenda
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Judgment, NodeSetting
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.building import data_study, judged
from tests.core.analysis.random_groups import METHODS, TREE, some_study

HOSTS = ("A", "B")
EVERYTHING = 10**6


def moved(study: Study, node: str, pair: tuple[str, str], factor: float) -> Study:
    """The study in which everybody's judgment of a pair is multiplied, no further than 9 where the scale breaks."""
    limit = 9.0 if study.settings.scale in BREAK_ABOVE_NINE and study.settings.group != "judgments" else np.inf

    def changed(judgment: Judgment) -> Judgment:
        if judgment.value is None or {judgment.first, judgment.second} != set(pair):
            return judgment
        times = factor if judgment.first == pair[0] else 1 / factor
        return replace(judgment, value=min(max(judgment.value * times, 1 / limit), limit))

    return replace(
        study,
        comparisons=tuple(
            replace(b, pairs=tuple(map(changed, b.pairs))) if b.under == node and b.participant else b
            for b in study.comparisons
        ),
    )


def margin(results, leader: str) -> float:
    """How far a host is ahead of the best other eligible one."""
    totals = dict(zip(results.hosts, results.totals.tolist(), strict=True))
    eligible = [host for host, may_lead in zip(results.hosts, results.eligible, strict=True) if may_lead]
    return totals[leader] - max((totals[host] for host in eligible if host != leader), default=np.nan)


def leader_of(results) -> str | None:
    return None if results.leader is None else results.hosts[results.leader]


def by_brute_force(
    study: Study, node: str, pair: tuple[str, str], spread: float
) -> tuple[list[float], list[str | None]]:
    """The two changes and the two leaders, None where it stays, by evaluating the edited studies."""
    today = evaluate(study)
    leader = leader_of(today)
    then = [evaluate(moved(study, node, pair, factor)) for factor in (np.exp(-spread), np.exp(spread))]
    changes = [margin(results, leader) - margin(today, leader) for results in then]
    return changes, [None if leader_of(results) == leader else leader_of(results) for results in then]


def spread_of(study: Study, node: str, pair: tuple[str, str]) -> tuple[int, float, float]:
    """How many judged a pair, the weighted mean of the ratio and the weighted deviation of its log."""
    weights = {p.id: p.weight for p in study.participants}
    told = [
        (weights[b.participant], np.log(j.value) if j.first == pair[0] else -np.log(j.value))
        for b in study.comparisons
        if b.under == node
        for j in b.pairs
        if j.value is not None and {j.first, j.second} == set(pair)
    ]
    w, x = np.array(told).T
    mean = np.average(x, weights=w)
    return len(told), float(np.exp(mean)), float(np.sqrt(np.average((x - mean) ** 2, weights=w)))


@given(st.integers(0, 2**32 - 1), METHODS)
@settings(max_examples=20, deadline=None)
def test_the_margins_are_those_of_the_study_with_the_judgments_moved(seed: int, methods):
    study = some_study(seed, **methods)
    items = agenda(evaluate(study), EVERYTHING)
    for item in items[:3] + items[-1:]:
        changes, leaders = by_brute_force(study, item.node, (item.first, item.second), item.spread)
        assert [item.change_down, item.change_up] == pytest.approx(changes, abs=1e-12, nan_ok=True)
        assert [item.leader_down, item.leader_up] == leaders


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=10, deadline=None)
def test_nothing_that_moves_the_margin_is_left_out_and_the_largest_comes_first(seed: int):
    study = some_study(seed)
    assume(len(evaluate(study).eligible_order) > 1)
    items = agenda(evaluate(study), EVERYTHING)
    sizes = [item.largest_change for item in items]
    assert all(later <= earlier + 1e-9 for earlier, later in pairwise(sizes))
    assert agenda(evaluate(study)) == items[:10]
    listed = {(item.node, item.first, item.second): item for item in items}
    for node, names in TREE.items():
        for pair in combinations(names, 2):
            count, ratio, spread = spread_of(study, node, pair)
            item = listed.pop((node, *pair), None)
            if item is None:
                changes, _ = by_brute_force(study, node, pair, spread)
                assert np.nanmax(np.abs([0.0, *changes])) <= 2e-9
                continue
            assert (item.judged, item.ratio, item.spread) == pytest.approx((count, ratio, spread), rel=1e-12)
            assert item.ratio_down == pytest.approx(ratio * np.exp(-spread), rel=1e-12)
            assert item.ratio_up == pytest.approx(ratio * np.exp(spread), rel=1e-12)
    assert listed == {}


def two_leaves(*blocks, values=None, people=("ann", "bob"), **chosen):
    base = data_study({"x": 0.5, "y": 0.5}, values or {"x": [1.0, 0.0], "y": [0.0, 0.9]}, HOSTS, **chosen)
    persons = tuple(Participant(id=name, name=name) for name in people)
    return replace(base, participants=persons, comparisons=(*base.comparisons, *blocks))


def test_a_pair_is_told_with_both_ends_and_who_would_lead():
    # mean ratio 2, so x weighs 2/3; at 1/2 it weighs 1/3 and at 8 it weighs 8/9
    (item,) = agenda(evaluate(two_leaves(judged(GOAL, "xy", [8], "ann"), judged(GOAL, "xy", ["1/2"], "bob"))))
    assert (item.node, item.first, item.second, item.judged) == (GOAL, "x", "y", 2)
    assert (item.ratio, item.ratio_down, item.ratio_up) == pytest.approx((2.0, 0.5, 8.0))
    assert item.spread == pytest.approx(np.log(4))
    now = 2 / 3 - 0.9 / 3
    assert item.change_down == pytest.approx(1 / 3 - 0.9 * 2 / 3 - now)
    assert item.change_up == pytest.approx(8 / 9 - 0.9 / 9 - now)
    assert (item.leader_down, item.leader_up) == ("B", None)
    assert item.largest_change == pytest.approx(abs(item.change_down))


def test_who_agrees_has_nothing_to_talk_about():
    assert agenda(evaluate(two_leaves(judged(GOAL, "xy", [3], "ann"), judged(GOAL, "xy", [3], "bob")))) == ()
    assert agenda(evaluate(two_leaves(judged(GOAL, "xy", [3], "ann")))) == ()
    assert agenda(evaluate(two_leaves())) == ()


def test_where_the_group_does_not_count_there_is_nothing_to_settle():
    differ = (judged(GOAL, "xy", [8], "ann"), judged(GOAL, "xy", ["1/2"], "bob"))
    study = two_leaves(*differ)
    assert agenda(evaluate(replace(study, nodes=(NodeSetting(under=GOAL, agreed=True),)))) == ()
    nobody = replace(study, participants=tuple(replace(p, weight=0.0) for p in study.participants))
    assert agenda(evaluate(nobody)) == ()


def test_differences_that_move_nothing_are_not_on_the_agenda():
    differ = (judged(GOAL, "xy", [8], "ann"), judged(GOAL, "xy", ["1/2"], "bob"))
    assert agenda(evaluate(two_leaves(*differ, values={"x": [1.0, 0.4], "y": [1.0, 0.4]}))) == ()


def test_without_a_rival_there_is_no_margin_to_move():
    differ = (judged(GOAL, "xy", [8], "ann"), judged(GOAL, "xy", ["1/2"], "bob"))
    assert agenda(evaluate(two_leaves(*differ, values={"x": [1.0, None], "y": [0.0, 0.9]}))) == ()
    assert agenda(evaluate(two_leaves(*differ, values={"x": [None, None], "y": [None, None]}))) == ()


def test_a_rival_who_lacks_too_much_of_the_weight_then_is_no_rival_then():
    # x weighs 1/5, so B, whose x is missing, is a rival; at ratio 1 it weighs half, and B is none
    differ = (judged(GOAL, "xy", [1], "ann"), judged(GOAL, "xy", ["1/16"], "bob"))
    (item,) = agenda(evaluate(two_leaves(*differ, values={"x": [1.0, None], "y": [0.5, 0.4]})))
    assert np.isnan(item.change_up)
    assert item.change_down < 0
    assert item.largest_change == -item.change_down


def test_on_a_scale_that_ends_at_nine_no_judgment_goes_further():
    voices = (judged(GOAL, "xy", [9], "ann"), judged(GOAL, "xy", [9], "bob"), judged(GOAL, "xy", ["1/9"], "cem"))
    study = two_leaves(*voices, people=("ann", "bob", "cem"), scale="balanced")
    (item,) = agenda(evaluate(study))
    assert item.ratio * np.exp(item.spread) > 9.0
    assert item.ratio_up == pytest.approx(9.0)
    assert item.leader_up is None


def test_a_study_without_a_ranking_has_no_agenda():
    differ = (judged(GOAL, "xy", [8], "ann"), judged(GOAL, "xy", ["1/2"], "bob"))
    study = two_leaves(*differ)
    cells = tuple(replace(c, value=None) for c in study.cells)
    unscored = replace(study, cells=cells, criteria=tuple(replace(c, worst=None, best=None) for c in study.criteria))
    assert agenda(evaluate(unscored)) == ()


def test_each_pair_that_is_looked_at_is_a_step_at_which_the_search_can_be_ended():
    class Enough(Exception):
        pass

    steps = []

    def step():
        steps.append(len(steps))
        if len(steps) == 2:
            raise Enough

    with pytest.raises(Enough):
        agenda(evaluate(some_study(0)), step=step)
    assert steps == [0, 1]
