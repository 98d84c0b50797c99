from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decidr.core.ahp.completion import UnlinkedError, smallest_lambda_max
from decidr.core.ahp.consistency import Consistency, consistencies, consistency, gci_threshold, worst_pairs
from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.priorities import eigenvector, geometric_mean
from decidr.core.ahp.random_index import TABLES, random_index

THREE = reciprocal(3, [(0, 1, 2.0), (1, 2, 4.0), (0, 2, 3.0)])

BOZOKI = reciprocal(4, [(0, 1, 1.0), (0, 2, 5.0), (0, 3, 2.0), (1, 2, 3.0), (1, 3, 4.0)])

HOUSE_ROWS = [
    [5, 3, 7, 6, 6, 1 / 3, 1 / 4],
    [1 / 3, 5, 3, 3, 1 / 5, 1 / 7],
    [6, 3, 4, 6, 1 / 5],
    [1 / 3, 1 / 4, 1 / 7, 1 / 8],
    [1 / 2, 1 / 5, 1 / 6],
    [1 / 5, 1 / 6],
    [1 / 2],
]

HOUSE = reciprocal(8, [(i, j, v) for i, row in enumerate(HOUSE_ROWS) for j, v in enumerate(row, start=i + 1)])


def lambda_by_numpy(matrix: np.ndarray) -> float:
    return float(np.linalg.eigvals(matrix).real.max())


def chain(n: int, ratio: float = 2.0) -> list[tuple[int, int, float]]:
    return [(i, i + 1, ratio) for i in range(n - 1)]


def test_saatys_house_has_the_figures_printed():  # Saaty, EJOR 48 (1990) 9-26
    found = consistency(HOUSE, "saaty 1980")
    assert found.lambda_max == pytest.approx(9.669, abs=5e-4)
    assert found.ci == pytest.approx(0.238, abs=5e-4)
    assert found.cr == pytest.approx(0.169, abs=5e-4)


def test_one_matrix_passes_or_fails_by_the_table():  # M1
    ratios = {table: consistency(THREE, table).cr for table in TABLES}
    assert ratios["saaty 1980"] == pytest.approx(0.093, abs=5e-4)
    assert ratios["saaty 2005"] == pytest.approx(0.104, abs=5e-4)
    assert ratios["donegan-dodd"] == pytest.approx(0.110, abs=5e-4)
    assert [table for table, cr in ratios.items() if cr <= 0.10] == ["saaty 1980"]


