"""Points that a test chooses or knows, and the many that it needs to see a distribution."""

import numpy as np
from scipy.stats import norm

from decidr.core.analysis.robustness.points import RandomPoints


class GivenPoints:
    """The rows of ``uniform`` (D, N) one after the other; normal ones by inversion."""

    def __init__(self, uniform) -> None:
        self._uniform = np.asarray(uniform, dtype=np.float64)
        self.size = self._uniform.shape[1]
        self.taken = 0

    def uniform(self, rows):
        self.taken += rows
        return self._uniform[self.taken - rows : self.taken].copy()

    def normal(self, rows):
        return norm.ppf(self.uniform(rows))


def many(size: int = 100_000, seed: int = 1) -> RandomPoints:
    return RandomPoints(np.random.default_rng(seed), size)
