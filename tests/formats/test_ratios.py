from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decidr.core.study.problems import Problem, sentence
from decidr.formats.ratios import NotARatio, parse_ratio, ratio_text

RATIOS = st.floats(1e-300, 1e300)


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
        ("0.50", 0.5),
        ("0.2", 0.2),
        ("0.3", 0.3),
        ("0.33", 1 / 3),
        ("0.34", 0.34),
        ("0.17", 1 / 6),
        ("0.167", 1 / 6),
        ("0.166", 0.166),
        ("0.14", 1 / 7),
        ("0.13", 1 / 8),
        ("0.125", 1 / 8),
        ("0.11", 1 / 9),
        ("0.12", 0.12),
        ("0.75", 0.75),
        ("0.1", 0.1),
        ("0.10", 0.1),
        ("0.00", None),
        (2, 2),
        (0.3333, 1 / 3),
        (0.333333333333333, 1 / 3),
        (0.14285714285714285, 1 / 7),
        (1 / 7, 1 / 7),
    ],
)
def test_a_ratio_is_read_as_people_write_it(text, value):
    if value is None:
        with pytest.raises(NotARatio):
            parse_ratio(text)
    else:
        assert parse_ratio(text) == value


@pytest.mark.parametrize("text", ["", " ", "1/x", "x", "0", "-3", "1/0", "0/3", "inf", "nan", "3 times", "1//3", "1e3"])
def test_what_is_not_a_ratio_above_nothing_is_refused(text):
    with pytest.raises(NotARatio) as refusal:
        parse_ratio(text)
    assert refusal.value.code == "judgments.not_a_ratio"


@pytest.mark.parametrize("number", [0.0, -1.0, float("inf"), float("nan"), True, False])
def test_a_number_that_is_no_ratio_is_refused(number):
    with pytest.raises(NotARatio):
        parse_ratio(number)


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 3),
        datetime(2026, 1, 3, 12, 30),
        time(1, 3),
        timedelta(days=1),
        "2026-01-03",
        "2026-01-03 00:00:00",
        "03-Jan",
        "3. March",
        "Jan-03",
        "01/03/2026",
        "3.1.2026",
    ],
)
def test_a_date_is_refused_with_what_excel_did(day):
    with pytest.raises(NotARatio) as refusal:
        parse_ratio(day)
    assert "Excel" in sentence(Problem("error", refusal.value.code, "", {"value": str(day)}))


@pytest.mark.parametrize(
    "text", ["1", "9", "1/3", "1/9", "8/9", "9/8", "2/5", "2.5", "1.25", "1/2.29", "12", "1/12", "1000", "0.75", "7/5"]
)
def test_the_usual_ways_to_write_a_ratio_come_back_as_they_are(text):
    usual = {"0.75": "3/4", "7/5": "1.4"}
    assert ratio_text(parse_ratio(text)) == usual.get(text, text)


@given(RATIOS)
def test_a_ratio_that_is_written_is_read_as_the_same_number(value):
    assert parse_ratio(ratio_text(value)) == value


@given(st.integers(2, 9), st.integers(2, 17))
def test_a_computed_decimal_is_not_mistaken_for_the_fraction_it_looks_like(n, places):
    value = round(1 / n, places)
    assert parse_ratio(ratio_text(value)) == value


@given(st.one_of(st.from_regex(r"[0-9]{0,3}[.,/]?[0-9]{1,6}", fullmatch=True), st.text(max_size=6)))
def test_one_pass_settles_how_a_ratio_is_written(text):
    try:
        value = parse_ratio(text)
    except NotARatio:
        return
    assert parse_ratio(ratio_text(value)) == value


@given(st.integers(1, 9), st.integers(1, 9))
def test_ratios_of_the_scale_come_back_exactly(a, b):
    assert parse_ratio(ratio_text(a / b)) == a / b
