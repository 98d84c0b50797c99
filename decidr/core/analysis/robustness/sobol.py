"""Scrambled Sobol points in replicates; alone in importing scipy.stats (0.6 s: import it late)."""

from collections.abc import Iterator

import numpy as np
from scipy.special import ndtri
from scipy.stats.qmc import Sobol

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.robustness.chunks import CHUNK, REPLICATES, Chunk
from decidr.core.analysis.robustness.plan import Plan

HALF_STEP = 2.0**-31
"""Points have 30 bits; half a step more, and none is 0 or 1."""


class SobolPoints:
    """The next points of one scrambled sequence, drawn when they are first asked for; others by inversion."""

    def __init__(self, sequence: Sobol, size: int) -> None:
        self._sequence = sequence
        self.size = size
        self._points: Floats | None = None
        self._taken = 0

    def uniform(self, rows: int) -> Floats:
        """As ``Points``."""
        if self._points is None:
            self._points = np.ascontiguousarray(self._sequence.random(self.size).T) + HALF_STEP
        self._taken += rows
        return self._points[self._taken - rows : self._taken]

    def normal(self, rows: int) -> Floats:
        """As ``Points``."""
        return np.asarray(ndtri(self.uniform(rows)))

    def simplex(self, rows: int) -> Floats:
        """As ``Points``: each weight breaks its part off what is left, which takes one dimension less than weights."""
        left, found = np.ones(self.size), np.empty((rows, self.size))
        for row, number in enumerate(self.uniform(rows - 1)):
            kept = left * number ** (1.0 / (rows - 1 - row))
            found[row], left = left - kept, kept
        found[-1] = left
        return found


def sobol_chunks(plan: Plan, dimensions: int) -> Iterator[Chunk]:
    """The replicates' points in turn, each replicate with its share of the samples."""
    shares = [plan.samples // REPLICATES + (r < plan.samples % REPLICATES) for r in range(REPLICATES)]
    seeds = [np.random.SeedSequence(plan.seed, spawn_key=(r,)) for r in range(REPLICATES)]
    sequences = [Sobol(max(1, dimensions), rng=np.random.default_rng(seed)) for seed in seeds]
    start = 0
    for sizes in _in_turn(shares):
        for replicate, size in sizes:
            points = SobolPoints(sequences[replicate], size)
            yield Chunk(start, replicate, points, points)
            start += size


def _in_turn(shares: list[int]) -> Iterator[list[tuple[int, int]]]:
    """The next chunk of each replicate, until all have their share: a power of two first, which keeps the balance."""
    left = list(shares)
    while any(left):
        sizes = [(r, min(CHUNK, 1 << (n.bit_length() - 1))) for r, n in enumerate(left) if n]
        for replicate, size in sizes:
            left[replicate] -= size
        yield sizes
