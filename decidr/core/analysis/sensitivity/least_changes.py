"""All criteria by how little it takes: the smallest change of one local weight that unseats the leader."""

from collections.abc import Sequence

from msgspec import Struct

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import LeaderChange, OneWay, every_one_way, leader_changes


class LeastChange(Struct, frozen=True):
    """A criterion's ``sweep`` and the nearest weight at which another host takes the lead; None where none does."""

    sweep: OneWay
    nearest: LeaderChange | None

    @property
    def change(self) -> float | None:
        """By how much the local weight has to change, with its sign."""
        return None if self.nearest is None else self.nearest.weight - self.sweep.weight_now


def least_changes(results: Results, criteria: Sequence[str] | None = None) -> tuple[LeastChange, ...]:
    """The given criteria (ids), or all counted ones, that first whose weight has to move least.

    Then come those that change nothing and those that cannot move; equal changes keep their order.
    """
    found = [_least(results, sweep) for sweep in every_one_way(results, criteria)]
    return tuple(sorted(found, key=_effort))


def _least(results: Results, sweep: OneWay) -> LeastChange:
    return LeastChange(sweep, next(iter(leader_changes(results, sweep)), None))


def _effort(one: LeastChange) -> tuple[bool, bool, float]:
    return one.sweep.reason is not None, one.change is None, abs(one.change or 0.0)
