"""Two views of one study side by side: where every host stands in each, and whom nobody beats in both."""

from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Booleans
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.study.study import Study

Pair = tuple[str, str]
"""Ids of two views."""


class SeenTwice(NamedTuple):
    """One host (an id) in two views; ranks are 0 outside the ranks.

    ``is_unbeaten``: no other host that can lead in both is at least as good in both and better in one.
    """

    host: str
    first_rank: int
    second_rank: int
    first_total: float
    second_total: float
    is_unbeaten: bool

    @property
    def places_up(self) -> int | None:
        """How many places higher it stands in the second view; None where it is outside the ranks."""
        return self.first_rank - self.second_rank if self.first_rank and self.second_rank else None


def default_pair(study: Study) -> Pair | None:
    """The first two views beside the base, else the base and the other one; None for a single view."""
    base = study.settings.base_view
    others = [view.id for view in study.views if view.id != base]
    if len(others) > 1:
        return others[0], others[1]
    return (base, others[0]) if others else None


def seen_twice(first: Results, second: Results) -> tuple[SeenTwice, ...]:
    """Every host, in the order of the first view's ranks; both results are of the same study."""
    unbeaten = _unbeaten(first, second)
    rest = [h for h in range(len(first.hosts)) if not first.ranks[h]]
    return tuple(
        SeenTwice(
            first.hosts[h],
            int(first.ranks[h]),
            int(second.ranks[h]),
            float(first.totals[h]),
            float(second.totals[h]),
            bool(unbeaten[h]),
        )
        for h in (*first.order, *rest)
    )


def _unbeaten(first: Results, second: Results) -> Booleans:
    """Hosts (H,) that can lead in both, and that none such beats."""
    can_lead = first.eligible & second.eligible
    both = np.stack([first.totals, second.totals])
    ahead = both[:, :, None] - both[:, None, :]  # of the row's host over the column's
    beats = can_lead[:, None] & (ahead >= -TIE).all(axis=0) & (ahead > TIE).any(axis=0)
    return np.asarray(can_lead & ~beats.any(axis=0))
