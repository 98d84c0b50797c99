"""What the charts of a simulation draw: its hosts by expected rank, and the words that go with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import isnan

import numpy as np

from decidr.core.analysis.results import Floats, Results
from decidr.core.analysis.robustness.outcome import Robustness
from decidr.gui.simulation import SHARES
from decidr.language import _, ngettext
from decidr.number_text import figure, listed, per_cent

WORTH_A_WORD = 0.005
"""A share below this is not told in a heading."""


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
    def names(self) -> dict[str, str]:
        """The hosts' names by id."""
        return {host.id: host.name for host in self.results.study.hosts}

    @cached_property
    def firsts(self) -> Floats:
        """The share of draws in which each host is first (R,), in the order of the robustness."""
        return np.asarray(self.robustness.rank_acceptability[:, 0])

    @property
    def draws(self) -> str:
        """How many draws it is of: «100 000 draws»."""
        count = self.robustness.samples
        return ngettext("{count} draw", "{count} draws", count).format(count=figure(count, 9))

    def row_of(self, host: str) -> int:
        """The place of a host (an id) in the arrays of the robustness."""
        return self.robustness.hosts.index(host)

    def name(self, row: int) -> str:
        """The name of a host by its place in the robustness."""
        return self.names[self.robustness.hosts[row]]


def simulated(results: Results, robustness: Robustness, boxes: Floats | None = None) -> Simulated:
    """The same with ``boxes`` made here where they were not made before."""
    return Simulated(results, robustness, robustness.quantiles(SHARES) if boxes is None else boxes)


def who_is_first(shown: Simulated) -> str:
    """The answer: «Spain is first in 61 % of 100 000 draws; Canada in 33 %»."""
    by_share = sorted(shown.rows, key=lambda row: -shown.firsts[row])
    told = [row for row in by_share if shown.firsts[row] >= WORTH_A_WORD][:3] or by_share[:1]
    said = [(shown.name(row), share_told(float(shown.firsts[row]))) for row in told]
    (host, share), *rest = said
    others = listed([_("{host} in {share}").format(host=name, share=part) for name, part in rest])
    text = _("{host} is first in {share} of {draws}; {others}.")
    if not rest:
        text = _("{host} is first in {share} of {draws}.")
    return text.format(host=host, share=share, draws=shown.draws, others=others)


def share_told(share: float, decimals: int = 0) -> str:
    """A share of draws in whole per cents, or finer; only what never or always happens reads 0 or 100."""
    least = 0.01 / 10**decimals
    if isnan(share):
        return "–"
    if 0 < share <= least / 2:
        return _("under {share}").format(share=per_cent(least, decimals))
    if 1 - least / 2 <= share < 1:
        return _("over {share}").format(share=per_cent(1 - least, decimals))
    return per_cent(share, decimals)


def chance(shown: Simulated) -> str:
    """What the standard error is, in words."""
    error = shown.robustness.standard_error
    if isnan(error):
        return _("How far chance moves these shares is not known yet.")
    if error == 0:
        return _("Every draw gives the same ranking.")
    text = _("Off by chance: at most {error} percentage points (standard error).")
    return text.format(error=f"{error * 100:.2g}")
