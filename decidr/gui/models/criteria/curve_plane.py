"""The plane that a value curve is drawn on: values across, scores up, and the figures that a hand stops at."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, exp, floor, log, log10
from typing import NamedTuple

from decidr.gui.models.criteria.curve_shape import CurveShape, Knot

SCORE_STEP = 0.05
FINER = 10
"""How many fine steps make one."""

STEPS_ACROSS = 100
MARGIN, MOST_BEYOND = 0.07, 0.5
"""Room beside what is shown, and how far beyond the ends data are followed, in shares of the ends' distance."""


MOST_TICKS = 6


class CurvePlane(NamedTuple):
    """Where values from ``low`` to ``high`` and scores from 0 to 1 stand; lengths in pixels, downwards.

    With ``is_log`` equal factors are equally far apart (values above 0), so that a log curve is a straight line.
    """

    left: float
    top: float
    width: float
    height: float
    low: float
    high: float
    is_log: bool = False

    def place(self, knot: Knot) -> tuple[float, float]:
        """Where a value and its score stand; a value beyond the plane stands at its edge."""
        value = min(max(knot.value, self.low), self.high)
        share = (self._along(value) - self._along(self.low)) / (self._along(self.high) - self._along(self.low))
        return self.left + share * self.width, self.top + (1 - knot.score) * self.height

    def knot(self, x: float, y: float) -> Knot:
        """The value and score at a place; the score from 0 to 1."""
        share = (x - self.left) / self.width
        score = 1 - (y - self.top) / self.height
        along = self._along(self.low) + share * (self._along(self.high) - self._along(self.low))
        return Knot(exp(along) if self.is_log else along, min(max(score, 0.0), 1.0))

    def moved(self, start: float, grip: float, at: float) -> float:
        """Where a value goes that is drawn from ``grip`` to ``at``: as far across as the hand."""
        return start * at / grip if self.is_log else start + at - grip

    @property
    def ticks(self) -> tuple[float, ...]:
        """On a log plane a few round values: 1, 2 and 5 of each power of ten, or powers alone where these are many."""
        if not self.is_log:
            return ()
        powers = range(floor(log10(self.low)), ceil(log10(self.high)) + 1)
        made = (factor * 10.0**power for power in powers for factor in (1, 2, 5))
        if len(inside := [value for value in made if self.low < value < self.high]) <= MOST_TICKS:
            return tuple(inside)
        alone = [10.0**power for power in powers if self.low < 10.0**power < self.high]
        return tuple(alone[:: ceil(len(alone) / MOST_TICKS)])

    def _along(self, value: float) -> float:
        return log(value) if self.is_log else value

    def height_beyond(self, y: float) -> float:
        """How far above or below the plane a place lies; 0 inside."""
        return max(self.top - y, y - self.top - self.height, 0.0)


def shown_range(shape: CurveShape, values: Sequence[float]) -> tuple[float, float]:
    """From where to where values are drawn: the ends, data not far beyond them, and a margin to pull the ends into."""
    ends = shape.knots[0].value, shape.knots[-1].value
    if shape.form != "log":
        return _range_around(*ends, values)
    low, high = _range_around(log(ends[0]), log(ends[1]), [log(value) for value in values])
    return exp(low), exp(high)


def _range_around(low: float, high: float, values: Sequence[float]) -> tuple[float, float]:
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
