"""Edits drawn at random, such as change what results rest on: names, the tree, views, judgments, people, settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from msgspec.structs import replace

from decidr.core.study.study import Study

SETTINGS: tuple[dict[str, Any], ...] = (
    {"group": "judgments"},
    {"group": "priorities"},
    {"scale": "balanced"},
    {"scale": "linear"},
    {"synthesis": "ideal"},
    {"synthesis": None},
    {"priorities": "geometric mean"},
    {"random_index": "saaty 1980"},
)
VALUES = (None, 1.0, 2.0, 12.0, 1e7)
SCORED = (None, "data", "rating", "direct", "pairwise")
STATUSES = ("measured", "placeholder")
WAYS = ("judgments", "direct", "swing", "ranks")


def edited(study: Study, rng: np.random.Generator) -> Study:
    """The study after one edit, most often of one part of it."""

    def one_of(choices: Any) -> Any:
        return choices[int(rng.integers(len(choices)))]

    def change(kind: str, **fields: Callable[[Any], Any]) -> Study:
        parts = list(getattr(study, kind))
        if parts:
            place = int(rng.integers(len(parts)))
            parts[place] = replace(parts[place], **{name: to(parts[place]) for name, to in fields.items()})
        return replace(study, **{kind: tuple(parts)})

    def some(share: float) -> tuple[str, ...]:
        return tuple(c.id for c in study.criteria if rng.random() < share)

    def judged_anew(pair: Any) -> Any:
        return replace(pair, value=one_of(VALUES), status=one_of(("judged", "outdated", "placeholder")))

    def without_one(kind: str) -> Study:
        parts = getattr(study, kind)
        gone = int(rng.integers(len(parts))) if parts else 0
        return replace(study, **{kind: parts[:gone] + parts[gone + 1 :]})

    edits: tuple[Callable[[], Study], ...] = (
        lambda: change("hosts", name=lambda host: f"{host.name}x"),
        lambda: change("criteria", name=lambda criterion: f"{criterion.name}x"),
        lambda: replace(study, goal=f"{study.goal}x"),
        lambda: change("views", name=lambda view: f"{view.name}x"),
        lambda: change("views", turned=lambda view: () if view.turned else some(0.4)),
        lambda: change("views", left_out=lambda view: () if view.left_out else some(0.2)),
        lambda: change("criteria", scored_by=lambda _criterion: one_of(SCORED)),
        lambda: change("criteria", active=lambda criterion: not criterion.active),
        lambda: change("hosts", active=lambda host: not host.active),
        lambda: replace(study, hosts=tuple(study.hosts[place] for place in rng.permutation(len(study.hosts)))),
        lambda: change("comparisons", pairs=lambda block: tuple(map(judged_anew, block.pairs))),
        lambda: change("comparisons", under=lambda _block: one_of(study.criteria).id),
        lambda: without_one("comparisons"),
        lambda: without_one("levels"),
        lambda: change(
            "cells",
            value=lambda cell: one_of((None, cell.value)),
            status=lambda _cell: one_of(("measured", "placeholder")),
        ),
        lambda: change("weights", weight=lambda _entry: one_of((None, 0.0, 2.0))),
        lambda: change("nodes", weighted_by=lambda _node: one_of(WAYS), agreed=lambda node: not node.agreed),
        lambda: change("participants", weight=lambda _person: one_of((0.0, 1.0, 3.0))),
        lambda: replace(study, settings=replace(study.settings, **one_of(SETTINGS))),
    )
    return one_of(edits)()
