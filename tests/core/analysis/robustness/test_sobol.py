"""Scrambled Sobol points in replicates."""

import numpy as np
import pytest
from scipy.stats import beta, kstest, norm
from scipy.stats.qmc import Sobol

from decidr.core.analysis.robustness.chunks import CHUNK, REPLICATES
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.sobol import SobolPoints, sobol_chunks


def by_replicate(samples, dimensions=3, seed=1):
    found = {}
    for chunk in sobol_chunks(Plan(samples, seed, sampling="sobol"), dimensions):
        found.setdefault(chunk.replicate, []).append(chunk.weights.uniform(dimensions))
    return {replicate: np.hstack(parts) for replicate, parts in found.items()}


@pytest.mark.parametrize("samples", [1, 15, 100, 16 * CHUNK + 33, 100_000])
def test_replicates_share_the_samples_as_evenly_as_they_go(samples):
    sizes = [points.shape[1] for points in by_replicate(samples).values()]
    assert sum(sizes) == samples
    assert len(sizes) == min(samples, REPLICATES)
    assert max(sizes) - min(sizes) <= 1


def test_chunks_hold_all_samples_one_after_the_other():
    starts = [(c.start, c.weights.size) for c in sobol_chunks(Plan(100_000, sampling="sobol"), 2)]
    assert [start for start, _ in starts] == np.cumsum([0, *(size for _, size in starts[:-1])]).tolist()


def test_each_replicate_is_evenly_spread_to_the_last_point():
    """In 512 points of one sequence each 512th of every dimension holds one."""
    for points in by_replicate(512 * REPLICATES).values():
        for row in points:
            assert sorted((row * 512).astype(int)) == list(range(512))


def test_replicates_are_scrambled_apart_and_by_the_seed():
    one = by_replicate(64 * REPLICATES)
    assert len({points[0, 0] for points in one.values()}) == REPLICATES
    assert one[0][0, 0] == by_replicate(64 * REPLICATES)[0][0, 0] != by_replicate(64 * REPLICATES, seed=2)[0][0, 0]


def points(dimensions) -> SobolPoints:
    return SobolPoints(Sobol(dimensions, rng=np.random.default_rng(1)), 4096)


def test_normal_points_are_inverted_and_none_is_infinite():
    drawn = points(2).normal(2)
    assert kstest(drawn[0], norm.cdf).pvalue > 0.99
    assert np.isfinite(drawn).all()


@pytest.mark.parametrize("weights", [1, 2, 5])
def test_points_of_the_simplex_are_uniform_and_take_one_dimension_less(weights):
    drawn = points(max(1, weights - 1)).simplex(weights)
    np.testing.assert_allclose(drawn.sum(axis=0), 1.0)
    for row in drawn:
        assert weights == 1 or kstest(row, beta(1, weights - 1).cdf).pvalue > 0.9


def test_data_and_weights_take_dimensions_of_one_sequence():
    chunk = next(sobol_chunks(Plan(samples=1024, sampling="sobol"), 4))
    whole = np.vstack([chunk.data.uniform(2), chunk.weights.uniform(2)])
    np.testing.assert_array_equal(whole, by_replicate(1024, 4)[0])
