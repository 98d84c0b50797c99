"""Who judges what."""

from decidr.core.study.criteria import GOAL
from decidr.core.study.participants import Role, judges


def test_a_participant_with_roles_judges_these_nodes_only() -> None:
    roles = (Role(participant="Lee", under="a"), Role(participant="Lee", under="b"))
    assert [judges(roles, "Lee", node) for node in ("a", "b", "c", GOAL)] == [True, True, False, False]


def test_a_participant_without_roles_judges_everything_whatever_others_do() -> None:
    assert judges((Role(participant="Lee", under="a"),), "Mo", GOAL)
