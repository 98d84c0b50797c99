"""Room that text takes, against the advance widths that Arial's makers publish (thousandths of its size)."""

import pytest

from decidr.formats.report.book.lettering import column_width, lines_of, width_of

FIGURE = 556
"""The width of each of Arial's figures."""


@pytest.mark.parametrize(
    ("text", "thousandths"),
    [
        ("0123456789", 5560),
        ("Spain", 667 + 556 + 556 + 222 + 556),
        ("will", 722 + 3 * 222),
        ("MWmw", 833 + 944 + 833 + 722),
        ("Türkiye", 611 + 556 + 333 + 500 + 222 + 500 + 556),
        ("a b, c.", 556 + 278 + 556 + 278 + 278 + 500 + 278),
    ],
)
def test_widths_are_those_of_the_family(text: str, thousandths: int) -> None:
    assert width_of(text) == pytest.approx(thousandths / FIGURE, rel=0.04)


def test_chinese_signs_take_two_and_accents_none() -> None:
    assert width_of("漢字") == 4.0
    assert width_of("é") == width_of("e")


def test_lines_are_broken_at_blanks_and_long_words_are_cut() -> None:
    assert lines_of("one two three", 7) == 2
    assert lines_of("x" * 25, 10) == 3
    assert lines_of("a\nb", 10) == 2
    assert lines_of("", 10) == 1


def test_a_name_of_many_narrow_letters_stays_on_one_line() -> None:
    assert lines_of("Political influence and dependence", 31) == 1


def test_columns_are_wide_enough_for_every_word() -> None:
    assert column_width(["Luxembourg", "UK"], 1.0, 5, 20) > width_of("Luxembourg")


def test_a_name_that_would_run_into_the_next_gets_another_line_or_a_wider_column() -> None:
    names = ("United States", "Canada")
    assert not width_of(names[0]) < column_width(names, 1.0, 8, 20) < width_of(names[0]) + 1


def test_columns_stay_within_their_bounds() -> None:
    assert column_width(["x" * 50], 1.0, 8, 14) == 14
    assert column_width([], 1.0, 8, 14) == 8
