"""Hosts: the alternatives, and the groups they belong to."""

from decidr.core.study.part import Part


class Host(Part, frozen=True):
    """A place for the plant; ``code`` is ISO 3166-1 alpha-3 or 3166-2, ``group`` the id of the host it belongs to."""

    id: str
    name: str
    code: str = ""
    group: str | None = None
    active: bool = True
    notes: str = ""
