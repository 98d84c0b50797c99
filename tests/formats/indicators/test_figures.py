"""Figures as publishers print them."""

from __future__ import annotations

from datetime import date, time

import pytest

from decidr.formats.indicators.figures import decimal_mark, is_gap, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12.3", 12.3),
        ("12,3", 12.3),
        ("1 234 567,8", 1234567.8),
        ("1\N{NARROW NO-BREAK SPACE}234,5", 1234.5),
        ("1'234.5", 1234.5),
        ("1’234", 1234),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234,567", 1234567),
        ("1.234.567", 1234567),
        ("0,123", 0.123),
        (".5", 0.5),
        ("−3.2", -3.2),
        ("(1,234.5)", -1234.5),
        ("+4", 4),
        ("1.5e-3", 0.0015),
        ("12.3*", 12.3),
        ("12.3 [a]", 12.3),
        ("12.3¹", 12.3),
        ("12.3 (1)", 12.3),
        ("12.3 b", 12.3),
        ("12.3 ep", 12.3),
        ("US$ 1,200.50", 1200.5),
        ("12 €", 12),
    ],
)
def test_a_figure_is_read_as_it_is_meant(text: str, value: float) -> None:
    found = parse(text)
    assert (found.value, found.trouble) == (value, "")


@pytest.mark.parametrize("text", ["45%", "45 %", "45 per cent", "45 pct"])
def test_a_per_cent_sign_is_a_unit(text: str) -> None:
    assert parse(text)[:2] == (45.0, "%")


@pytest.mark.parametrize("text", ["abc", "12.3 (0.5)", "2,3,4", "<0.1", "5 bn", "12 kg", "1/3", "1 23", "12.3.4"])
def test_what_may_be_another_thing_is_no_figure(text: str) -> None:
    assert (parse(text).value, parse(text).trouble) == (None, "cell.not_a_number")


@pytest.mark.parametrize("value", [date(2024, 2, 1), time(3, 4), "3-Jan", "Mar-15", "2024-02-01", "1.2.2024"])
def test_a_date_is_told_apart(value: object) -> None:
    assert parse(value).trouble == "import.a_date"


def test_a_truth_value_is_no_figure() -> None:
    assert parse(True).trouble == "cell.not_a_number"


@pytest.mark.parametrize(
    "text", ["", " ", "..", "…", "n/a", "N.A.", "-", "–", ":", "#N/A", "k. A.", ".. [a]", "..*", "nan"]
)
def test_words_for_none_are_gaps(text: str) -> None:
    assert is_gap(text)
    assert parse(text) == (None, "", "")


def test_a_lone_comma_before_three_digits_is_told_unless_the_table_tells_what_it_is() -> None:
    assert parse("12,345").trouble == "import.ambiguous_number"
    assert parse("12,345", ",").value == 12.345
    assert parse("12,345", ".").value == 12345
    assert parse("12.345", ",").value == 12345


@pytest.mark.parametrize(
    ("texts", "mark"),
    [
        (["12,5", "1.234"], ","),
        (["1,234", "0.5"], "."),
        (["1,234"], None),
        (["1.234.567"], ","),
        (["1,234.5"], "."),
        (["12,5", "12.5"], None),
        ([], None),
    ],
)
def test_the_decimal_mark_is_told_by_figures_that_can_be_read_in_one_way_alone(texts: list[str], mark: str) -> None:
    assert decimal_mark(texts) == mark
