import pytest

from decidr.formats.questionnaire.answer_cells import Filled, filled, sentence
from decidr.formats.questionnaire.wording import Wording

WORDS = Wording("en").words()


@pytest.mark.parametrize(
    ("ratio", "cells"),
    [
        (None, Filled()),
        (1.0, Filled("equal")),
        (3.0, Filled("A", "3 – moderately more")),
        (1 / 3, Filled("B", "3 – moderately more")),
        (1 / 9, Filled("B", "9 – extremely more")),
        (2.5, Filled("A", "2.5")),
        (0.4, Filled("B", "2.5")),
        (9 / 8, Filled("A", "9/8")),
        (12.0, Filled("A", "12")),
        (0.4444, Filled("B", "2.250225023")),
    ],
)
def test_a_ratio_is_a_choice_and_how_much(ratio, cells):
    assert filled(ratio, WORDS) == cells


def test_a_ratio_off_the_scale_has_the_decimal_mark_of_the_language():
    assert filled(2.5, WORDS, ",") == Filled("A", "2,5")


def test_a_sentence_with_figures_that_change_is_a_formula():
    assert sentence("{a} of {b} done", a="COUNT(A1)", b="7") == '(COUNT(A1))&" of "&(7)&" done"'
    assert sentence('say "{a}"', a="B1") == '"say """&(B1)&""""'
    assert sentence("nothing") == '"nothing"'
