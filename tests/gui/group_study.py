"""The EV-plant study as a group of people judges it: each near one of two opinions, one with roles, one silent."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

import numpy as np
from msgspec.structs import replace

from decidr.core.study.criteria import GOAL
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant, Role
from decidr.core.study.study import Study
from decidr.formats.templates import load_template

NAMES = ("Aisha Khan", "Ben Roy", "Chen Wei", "Dana Lee", "Émile Côté", "Farah Noor", "Grace Li", "Hugo Paz")
STEPS = (1 / 9, 1 / 7, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 9.0)


def group_study(people: int = 8, seed: int = 1) -> Study:
    """``people`` participants; the first is of double weight, the last has answered nothing yet."""
    study = load_template("ev-plant")
    base = study.settings.base_view
    mine = [block for block in study.comparisons if block.view == base]
    random = np.random.default_rng(seed)
    team = tuple(
        Participant(id=f"p{i + 1}", name=_name(i), weight=2.0 if i == 0 else 1.0, role="Finance" if i % 2 else "Client")
        for i in range(people)
    )
    answers = [_answer(block, team[i].id, i, random) for i in range(people - 1) for block in mine if _asks(i, block)]
    roles = (Role(participant="p3", under=GOAL),) if people > 2 else ()
    return replace(study, participants=team, roles=roles, comparisons=(*study.comparisons, *answers))


def _name(place: int) -> str:
    return NAMES[place] if place < len(NAMES) else f"Person {place + 1}"


def _asks(place: int, block: Comparisons) -> bool:
    """The third person judges the goal alone."""
    return place != 2 or block.under == GOAL


def _answer(block: Comparisons, who: str, place: int, random: np.random.Generator) -> Comparisons:
    """The study's own judgments, turned round by every second person, each with a slip of the hand."""
    return Comparisons(under=block.under, view=block.view, participant=who, pairs=tuple(_pairs(block, place, random)))


def _pairs(block: Comparisons, place: int, random: np.random.Generator) -> Iterator[Judgment]:
    for pair in block.pairs:
        opinion = (pair.value or 1.0) ** (-1 if place % 2 else 1) * exp(random.normal(0, 0.35))
        value = min(STEPS, key=lambda step: abs(np.log(step / opinion)))
        yield Judgment(first=pair.first, second=pair.second, value=value, when="2026-01-12")
