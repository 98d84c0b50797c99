"""Edits of participants."""

from msgspec.structs import replace

from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.data import Cell
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.participants import Participant, Role
from decidr.core.study.study import Study
from tests.building import judged


def group() -> Study:
    """Two people who both judge one pair, weigh one criterion and value one cell."""
    people = tuple(Participant(id=name, name=name) for name in ("Lee", "Mo"))
    return Study(
        participants=people,
        roles=(Role(participant="Lee", under=GOAL), Role(participant="Mo", under=GOAL)),
        comparisons=tuple(judged(GOAL, ("a", "b"), ("3",), who=p.id) for p in people),
        weights=tuple(WeightEntry(criterion="a", view="base", participant=p.id, weight=1.0) for p in people),
        cells=tuple(Cell(criterion="a", host="h", value=1.0, participant=p.id) for p in people),
    )


def test_a_new_participant_comes_last_with_weight_one_and_judges_everything() -> None:
    study = edits.add_participant(edits.add_participant(Study(), "Lee"), "Lee")
    assert [(p.name, p.weight) for p in study.participants] == [("Lee", 1.0), ("Lee 2", 1.0)]
    assert len({p.id for p in study.participants}) == 2
    assert study.roles == ()


def test_changing_a_participant_leaves_the_others_as_they_were() -> None:
    study = edits.set_participant(group(), "Lee", weight=2.0, role="finance")
    assert study.participants == (
        Participant(id="Lee", name="Lee", weight=2.0, role="finance"),
        group().participants[1],
    )


def test_with_a_participant_goes_all_that_he_said_and_nothing_of_the_others() -> None:
    left = edits.remove_participant(group(), "Lee")
    said = (left.roles, left.comparisons, left.weights, left.cells)
    assert [{part.participant for part in parts} for parts in said] == [{"Mo"}] * 4
    assert [p.id for p in left.participants] == ["Mo"]


def test_roles_are_replaced_for_one_participant_and_none_means_everything() -> None:
    study = edits.set_roles(group(), "Lee", ["a", "b"])
    assert [r.under for r in study.roles if r.participant == "Lee"] == ["a", "b"]
    assert [r.under for r in study.roles if r.participant == "Mo"] == [GOAL]
    assert edits.set_roles(study, "Lee", ()).roles == (Role(participant="Mo", under=GOAL),)


def test_a_removed_participant_leaves_what_is_the_studys_own() -> None:
    own = judged(GOAL, ("a", "b"), ("5",))
    study = replace(group(), comparisons=(*group().comparisons, own))
    assert own in edits.remove_participant(study, "Lee").comparisons
