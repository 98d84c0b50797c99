"""Who leads at which weight, along one criterion's sweep from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.analysis.synthesis import DUST


@dataclass(frozen=True, slots=True)
class Reign:
    """``host`` (an id) leads while the local weight lies between ``start`` and ``end``."""

    host: str
    start: float
    end: float


def reigns(results: Results, sweep: OneWay) -> tuple[Reign, ...]:
    """The leaders from weight 0 to 1; empty where the weight cannot move or nobody can lead."""
    candidates = sorted(results.eligible_order)
    if sweep.at_zero is None or sweep.at_one is None or not candidates:
        return ()
    start, end = sweep.at_zero[candidates], sweep.at_one[candidates]
    since, leader, found = 0.0, _steepest_of(start >= start.max() - DUST, end), []
    while (overtaking := _overtaking(start, end, leader)) is not None:
        weight, successor = overtaking
        if weight > since:
            found.append(Reign(results.hosts[candidates[leader]], since, weight))
        since, leader = max(since, weight), successor
    return (*found, Reign(results.hosts[candidates[leader]], since, 1.0))


def _overtaking(start: Floats, end: Floats, leader: int) -> tuple[float, int] | None:
    """The weight at which the leader is overtaken next, and by whom; None where nobody is ahead of it at 1."""
    lead, lead_at_one = start[leader] - start, end[leader] - end
    ahead = lead_at_one < -DUST
    if not ahead.any():
        return None
    weights = np.full(len(start), np.inf)
    weights[ahead] = lead[ahead] / (lead[ahead] - lead_at_one[ahead])
    return max(float(weights.min()), 0.0), _steepest_of(weights <= weights.min() + DUST, end)


def _steepest_of(tied: Booleans, end: Floats) -> int:
    """Who of those that tie leads from there on: the highest at weight 1, else the first."""
    return int(np.argmax(tied & (end >= end[tied].max() - DUST)))
