"""Common shapes of value curves, written as points between the ends of a criterion."""

from collections.abc import Iterable, Mapping, Sequence
from math import floor, log, log10
from typing import Literal, get_args

import numpy as np

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.value.curves import curve_scores, ends

Points = tuple[tuple[float, float], ...]
Preset = Literal["s-shape", "step", "target", "u-shape"]

PRESETS: tuple[Preset, ...] = get_args(Preset)

SHAPES: Mapping[Preset, Sequence[tuple[float, float]]] = {
    "s-shape": ((0, 0), (0.2, 0.1), (0.4, 0.35), (0.6, 0.65), (0.8, 0.9), (1, 1)),
    "step": ((0, 0), (0.49, 0), (0.51, 1), (1, 1)),
    "target": ((0, 0), (0.4, 1), (0.6, 1), (1, 0)),
    "u-shape": ((0, 1), (0.4, 0), (0.6, 0), (1, 1)),
}
"""Share of the way from Worst to Best, and score; the S is 3t² - 2t³ in steps of 0.05."""

LOG_KNOTS = 8
"""Points that stand for a log curve: over a factor of 300 it lies above them by less than 0.02."""


def preset_points(preset: Preset, worst: float, best: float, *, in_ratios: bool = False) -> Points:
    """The points of a preset from ``worst`` to ``best`` (different; above 0 with ``in_ratios``), by ascending value.

    Values between the ends are sensible figures; ``in_ratios``: they divide the way in equal factors, as a log curve.
    """
    return _ascending((_between(worst, best, share, in_ratios), score) for share, score in SHAPES[preset])


def as_points(criterion: Criterion) -> Points:
    """The curve of a criterion as points that score alike; none where it has no ends."""
    if criterion.curve.form == "points":
        return criterion.curve.points
    found = ends(criterion)
    if found is None or found[0] == found[1]:
        return ()
    worst, best = found
    if criterion.curve.form == "linear":
        return _ascending(((worst, 0.0), (best, 1.0)))
    values = [_between(worst, best, i / (LOG_KNOTS - 1), in_ratios=True) for i in range(LOG_KNOTS)]
    scores = curve_scores(Curve(form="log"), worst, best, np.array(values)).round(3)
    return _ascending(zip(values, scores.tolist(), strict=True))


def _between(worst: float, best: float, share: float, in_ratios: bool) -> float:
    """The value at a share of the way, rounded to a power of ten below a hundredth of the way; the ends stay."""
    if share in (0, 1):
        return best if share else worst
    value = worst * (best / worst) ** share if in_ratios else worst + share * (best - worst)
    way = value * log(best / worst) if in_ratios else best - worst
    return round(value, -floor(log10(abs(way) / 100)))


def _ascending(points: Iterable[tuple[float, float]]) -> Points:
    return tuple(sorted(points))
