"""What AHPy says of one matrix, in words."""

import pytest

from decidr.core.ahp.second_opinion import SecondOpinion
from decidr.gui.panels.weights.opinion_words import opinion_words, small_number


def test_agreement_is_told_with_the_largest_difference() -> None:
    words = opinion_words(SecondOpinion("agrees", 3.1e-11))
    assert words == "AHPy agrees on this matrix (largest difference 3\u00a0×\u00a010⁻¹¹)."


def test_a_difference_that_matters_is_told_with_what_to_make_of_it() -> None:
    assert "by up to 0.012" in opinion_words(SecondOpinion("parts", 0.0123))


def test_no_answer_is_never_agreement() -> None:
    said = [opinion_words(o) for o in (None, SecondOpinion("incomplete", None), SecondOpinion("no answer", None))]
    assert len(set(said)) == 3
    assert not any("agrees" in words for words in said)


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (2e-16, "2\u00a0×\u00a010⁻¹⁶"), (0.0004, "4\u00a0×\u00a010⁻⁴"), (0.25, "0.25")]
)
def test_small_numbers_are_written_with_powers(value: float, text: str) -> None:
    assert small_number(value) == text
