"""Judgments drawn at random, for the rules that must hold for all of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

Draw = Callable[..., NDArray[np.float64]]


@pytest.fixture(scope="session")
def draw() -> Draw:
    """draw(p, n, spread, seed): p reciprocal matrices whose log judgments have that standard deviation."""

    def matrices(p: int, n: int, spread: float = 1.0, seed: int = 0) -> NDArray[np.float64]:
        upper = np.triu(np.random.default_rng(seed).normal(0.0, spread, (p, n, n)), 1)
        return np.exp(upper - upper.swapaxes(-1, -2))

    return matrices


@pytest.fixture(scope="session")
def punch() -> Draw:
    """punch(matrix, pairs): a copy in which those pairs are missing."""

    def with_gaps(matrix: NDArray[np.float64], pairs: list[tuple[int, int]]) -> NDArray[np.float64]:
        copy = matrix.copy()
        for i, j in pairs:
            copy[i, j] = copy[j, i] = np.nan
        return copy

    return with_gaps
