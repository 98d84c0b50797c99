"""What a stacked bar is made of: the contributions of one node's children to each host's total."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from decidr.core.analysis.results import Floats, Integers, Results
from decidr.core.study.criteria import GOAL


@dataclass(frozen=True, slots=True)
class Stacks:
    """Contributions of ``children`` (C) of ``node`` to ``rows`` (R, indices into ``Results.hosts``, best first).

    ``parts`` (C, R) and ``totals`` (R,) are shares of 1, ``weights`` (C,) global. The band ``low`` to ``high`` (R,) equals
    the total where the host has no gap, and everywhere below the goal: there only ``gaps`` (R,), the number of
    missing cells under the node, is told. The first ``ranked`` rows are in the ranking, the others fail a must.
    """

    node: str
    children: tuple[str, ...]
    weights: tuple[float, ...]
    rows: tuple[int, ...]
    ranked: int
    parts: Floats
    totals: Floats
    low: Floats
    high: Floats
    gaps: Integers


def stacks(results: Results, node: str = GOAL) -> Stacks:
    """The stacks of ``node``; a leaf, or a node that is not counted any more, stands for the goal."""
    children = results.tree.children.get(node, ()) or results.tree.children.get(GOAL, ())
    node = node if node in results.tree.children else GOAL
    rows = rows_in_order(results)
    parts = np.array([contribution_of(results, child)[list(rows)] for child in children]).reshape(
        len(children), len(rows)
    )
    totals = parts.sum(axis=0)
    low, high = (results.low, results.high) if node == GOAL else (None, None)
    return Stacks(
        node=node,
        children=children,
        weights=tuple(results.global_[child] for child in children),
        rows=rows,
        ranked=len(results.order),
        parts=parts,
        totals=totals,
        low=totals if low is None else low[list(rows)],
        high=totals if high is None else high[list(rows)],
        gaps=gaps_under(results, node)[list(rows)],
    )


def rows_in_order(results: Results) -> tuple[int, ...]:
    """Indices of all hosts: the ranked ones best first, then those that fail a must in the study's order."""
    return (*results.order, *(h for h in range(len(results.hosts)) if not results.ranks[h]))


def contribution_of(results: Results, node: str) -> Floats:
    """What the leaves under ``node`` add to each host's total (H,), as shares of 1."""
    return np.asarray(results.contributions[_rows_under(results, node)].sum(axis=0))


def gaps_under(results: Results, node: str) -> Integers:
    """How many cells each host lacks under ``node`` (H,)."""
    return np.asarray(results.missing[_rows_under(results, node)].sum(axis=0), dtype=np.intp)


def _rows_under(results: Results, node: str) -> list[int]:
    place = {leaf: i for i, leaf in enumerate(results.leaves)}
    return [place[leaf] for leaf in results.tree.leaves_under(node)]
