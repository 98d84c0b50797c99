"""Answers beside what the study has: what differs, and how they go in."""

from pathlib import Path

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.edits import set_judgment, set_weight
from decidr.core.study.judgments import Comparisons, Judgment, WeightEntry
from decidr.formats.questionnaire.answers import Answers, Change, changes, take_in
from tests.formats.questionnaire.filling import STUDY, ratios

WHEN = "2026-11-27"


def judged_before(value=3.0, **how):
    how = {"first": "c1", "second": "c2", "when": "2026-01-01", "note": "old", **how}
    return set_judgment(STUDY, under=GOAL, view="base", value=value, participant="p1", **how)


def block(*pairs):
    judgments = tuple(Judgment(first=a, second=b, value=value, note=note) for a, b, value, note in pairs)
    return Comparisons(under=GOAL, view="base", participant="p1", pairs=judgments)


def taken(study, *pairs, weights=()):
    answers = Answers(Path("a.xlsx"), "a.xlsx", "p1", "Lee", "base", judgments=(block(*pairs),), weights=weights)
    return take_in(study, [answers], WHEN)


def pairs_of(study):
    return [b.pairs for b in study.comparisons if b.participant == "p1"]


def test_what_is_new_is_dated_and_keeps_its_reason():
    assert pairs_of(taken(STUDY, ("c1", "c2", 3.0, "so"))) == [
        (Judgment(first="c1", second="c2", value=3.0, note="so", when=WHEN),)
    ]


def test_an_answer_that_says_the_same_leaves_the_study_as_it_is():
    study = judged_before()
    assert taken(study, ("c1", "c2", 3.0, "old")) == study
    assert taken(study, ("c2", "c1", 1 / 3, "old")) == study


def test_an_answer_that_differs_replaces_the_earlier_one_in_the_order_of_its_pair():
    ((pair,),) = pairs_of(taken(judged_before(), ("c2", "c1", 5.0, "new")))
    assert pair == Judgment(first="c1", second="c2", value=0.2, note="new", when=WHEN)


def test_a_reason_alone_leaves_the_date():
    ((pair,),) = pairs_of(taken(judged_before(), ("c1", "c2", 3.0, "better said")))
    assert (pair.note, pair.when) == ("better said", "2026-01-01")


def test_a_reason_that_differs_only_in_what_no_cell_keeps_stays_as_it_is():
    study = judged_before(note="two\r\nlines\x07 ")
    assert taken(study, ("c1", "c2", 3.0, "two\nlines")) == study


def test_an_answer_that_was_emptied_is_missing():
    assert pairs_of(taken(judged_before(), ("c1", "c2", None, ""))) == []
    ((pair,),) = pairs_of(taken(judged_before(), ("c1", "c2", None, "cannot say")))
    assert (pair.value, pair.note, pair.when) == (None, "cannot say", "")


def test_what_was_not_asked_stays():
    study = judged_before(first="c2", second="c3")
    assert ratios(taken(study, ("c1", "c2", 3.0, ""))) == {(GOAL, "c2", "c3"): 3.0, (GOAL, "c1", "c2"): 3.0}


def test_a_placeholder_stays_until_it_is_answered():
    study = judged_before(status="placeholder")
    assert taken(study, ("c1", "c2", None, "")) == study
    ((pair,),) = pairs_of(taken(study, ("c1", "c2", 3.0, "")))
    assert (pair.status, pair.value, pair.when) == ("judged", 3.0, WHEN)


def test_the_answers_of_others_and_the_studys_own_stay():
    own = Comparisons(under=GOAL, view="base", pairs=(Judgment(first="c1", second="c2", value=9.0),))
    other = replace(own, participant="p2")
    study = replace(STUDY, comparisons=(own, other))
    assert taken(study, ("c1", "c2", 3.0, "")).comparisons[:2] == (own, other)


def weight(value):
    return WeightEntry(criterion="c4", view="base", participant="p1", way="swing", weight=value)


def test_weights_are_taken_in_changed_and_taken_back():
    study = taken(STUDY, weights=(weight(40.0),))
    assert study.weights == (weight(40.0),)
    assert taken(study, weights=(weight(50.0),)).weights == (weight(50.0),)
    assert taken(study, weights=(weight(None),)).weights == ()
    assert taken(STUDY, weights=(weight(None),)).weights == ()


def test_bounds_of_weights_stay():
    bounds = WeightEntry(criterion="c4", low=0.1, high=0.5)
    study = replace(STUDY, weights=(bounds,))
    assert taken(study, weights=(weight(40.0),)).weights == (bounds, weight(40.0))


def test_what_is_new_differs_or_goes_is_told():
    study = set_weight(judged_before(), "c4", 40.0, "swing", "base", "p1")
    study = set_judgment(study, under=GOAL, view="base", first="c1", second="c3", value=2.0, participant="p1")
    said = block(("c2", "c1", 0.2, ""), ("c1", "c3", None, ""), ("c2", "c3", 7.0, ""))
    assert list(changes(study, [said], [weight(50.0)])) == [
        Change(GOAL, "c2", "c1", 1 / 3, 0.2),
        Change(GOAL, "c1", "c3", 2.0, None),
        Change(GOAL, "c2", "c3", None, 7.0),
        Change("c1", "c4", None, 40.0, 50.0),
    ]


def test_only_what_was_said_before_can_be_replaced():
    new = Answers(Path("a"), "a", changes=(Change(GOAL, "c1", "c2", None, 3.0),))
    old = Answers(Path("a"), "a", changes=(Change(GOAL, "c1", "c2", 3.0, None),))
    assert (new.replaces_earlier, old.replaces_earlier) == (False, True)
