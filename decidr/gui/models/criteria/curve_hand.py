"""The hand on a value curve: it takes a knot, draws it, drops it outside, adds one, and steps by keys."""

from __future__ import annotations

from decidr.gui.models.criteria.curve_plane import CurvePlane, on_step, score_step, stepped, value_step
from decidr.gui.models.criteria.curve_shape import CurveShape, Knot

REACH = 11.0
"""Pixels from a knot within which the hand takes it."""

DROP = 26.0
"""Pixels above or below the plane where a knot is let go."""


class CurveHand:
    """Holds the shape, the chosen knot, and while one is drawn the shape and the plane at the beginning."""

    def __init__(self, reach: float = REACH, drop: float = DROP) -> None:
        self._reach, self._drop = reach, drop
        self.shape: CurveShape | None = None
        self.chosen: int | None = None
        self.is_dropping = False
        self._plane: CurvePlane | None = None
        self._before: CurveShape | None = None
        self._grip = Knot(0.0, 0.0)

    @property
    def is_busy(self) -> bool:
        """Whether something is tried that is not yet decided."""
        return self._before is not None

    @property
    def before(self) -> CurveShape | None:
        """The shape before what is tried."""
        return self._before or self.shape

    def show(self, shape: CurveShape | None) -> None:
        """Another shape, unless the hand is busy with this one; the choice stays where there is still a knot."""
        if self.is_busy:
            return
        self.shape = shape
        if shape is None or (self.chosen is not None and self.chosen >= len(shape.knots)):
            self.chosen = None

    def knot_near(self, plane: CurvePlane, x: float, y: float) -> int | None:
        """The knot within reach of a place that is nearest to it."""
        if self.shape is None:
            return None
        places = [plane.place(knot) for knot in self.shape.knots]
        far = [((px - x) ** 2 + (py - y) ** 2) ** 0.5 for px, py in places]
        nearest = min(range(len(far)), key=far.__getitem__)
        return nearest if far[nearest] <= self._reach else None

    def take(self, plane: CurvePlane, x: float, y: float) -> bool:
        """Take hold of the knot at a place; whether there is one."""
        self.chosen = self.knot_near(plane, x, y)
        if self.chosen is None:
            return False
        self._begin()
        self._plane, self._grip = plane, plane.knot(x, y)
        return True

    def draw(self, x: float, y: float, *, fine: bool = False) -> CurveShape | None:
        """Draw the knot that is held to a place; the shape that follows."""
        if self._before is None or self._plane is None or self.chosen is None:
            return self.shape
        start, at = self._before.knots[self.chosen], self._plane.knot(x, y)
        drawn = self._plane.moved(start.value, self._grip.value, at.value)
        step = value_step(self._before, drawn, fine=fine)
        value = stepped(start.value, drawn - start.value, step)
        score = stepped(start.score, at.score - self._grip.score, score_step(fine=fine))
        self.is_dropping = self._before.may_remove(self.chosen) and self._plane.height_beyond(y) > self._drop
        without, moved = self._before.removed(self.chosen), self._before.moved(self.chosen, Knot(value, score), step)
        self.shape = without if self.is_dropping else moved
        return self.shape

    def settle(self) -> CurveShape | None:
        """What is tried counts; the shape where it differs from the one before, else None."""
        before, self._before, self._plane = self._before, None, None
        if self.is_dropping:
            self.chosen, self.is_dropping = None, False
        return self.shape if before is not None and self.shape != before else None

    def give_up(self) -> None:
        """Back to the shape before."""
        if self._before is not None:
            self.shape, self._before, self._plane, self.is_dropping = self._before, None, None, False

    def add(self, plane: CurvePlane, x: float, y: float) -> CurveShape | None:
        """A new knot at a place between the ends; the shape where there is room for it, else None."""
        if self.shape is None:
            return None
        at = plane.knot(x, y)
        step = value_step(self.shape, max(at.value, self.shape.knots[0].value))
        return self._add(Knot(on_step(at.value, step), on_step(at.score, score_step())))

    def add_after(self) -> CurveShape | None:
        """A new knot on the curve, halfway from the chosen one (else the first) to the next; None without room."""
        if self.shape is None:
            return None
        knots = self.shape.in_form("points").knots
        place = min(self.chosen or 0, len(knots) - 2)
        first, second = knots[place], knots[place + 1]
        middle = (first.value + second.value) / 2
        value = on_step(middle, value_step(self.shape, middle, fine=True))
        share = (value - first.value) / (second.value - first.value)
        return self._add(Knot(value, round(first.score + share * (second.score - first.score), 3)))

    def remove(self) -> CurveShape | None:
        """Without the chosen knot; None for an end."""
        if self.shape is None or self.chosen is None or not self.shape.may_remove(self.chosen):
            return None
        self.shape = self.shape.removed(self.chosen)
        return self.shape

    def choose_next(self, by: int) -> bool:
        """Choose the next knot, or with -1 the one before; whether there is one."""
        count = len(self.shape.knots) if self.shape else 0
        wanted = (0 if by > 0 else count - 1) if self.chosen is None else self.chosen + by
        if not 0 <= wanted < count:
            return False
        self.chosen = wanted
        return True

    def push(self, across: int, up: int, *, fine: bool = False) -> CurveShape | None:
        """Move the chosen knot by so many steps, as something tried; None where nothing is chosen."""
        if self.shape is None or self.chosen is None:
            return None
        self._begin()
        knot = self.shape.knots[self.chosen]
        step = value_step(self.shape, knot.value, fine=fine)
        value = on_step(knot.value + across * step, step) if across else knot.value
        score = on_step(knot.score + up * score_step(fine=fine), score_step(fine=fine)) if up else knot.score
        self.shape = self.shape.moved(self.chosen, Knot(value, score), step)
        return self.shape

    def _begin(self) -> None:
        if self._before is None:
            self._before = self.shape

    def _add(self, knot: Knot) -> CurveShape | None:
        """Take a new knot in and choose it; None where it would stand on another or outside the ends."""
        shape = self.shape
        if shape is None or not shape.knots[0].value < knot.value < shape.knots[-1].value:
            return None
        added = shape.added(knot)
        if added == shape:
            return None
        self.shape, self.chosen = added, added.knots.index(knot)
        return added
