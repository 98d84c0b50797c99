"""Where draws come from."""

import numpy as np
import pytest
from scipy.stats import beta, kstest, norm, uniform

from decidr.core.analysis.robustness.points import Rehearsal
from tests.core.analysis.robustness.given_points import many


@pytest.mark.parametrize(("kind", "distribution"), [("uniform", uniform), ("normal", norm), ("simplex", beta(1, 2))])
def test_points_have_the_distribution_that_they_are_called_by(kind, distribution):
    for row in getattr(many(20_000), kind)(3):
        assert kstest(row, distribution.cdf).pvalue > 0.001


def test_rows_are_drawn_apart_from_each_other():
    assert np.abs(np.corrcoef(many(20_000).normal(4)) - np.eye(4)).max() < 0.03


def test_a_rehearsal_counts_dimensions_and_stands_in_the_middle():
    rehearsal = Rehearsal()
    middles = rehearsal.uniform(2), rehearsal.normal(3), rehearsal.simplex(4)
    assert rehearsal.dimensions == 2 + 3 + 3
    assert [m.shape for m in middles] == [(2, 1), (3, 1), (4, 1)]
    assert [m[0, 0] for m in middles] == [0.5, 0.0, 0.25]
