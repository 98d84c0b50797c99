import pytest

from decidr.formats.questionnaire.wording import Wording
from decidr.language import LANGUAGES

ENGLISH, FRENCH, CHINESE = (Wording(language) for language in LANGUAGES)


def test_a_swing_goes_from_worst_to_best_with_its_unit():
    assert ENGLISH.swing(15.0, 2.0, "%") == "from 15\u00a0% (worst) to 2\u00a0% (best)"
    assert ENGLISH.swing(1.0, 9.0, "1-9") == "from 1 (worst) to 9 (best) on a scale of 1–9"
    assert ENGLISH.swing(0.0, 50.0, "% ad valorem, wall") == "from 0 (worst) to 50 (best); % ad valorem, wall"
    assert ENGLISH.swing(2.0, 4.5, "score 1-5") == "from 2 (worst) to 4.5 (best); score 1-5"
    assert ENGLISH.swing(700.0, 50.0, "gCO2e/kWh") == "from 700\u00a0gCO2e/kWh (worst) to 50\u00a0gCO2e/kWh (best)"
    assert ENGLISH.swing(0.0, 1.0, "") == "from 0 (worst) to 1 (best)"


def test_figures_have_the_decimal_mark_of_the_language():
    assert FRENCH.swing(-1.5, 2.25, "") == "de −1,5 (pire) à 2,25 (meilleur)"
    assert CHINESE.figure(2.5) == "2.5"


@pytest.mark.parametrize("wording", [ENGLISH, FRENCH, CHINESE], ids=LANGUAGES)
def test_choices_and_strengths_can_be_told_apart(wording):
    words = wording.words()
    assert len(set(words.choices)) == 3
    assert len(set(words.strengths)) == 9
    assert [strength[0] for strength in words.strengths] == list("123456789")
    heads = (words.number, words.which, words.times, words.reason, *words.weights)
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("name", ["{node}", "{0}", "%s", "{"])
def test_a_name_with_braces_is_only_a_name(name):
    assert ENGLISH.block_title(name, "judgments", False) == f"{name}: which matters more?"


def test_each_kind_of_block_asks_its_own_question():
    kinds = [("judgments", False), ("judgments", True), ("direct", False), ("swing", False), ("ranks", False)]
    assert len({ENGLISH.block_about(*kind) for kind in kinds}) == 5
    assert len({ENGLISH.block_title("X", *kind) for kind in kinds}) == 3
