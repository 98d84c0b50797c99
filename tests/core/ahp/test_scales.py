from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from decidr.core.ahp.matrix import reciprocal
from decidr.core.ahp.scales import BREAK_ABOVE_NINE, SCALES, apply_scale, scaled_ratios


def spread_evenly(x: float, n: int, largest: float) -> float:
    w = 1 / n + (largest - 1 / n) * (x - 1) / 8
    return w * (n - 1) / (1 - w)


BY_HAND = {
    "linear": lambda x, n: x,
    "logarithmic": lambda x, n: math.log(x + 1) / math.log(2),
    "root": lambda x, n: x**0.5,
    "inverse linear": lambda x, n: 9 / (10 - x),
    "balanced": lambda x, n: (9 + x) / (11 - x),
    "balanced-n": lambda x, n: spread_evenly(x, n, 9 / (n + 8)),
    "adaptive balanced": lambda x, n: spread_evenly(x, n, 0.9),
    "adaptive": lambda x, n: x ** (1 + math.log(n - 1) / math.log(9)),
    "power": lambda x, n: x * x,
    "geometric": lambda x, n: 2 ** (x - 1),
}


def pair(value: float, n: int = 2) -> np.ndarray:
    return reciprocal(n, [(0, 1, value)])


def test_the_ten_scales_are_those_of_the_method():
    assert list(SCALES) == list(BY_HAND)


@pytest.mark.parametrize("name", BY_HAND)
@pytest.mark.parametrize("n", [2, 3, 7, 15])
def test_each_scale_follows_its_formula_and_keeps_reciprocity(name: str, n: int):
    for x in [1.0, 1.5, 2.0, 3.0, 5.0, 8.0, 9.0]:
        expected = BY_HAND[name](x, n)
        forth, back = apply_scale(name, pair(x, n)), apply_scale(name, pair(1 / x, n))
        assert forth[0, 1] == pytest.approx(expected, rel=1e-14)
        assert back[0, 1] == pytest.approx(1 / expected, rel=1e-14)
        assert forth[0, 1] * forth[1, 0] == pytest.approx(1.0, abs=1e-15)


@pytest.mark.parametrize(
    ("name", "x", "n", "ratio"),
    [
        ("logarithmic", 7, 4, 3), ("inverse linear", 9, 4, 9), ("balanced", 9, 4, 9),
        ("balanced-n", 9, 4, 9), ("adaptive balanced", 9, 3, 18), ("adaptive", 3, 10, 9),
        ("power", 9, 4, 81), ("geometric", 9, 4, 256),
    ],
)  # fmt: skip
def test_scales_reach_the_ratios_their_authors_name(name: str, x: float, n: int, ratio: float):
    assert apply_scale(name, pair(x, n))[0, 1] == pytest.approx(ratio, rel=1e-13)


@pytest.mark.parametrize("name", BY_HAND)
def test_equal_stays_exactly_equal_and_gaps_stay_gaps(name: str):
    for n in range(1, 16):
        equal = np.ones((n, n))
        assert (apply_scale(name, equal) == 1.0).all()
    scaled = apply_scale(name, pair(3.0, 3))
    assert math.isnan(scaled[0, 2])
    assert math.isnan(scaled[2, 1])


@pytest.mark.parametrize("name", BY_HAND)
def test_scales_rise_with_the_judgment(name: str):
    ratios = [apply_scale(name, pair(x, 5))[0, 1] for x in np.linspace(1, 9, 33)]
    assert all(a < b for a, b in itertools.pairwise(ratios))


@pytest.mark.parametrize("name", BY_HAND)
def test_only_the_scales_that_break_above_nine_refuse_it(name: str):
    wide = reciprocal(3, [(2, 1, 12.0)])
    if name in BREAK_ABOVE_NINE:
        with pytest.raises(ValueError, match=r"\(2, 1\).*12.*above 9"):
            apply_scale(name, wide)
    else:
        assert np.isfinite(apply_scale(name, wide)[2, 1])
    assert {"inverse linear", "balanced", "balanced-n", "adaptive balanced"} == BREAK_ABOVE_NINE


def test_a_group_mean_of_nines_is_not_refused_for_its_dust():
    dusty = float(np.exp(np.mean(np.log([9.0, 9.0, 9.0]))))
    assert dusty > 9.0
    assert apply_scale("balanced", pair(dusty))[0, 1] == pytest.approx(9.0)


def test_a_stack_goes_like_its_matrices():
    stack = np.stack([pair(3.0), pair(1 / 7)])
    assert np.array_equal(apply_scale("root", stack)[1], apply_scale("root", stack[1]))


def test_the_judgments_given_are_left_alone():
    given = pair(3.0)
    for name in SCALES:
        apply_scale(name, given)[0, 1] = 99.0
    assert given[0, 1] == 3.0


def test_an_unknown_scale_is_refused():
    with pytest.raises(ValueError, match="unknown judgment scale 'bent'"):
        apply_scale("bent", pair(3.0))


def test_judgments_that_a_scale_takes_beyond_float64_are_refused():
    with pytest.raises(ValueError, match="'geometric' takes these judgments beyond float64"):
        apply_scale("geometric", pair(2000.0))


@pytest.mark.parametrize("name", SCALES)
def test_ratios_without_a_matrix_are_scaled_as_in_one(name):
    for x in (1 / 7, 1.0, 1.3, 8.9):
        assert scaled_ratios(name, np.array([x]), 4)[0] == apply_scale(name, pair(x, 4))[0, 1]
