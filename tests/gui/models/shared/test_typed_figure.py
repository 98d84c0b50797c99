"""Figures as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        (" -0.5 ", -0.5),
        ("−0.5", -0.5),
        ("0,5", 0.5),
        (",5", 0.5),
        ("5.", 5),
        ("0,333", 0.333),
        ("1,5", 1.5),
        ("12,50", 12.5),
        ("1234,567", 1234.567),
        ("1.234", 1.234),
        ("1.5e6", 1_500_000),
        ("1,5E-3", 0.0015),
        ("190 000", 190_000),
        ("190\u202f000", 190_000),
        ("1'200'000.5", 1_200_000.5),
        ("1 200 000,5", 1_200_000.5),
        ("1,200,000", 1_200_000),
        ("1.200.000", 1_200_000),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("-1,234.5", -1234.5),
    ],
)
def test_decimal_points_commas_and_clear_groups_are_read(text: str, value: float) -> None:
    assert typed_figure(text) == value


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "n/a", "NA", ".."])
def test_what_stands_for_nothing_is_no_figure_and_not_zero(text: str) -> None:
    assert typed_figure(text) is None


def test_a_comma_that_may_part_thousands_or_decimals_is_refused_with_both_readings() -> None:
    with pytest.raises(NotAFigure) as refusal:
        typed_figure("1,234")
    assert str(refusal.value) == "«1,234» may mean 1.234 or 1234; write one of these."


@pytest.mark.parametrize(
    "text", ["abc", "1/3", "1 2", "12 3456", "1,23,456", "1.2.3", "inf", "nan", "1e999", "5 apples"]
)
def test_anything_else_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(NotAFigure, match=r"is not a figure; write 12, 0\.5 or 0,5\."):
        typed_figure(text)


def test_the_unit_may_stand_behind() -> None:
    assert typed_figure("12 %", "% per year") == 12
    assert typed_figure("5000 vehicles/year", "vehicles/year") == 5000
    with pytest.raises(NotAFigure):
        typed_figure("12 kg", "%")
    with pytest.raises(NotAFigure):
        typed_figure("%", "%")
    with pytest.raises(NotAFigure):
        typed_figure("1-9", "1-9")


@given(st.floats(allow_nan=False, allow_infinity=False), st.sampled_from([".", ","]))
def test_what_is_copied_reads_back_as_the_same_figure(value: float, point: str) -> None:
    assert typed_figure(exact_figure(value, point)) == value


def test_whole_numbers_are_written_without_decimals() -> None:
    assert exact_figure(190_000.0) == "190000"
    assert exact_figure(0.1) == "0.1"
    assert exact_figure(1.234, ",") == "1,2340"
