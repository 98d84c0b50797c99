"""The samples of a plan in chunks, each with points of its own, so that any number of threads draws the same."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.points import Points, RandomPoints

CHUNK = 8192
"""Samples at once: few enough for the cache, enough that no time goes into calls."""


REPLICATES = 16
"""Of scrambled points, apart from each other, so that their differences tell the error."""


class Chunk(NamedTuple):
    """Samples from ``start`` on; data are drawn before weights. ``replicate`` is that of scrambled points, else 0."""

    start: int
    replicate: int
    data: Points
    weights: Points


def random_chunks(plan: Plan, dimensions: int) -> Iterator[Chunk]:
    """Random points, data and weights from streams of their own for each chunk; they need no ``dimensions`` known."""
    for number, start in enumerate(range(0, plan.samples, CHUNK)):
        size = min(CHUNK, plan.samples - start)
        data, weights = (RandomPoints(_generator(plan.seed, number, part), size) for part in (0, 1))
        yield Chunk(start, 0, data, weights)


def _generator(seed: int, chunk: int, part: int) -> np.random.Generator:
    return np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(chunk, part))))
