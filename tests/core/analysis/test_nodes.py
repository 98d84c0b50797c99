import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.nodes import Node, are_same, judged_node, only_child, way_of
from decidr.core.study.judgments import Judgment
from decidr.core.study.study import Settings
from tests.building import judged

NODE = Node("goal", "Goal", ("x", "y", "z"), ("x", "y", "z"))
PEOPLE = {"ann": 1.0, "bob": 2.0}


def solve(*blocks, agreed=False, **settings):
    return judged_node(NODE, blocks, PEOPLE, agreed, Settings(**settings))


def by(who, *upper):
    return judged("goal", NODE.items, upper, who)


def gm(*ratios):
    return np.array(ratios) / sum(ratios)


def test_one_item_has_all_the_weight():
    assert only_child(Node("n", "n", ("x",), ("x",))).weights.tolist() == [1]


def test_the_studys_own_judgments_give_the_weights():
    assert solve(by(None, 2, 4, 2)).weights == pytest.approx(gm(4, 2, 1))


def test_participants_pool_by_the_weighted_geometric_mean_of_their_judgments():
    result = solve(by("ann", 1, 1, 1), by("bob", 8, 8, 1))
    assert result.matrices[0].judgments[0, 1] == pytest.approx(8 ** (2 / 3))
    assert result.weights == pytest.approx(gm(4, 1, 1))


def test_a_pair_is_pooled_over_those_who_judged_it():
    """Trap M10: what one participant did not judge never counts as equal."""
    result = solve(by("ann", 3, None, 1), by("bob", None, 5, 1))
    assert result.matrices[0].judgments[0].tolist() == pytest.approx([1, 3, 5])


def test_the_group_counts_before_the_studys_own_judgments():
    result = solve(by(None, 9, 9, 1), by("ann", 1, 1, 1))
    assert result.weights == pytest.approx([1 / 3] * 3)
    assert [m.participant for m in result.matrices] == [None, "ann"]


def test_the_groups_matrix_is_told_from_the_studys_own():
    own, ann = by(None, 9, 9, 1), by("ann", 1, 1, 1)
    pooled = solve(own, ann)
    assert pooled.group is pooled.matrices[0]
    assert [m.participant for m in pooled.voices] == ["ann"]
    for result in (solve(own), solve(own, ann, agreed=True), solve(own, by("ann", 3, None, None)), solve()):
        assert result.group is None
    assert solve(by("ann", 3, None, None)).group.priorities is None


def test_an_agreed_node_keeps_the_studys_own_judgments():
    assert solve(by(None, 2, 4, 2), by("ann", 1, 1, 1), agreed=True).weights == pytest.approx(gm(4, 2, 1))


def test_a_group_that_does_not_connect_leaves_the_studys_own_with_a_notice():
    result = solve(by(None, 2, 4, 2), by("ann", 3, None, None))
    assert result.weights == pytest.approx(gm(4, 2, 1))
    assert [p.code for p in result.problems] == ["group.unconnected"]


def test_without_own_judgments_an_unconnected_group_gives_no_weights():
    result = solve(by("ann", 3, None, None))
    assert result.weights is None
    assert [p.code for p in result.problems] == ["judgments.unconnected"]


def test_a_participant_of_weight_nothing_does_not_count():
    result = judged_node(NODE, [by(None, 2, 4, 2), by("ann", 1, 1, 1)], {"ann": 0.0}, False, Settings())
    assert result.weights == pytest.approx(gm(4, 2, 1))


def test_judgments_made_for_other_ends_count_and_are_told():
    block = judged("goal", NODE.items, (2, 4, 2))
    old = replace(block, pairs=tuple(replace(p, status="outdated") for p in block.pairs[:2]) + block.pairs[2:])
    result = solve(old)
    assert result.weights == pytest.approx([4 / 7, 2 / 7, 1 / 7])
    assert [(p.code, p.values) for p in result.problems] == [("judgments.outdated", {"count": 2})]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("priorities", gm(*(np.array([1, 1, 1]) * np.array([16, 4, 4]) ** (2 / 3)))), ("priorities arithmetic", None)],
)
def test_priorities_are_combined_over_those_whose_pairs_connect(rule, expected):
    result = solve(by("ann", 1, 1, 1), by("bob", 4, 4, 1), group=rule)
    mean = (np.array([1, 1, 1]) / 3 + 2 * np.array([4, 1, 1]) / 6) / 3
    assert result.weights == pytest.approx(mean if expected is None else expected)
    assert result.matrices[0].consistency is None


