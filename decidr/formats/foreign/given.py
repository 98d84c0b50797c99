"""What a file of another program says, by name: the common form into which every reader of this room brings it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Pair:
    """``first`` is preferred ``value`` times to ``second``; None: not judged. ``place`` is where that stands."""

    first: str
    second: str
    value: float | None
    place: str
    when: str = ""


@dataclass(frozen=True)
class Given:
    """What one person (empty: nobody in particular) says at one node (empty: not named): pairs, or weights by item.

    ``items`` are what is compared there, in the file's order; ``status`` is that of the weights.
    """

    node: str
    items: tuple[str, ...]
    place: str
    person: str = ""
    pairs: tuple[Pair, ...] = ()
    weights: Mapping[str, float] = field(default_factory=dict)
    status: Literal["judged", "placeholder"] = "judged"
