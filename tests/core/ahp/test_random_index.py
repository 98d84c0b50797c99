from __future__ import annotations

from itertools import pairwise

import pytest

from decidr.core.ahp.random_index import TABLES, incomplete_random_index, is_beyond_table, random_index


def fit(n: int) -> float:
    return (2.7699 * n - 4.3513 - n) / (n - 1)


@pytest.mark.parametrize(
    ("table", "n", "printed"),
    [
        ("saaty 2005", 3, 0.52), ("saaty 2005", 7, 1.35), ("saaty 2005", 10, 1.49), ("saaty 2005", 11, 1.52),
        ("saaty 2005", 15, 1.59), ("saaty 1980", 3, 0.58), ("saaty 1980", 8, 1.41), ("saaty 1980", 10, 1.49),
        ("saaty 1980", 11, 1.51), ("saaty 1980", 12, 1.48), ("saaty 1980", 15, 1.59),
        ("donegan-dodd", 3, 0.4914), ("donegan-dodd", 10, 1.4055), ("donegan-dodd", 15, 1.4969),
        ("donegan-dodd", 25, 1.5619),
        ("donegan-dodd", 80, 1.6277), ("donegan-dodd", 90, 1.6213), ("donegan-dodd", 100, 1.6339),
        ("alonso-lamata", 3, 0.5247), ("alonso-lamata", 11, 1.5140), ("alonso-lamata", 15, 1.5838),
    ],
)  # fmt: skip
def test_tables_are_as_printed(table: str, n: int, printed: float):
    assert random_index(table, n) == printed
    assert not is_beyond_table(table, n)


def test_there_are_four_tables():
    assert list(TABLES) == ["saaty 2005", "saaty 1980", "donegan-dodd", "alonso-lamata"]


@pytest.mark.parametrize("table", TABLES)
def test_every_size_has_a_number(table: str):  # B6, B7, M2
    for n in (1, 2, 3, 10, 11, 15, 16, 21, 100, 101, 500):
        index = random_index(table, n)
        assert isinstance(index, float)
        assert (index == 0.0) if n <= 2 else (0.4 < index < 2.0)


@pytest.mark.parametrize("table", TABLES)
def test_beyond_the_table_the_fit_of_alonso_and_lamata_stands_in(table: str):
    end = max(TABLES[table])
    assert is_beyond_table(table, end + 1)
    assert random_index(table, end + 1) == pytest.approx(fit(end + 1), rel=1e-15)
    assert random_index(table, 150) == pytest.approx(fit(150), rel=1e-15)


@pytest.mark.parametrize("table", ["saaty 2005", "alonso-lamata"])
def test_the_index_rises_with_the_size(table: str):  # B7
    indices = [random_index(table, n) for n in range(2, 40)]
    assert all(a < b for a, b in pairwise(indices))


def test_the_index_goes_on_smoothly_where_saatys_table_ends():  # B8
    assert random_index("saaty 2005", 16) / random_index("saaty 2005", 15) == pytest.approx(1.0, abs=0.01)


def test_between_printed_sizes_donegan_and_dodd_are_interpolated():
    assert random_index("donegan-dodd", 22) == pytest.approx(1.5371 + 2 / 5 * (1.5619 - 1.5371), rel=1e-15)
    assert random_index("donegan-dodd", 85) == pytest.approx((1.6277 + 1.6213) / 2, rel=1e-15)


@pytest.mark.parametrize(
    ("n", "missing", "ratio"),
    [(4, 1, 0.583 / 0.884), (5, 3, 0.557 / 1.109), (6, 9, 0.161 / 1.249), (7, 1, 1.256 / 1.341)],
)
def test_gaps_shrink_the_index_by_the_ratio_printed(n: int, missing: int, ratio: float):  # A18
    for table in TABLES:
        expected = random_index(table, n) * ratio
        assert incomplete_random_index(table, n, missing) == pytest.approx(expected, rel=1e-14)


@pytest.mark.parametrize(("n", "missing"), [(7, 2), (7, 13), (8, 5), (15, 65)])
def test_where_nothing_is_printed_the_line_of_agoston_and_csato_holds(n: int, missing: int):
    expected = random_index("saaty 2005", n) * (1 - 2 * missing / ((n - 1) * (n - 2)))
    assert incomplete_random_index("saaty 2005", n, missing) == pytest.approx(expected, rel=1e-13)


def test_no_gap_is_the_complete_index_and_a_tree_of_three_has_none():
    assert incomplete_random_index("saaty 2005", 5, 0) == 1.11
    assert incomplete_random_index("saaty 2005", 2, 0) == 0.0
    assert incomplete_random_index("saaty 2005", 3, 1) == 0.0
    assert incomplete_random_index("saaty 2005", 9, 28) == 0.0


@pytest.mark.parametrize(("n", "missing"), [(2, 1), (3, 2), (4, 4), (4, -1)])
def test_more_gaps_than_a_linked_matrix_can_have_are_refused(n: int, missing: int):
    with pytest.raises(ValueError, match="linked matrix"):
        incomplete_random_index("saaty 2005", n, missing)


def test_unknown_tables_are_refused_at_every_size():  # A15, B9
    for n in (1, 2, 3):
        with pytest.raises(ValueError, match="unknown random index 'dd'"):
            random_index("dd", n)
    with pytest.raises(ValueError, match="unknown random index"):
        is_beyond_table("dd", 3)


def test_no_items_are_refused():
    with pytest.raises(ValueError, match="0 items"):
        random_index("saaty 2005", 0)