@pytest.mark.parametrize("table", TABLES)
def test_one_and_two_items_have_zeros_and_never_nan(table: str):  # M2, B7
    assert consistency(np.ones((1, 1)), table) == Consistency(1.0, 0.0, 0.0, 0.0)
    assert consistency(reciprocal(2, [(0, 1, 7.0)]), table) == Consistency(2.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("n", [3, 10, 11, 15, 16, 22, 101])
def test_every_size_has_a_ratio(table: str, n: int, draw):  # B6, B7
    found = consistency(draw(1, n, 0.3)[0], table)
    assert found.cr == pytest.approx(found.ci / random_index(table, n), rel=1e-14)


def test_the_ratio_is_continuous_where_saatys_table_ends(draw):  # B8
    means = [np.mean([c.cr for c in consistencies(draw(200, n, 0.4), "saaty 2005")]) for n in (15, 16)]
    assert means[1] / means[0] == pytest.approx(1.0, abs=0.05)


@given(st.lists(st.floats(0.01, 100.0), min_size=3, max_size=9).map(np.array))
@settings(max_examples=40, deadline=None)
def test_consistent_judgments_have_no_inconsistency(weights: np.ndarray):
    matrix = weights[:, None] / weights
    found = consistency(matrix, "saaty 2005")
    assert found.lambda_max >= len(weights)
    assert 0.0 <= found.ci <= 1e-12
    assert 0.0 <= found.cr <= 1e-12
    assert 0.0 <= found.gci <= 1e-24
    assert worst_pairs(matrix, "saaty 2005") == ()


@pytest.mark.parametrize(("a", "b", "c"), [(2.0, 4.0, 3.0), (9.0, 9.0, 1 / 9), (50.0, 30.0, 1 / 40)])
def test_three_items_follow_the_closed_form(a: float, b: float, c: float):
    # lambda = 1 + 2 cosh s and GCI = 3 s^2 with s = ln(a13/(a12 a23))/3
    s = np.log(c / (a * b)) / 3
    found = consistency(reciprocal(3, [(0, 1, a), (1, 2, b), (0, 2, c)]), "alonso-lamata")
    assert found.lambda_max == pytest.approx(1 + 2 * np.cosh(s), rel=1e-13)
    assert found.ci == pytest.approx(np.cosh(s) - 1, rel=1e-12)
    assert found.gci == pytest.approx(3 * s * s, rel=1e-12)


def test_the_geometric_index_is_that_of_pyanp_times_three():  # it divides by n(n-1)/2
    matrix = reciprocal(3, [(0, 1, 2.0), (0, 2, 5.0), (1, 2, 3.0)])
    assert consistency(matrix, "saaty 2005").gci == pytest.approx(3 * 0.0036934, abs=3e-7)


def test_the_geometric_index_sums_over_pairs(draw):
    matrix = draw(1, 6, 0.5)[0]
    w = geometric_mean(matrix)
    total = sum(np.log(matrix[i, j] * w[j] / w[i]) ** 2 for i in range(6) for j in range(i + 1, 6))
    assert consistency(matrix, "saaty 2005").gci == pytest.approx(2 / (5 * 4) * total, rel=1e-12)


def test_the_geometric_index_counts_known_pairs_only():  # Escobar, Aguarón & Moreno-Jiménez 2015
    known = [(0, 1, 2.29), (1, 2, 1.22), (1, 4, 0.95), (2, 3, 1.03), (2, 4, 0.75), (3, 4, 0.45)]
    assert consistency(reciprocal(5, known), "saaty 2005").gci == pytest.approx(0.046, abs=5e-4)
    rest = [(0, 2, 2.65), (0, 3, 2.82), (0, 4, 2.15), (1, 3, 2.32)]
    assert consistency(reciprocal(5, known + rest), "saaty 2005").gci == pytest.approx(0.044, abs=5e-4)


@pytest.mark.parametrize(("n", "threshold"), [(3, 0.31), (4, 0.35), (5, 0.37), (6, 0.37), (15, 0.37)])
def test_the_geometric_thresholds_are_those_printed(n: int, threshold: float):
    assert gci_threshold(n) == threshold
    # what a CR of 0.10 comes to with small errors: GCI = CR RI 2n/(n - 2)
    assert 0.1 * random_index("alonso-lamata", n) * 2 * n / (n - 2) == pytest.approx(threshold, abs=0.0075)


def test_up_to_two_items_there_is_no_geometric_threshold():
    assert gci_threshold(1) is None
    assert gci_threshold(2) is None


def test_gaps_make_the_ratio_stricter():  # A18
    found = consistency(BOZOKI, "donegan-dodd")
    # AHPy prints CR 0.0372, by the complete index
    assert found.ci == pytest.approx(0.0372 * 0.8286, abs=5e-5)
    assert found.cr == pytest.approx(found.ci / (0.8286 * 0.583 / 0.884), rel=1e-12)
    assert found.cr > 0.0373


def test_a_spanning_tree_has_no_ratio_and_contradicts_nothing():  # A18: not defined, not 0
    for n in (3, 4, 6):
        found = consistency(reciprocal(n, chain(n, 9.0)), "saaty 2005")
        assert found.cr is None
        assert found.gci == 0.0
        assert found.ci == pytest.approx(0.0, abs=1e-12)


def test_one_pair_more_than_a_tree_has_no_ratio_and_two_have():
    one_more = consistency(reciprocal(5, [*chain(5), (0, 4, 3.0)]), "saaty 2005")
    two_more = consistency(reciprocal(5, [*chain(5), (0, 4, 3.0), (0, 2, 1.0)]), "saaty 2005")
    assert one_more.cr is None
    assert one_more.ci > 0.01
    assert one_more.gci > 0.01
    assert two_more.cr == pytest.approx(two_more.ci / (1.11 * 0.379 / 1.109), rel=1e-12)


def test_complete_matrices_of_three_have_a_ratio_though_one_pair_more_than_a_tree():
    assert consistency(THREE, "saaty 2005").cr is not None


def test_a_random_index_below_a_tenth_gives_no_ratio():
    extra = [(0, 2, 1.0), (3, 5, 1.0)]
    assert consistency(reciprocal(15, chain(15) + extra), "saaty 2005").cr is None
    extra += [(k, k + 2, 1.0) for k in range(5, 12)]
    assert consistency(reciprocal(15, chain(15) + extra), "saaty 2005").cr is not None


def test_unlinked_groups_are_named_and_have_no_ratio():  # A17
    with pytest.raises(UnlinkedError, match=r"\(0, 1\) and \(2, 3\)"):
        consistency(reciprocal(4, [(0, 1, 3.0), (2, 3, 2.0)]), "saaty 2005")
    with pytest.raises(UnlinkedError):
        consistency(reciprocal(2, []), "saaty 2005")


@pytest.mark.parametrize("n", [1, 2, 3])
def test_an_unknown_table_is_refused_at_every_size(n: int):  # A15
    with pytest.raises(ValueError, match="unknown random index"):
        consistency(np.ones((n, n)), "dd")


def test_a_stack_goes_like_its_matrices_gaps_or_not(draw, punch):
    stack = draw(5, 6, 0.6)
    stack[1], stack[4] = punch(stack[1], [(0, 3)]), punch(stack[4], [(2, 5), (0, 1)])
    together = consistencies(stack, "alonso-lamata")
    for matrix, found in zip(stack, together, strict=True):
        assert found == pytest.approx(consistency(matrix, "alonso-lamata"), rel=1e-11)
    assert consistencies(stack[:0], "saaty 2005") == ()


def test_figures_are_plain_floats():
    assert {type(figure) for figure in consistency(THREE, "saaty 2005")} == {float}


def test_the_worst_judgment_of_the_house_is_neighborhood_over_condition():  # ahpsurvey vignette, Saaty 2003
    worst = worst_pairs(HOUSE, "saaty 2005")
    assert len(worst) == 3
    assert (worst[0].i, worst[0].j, worst[0].value) == (2, 6, 6.0)


def test_the_worst_pairs_are_the_three_farthest_from_the_weights(draw):
    for matrix in draw(10, 6, 0.7):
        w = eigenvector(matrix)
        far = {(i, j): abs(np.log(matrix[i, j] * w[j] / w[i])) for i in range(6) for j in range(i + 1, 6)}
        expected = sorted(far, key=lambda pair: -far[pair])[:3]
        assert [(p.i, p.j) for p in worst_pairs(matrix, "saaty 2005")] == expected


def test_no_other_value_of_a_worst_pair_has_a_smaller_lambda_max():
    for pair in worst_pairs(HOUSE, "saaty 2005"):
        heights = []
        for factor in (0.99, 1.0, 1.01):
            changed = HOUSE.copy()
            changed[pair.i, pair.j] = pair.suggested * factor
            changed[pair.j, pair.i] = 1 / changed[pair.i, pair.j]
            heights.append(lambda_by_numpy(changed))
        assert heights[1] < min(heights[0], heights[2])


def test_the_ratio_then_is_that_of_the_rounded_value():
    on_scale = [1 / k for k in range(9, 1, -1)] + [float(k) for k in range(1, 10)]
    for pair in worst_pairs(HOUSE, "saaty 1980"):
        rounded = pair.suggested_on_scale
        assert rounded == min(on_scale, key=lambda v: abs(np.log(v / pair.suggested)))
        changed = HOUSE.copy()
        changed[pair.i, pair.j], changed[pair.j, pair.i] = rounded, 1 / rounded
        assert pair.cr_then == consistency(changed, "saaty 1980").cr
        assert pair.cr_then < consistency(HOUSE, "saaty 1980").cr


def test_three_items_suggest_what_the_other_two_judgments_say():
    found = worst_pairs(THREE, "saaty 2005")
    assert [(p.i, p.j) for p in found] == [(0, 1), (0, 2), (1, 2)]  # all equally far: in the order of rows
    assert [p.suggested for p in found] == pytest.approx([3 / 4, 8.0, 3 / 2], rel=1e-12)
    assert [p.suggested_on_scale for p in found] == [1.0, 8.0, 2.0]
    assert found[1].cr_then == pytest.approx(0.0, abs=1e-12)


def test_a_suggestion_beyond_the_scale_stops_at_its_end():
    found = worst_pairs(reciprocal(3, [(0, 1, 9.0), (1, 2, 9.0), (0, 2, 1 / 9)]), "saaty 2005")
    outer = next(p for p in found if (p.i, p.j) == (0, 2))
    assert outer.suggested == pytest.approx(81.0, rel=1e-12)
    assert outer.suggested_on_scale == 9.0


def test_a_pair_that_alone_links_two_groups_is_never_suggested():
    # 0-1-2 contradict each other, 3 hangs on by one judgment, which nothing can contradict
    matrix = reciprocal(4, [(0, 1, 2.0), (1, 2, 4.0), (0, 2, 1 / 3), (2, 3, 7.0)])
    assert {(p.i, p.j) for p in worst_pairs(matrix, "saaty 2005")} == {(0, 1), (0, 2), (1, 2)}


def test_sparse_judgments_never_suggest_a_link_nor_fail_on_one(draw):
    for matrix in draw(20, 6, 1.5):
        sparse = reciprocal(6, [(i, i + 1, matrix[i, i + 1]) for i in range(5)] + [(3, 5, matrix[3, 5])])
        assert {(p.i, p.j) for p in worst_pairs(sparse, "saaty 2005")} == {(3, 4), (3, 5), (4, 5)}


def test_gaps_stay_gaps_when_a_judgment_is_reconsidered(draw, punch):
    matrix = punch(draw(1, 5, 0.9, 4)[0], [(0, 3), (1, 4)])
    for pair in worst_pairs(matrix, "saaty 2005"):
        best = smallest_lambda_max(punch(matrix, [(pair.i, pair.j)])).matrix[pair.i, pair.j]
        assert pair.suggested == pytest.approx(best, rel=1e-12)
        assert not np.isnan(matrix[pair.i, pair.j])


def test_up_to_two_items_nothing_contradicts():
    assert worst_pairs(np.ones((1, 1)), "saaty 2005") == ()
    assert worst_pairs(reciprocal(2, [(0, 1, 5.0)]), "saaty 2005") == ()