def test_an_unlinked_participant_is_left_out_when_priorities_are_combined():
    result = solve(by("ann", 1, 1, 1), by("bob", 9, None, None), group="priorities")
    assert result.weights == pytest.approx([1 / 3] * 3)
    assert set(result.own) == {"ann"}


def test_gaps_are_completed_by_least_squares_unless_told_otherwise():
    result = solve(by(None, 2, None, 3))
    assert result.weights == pytest.approx(gm(6, 3, 1))
    assert result.matrices[0].missing == 1
    assert result.matrices[0].consistency.cr is None


def test_a_judgment_scale_moves_the_weights_and_not_the_consistency():
    linear, power = solve(by(None, 2, 5, 3)), solve(by(None, 2, 5, 3), scale="power")
    assert power.weights[0] > linear.weights[0]
    assert power.matrices[0].consistency == linear.matrices[0].consistency


def test_the_consistency_ratio_is_told_where_answers_contradict():
    assert "judgments.inconsistent" in [p.code for p in solve(by(None, 9, "1/9", 9)).problems]


def test_placeholders_are_counted_and_told():
    block = by(None, 2, 4, 2)
    pairs = (replace(block.pairs[0], status="placeholder"), *block.pairs[1:])
    result = solve(replace(block, pairs=pairs))
    assert result.matrices[0].placeholder == 1
    assert [p.values for p in result.problems] == [{"count": 1, "judged": 3}]


@pytest.mark.parametrize("value", [1e7, 1e-7, 1e100, float("inf")])
def test_a_ratio_too_wide_to_be_meant_is_left_aside_and_told(value):
    block = by(None, 2, 4, 2)
    wide = replace(block, pairs=(replace(block.pairs[0], value=value), *block.pairs[1:]))
    result = solve(wide)
    assert result.weights == pytest.approx(gm(4, 2, 1))
    assert [p.code for p in result.problems] == ["judgments.too_wide"]


def test_a_judgment_above_nine_is_refused_by_the_scales_that_break_there():
    assert solve(by(None, 12, 12, 1), scale="root").weights is not None
    result = solve(by(None, 12, 12, 1), scale="balanced")
    assert result.weights is None
    assert {p.code for p in result.problems} == {"judgments.above_nine"}


def test_pairs_of_items_that_are_not_counted_are_left_aside():
    block = by(None, 2, 4, 2)
    more = replace(block, pairs=(*block.pairs, Judgment(first="x", second="gone", value=9.0)))
    assert solve(more).weights == pytest.approx(gm(4, 2, 1))


def test_a_table_that_ends_before_n_is_named():
    items = tuple(f"i{k}" for k in range(16))
    block = judged("goal", items, [1] * 120)
    result = judged_node(Node("goal", "Goal", items, items), [block], {}, False, Settings())
    assert "random_index.beyond_table" in [p.code for p in result.problems]


def test_parts_are_the_same_by_identity_and_a_way_is_one_object():
    block = by(None, 1, 1, 1)
    assert are_same((block, way_of("direct", False)), (block, way_of("direct", False)))
    assert not are_same((block,), (by(None, 1, 1, 1),))
    assert not are_same((block,), (block, block))


def test_a_participant_of_weight_nothing_keeps_his_own_weights_aside():
    result = judged_node(NODE, [by(None, 2, 4, 2), by("ann", 1, 1, 1)], {"ann": 0.0}, False, Settings())
    assert result.own == {}
    assert result.by("ann") == pytest.approx([1 / 3] * 3)
    assert result.by("bob") is None


def test_priorities_that_nobodys_own_answers_connect_are_told():
    result = solve(by("ann", 3, None, None), by("bob", None, None, 3), group="priorities")
    assert result.weights is None
    assert [p.code for p in result.problems] == ["group.none_connects"]
    beside = solve(by(None, 2, 4, 2), by("ann", 3, None, None), by("bob", None, None, 3), group="priorities")
    assert beside.weights == pytest.approx(gm(4, 2, 1))
    assert [p.code for p in beside.problems] == ["group.unconnected"]


@pytest.mark.parametrize("priorities", ["eigenvector", "geometric mean"])
@pytest.mark.parametrize("third", [2, None])
def test_judgments_that_a_scale_takes_beyond_all_numbers_are_told_and_give_no_weights(priorities, third):
    result = solve(by(None, 2000, 3, third), scale="geometric", priorities=priorities)
    assert result.weights is None
    assert "judgments.no_priorities" in [p.code for p in result.problems]
