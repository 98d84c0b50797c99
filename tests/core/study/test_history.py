"""Who judged which pair when."""

from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.history import judgment_history
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from tests.building import data_study


def study_of(*pairs: Judgment, who: str | None = None) -> Study:
    study = data_study({"a": 0.5, "b": 0.3, "c": 0.2}, {}, ("h",))
    people = (Participant(id="p1", name="Lee"),)
    return replace(
        study,
        participants=people,
        comparisons=(Comparisons(under=GOAL, view="base", participant=who, pairs=pairs),),
    )


def judge(study: Study, value: float | None, when: str, note: str | None = None) -> Study:
    return edits.set_judgment(study, under=GOAL, view="base", first="a", second="b", value=value, note=note, when=when)


def test_every_judgment_keeps_who_when_and_why() -> None:
    pair = Judgment(first="a", second="b", value=3.0, when="2026-11-03", note="talks")
    (entry,) = judgment_history(study_of(pair, who="p1"))
    assert (entry.node, entry.view, entry.pair) == (GOAL, "base", ("a", "b"))
    assert (entry.under, entry.first, entry.second, entry.view_name) == ("Goal", "a", "b", "base")
    assert (entry.participant, entry.value, entry.status) == ("Lee", 3.0, "judged")
    assert (entry.when, entry.note, entry.stands) == ("2026-11-03", "talks", True)


def test_the_newest_comes_first_and_what_has_no_date_comes_last() -> None:
    study = study_of(
        Judgment(first="a", second="b", value=1.0),
        Judgment(first="a", second="c", value=2.0, when="2026-02-10"),
        Judgment(first="b", second="c", value=3.0, when="last spring"),
        Judgment(first="a", second="h", value=4.0, when="2026-11-03T09:30"),
        Judgment(first="b", second="h", value=5.0, when="2026-11-03"),
    )
    assert [entry.value for entry in judgment_history(study)] == [4, 5, 2, 3, 1]


def test_inside_a_day_the_studys_own_order_stands() -> None:
    pairs = [Judgment(first="a", second=other, value=2.0, when="2026-11-03") for other in ("b", "c", "h")]
    assert [entry.second for entry in judgment_history(study_of(*pairs))] == ["b", "c", "h"]


def test_a_snapshot_remembers_what_was_judged_before() -> None:
    first = edits.take_snapshot(judge(study_of(), 3.0, "2026-11-01", "first talks"), "A")
    history = judgment_history(judge(first, 0.5, "2026-11-04"))
    assert [(e.value, e.when, e.stands) for e in history] == [(0.5, "2026-11-04", True), (3.0, "2026-11-01", False)]


def test_a_judgment_that_stands_since_a_snapshot_is_told_once() -> None:
    judged = judge(study_of(), 3.0, "2026-11-01")
    study = edits.take_snapshot(edits.take_snapshot(judged, "A"), "B")
    assert [(e.value, e.stands) for e in judgment_history(study)] == [(3.0, True)]
    turned = replace(judged.comparisons[0].pairs[0], first="b", second="a", value=1 / 3)
    again = replace(study, comparisons=(replace(judged.comparisons[0], pairs=(turned,)),))
    assert len(judgment_history(again)) == 1


def test_what_was_taken_back_is_told_and_a_pair_nobody_touched_is_not() -> None:
    taken_back = judge(judge(study_of(), 3.0, "2026-11-01"), None, "2026-11-02")
    assert [(e.value, e.when) for e in judgment_history(taken_back)] == [(None, "2026-11-02")]
    assert judgment_history(study_of(Judgment(first="a", second="b"))) == ()
