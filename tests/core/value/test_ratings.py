import pytest

from decidr.core.study.criteria import Level
from decidr.core.value.ratings import RatingScale

SCALE = RatingScale([Level(criterion="x", name="Élevé", score=1.0), Level(criterion="x", name="low", score=0.2)])


def test_a_level_is_found_without_regard_to_case_accents_and_outer_blanks():
    assert SCALE.score(" ELEVE ") == 1.0
    assert SCALE.has("Low")


def test_a_name_that_is_no_level_has_no_score():
    assert not SCALE.has("middling")
    with pytest.raises(KeyError):
        SCALE.score("middling")
