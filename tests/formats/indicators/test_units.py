"""Units of figures against the leaf's."""

from __future__ import annotations

import pytest

from decidr.formats.indicators.figures import Parsed
from decidr.formats.indicators.units import measure


@pytest.mark.parametrize(
    ("parsed", "said", "is_shown", "wanted", "factor", "unit", "code"),
    [
        (Parsed(5.0), "", False, "USD", 1.0, "USD", ""),
        (Parsed(5.0), "usd", False, "USD", 1.0, "USD", ""),
        (Parsed(5.0), "USD", False, "", 1.0, "USD", ""),
        (Parsed(5.0), "thousand USD", False, "USD", 1000.0, "USD", "data.converted"),
        (Parsed(0.26), "share", False, "% (combined)", 100.0, "% (combined)", "data.converted"),
        (Parsed(26.0, "%"), "", False, "% of profit", 1.0, "% of profit", ""),
        (Parsed(26.0), "percent", False, "%", 1.0, "%", ""),
        (Parsed(0.26), "", True, "%", 100.0, "%", ""),
        (Parsed(0.26), "", True, "", 100.0, "%", ""),
        (Parsed(0.26), "", True, "share", 1.0, "share", "data.converted"),
        (Parsed(5.0), "EUR", False, "USD", 1.0, "USD", "import.unit_differs"),
    ],
)
def test_a_figure_becomes_one_in_the_leafs_unit(parsed, said, is_shown, wanted, factor, unit, code) -> None:
    assert measure(parsed, said, is_shown, wanted)[:3] == (factor, unit, code)


def test_the_unit_that_differs_is_told_and_noted_with_the_cell() -> None:
    found = measure(Parsed(5.0), "EUR", False, "USD")
    assert (found.given, found.remark) == ("EUR", "«EUR»")
