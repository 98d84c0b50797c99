"""Products of matrices by one thread each."""

import numpy as np
import pytest

from decidr.core.analysis.robustness.products import MOST_WORK, product, product_over_samples


@pytest.mark.parametrize("samples", [1, 7, MOST_WORK // 15 + 1])
def test_pieces_give_the_whole_product(samples):
    rng = np.random.default_rng(1)
    left, right = rng.random((5, 3)), rng.random((3, samples))
    np.testing.assert_allclose(product(left, right), np.einsum("mk,kn->mn", left, right), rtol=1e-13)
    wide = rng.random((5, samples))
    np.testing.assert_allclose(product_over_samples(wide, right), np.einsum("mn,kn->mk", wide, right), rtol=1e-12)


def test_nothing_gives_nothing():
    assert product(np.zeros((2, 0)), np.zeros((0, 4))).tolist() == [[0.0] * 4] * 2
    assert product_over_samples(np.zeros((0, 4)), np.zeros((3, 4))).shape == (0, 3)
