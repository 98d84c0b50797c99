"""The samples of a plan in chunks."""

import numpy as np

from decidr.core.analysis.robustness.chunks import CHUNK, random_chunks
from decidr.core.analysis.robustness.plan import Plan


def test_chunks_hold_all_samples_one_after_the_other():
    chunks = list(random_chunks(Plan(samples=2 * CHUNK + 5), 3))
    assert [c.start for c in chunks] == [0, CHUNK, 2 * CHUNK]
    assert [c.weights.size for c in chunks] == [c.data.size for c in chunks] == [CHUNK, CHUNK, 5]


def first_points(seed=1, samples=3 * CHUNK):
    return [points.uniform(1)[0, 0] for c in random_chunks(Plan(samples, seed), 1) for points in (c.data, c.weights)]


def test_the_same_seed_gives_the_same_points_and_another_others():
    assert first_points() == first_points()
    assert not set(first_points()) & set(first_points(seed=2))


def test_no_two_chunks_share_points_and_data_share_none_with_weights():
    assert len(set(first_points())) == 6


def test_longer_runs_begin_with_the_shorter_ones():
    assert first_points(samples=CHUNK) == first_points()[:2]


def test_data_are_the_same_whatever_is_drawn_of_weights():
    one, other = (next(random_chunks(Plan(weights=mode), 1)) for mode in ("judged", "free"))
    one.weights.normal(7)
    np.testing.assert_array_equal(one.data.uniform(2), other.data.uniform(2))
