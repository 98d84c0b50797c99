import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.number_text import MINUS, THIN, figure, lead_points, listed, per_cent, points, rounded_to_sum, signed_points


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.6064, "60.6"), (1, "100.0"), (0, "0.0"), (-0.013, f"{MINUS}1.3"), (-0.00001, "0.0"), (math.nan, "–")],
)
def test_a_share_reads_as_points_of_a_hundred(share, text):
    assert points(share) == text


@pytest.mark.parametrize(
    ("lead", "text"),
    [(0.042, "4.2"), (0.0002, "0.02"), (0.00001, "0.001"), (5e-9, "0.0000005"), (0.0, "0.0"), (math.nan, "–")],
)
def test_a_small_lead_has_as_many_places_as_show_that_there_is_one(lead, text):
    assert lead_points(lead) == text


@pytest.mark.parametrize(
    ("share", "text"),
    [(0.023, "+2.3"), (-0.013, f"{MINUS}1.3"), (0, "0.0"), (0.0004, "0.0"), (-0.0004, "0.0"), (math.nan, "–")],
)
def test_a_difference_reads_with_its_sign(share, text):
    assert signed_points(share) == text


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [(0.341, 1, f"34.1{THIN}%"), (0.47, 0, f"47{THIN}%"), (-0.1, 1, f"{MINUS}10.0{THIN}%"), (math.nan, 1, "–")],
)
def test_a_share_reads_as_per_cent_with_a_thin_space(share, decimals, text):
    assert per_cent(share, decimals) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (58.51, "58.51"),
        (90000.0, f"90{THIN}000"),
        (1234567.8, f"1{THIN}234{THIN}568"),
        (-0.631, f"{MINUS}0.631"),
        (0.0, "0"),
        (-0.0, "0"),
        (15.0, "15"),
        (1 / 3, "0.333333"),
    ],
)
def test_a_measured_figure_is_grouped_by_thin_spaces(value, text):
    assert figure(value) == text


@given(st.lists(st.floats(0.01, 1), min_size=1, max_size=12))
def test_printed_per_cents_sum_to_the_rounded_total(shares):
    printed = rounded_to_sum([share / sum(shares) for share in shares])
    assert sum(round(10 * float(text)) for text in printed) == 1000


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12))
def test_a_larger_share_never_prints_smaller(shares):
    printed = sorted(zip(shares, map(float, rounded_to_sum(shares)), strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(printed) if a[0] < b[0])


def test_a_third_is_rounded_up_once():
    assert sorted(rounded_to_sum([1 / 3, 1 / 3, 1 / 3])) == ["33.3", "33.3", "33.4"]


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["Spain"], "Spain"), (["Spain", "Canada"], "Spain and Canada"), (["A", "B", "C"], "A, B and C")],
)
def test_names_are_listed_in_a_sentence(names, text):
    assert listed(names) == text
