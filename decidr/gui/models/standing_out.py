"""What stands out in a matrix: the pairs that contradict the others most, and what the others say of them."""

from __future__ import annotations

from typing import NamedTuple

from decidr.core.ahp.consistency import WorstPair, worst_pairs
from decidr.core.analysis.matrices import Floats, MatrixResult

MOST_ROUTES = 3


class Route(NamedTuple):
    """What two other judgments say of a pair: ``first`` over item ``by`` times item ``by`` over ``second``."""

    by: int
    first: float
    second: float

    @property
    def product(self) -> float:
        """What the pair would be if both held."""
        return self.first * self.second


def contradictions(matrix: MatrixResult, table: str) -> tuple[WorstPair, ...]:
    """The pairs whose change would mend most; none where the items are unlinked or cannot contradict each other."""
    if matrix.unlinked or matrix.consistency is None or len(matrix.items) < 3:
        return ()
    return worst_pairs(matrix.judgments, table)


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
