"""Value curves: measured figures become scores between fixed ends."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from decidr.core.study.criteria import Criterion, Curve
from decidr.core.study.problems import Problem

Floats = NDArray[np.float64]


def curve_scores(curve: Curve, worst: float, best: float, values: Floats) -> Floats:
    """Scores in [0, 1] of ``values`` (any shape, the criterion's unit); clamped beyond the ends, NaN stays NaN.

    ``points`` carry their own ends, so ``worst`` and ``best`` do not matter there.
    """
    if curve.form == "points":
        x, scores = zip(*curve.points, strict=True)
        return np.asarray(np.interp(values, x, scores))
    if curve.form == "log":
        worst, best, values = np.log(worst), np.log(best), _log(values)
    return np.clip((values - worst) / (best - worst), 0.0, 1.0)


def ends(criterion: Criterion) -> tuple[float, float] | None:
    """Worst and Best: for points the first x of the lowest and of the highest score; None where not given."""
    points = criterion.curve.points
    if criterion.curve.form == "points" and points:
        return min(points, key=lambda p: p[1])[0], max(points, key=lambda p: p[1])[0]
    if criterion.worst is None or criterion.best is None:
        return None
    return criterion.worst, criterion.best


def span(criterion: Criterion) -> float | None:
    """|Best - Worst| in the criterion's unit; for points last x - first x; None without ends."""
    points = criterion.curve.points
    if criterion.curve.form == "points" and points:
        return points[-1][0] - points[0][0]
    found = ends(criterion)
    return abs(found[1] - found[0]) if found else None


def curve_problems(criterion: Criterion, values: Floats) -> tuple[Problem, ...]:
    """Why the curve cannot give scores (errors), without a place; ``values`` are the finite figures met."""
    if criterion.curve.form == "points" and (wrong := _points_problems(criterion.curve)):
        return wrong
    found = ends(criterion)
    if found is None:
        return ()
    return _ends_problems(criterion, found, values)


def _ends_problems(criterion: Criterion, found: tuple[float, float], values: Floats) -> tuple[Problem, ...]:
    worst, best = found
    if worst == best:
        return (Problem("error", "ends.equal", values={"worst": f"{worst:g}"}),)
    if criterion.better and (criterion.better == "higher") != (best > worst):
        return (Problem("error", "ends.disagree_with_better", values={"better": criterion.better}),)
    if criterion.curve.form == "log":
        wrong = [v for v in (worst, best, *values.tolist()) if v <= 0]
        return tuple(Problem("error", "ends.not_positive", values={"value": v}) for v in wrong[:1])
    return ()


def _points_problems(curve: Curve) -> tuple[Problem, ...]:
    if len(curve.points) < 2:
        return (Problem("error", "curve.too_few_points"),)
    x = [p[0] for p in curve.points]
    falling = [later for earlier, later in pairwise(x) if later <= earlier]
    outside = [score for _, score in curve.points if not 0 <= score <= 1]
    if falling:
        return (Problem("error", "curve.not_ascending", values={"value": falling[0]}),)
    return tuple(Problem("error", "curve.score_out_of_range", values={"value": s}) for s in outside[:1])


def _log(values: Floats) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log(values)
