"""What stands out in a matrix: the pairs that contradict the others most, and what the others say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from decidr.core.ahp.consistency import WorstPair, worst_pairs
from decidr.core.ahp.triads import Triad, clashing_triads, preference_cycles
from decidr.core.analysis.matrices import Floats, MatrixResult
from decidr.gui.models.weights.judging import short_ratio
from decidr.language import _, ngettext

MOST_ROUTES = 3
MOST_TRIADS, MOST_CIRCLES = 1, 2
"""More are not told at a time."""


class Route(NamedTuple):
    """What two other judgments say of a pair: ``first`` over item ``by`` times item ``by`` over ``second``."""

    by: int
    first: float
    second: float

    @property
    def product(self) -> float:
        """What the pair would be if both held."""
        return self.first * self.second


class StandingOut(NamedTuple):
    """What contradicts itself in a matrix: single ``pairs``, ``triads`` of them, and preferences in ``circles``."""

    pairs: tuple[WorstPair, ...] = ()
    triads: tuple[Triad, ...] = ()
    circles: tuple[tuple[int, ...], ...] = ()


def what_stands_out(matrix: MatrixResult, table: str) -> StandingOut:
    """The pairs whose change would mend most, the triads that clash most, and circles of preferences.

    No pairs where the items are unlinked; nothing at all where there are too few items to contradict each other.
    """
    if len(matrix.items) < 3:
        return StandingOut()
    is_linked = not matrix.unlinked and matrix.consistency is not None
    return StandingOut(
        worst_pairs(matrix.judgments, table) if is_linked else (),
        clashing_triads(matrix.judgments, MOST_TRIADS),
        preference_cycles(matrix.judgments, MOST_CIRCLES),
    )


def circles_told(names: Sequence[str], circles: Sequence[Sequence[int]]) -> str:
    """Preferences that run in a circle, as ``Data over IP over Influence over Data``; empty where none does."""
    if not circles:
        return ""
    said = [_(" over ").join(names[item] for item in (*circle, circle[0])) for circle in circles]
    text = ngettext("Preferences run in a circle: {circles}.", "Preferences run in circles: {circles}.", len(said))
    return text.format(circles="; ".join(said))


def triad_told(names: Sequence[str], judgments: Floats, triad: Triad) -> str:
    """Three judgments that clash, with what one of them would be by way of the other two."""
    i, j, k = triad.i, triad.j, triad.k
    text = _("{a} over {b} is {ab} and {b} over {c} is {bc}: then {a} over {c} would be {by}, not {ac}.")
    return text.format(
        a=names[i],
        b=names[j],
        c=names[k],
        ab=short_ratio(float(judgments[i, j])),
        bc=short_ratio(float(judgments[j, k])),
        ac=short_ratio(float(judgments[i, k])),
        by=short_ratio(triad.ik_by_j),
    )


def routes(judgments: Floats, i: int, j: int) -> tuple[Route, ...]:
    """What the judgments say of (i, j) by way of a third item, those farthest from its own value first."""
    there = [
        Route(k, float(judgments[i, k]), float(judgments[k, j]))
        for k in range(len(judgments))
        if k not in (i, j) and judgments[i, k] == judgments[i, k] and judgments[k, j] == judgments[k, j]
    ]
    value = float(judgments[i, j])
    return tuple(sorted(there, key=lambda route: -_distance(route.product, value))[:MOST_ROUTES])


def _distance(one: float, other: float) -> float:
    return max(one / other, other / one)
