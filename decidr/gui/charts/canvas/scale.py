"""Round numbers for axes, which stay put while a weight is dragged."""

from __future__ import annotations

import math

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def round_step(span: float, most: int = 5) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten of which at most ``most`` cover ``span``."""
    if not span > 0 or not math.isfinite(span):
        return 1.0
    power = 10.0 ** math.floor(math.log10(span / most))
    return next(step * power for step in (*STEPS, 20.0, 50.0) if step * power * most >= span * (1 - 1e-12))


def round_up(value: float, most: int = 10) -> float:
    """The next round number at or above ``value``; 1 where there is none."""
    if not value > 0 or not math.isfinite(value):
        return 1.0
    step = round_step(value, most)
    return math.ceil(value / step - 1e-9) * step


def round_range(low: float, high: float, most: int = 5) -> tuple[float, float, float]:
    """Ends around ``low`` to ``high``, a multiple of a round step apart, and that step.

    Where half a step is as round as the step (2, 20), ticks may begin there: 10, 30, 50.
    """
    if not (math.isfinite(low) and math.isfinite(high)):
        return 0.0, 1.0, 0.25
    step = round_step(max(high - low, 1e-6), most)
    grid = step / 2 if _leading(step) == 2 else step
    start = math.floor(low / grid + 1e-9) * grid
    return start, start + max(math.ceil((high - start) / step - 1e-9), 1) * step, step


def decimals_of(step: float) -> int:
    """Decimals that a tick at multiples of ``step`` needs."""
    whole = -math.floor(math.log10(step) + 1e-9)
    return max(0, min(4, whole + (1 if _leading(step) == 2.5 else 0)))


def _leading(step: float) -> float:
    return round(step / 10.0 ** math.floor(math.log10(step) + 1e-9), 6)
