"""What the charts of a simulation draw: its hosts by expected rank, and the words that go with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from decidr.core.analysis.results import Floats, Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.core.analysis.robustness.words import draws_said
from decidr.gui.simulation import SHARES


@dataclass(frozen=True)
class Simulated:
    """What ``robustness`` tells of ``results``, whose study names the hosts; ``boxes`` (R, 5) are totals at ``SHARES``.

    ``rows`` are the places of its hosts in the arrays of ``robustness``, the best expected rank first.
    """

    results: Results
    robustness: Robustness
    boxes: Floats
    rows: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        order = np.argsort(self.robustness.expected_rank, kind="stable")
        object.__setattr__(self, "rows", tuple(order.tolist()))

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """Ids in the order of the rows."""
        return tuple(self.robustness.hosts[row] for row in self.rows)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The hosts' names by id."""
        return self.results.names

    @cached_property
    def firsts(self) -> Floats:
        """The share of draws in which each host is first (R,), in the order of the robustness."""
        return np.asarray(self.robustness.rank_acceptability[:, 0])

    @property
    def draws(self) -> str:
        """How many draws it is of: «100 000 draws»."""
        return draws_said(self.robustness)

    def row_of(self, host: str) -> int:
        """The place of a host (an id) in the arrays of the robustness."""
        return self.robustness.hosts.index(host)

    def name(self, row: int) -> str:
        """The name of a host by its place in the robustness."""
        return self.names[self.robustness.hosts[row]]


def simulated(results: Results, robustness: Robustness, boxes: Floats | None = None) -> Simulated:
    """The same with ``boxes`` made here where they were not made before."""
    return Simulated(results, robustness, robustness.quantiles(SHARES) if boxes is None else boxes)
