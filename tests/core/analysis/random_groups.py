"""Group studies drawn at random, for the rules that must hold for all of them."""

from itertools import combinations
from typing import Any

import numpy as np
from hypothesis import strategies as st

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.participants import Participant
from decidr.core.study.study import BASE, Settings, Study

HOSTS = ("A", "B", "C", "D")
TREE = {GOAL: ("x", "y", "z"), "y": ("y1", "y2", "y3"), "y1": HOSTS}

METHODS = st.fixed_dictionaries(
    {
        "group": st.sampled_from(["judgments", "priorities", "priorities arithmetic"]),
        "priorities": st.sampled_from(["eigenvector", "geometric mean"]),
        "completion": st.sampled_from(["least squares", "smallest lambda-max"]),
        "scale": st.sampled_from(["linear", "root", "power", "balanced"]),
        "synthesis": st.sampled_from(["absolute", "distributive", "ideal"]),
    }
)
"""Every way to solve a group study, with four of the ten scales."""


def some_study(seed: int, gaps: bool = True, **chosen: Any) -> Study:
    """Four people judge the goal, a criterion below it, and the hosts on one leaf; some pairs and cells are missing.

    Without ``gaps`` no judgment is.
    """
    rng = np.random.default_rng(seed)
    people = tuple(Participant(id=f"p{k}", name=f"p{k}", weight=float(rng.uniform(0.2, 3.0))) for k in range(4))
    blocks = [_block(rng, node, items, who.id, gaps) for node, items in TREE.items() for who in people]
    leaves = [c for under, items in TREE.items() if items is not HOSTS for c in items if c not in TREE]
    cells = [(leaf, host, float(rng.random())) for leaf in leaves for host in HOSTS if rng.random() > 0.1]
    criteria = [_criterion(c, under) for under, items in TREE.items() if items is not HOSTS for c in items]
    return Study(
        criteria=tuple(criteria),
        hosts=tuple(Host(id=host, name=host) for host in HOSTS),
        participants=people,
        comparisons=tuple(blocks),
        cells=tuple(Cell(criterion=leaf, host=host, value=value) for leaf, host, value in cells),
        settings=Settings(**chosen),
    )


def _criterion(id_: str, under: str) -> Criterion:
    if id_ in TREE:
        return Criterion(id=id_, name=id_, under=under, scored_by="pairwise" if TREE[id_] is HOSTS else None)
    return Criterion(id=id_, name=id_, under=under, scored_by="data", worst=0.0, best=1.0)


def _block(rng: np.random.Generator, node: str, items: tuple[str, ...], who: str, gaps: bool) -> Comparisons:
    """Judgments from 1/4 to 4, each pair in either direction; one person leaves a pair out."""
    pairs = [pair if rng.random() < 0.5 else pair[::-1] for pair in combinations(items, 2)]
    gap = rng.integers(len(pairs)) if gaps and who == "p1" else -1
    values = [None if k == gap else float(np.exp(rng.uniform(-np.log(4), np.log(4)))) for k in range(len(pairs))]
    told = zip(pairs, values, strict=True)
    return Comparisons(
        under=node, view=BASE, participant=who, pairs=tuple(Judgment(first=a, second=b, value=v) for (a, b), v in told)
    )
