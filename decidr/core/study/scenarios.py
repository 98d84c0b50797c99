"""What-if moves, and combinations of them."""

from typing import Literal

from decidr.core.study.part import Part

Kind = Literal["data", "score", "weight"]
Operation = Literal["set", "multiply", "add"]


class Move(Part, frozen=True):
    """One change: of a leaf's value or score, or of a local weight; ``host`` None: all, ``view`` None: all.

    A move without ``target`` and operation only carries its note.
    """

    kind: Kind | None = None
    target: str | None = None
    host: str | None = None
    view: str | None = None
    operation: Operation | None = None
    value: float | None = None
    note: str = ""


class Scenario(Part, frozen=True):
    """A named bundle of moves."""

    id: str
    name: str
    moves: tuple[Move, ...] = ()


class ScenarioSet(Part, frozen=True):
    """Scenarios that happen together (ids), with one probability in [0, 1]."""

    name: str
    scenarios: tuple[str, ...] = ()
    probability: float | None = None
