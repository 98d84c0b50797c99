"""Judgment scales: what a verbal judgment of 1 to 9 is taken to mean as a ratio."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from decidr.core.ahp.matrix import MIRROR_TOLERANCE, Array

Scale = Callable[[Array, int], Array]
"""From judgments x >= 1, any shape, and the number n >= 2 of items compared, to ratios of the same shape."""

LIMIT = 9.0


def _linear(x: Array, n: int) -> Array:
    return x


def _logarithmic(x: Array, n: int) -> Array:
    return np.log2(x + 1.0)


def _root(x: Array, n: int) -> Array:
    return np.sqrt(x)


def _inverse_linear(x: Array, n: int) -> Array:
    return 9.0 / (10.0 - x)


def _balanced(x: Array, n: int) -> Array:
    return (9.0 + x) / (11.0 - x)


def _balanced_n(x: Array, n: int) -> Array:
    return _evenly_spread(x, n, 9.0 / (n + 8.0))


def _adaptive_balanced(x: Array, n: int) -> Array:
    return _evenly_spread(x, n, 0.9)


def _evenly_spread(x: Array, n: int, largest_weight: float) -> Array:
    """Ratios w (n - 1)/(1 - w), w going evenly from 1/n at 1 to its largest at 9; 1 stays 1 exactly."""
    climb = (n * largest_weight - 1.0) * (x - 1.0) / 8.0
    return (n - 1.0) * (1.0 + climb) / (n - 1.0 - climb)


def _adaptive(x: Array, n: int) -> Array:
    return np.power(x, 1.0 + math.log(n - 1.0) / math.log(9.0))


def _power(x: Array, n: int) -> Array:
    return np.square(x)


def _geometric(x: Array, n: int) -> Array:
    return np.exp2(x - 1.0)


SCALES: Mapping[str, Scale] = MappingProxyType(
    {
        "linear": _linear,
        "logarithmic": _logarithmic,
        "root": _root,
        "inverse linear": _inverse_linear,
        "balanced": _balanced,
        "balanced-n": _balanced_n,
        "adaptive balanced": _adaptive_balanced,
        "adaptive": _adaptive,
        "power": _power,
        "geometric": _geometric,
    }
)
"""The scales compared by Goepel, «Comparison of judgment scales of the analytic hierarchy process», IJITDM
18(2) 2019."""

BREAK_ABOVE_NINE = frozenset({"inverse linear", "balanced", "balanced-n", "adaptive balanced"})
"""The scales that refuse judgments above 9."""


def apply_scale(name: str, matrix: Array) -> Array:
    """The judgments on another scale: (…, n, n) to the same shape, reciprocal still, missing pairs missing.

    The scale acts on the entry of each pair that is at least 1, its mirror becomes the reciprocal.
    ValueError on an unknown name, on a judgment above 9, with its indices, where the scale breaks there, and on
    judgments that a scale takes beyond float64.
    Source: Goepel, IJITDM 18(2) 2019, 445-463.
    """
    if name not in SCALES:
        raise ValueError(f"unknown judgment scale {name!r}; there are {', '.join(SCALES)}")
    if name in BREAK_ABOVE_NINE:
        _refuse_above_nine(name, matrix)
    return scaled_ratios(name, matrix, matrix.shape[-1])


def scaled_ratios(name: str, ratios: Array, n: int) -> Array:
    """Judgments between n items, any shape, on another scale; what is below 1 is the reciprocal of its mirror.

    ValueError on ratios that the scale takes beyond float64; those above 9 must not be given to a scale that breaks.
    """
    if n < 2 or name == "linear":
        return ratios.copy()
    with np.errstate(over="ignore"):
        scaled = SCALES[name](np.maximum(ratios, 1.0 / ratios), n)
    if np.isinf(scaled).any():
        raise ValueError(f"the scale {name!r} takes these judgments beyond float64")
    return np.where(ratios >= 1.0, scaled, 1.0 / scaled)


def _refuse_above_nine(name: str, matrix: Array) -> None:
    above = matrix > LIMIT * (1.0 + MIRROR_TOLERANCE)
    if above.any():
        place = tuple(int(k) for k in np.argwhere(above)[0])
        raise ValueError(f"judgment {place}: {matrix[place]} is above 9, where the scale {name!r} breaks")
