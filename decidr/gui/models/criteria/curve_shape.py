"""A value curve as it is shaped by hand: knots that move, come and go, and the ends that follow them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, get_args

from msgspec.structs import replace

from decidr.core.study.criteria import Better, Criterion, Curve
from decidr.core.value.curves import curve_problems, ends
from decidr.core.value.presets import Points, Preset, as_points, preset_points
from decidr.core.value.scores import Floats

Form = Literal["linear", "log", "points"]

FORMS: tuple[Form, ...] = get_args(Form)


class Knot(NamedTuple):
    """A handle of the curve: a value in the criterion's unit, and its score."""

    value: float
    score: float


class CurveShape(NamedTuple):
    """The curve of one criterion with ends; straight and logarithmic ones have their two ends as knots."""

    criterion: Criterion

    @classmethod
    def of(cls, criterion: Criterion, values: Floats) -> CurveShape | None:
        """The shape of a criterion; None where it has no ends, or a curve that cannot score these figures."""
        return None if ends(criterion) is None or curve_problems(criterion, values) else cls(criterion)

    @property
    def form(self) -> Form:
        """Straight, logarithmic or by points."""
        return self.criterion.curve.form

    @property
    def ends(self) -> tuple[float, float]:
        """Worst and Best."""
        found = ends(self.criterion)
        assert found is not None
        return found

    @property
    def knots(self) -> tuple[Knot, ...]:
        """The handles by ascending value."""
        if self.form == "points":
            return tuple(Knot(*point) for point in self.criterion.curve.points)
        worst, best = self.ends
        return tuple(sorted((Knot(worst, 0.0), Knot(best, 1.0))))

    @property
    def fields(self) -> dict[str, Any]:
        """What the criterion gets: the curve with its ends, which are nobody's proposal any more."""
        worst, best = self.ends
        better = self.criterion.better if self.criterion.better == _better(worst, best) else None
        return {"curve": self.criterion.curve, "worst": worst, "best": best, "better": better, "ends_proposed": False}

    def moved(self, place: int, knot: Knot, least: float) -> CurveShape:
        """The knot at ``place`` elsewhere: between its neighbours, at least ``least`` from them, and from 0 to 1.

        Where all would score alike the curve stays as it is.
        """
        knots = list(self.knots)
        low = knots[place - 1].value + least if place else -float("inf")
        high = knots[place + 1].value - least if place + 1 < len(knots) else float("inf")
        if low > high:  # neighbours closer than a step leave no room across
            low = high = knots[place].value
        value = min(max(knot.value, low), high)
        if self.form == "points":
            knots[place] = Knot(value, min(max(knot.score, 0.0), 1.0))
            return self if _is_flat(knots) else self._by(knots)
        if self.form == "log" and value <= 0:
            return self
        end = "best" if knots[place].score == 1 else "worst"
        return self._with(**{end: value})

    def added(self, knot: Knot) -> CurveShape:
        """One more knot, where no other has its value; the curve is by points then."""
        knots = [Knot(*point) for point in as_points(self.criterion)]
        if any(knot.value == other.value for other in knots):
            return self
        return self._by(sorted((*knots, knot)))

    def removed(self, place: int) -> CurveShape:
        """Without the knot at ``place``; the ends stay."""
        return self._by(self._without(place)) if self.may_remove(place) else self

    def may_remove(self, place: int) -> bool:
        """Whether the knot lies between the ends, and the curve is not flat without it."""
        is_inside = self.form == "points" and 0 < place < len(self.knots) - 1
        return is_inside and not _is_flat(self._without(place))

    def reaching(self, values: Iterable[float]) -> CurveShape:
        """The outer knots moved out so far that all the values lie between them."""
        knots, figures = list(self.knots), list(values)
        low, high = min(figures, default=knots[0].value), max(figures, default=knots[-1].value)
        shape = self.moved(0, Knot(min(low, knots[0].value), knots[0].score), 0.0)
        return shape.moved(len(knots) - 1, Knot(max(high, knots[-1].value), knots[-1].score), 0.0)

    def in_form(self, form: Form) -> CurveShape:
        """The same ends in another form; by points the curve keeps its course."""
        if form == "points":
            return self._by(as_points(self.criterion))
        worst, best = self.ends
        return self._with(curve=Curve(form=form), worst=worst, best=best)

    def preset(self, preset: Preset) -> CurveShape:
        """A common shape over the whole width of this one, in its direction."""
        first, last = self.knots[0], self.knots[-1]
        worst, best = (last.value, first.value) if first.score > last.score else (first.value, last.value)
        if first.score == last.score and self.criterion.better == "lower":
            worst, best = best, worst
        return self._by(preset_points(preset, worst, best, in_ratios=self.form == "log"))

    def _without(self, place: int) -> list[Knot]:
        return [knot for i, knot in enumerate(self.knots) if i != place]

    def _by(self, points: Iterable[tuple[float, float]]) -> CurveShape:
        return self._with(curve=Curve(form="points", points=_plain(points)))

    def _with(self, **fields: Any) -> CurveShape:
        return CurveShape(replace(self.criterion, **fields))


def _is_flat(knots: Iterable[Knot]) -> bool:
    """Whether all score alike, so that nothing is better."""
    return len({knot.score for knot in knots}) == 1


def _plain(points: Iterable[tuple[float, float]]) -> Points:
    return tuple((float(value), float(score)) for value, score in points)


def _better(worst: float, best: float) -> Better:
    return "higher" if best > worst else "lower"
