from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment, set_weight
from decidr.formats.questionnaire.present import is_same, present
from tests.formats.questionnaire.filling import STUDY


def judged(study, value, **how):
    return set_judgment(study, under=GOAL, view="base", first="c1", second="c2", value=value, **how)


def test_a_participant_has_said_what_is_his_own_in_this_view():
    study = judged(judged(STUDY, 3.0, participant="p1", note="so"), 5.0, participant="p2")
    said = present(study, "p1", "base")
    assert said.ratio(GOAL, "c1", "c2") == 3.0
    assert said.ratio(GOAL, "c2", "c1") == 1 / 3
    assert said.note(GOAL, "c2", "c1") == "so"
    assert present(study, "p1", "other").ratio(GOAL, "c1", "c2") is None
    assert present(judged(STUDY, 3.0), "p1", "base").ratio(GOAL, "c1", "c2") is None


def test_a_placeholder_is_nobodys_answer():
    study = judged(STUDY, 3.0, participant="p1", status="placeholder")
    assert present(study, "p1", "base").ratio(GOAL, "c1", "c2") is None


def test_weights_are_kept_apart_by_their_way():
    study = set_weight(STUDY, "c4", 100.0, "swing", "base", "p1")
    said = present(study, "p1", "base")
    assert (said.weight("c4", "swing"), said.weight("c4", "direct")) == (100.0, None)


def test_nothing_said_is_the_same_as_nothing_only():
    assert is_same(None, None)
    assert not is_same(None, 1.0)
    assert not is_same(0.0, None)
    assert is_same(1 / 3, 1 / (1 / (1 / 3)))
    assert not is_same(3.0, 3.001)
