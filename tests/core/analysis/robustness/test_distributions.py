"""What a figure may be, against scipy.stats."""

import numpy as np
import pytest
from scipy.stats import kstest, lognorm, norm, triang, uniform

from decidr.core.analysis.robustness.distributions import Uncertain, figures, uncertain
from decidr.core.study.data import Cell
from tests.core.analysis.robustness.given_points import GivenPoints, many

Z = 1.959964
"""What 95 % of a normal lie within, in deviations."""

LAWS = {
    "triangular": (Uncertain("triangular", 2.0, 3.0, 7.0), triang(0.2, 2.0, 5.0)),
    "triangular at its low end": (Uncertain("triangular", 2.0, 2.0, 7.0), triang(0.0, 2.0, 5.0)),
    "triangular at its high end": (Uncertain("triangular", 2.0, 7.0, 7.0), triang(1.0, 2.0, 5.0)),
    "normal": (Uncertain("normal", 10.0, 30.0, 49.2), norm(30.0, 10.0)),
    "lognormal": (Uncertain("lognormal", 2.0, 3.0, 7.0), lognorm(np.log(3.5) / 3.92, scale=3.0)),
    "uniform": (Uncertain("uniform", 2.0, 3.0, 7.0), uniform(2.0, 5.0)),
}


@pytest.mark.parametrize("name", LAWS)
def test_figures_have_the_distribution_and_the_moments_of_their_form(name):
    figure, law = LAWS[name]
    drawn = figures([figure])(many())[0]
    assert kstest(drawn, law.cdf).pvalue > 0.001
    assert drawn.mean() == pytest.approx(law.mean(), abs=4 * law.std() / len(drawn) ** 0.5)
    assert drawn.std() == pytest.approx(law.std(), rel=0.02)


def test_low_and_high_of_a_normal_figure_hold_its_middle_95_per_cent():
    drawn = figures([Uncertain("normal", -Z, 0.0, Z)])(many())[0]
    assert np.mean(np.abs(drawn) < Z) == pytest.approx(0.95, abs=0.003)


def test_the_value_of_a_lognormal_figure_is_its_median():
    drawn = figures([Uncertain("lognormal", 1.0, 3.0, 20.0)])(many())[0]
    assert np.median(drawn) == pytest.approx(3.0, rel=0.02)


def test_triangular_figures_are_drawn_by_inversion():
    shares = [0.0, 0.1, 0.2, 0.5, 0.999]
    drawn = figures([LAWS["triangular"][0]])(GivenPoints([shares]))[0]
    np.testing.assert_allclose(drawn, triang(0.2, 2.0, 5.0).ppf(shares), rtol=1e-12)


def test_figures_of_several_forms_keep_their_order():
    wanted = [LAWS[name][0] for name in ("normal", "triangular", "uniform", "triangular", "lognormal")]
    middle = figures(wanted)(GivenPoints(np.full((5, 1), 0.5)))[:, 0]
    law = triang(0.2, 2.0, 5.0)
    np.testing.assert_allclose(middle, [30.0, law.median(), 4.5, law.median(), 3.0])


def cell(**fields) -> Cell:
    return Cell(criterion="x", host="A", **fields)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"low": 2.0, "high": 9.0}, Uncertain("triangular", 2.0, 5.0, 9.0)),
        ({"low": 2.0, "high": 9.0, "distribution": "normal"}, Uncertain("normal", 2.0, 5.0, 9.0)),
        ({"low": 2.0, "high": 9.0, "status": "placeholder"}, Uncertain("triangular", 2.0, 5.0, 9.0)),
        ({"status": "placeholder"}, Uncertain("triangular", 4.0, 5.0, 6.0)),
        ({"status": "placeholder", "low": 2.0}, Uncertain("triangular", 4.0, 5.0, 6.0)),
        ({"status": "measured"}, None),
        ({"low": 5.0, "high": 5.0}, None),
        ({}, None),
    ],
)
def test_a_figure_is_drawn_by_its_bounds_and_a_placeholder_without_them_by_a_step(fields, expected):
    assert uncertain(cell(value=5.0, **fields), 5.0, 1.0) == expected


def test_a_placeholder_that_has_no_step_is_fixed():
    assert uncertain(cell(value=5.0, status="placeholder"), 5.0, 0.0) is None


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (Uncertain("triangular", 2.0, 1.0, 3.0), False),
        (Uncertain("normal", 3.0, 2.0, 1.0), False),
        (Uncertain("uniform", 2.0, 1.0, 3.0), True),
        (Uncertain("uniform", 3.0, 2.0, 1.0), False),
        (Uncertain("lognormal", 0.0, 1.0, 2.0), False),
        (Uncertain("lognormal", 0.5, 1.0, 2.0), True),
    ],
)
def test_bounds_must_enclose_the_value_where_it_counts(figure, expected):
    assert figure.is_possible is expected
