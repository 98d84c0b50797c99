"""What can be found: by any part of its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from decidr.core.study.names import folded


class Target(NamedTuple):
    """Something that can be found: its name, what kind of thing it is, and what happens when it is chosen."""

    name: str
    kind: str
    go: Callable[[], object]


def matching(targets: Sequence[Target], text: str) -> list[Target]:
    """The targets that hold every word of ``text``, those that begin with it first."""
    wanted = folded(text)
    if not wanted:
        return []
    hits = [target for target in targets if all(word in folded(target.name) for word in wanted.split())]
    return sorted(hits, key=lambda target: not folded(target.name).startswith(wanted))
