"""What the settings of a simulation may be."""

import pytest

from decidr.core.study.simulation_settings import wrong_setting


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("samples", (1, 100_000), (0, -5)),
        ("seed", (0, 7, 2**70), (-1,)),
        ("judgment_spread", (0.0, 0.2, 3, "group"), (-0.1, float("inf"), float("nan"))),
    ],
)
def test_samples_start_at_one_and_seeds_and_spreads_at_zero(name, good, bad):
    assert [wrong_setting(name, value) for value in good] == [""] * len(good)
    assert [wrong_setting(name, value) for value in bad] == [f"settings.{name}"] * len(bad)


def test_other_settings_are_not_looked_at():
    assert wrong_setting("sampling", -1) == ""
