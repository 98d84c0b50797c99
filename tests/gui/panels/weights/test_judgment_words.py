"""Judgments in words."""

import pytest

from decidr.gui.panels.weights.judgment_words import (
    is_equal,
    scale_words,
    sentence,
    short_sentence,
    strength,
    without_markup,
)


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (1, "equally"),
        (2, "between equally and moderately"),
        (2.5, "between equally and moderately"),
        (3, "moderately"),
        (8, "between very strongly and extremely"),
        (9, "extremely"),
        (12, "more than extremely"),
    ],
)
def test_every_strength_has_its_words(times: float, words: str) -> None:
    assert strength(times) == words


def test_the_words_of_the_scale_stand_at_its_odd_steps() -> None:
    assert list(scale_words()) == [1, 3, 5, 7, 9]


def test_a_sentence_says_how_much_more_one_swing_matters() -> None:
    said = "<b>Market matters 2 times as much</b> as Security: between equally and moderately"
    assert sentence("Market", "Security", 2.0, False) == said
    assert sentence("Security", "Market", 0.5, False) == said


def test_a_reciprocal_of_three_is_moderately_and_not_nearly_so() -> None:
    assert without_markup(sentence("A", "B", 1 / 3, False)) == "B matters 3 times as much as A: moderately"


def test_hosts_are_good_and_do_not_matter() -> None:
    assert without_markup(sentence("Spain", "Canada", 5.0, True)) == "Spain is 5 times as good as Canada: strongly"
    assert without_markup(sentence("Spain", "Canada", 1.0, True)) == "Spain and Canada are equally good"


def test_names_are_text_and_never_markup() -> None:
    assert "&lt;b&gt;" in sentence("<b>", "B", 2.0, False)
    assert without_markup(sentence("R&D", "B", 1.0, False)) == "R&D and B matter alike"


def test_the_short_sentence_says_no_more_than_its_card() -> None:
    assert short_sentence("A", "B", 1.0, False) == "Equal: both swings matter alike"
    assert short_sentence("A", "B", 0.25, False) == "B matters 4 times as much: between moderately and strongly"
    assert short_sentence("A", "B", 4.0, True) == "A is 4 times as good: between moderately and strongly"
    assert short_sentence("A", "B", None, False).startswith("Not judged yet")
    assert sentence("A", "B", None, False) == "Not judged yet"


def test_equal_is_what_nobody_could_tell_from_one() -> None:
    assert is_equal(1 / 3 * 3)
    assert not is_equal(1.01)
