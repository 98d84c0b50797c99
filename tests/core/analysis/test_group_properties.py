"""What must not matter to a group's numbers, and the traps of groups at the level of whole studies."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.ahp.asking import next_pair
from decidr.core.ahp.consistency import Consistency, worst_pairs
from decidr.core.ahp.scales import SCALES
from decidr.core.ahp.triads import clashing_triads, preference_cycles
from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.groups.agenda import AgendaItem, agenda
from decidr.core.analysis.groups.agreement import agreement
from decidr.core.analysis.results import MatrixResult, Results
from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.building import data_study, judged, pairwise_study
from tests.core.analysis.random_groups import METHODS, TREE, some_study

some_seed = st.integers(0, 2**32 - 1)
EVERYTHING = 10**6

GEOMETRIC_GROUPS = ("judgments", "priorities")
"""Group rules that know no difference between a judgment and its inverse."""


def with_blocks(study: Study, change: Callable[[Comparisons], Comparisons]) -> Study:
    return replace(study, comparisons=tuple(change(block) for block in study.comparisons))


def with_judgments(study: Study, change: Callable[[Judgment], Judgment]) -> Study:
    return with_blocks(study, lambda block: replace(block, pairs=tuple(change(pair) for pair in block.pairs)))


def inverted(judgment: Judgment) -> Judgment:
    return replace(judgment, value=judgment.value and 1 / judgment.value)


def turned_round(judgment: Judgment) -> Judgment:
    """The same said from the other end."""
    return replace(inverted(judgment), first=judgment.second, second=judgment.first)


def doubled(study: Study) -> Study:
    """Everybody has a twin who says the same."""
    twins = tuple(replace(p, id=f"{p.id} twin", name=f"{p.name} twin") for p in study.participants)
    more = tuple(replace(b, participant=f"{b.participant} twin") for b in study.comparisons if b.participant)
    return replace(study, participants=(*study.participants, *twins), comparisons=(*study.comparisons, *more))


def by_pair(items: tuple[AgendaItem, ...]) -> dict[tuple[str, frozenset[str]], AgendaItem]:
    return {(item.node, frozenset((item.first, item.second))): item for item in items}


def group_matrices(results: Results) -> list[MatrixResult]:
    return [node.group for node in results.nodes.values() if node.group is not None]


def assert_same_numbers(results: Results, others: Results) -> None:
    """Weights, totals and consistency are the same, whatever the order of criteria, hosts and people."""
    assert results.global_ == pytest.approx(others.global_, abs=1e-11, nan_ok=True)
    totals, again = (dict(zip(r.hosts, r.totals.tolist(), strict=True)) for r in (results, others))
    assert totals == pytest.approx(again, abs=1e-11, nan_ok=True)
    ratios, found = ({m.node: m.consistency and m.consistency.cr for m in group_matrices(r)} for r in (results, others))
    assert ratios == pytest.approx(found, abs=1e-9)


def assert_same_group(results: Results, others: Results, voices: int = 1) -> None:
    """Agreement and agenda are the same; ``voices`` as many people say each thing in the others."""
    first, second = agreement(results), agreement(others)
    assert second.consensus == pytest.approx(first.consensus, abs=1e-11)
    assert first.nodes.keys() == second.nodes.keys()
    for id_, node in first.nodes.items():
        other = second.nodes[id_]
        order = [other.items.index(item) for item in node.items]
        assert len(other.people) == voices * len(node.people)
        assert other.consensus == pytest.approx(node.consensus, abs=1e-12)
        assert other.dispersion[np.ix_(order, order)] == pytest.approx(node.dispersion, abs=1e-12)
    assert_same_agenda(agenda(results, EVERYTHING), agenda(others, EVERYTHING), voices)


def assert_same_agenda(items: tuple[AgendaItem, ...], others: tuple[AgendaItem, ...], voices: int) -> None:
    again = by_pair(others)
    for key, item in by_pair(items).items():
        if item.largest_change < 1e-8:  # listed or not by the last digit
            continue
        other = again[key]
        changes, leaders = (other.change_down, other.change_up), (other.leader_down, other.leader_up)
        step = 1 if other.first == item.first else -1
        assert other.judged == voices * item.judged
        assert (other.ratio**step, other.spread) == pytest.approx((item.ratio, item.spread), rel=1e-10)
        assert changes[::step] == pytest.approx((item.change_down, item.change_up), abs=1e-10, nan_ok=True)
        assert leaders[::step] == (item.leader_down, item.leader_up)


@given(some_seed, METHODS)
@settings(max_examples=10, deadline=None)
def test_the_order_of_criteria_hosts_people_and_pairs_does_not_matter(seed: int, methods):
    study, rng = some_study(seed, **methods), np.random.default_rng(seed)

    def mixed(parts):
        return tuple(parts[k] for k in rng.permutation(len(parts)))

    other = with_blocks(study, lambda block: replace(block, pairs=mixed(block.pairs)))
    parts = {part: mixed(getattr(other, part)) for part in ("criteria", "hosts", "participants", "comparisons")}
    results, others = evaluate(study), evaluate(replace(other, **parts))
    assert_same_numbers(results, others)
    assert_same_group(results, others)


@given(some_seed, METHODS)
@settings(max_examples=10, deadline=None)
def test_a_pair_said_from_the_other_end_changes_nothing(seed: int, methods):  # M12
    study = some_study(seed, **methods)
    results, others = evaluate(study), evaluate(with_judgments(study, turned_round))
    assert_same_numbers(results, others)
    assert_same_group(results, others)


@given(some_seed, METHODS, st.sampled_from(GEOMETRIC_GROUPS))
@settings(max_examples=10, deadline=None)
def test_inverting_all_judgments_inverts_the_groups_geometric_means(seed: int, methods, rule: str):  # M4
    study = some_study(seed, **{**methods, "priorities": "geometric mean", "group": rule})
    results, others = evaluate(study), evaluate(with_judgments(study, inverted))
    for id_, node in results.nodes.items():
        inverse = 1.0 / node.weights
        assert others.nodes[id_].weights == pytest.approx(inverse / inverse.sum(), rel=1e-11)
        for who, own in node.own.items():
            assert others.nodes[id_].own[who] == pytest.approx((1 / own) / (1 / own).sum(), rel=1e-11)
    apart, again = (agreement(r).nodes for r in (results, others))
    for id_ in apart:
        assert again[id_].dispersion == pytest.approx(apart[id_].dispersion, abs=1e-12)


def test_inverting_all_judgments_does_not_invert_the_groups_eigenvector():  # M4
    study = some_study(1, gaps=False)
    weights = evaluate(study).nodes["y1"].weights
    inverse = 1.0 / evaluate(with_judgments(study, inverted)).nodes["y1"].weights
    assert np.abs(weights - inverse / inverse.sum()).max() > 1e-3


@given(some_seed, METHODS, st.floats(1e-3, 1e3))
@settings(max_examples=10, deadline=None)
def test_only_the_proportions_of_peoples_weights_count(seed: int, methods, factor: float):
    study = some_study(seed, **methods)
    scaled = tuple(replace(p, weight=factor * p.weight) for p in study.participants)
    results, others = evaluate(study), evaluate(replace(study, participants=scaled))
    assert_same_numbers(results, others)
    assert_same_group(results, others)


@given(some_seed, METHODS)
@settings(max_examples=10, deadline=None)
def test_a_group_in_which_everybody_has_a_twin_decides_the_same(seed: int, methods):
    study = some_study(seed, **methods)
    results, others = evaluate(study), evaluate(doubled(study))
    assert_same_numbers(results, others)
    assert_same_group(results, others, voices=2)
    once, twice = agreement(results).two_by_two, agreement(others).two_by_two
    assert twice == pytest.approx(np.tile(once, (2, 2)), abs=1e-12)


@given(some_seed, METHODS)
@settings(max_examples=10, deadline=None)
def test_who_said_nothing_says_nothing(seed: int, methods):  # M10
    study = some_study(seed, **methods)
    silent = Participant(id="silent", name="silent", weight=7.0)
    empty = [
        judged(node, items, [None] * (len(items) * (len(items) - 1) // 2), "silent") for node, items in TREE.items()
    ]
    more = replace(study, participants=(*study.participants, silent), comparisons=(*study.comparisons, *empty))
    results, others = evaluate(study), evaluate(more)
    assert_same_numbers(results, others)
    assert_same_group(results, others)
    assert set(others.participants[-1].borrowed) == set(TREE)


@given(some_seed, st.sampled_from(["absolute", "distributive"]))
@settings(max_examples=10, deadline=None)
def test_with_geometric_means_it_is_the_same_to_pool_judgments_or_priorities(seed: int, synthesis: str):  # M9
    both = [some_study(seed, gaps=False, group=rule, priorities="geometric mean", synthesis=synthesis)
            for rule in GEOMETRIC_GROUPS]  # fmt: skip
    judgments, priorities = (evaluate(study) for study in both)
    assert priorities.global_ == pytest.approx(judgments.global_, abs=1e-13)
    assert priorities.totals == pytest.approx(judgments.totals, abs=1e-13, nan_ok=True)
    assert_same_agenda(agenda(judgments, EVERYTHING), agenda(priorities, EVERYTHING), voices=1)


def test_with_eigenvectors_it_is_not_the_same():  # M9
    rules = ("judgments", "priorities", "priorities arithmetic")
    weights = [evaluate(some_study(1, gaps=False, group=rule)).nodes["y1"].weights for rule in rules]
    for a, b in ((0, 1), (0, 2), (1, 2)):
        assert np.abs(weights[a] - weights[b]).max() > 1e-4


def group_of_two(*upper: tuple[str | float | None, ...], **chosen) -> Study:
    """Two people who judge three leaves."""
    base = data_study({"x": 0.5, "y": 0.3, "z": 0.2}, {leaf: [1.0, 0.0] for leaf in "xyz"}, "AB", **chosen)
    people = (Participant(id="ann", name="ann"), Participant(id="bob", name="bob"))
    told = [judged(GOAL, "xyz", values, who.id) for values, who in zip(upper, people, strict=True)]
    return replace(base, participants=people, comparisons=tuple(told))


@pytest.mark.parametrize("rule", ["judgments", "priorities", "priorities arithmetic"])
def test_opposites_who_cancel_to_equal_are_told_from_people_who_find_all_equal(rule: str):  # M11
    against = evaluate(group_of_two((9, 9, 1), ("1/9", "1/9", 1), group=rule))
    for_it = evaluate(group_of_two((1, 1, 1), (1, 1, 1), group=rule))
    if rule != "priorities arithmetic":
        assert against.nodes[GOAL].weights == pytest.approx(for_it.nodes[GOAL].weights, abs=1e-12)
    assert agreement(against).consensus < 0.5
    assert agreement(for_it).consensus == pytest.approx(1.0)


def test_however_inconsistent_the_weights_are_those_of_the_judgments():  # B10, M21
    study = group_of_two((9, "1/9", 9), (9, "1/9", 8))
    results = evaluate(study)
    (group, *_) = results.matrices
    assert group.consistency.cr > 1.0
    values, vectors = np.linalg.eig(group.judgments)
    expected = np.abs(vectors[:, values.real.argmax()].real)
    assert results.nodes[GOAL].weights == pytest.approx(expected / expected.sum(), abs=1e-12)
    assert "judgments.inconsistent" in [p.code for p in results.problems]


def test_without_linked_judgments_there_are_no_weights_rather_than_equal_ones():  # A17, B10
    results = evaluate(group_of_two((3, None, None), (2, None, None)))
    assert results.nodes[GOAL].weights is None
    assert all(np.isnan(results.local[leaf]) for leaf in "xyz")
    assert np.isnan(results.totals).all()
    assert agenda(results) == ()


def test_looking_for_contradictions_changes_no_judgment():  # M21
    matrix = evaluate(some_study(0, gaps=False)).nodes["y1"].group.judgments
    before = matrix.copy()
    worst_pairs(matrix, "saaty 2005")
    clashing_triads(matrix)
    preference_cycles(matrix)
    next_pair(matrix)
    assert np.array_equal(matrix, before)


@pytest.mark.parametrize("scale", SCALES)
def test_a_judgment_scale_leaves_consistency_and_dispersion_to_the_raw_judgments(scale: str):  # M18
    plain, scaled = (evaluate(some_study(2, scale=name)) for name in ("linear", scale))
    for id_, node in plain.nodes.items():
        assert scaled.nodes[id_].group.consistency == pytest.approx(node.group.consistency, rel=1e-9)
    apart, again = (agreement(results).nodes for results in (plain, scaled))
    for id_ in apart:
        assert np.array_equal(again[id_].dispersion, apart[id_].dispersion)


def test_levels_of_two_items_have_a_ratio_of_nothing_and_no_division_by_it():  # B6, B7, B12
    told = [judged(node, items, [value], who) for node, items in ((GOAL, "xy"), ("x", "AB"), ("y", "AB"))
            for who, value in (("ann", 3), ("bob", "1/5"))]  # fmt: skip
    people = (Participant(id="ann", name="ann"), Participant(id="bob", name="bob"))
    results = evaluate(replace(pairwise_study({GOAL: "xy"}, "AB", told), participants=people))
    assert [m.consistency for m in results.matrices] == [Consistency(2.0, 0.0, 0.0, 0.0)] * 9
    assert results.totals.sum() == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize("seed", range(4))
def test_the_index_is_over_n_less_one_and_nothing_is_rounded_on_the_way(seed: int):  # B12, B13
    for matrix in evaluate(some_study(seed, gaps=False)).matrices:
        n = len(matrix.items)
        largest = np.linalg.eigvals(matrix.judgments).real.max()
        table = {3: 0.52, 4: 0.89}[n]  # Saaty 2005
        assert matrix.consistency.lambda_max == pytest.approx(largest, rel=1e-13)
        assert matrix.consistency.ci == pytest.approx((largest - n) / (n - 1), abs=1e-13)
        assert matrix.consistency.cr == pytest.approx((largest - n) / (n - 1) / table, abs=1e-12)
