"""Value curves and rating scales as text."""

import pytest

from decidr.gui.models.criteria.curve_text import NotUnderstood, points_text, typed_levels, typed_points


def test_points_are_read_as_they_are_written() -> None:
    points = ((0.0, 0.0), (2.5, 0.6), (5.0, 1.0))
    assert points_text(points) == "0:0; 2.5:0.6; 5:1"
    assert typed_points("0:0; 2.5:0.6; 5:1") == points


def test_points_may_come_in_any_order_with_decimal_commas_and_blanks() -> None:
    assert typed_points(" 5 : 1 ;2,5:0,6; 0:0;") == ((0.0, 0.0), (2.5, 0.6), (5.0, 1.0))


def test_no_points_are_no_text() -> None:
    assert typed_points("") == ()
    assert points_text(()) == ""


@pytest.mark.parametrize("text", ["5", "5:", ":1", "a:1", "1:2:3"])
def test_what_is_no_point_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NotUnderstood, match=r"0:0; 2\.5:0\.6; 5:1|is not a figure"):
        typed_points(text)


def test_levels_are_read_from_one_line_or_from_a_table_and_keep_their_order() -> None:
    levels = (("good: very", 1.0), ("fair", 0.5))
    assert typed_levels("good: very: 1; fair: 0,5") == levels
    assert typed_levels("good: very\t1\nfair\t0.5\n") == levels


def test_names_alone_are_even_steps_from_best_to_worst() -> None:
    assert typed_levels("good\nfair\npoor") == (("good", 1.0), ("fair", 0.5), ("poor", 0.0))
    assert typed_levels("only") == (("only", 1.0),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("good; fair: 1", "is not a level"),
        (": 1", "is not a level"),
        ("good: 2", "lies from 0 to 1; 2 does not"),
        ("good: 1; Góod: 0", "is there twice"),
        ("good: x", "is not a figure"),
    ],
)
def test_levels_that_cannot_be_are_refused_in_a_sentence(text: str, why: str) -> None:
    with pytest.raises(NotUnderstood, match=why):
        typed_levels(text)
