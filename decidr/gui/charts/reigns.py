"""Who leads at which weight, along one criterion's sweep from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay


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
    edges = np.array([0.0, *(c.weight for c in sweep.crossovers), 1.0])
    middles = (edges[:-1] + edges[1:]) / 2
    start, end = sweep.at_zero[candidates], sweep.at_one[candidates]
    totals = start + np.outer(middles, end - start)
    first = np.argmax(totals >= totals.max(axis=1, keepdims=True) - 1e-12, axis=1)
    found: list[Reign] = []
    for place, left, right in zip(first, edges[:-1], edges[1:], strict=True):
        host = results.hosts[candidates[int(place)]]
        if found and found[-1].host == host:
            found[-1] = Reign(host, found[-1].start, float(right))
        elif right > left:
            found.append(Reign(host, float(left), float(right)))
    return tuple(found)
