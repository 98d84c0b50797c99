"""People who judge."""

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
