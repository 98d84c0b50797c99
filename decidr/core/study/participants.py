"""People who judge."""

from collections.abc import Iterable

from decidr.core.study.part import Part


class Participant(Part, frozen=True):
    """A person whose judgments count with ``weight`` (>= 0)."""

    id: str
    name: str
    weight: float = 1.0
    role: str = ""
    email: str = ""


class Role(Part, frozen=True):
    """A node that a participant judges; a participant without any judges everything."""

    participant: str
    under: str


def judges(roles: Iterable[Role], participant: str, node: str) -> bool:
    """Whether a participant (an id) is to judge a node: one of his roles, or any where he has none."""
    own = {role.under for role in roles if role.participant == participant}
    return not own or node in own
