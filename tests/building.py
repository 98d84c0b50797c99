"""Small studies for tests, written by names: every id is the name."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Any

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.study import BASE, Settings, Study

Tree = Mapping[str, Sequence[str]]


def pairs(items: Sequence[str], upper: Iterable[str | float | None]) -> tuple[Judgment, ...]:
    """Judgments of the upper triangle, row by row; None where a pair is missing."""
    values = [None if v is None else float(Fraction(v)) for v in upper]
    return tuple(Judgment(first=a, second=b, value=v) for (a, b), v in zip(combinations(items, 2), values, strict=True))


def judged(
    under: str, items: Sequence[str], upper: Iterable[str | float | None], who: str | None = None, view: str = BASE
) -> Comparisons:
    """One person's judgments at a node."""
    return Comparisons(under=under, view=view, participant=who, pairs=pairs(items, upper))


def equal(under: str, items: Sequence[str]) -> Comparisons:
    """All items alike."""
    return judged(under, items, [1] * (len(items) * (len(items) - 1) // 2))


def from_weights(under: str, weights: Mapping[str, float]) -> Comparisons:
    """Consistent judgments that give exactly these weights."""
    upper = [a / b for a, b in combinations(weights.values(), 2)]
    return judged(under, list(weights), upper)


def data_study(
    weights: Mapping[str, float], values: Mapping[str, Sequence[float | None]], hosts: Sequence[str], **settings: Any
) -> Study:
    """One level of ``data`` leaves with ends 0 and 1, weights as given, values by leaf in the hosts' order."""
    return Study(
        criteria=tuple(Criterion(id=leaf, name=leaf, scored_by="data", worst=0.0, best=1.0) for leaf in weights),
        hosts=tuple(Host(id=host, name=host) for host in hosts),
        comparisons=(from_weights(GOAL, weights),),
        cells=tuple(
            Cell(criterion=leaf, host=host, value=value)
            for leaf, row in values.items()
            for host, value in zip(hosts, row, strict=True)
        ),
        settings=Settings(**settings),
    )


def pairwise_study(tree: Tree, hosts: Sequence[str], comparisons: Iterable[Comparisons], **settings: Any) -> Study:
    """A tree (``goal`` first) whose leaves have their hosts compared in pairs."""
    criteria = [Criterion(id=name, name=name, under=parent) for parent, names in tree.items() for name in names]
    return Study(
        criteria=tuple(criteria),
        hosts=tuple(Host(id=host, name=host) for host in hosts),
        comparisons=tuple(comparisons),
        settings=Settings(**settings),
    )
