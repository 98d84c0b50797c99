import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.formats.ratios import NotARatio, parse_ratio, ratio_text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        (" 1/3 ", 1 / 3),
        ("8/9", 8 / 9),
        ("8 / 9", 8 / 9),
        ("1/2.29", 1 / 2.29),
        ("1/2,29", 1 / 2.29),
        ("0.333", 1 / 3),
        ("0,333", 1 / 3),
        (",5", 0.5),
        ("0.5", 0.5),
        ("0.2", 0.2),
        ("0.3", 0.3),
        ("0.33", 1 / 3),
        ("0.17", 1 / 6),
        ("0.167", 1 / 6),
        ("0.14", 1 / 7),
        ("0.13", 1 / 8),
        ("0.125", 1 / 8),
        ("0.11", 1 / 9),
        ("0.12", 0.12),
        ("0.75", 0.75),
        ("0.1", 0.1),
        (2, 2),
        (0.3333, 1 / 3),
        (1 / 7, 1 / 7),
    ],
)
def test_a_ratio_is_read_as_people_write_it(text, value):
    assert parse_ratio(text) == value


@pytest.mark.parametrize(
    "text", ["", "1/x", "x", "0", "-3", "1/0", "0/3", "inf", "nan", "3 times", "1//3", "1e3", "2026-01-03"]
)
def test_what_is_not_a_ratio_above_nothing_is_refused(text):
    with pytest.raises(NotARatio):
        parse_ratio(text)


@pytest.mark.parametrize("number", [0.0, -1.0, float("inf"), float("nan")])
def test_a_number_that_is_no_ratio_is_refused(number):
    with pytest.raises(NotARatio):
        parse_ratio(number)


@pytest.mark.parametrize(
    "text", ["1", "9", "1/3", "1/9", "8/9", "9/8", "2/5", "2.5", "1.25", "1/2.29", "12", "1/12", "1000"]
)
def test_the_usual_ways_to_write_a_ratio_come_back_as_they_are(text):
    assert ratio_text(parse_ratio(text)) == text


@given(st.floats(1e-6, 1e6))
def test_writing_and_reading_gives_the_same_value(value):
    assert parse_ratio(ratio_text(value)) == value or ratio_text(parse_ratio(ratio_text(value))) == ratio_text(value)


@given(st.integers(1, 9), st.integers(1, 9))
def test_ratios_of_the_scale_come_back_exactly(a, b):
    assert parse_ratio(ratio_text(a / b)) == a / b
