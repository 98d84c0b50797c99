"""Where draws come from: rows of points in the cube, one column a sample."""

from typing import Protocol

import numpy as np

from decidr.core.analysis.matrices import Floats


class Points(Protocol):
    """Draws of one chunk of samples; each call takes new dimensions, in the order of the calls."""

    @property
    def size(self) -> int:
        """How many samples (N) the chunk has."""

    def uniform(self, rows: int) -> Floats:
        """(rows, N) uniform in [0, 1)."""

    def normal(self, rows: int) -> Floats:
        """(rows, N) standard normal."""

    def simplex(self, rows: int) -> Floats:
        """(rows, N) uniform on the simplex: at least 0, each column summing to 1."""


class RandomPoints:
    """Points of a generator, which makes normal and exponential numbers faster than by inversion."""

    def __init__(self, generator: np.random.Generator, size: int) -> None:
        self._generator = generator
        self.size = size

    def uniform(self, rows: int) -> Floats:
        """As ``Points``."""
        return self._generator.random((rows, self.size))

    def normal(self, rows: int) -> Floats:
        """As ``Points``."""
        return self._generator.standard_normal((rows, self.size))

    def simplex(self, rows: int) -> Floats:
        """As ``Points``: exponentials divided by their sum."""
        drawn = self._generator.standard_exponential((rows, self.size))
        drawn /= np.add.reduce(drawn, axis=0)
        return drawn


class Rehearsal:
    """One sample in the middle of everything, to learn how many ``dimensions`` the draws take."""

    size = 1

    def __init__(self) -> None:
        self.dimensions = 0

    def uniform(self, rows: int) -> Floats:
        """As ``Points``."""
        return self._middle(rows, 0.5)

    def normal(self, rows: int) -> Floats:
        """As ``Points``."""
        return self._middle(rows, 0.0)

    def simplex(self, rows: int) -> Floats:
        """As ``Points``; takes one dimension less."""
        self.dimensions += rows - 1
        return np.full((rows, 1), 1.0 / rows)

    def _middle(self, rows: int, value: float) -> Floats:
        self.dimensions += rows
        return np.full((rows, 1), value)
