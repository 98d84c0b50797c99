"""A large study made by code: data leaves under main criteria, three views, people, every 25th cell missing."""

from __future__ import annotations

import random
from itertools import combinations

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant
from decidr.core.study.study import Study
from decidr.core.study.views import View

TOPS, LEAVES_EACH, HOSTS, PEOPLE = 10, 6, 200, 4
SCALE = (1 / 5, 1 / 3, 1 / 2, 1.0, 2.0, 3.0, 5.0)


def large_study(hosts: int = HOSTS, tops: int = TOPS, leaves_each: int = LEAVES_EACH) -> Study:
    """60 leaves and 200 hosts, or as many as wanted; ids are ``t0``, ``t0l1``, ``h3``, ``p0``."""
    draw = random.Random(1)
    top = [Criterion(id=f"t{i}", name=f"Field {i} of the decision") for i in range(tops)]
    leaves = [_leaf(i, j) for i in range(tops) for j in range(leaves_each)]
    every = [Host(id=f"h{i}", name=f"Host {i} in the country") for i in range(hosts)]
    people = tuple(Participant(id=f"p{i}", name=f"Participant {i}") for i in range(PEOPLE))
    views = (View(id="base", name="neutral"), View(id="v1", name="investor"), View(id="v2", name="host government"))
    nodes = {GOAL: [c.id for c in top], **{c.id: [leaf.id for leaf in leaves if leaf.under == c.id] for c in top}}
    blocks = [_judged(under, view.id, None, items, draw) for view in views for under, items in nodes.items()]
    blocks += [_judged(under, "base", person.id, items, draw) for person in people for under, items in nodes.items()]
    return Study(
        title="A large study",
        question="Which host?",
        criteria=(*top, *leaves),
        hosts=tuple(every),
        participants=people,
        views=views,
        comparisons=tuple(blocks),
        cells=tuple(_cells(leaves, every, draw)),
    )


def _leaf(top: int, number: int) -> Criterion:
    ends = {"worst": 0.0, "best": 100.0}
    name = f"Indicator {top}.{number} of the field"
    return Criterion(id=f"t{top}l{number}", name=name, under=f"t{top}", scored_by="data", unit="%", **ends)


def _judged(under: str, view: str, who: str | None, items: list[str], draw: random.Random) -> Comparisons:
    pairs = tuple(Judgment(first=a, second=b, value=draw.choice(SCALE)) for a, b in combinations(items, 2))
    return Comparisons(under=under, view=view, participant=who, pairs=pairs)


def _cells(leaves: list[Criterion], hosts: list[Host], draw: random.Random) -> list[Cell]:
    told = {"unit": "%", "year": 2024, "source": "World table"}
    return [
        Cell(criterion=leaf.id, host=host.id, value=round(draw.uniform(0, 100), 1), **told)
        for number, (leaf, host) in enumerate((leaf, host) for leaf in leaves for host in hosts)
        if number % 25
    ]
