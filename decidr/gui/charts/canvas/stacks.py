"""What a stacked bar is made of: the contributions of one node's children to each host's total."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from decidr.core.analysis.results import Floats, Integers, Results
from decidr.core.study.criteria import GOAL
from decidr.language import _, ngettext

NOTHING = np.empty(0)


@dataclass(frozen=True, slots=True)
class Stacks:
    """Contributions of ``children`` (C) of ``node`` to ``hosts`` (R, best first): ids, names beside them.

    ``parts`` (C, R) and ``totals`` (R,) are shares of 1, ``weights`` (C,) global. The band ``low`` to ``high`` (R,)
    equals the total where the host has no gap, and everywhere below the goal, where only the number of gaps is told.
    The first ``ranked`` rows are in the ranking, the others fail a must; ``remarks`` (R) say what follows a total.
    """

    node: str
    children: tuple[str, ...]
    child_names: tuple[str, ...]
    weights: tuple[float, ...]
    hosts: tuple[str, ...]
    host_names: tuple[str, ...]
    remarks: tuple[str, ...]
    ranked: int
    parts: Floats
    totals: Floats
    low: Floats
    high: Floats


EMPTY = Stacks("", (), (), (), (), (), (), 0, np.empty((0, 0)), NOTHING, NOTHING, NOTHING)
"""Before there is anything to draw."""


def stacks(results: Results, node: str = GOAL) -> Stacks:
    """The stacks of ``node``; a leaf, or a node that is not counted any more, stands for the goal."""
    node = node if node in results.tree.children else GOAL
    children = results.tree.children.get(node, ())
    rows = np.array(rows_in_order(results), dtype=np.intp)
    added = [contribution_of(results, child)[rows] for child in children]
    parts = np.array(added).reshape(len(children), len(rows))
    totals = parts.sum(axis=0)
    gaps = gaps_under(results, node)
    return Stacks(
        node=node,
        children=children,
        child_names=tuple(results.study.name_of(child) for child in children),
        weights=tuple(results.global_[child] for child in children),
        hosts=tuple(results.hosts[h] for h in rows),
        host_names=tuple(results.names[results.hosts[h]] for h in rows),
        remarks=tuple(_remark(results, h, int(gaps[h])) for h in rows),
        ranked=len(results.order),
        parts=parts,
        totals=totals,
        low=results.low[rows] if node == GOAL else totals,
        high=results.high[rows] if node == GOAL else totals,
    )


def rows_in_order(results: Results) -> tuple[int, ...]:
    """Indices of all hosts: the ranked ones best first, then those outside the ranks in the study's order."""
    return (*results.order, *(h for h in range(len(results.hosts)) if not results.ranks[h]))


def contribution_of(results: Results, node: str) -> Floats:
    """What the leaves under ``node`` add to each host's total (H,), as shares of 1."""
    return np.asarray(results.contributions[_rows_under(results, node)].sum(axis=0))


def gaps_under(results: Results, node: str) -> Integers:
    """How many cells each host lacks under ``node`` (H,)."""
    return np.asarray(results.missing[_rows_under(results, node)].sum(axis=0), dtype=np.intp)


def _rows_under(results: Results, node: str) -> list[int]:
    place = {leaf: i for i, leaf in enumerate(results.leaves)}
    return [place[leaf] for leaf in results.tree.leaves_under(node) if leaf in place]


def _remark(results: Results, host: int, gaps: int) -> str:
    words = [ngettext("{count} gap", "{count} gaps", gaps).format(count=gaps)] if gaps else []
    if results.failed[host]:
        words.append(_("fails {must}").format(must=results.failed[host]))
    elif not results.eligible[host] and results.ranks[host]:
        words.append(_("cannot lead"))
    return ", ".join(words)
