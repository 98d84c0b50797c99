"""The plane that a value curve is drawn on: values across, scores up, and the figures that a hand stops at."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10
from typing import NamedTuple

from decidr.gui.models.curve_shape import CurveShape, Knot

SCORE_STEP = 0.05
FINER = 10
"""How many fine steps make one."""

STEPS_ACROSS = 100
MARGIN, MOST_BEYOND = 0.07, 0.5
"""Room beside what is shown, and how far beyond the ends data are followed, in shares of the ends' distance."""


class CurvePlane(NamedTuple):
    """Where values from ``low`` to ``high`` and scores from 0 to 1 stand; lengths in pixels, downwards."""

    left: float
    top: float
    width: float
    height: float
    low: float
    high: float

    def place(self, knot: Knot) -> tuple[float, float]:
        """Where a value and its score stand; a value beyond the plane stands at its edge."""
        share = (min(max(knot.value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.left + share * self.width, self.top + (1 - knot.score) * self.height

    def knot(self, x: float, y: float) -> Knot:
        """The value and score at a place; the score from 0 to 1."""
        share = (x - self.left) / self.width
        score = 1 - (y - self.top) / self.height
        return Knot(self.low + share * (self.high - self.low), min(max(score, 0.0), 1.0))

    def height_beyond(self, y: float) -> float:
        """How far above or below the plane a place lies; 0 inside."""
        return max(self.top - y, y - self.top - self.height, 0.0)


def shown_range(shape: CurveShape, values: Sequence[float]) -> tuple[float, float]:
    """From where to where values are drawn: the ends, data not far beyond them, and a margin to pull the ends into."""
    low, high = shape.knots[0].value, shape.knots[-1].value
    reach = (high - low) * MOST_BEYOND
    least = max(min(values, default=low), low - reach)
    most = min(max(values, default=high), high + reach)
    low, high = min(low, least), max(high, most)
    return low - MARGIN * (high - low), high + MARGIN * (high - low)


def value_step(shape: CurveShape, value: float, *, fine: bool = False) -> float:
    """The step between sensible figures: 1, 2 or 5 of a power of ten, about a hundredth of the way between the ends.

    Ends of a log curve step by their own second digit.
    """
    if shape.form == "log":
        step = float(10.0 ** (floor(log10(value)) - 1))
    else:
        step = _round_step((shape.knots[-1].value - shape.knots[0].value) / STEPS_ACROSS)
    return step / FINER if fine else step


def score_step(*, fine: bool = False) -> float:
    """The step between scores."""
    return SCORE_STEP / FINER if fine else SCORE_STEP


def stepped(start: float, by: float, step: float) -> float:
    """``start`` moved by about ``by`` to a multiple of ``step``; where it was if that is less than half a step."""
    if abs(by) < step / 2:
        return start
    return on_step(start + by, step)


def on_step(value: float, step: float) -> float:
    """The multiple of a step next to a value, without the dust of binary fractions."""
    return round(round(value / step) * step, max(-floor(log10(step)) + 1, 0))


def _round_step(least: float) -> float:
    power = float(10.0 ** floor(log10(least)))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * (1 - 1e-9))
