"""Scores of one leaf from the words of the method, with the gaps and what each rests on."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np

from decidr.core.study.study import Study
from tests.core.analysis.weights_by_definition import Weighted


class Leaf(NamedTuple):
    middle: np.ndarray
    low: np.ndarray
    high: np.ndarray
    gaps: np.ndarray
    evidence: list[str]


def way_of(study: Study, leaf: Any) -> str:
    if leaf.scored_by:
        return leaf.scored_by
    if any(b.under == leaf.id for b in study.comparisons):
        return "pairwise"
    return "rating" if any(level.criterion == leaf.id for level in study.levels) else "data"


def score(curve: Any, worst: float, best: float, x: float) -> float:
    if curve.form == "points":
        points = curve.points
        if x <= points[0][0]:
            return points[0][1]
        for (a, s), (b, t) in pairwise(points):
            if x <= b:
                return s + (t - s) * (x - a) / (b - a)
        return points[-1][1]
    if curve.form == "log":
        worst, best, x = math.log(worst), math.log(best), math.log(x)
    return min(1.0, max(0.0, (x - worst) / (best - worst)))


def scored(study: Study, leaf: Any, hosts: Sequence[str], synthesis: str, node: Weighted | None) -> Leaf | None:
    """One leaf before the turn; None where it has no scores."""
    way = way_of(study, leaf)
    cells = {h: [c for c in study.cells if (c.criterion, c.host, c.way) == (leaf.id, h, way)] for h in hosts}
    own = {h: next((c for c in found if c.participant is None), None) for h, found in cells.items()}
    everyone = {p.id: p.weight for p in study.participants}
    heard = {h: [c for c in found if c.participant and c.value is not None] for h, found in cells.items()}
    counted = {
        h: [(everyone[c.participant], c) for c in heard[h]]
        or ([(1.0, own[h])] if own[h] is not None and own[h].value is not None else [])
        for h in hosts
    }
    if way == "pairwise":
        return _compared(hosts, own, synthesis, node)
    values = [c.value for h in hosts for _, c in counted[h]]
    levels = {level.name: level.score for level in study.levels if level.criterion == leaf.id}
    worst, best = leaf.worst, leaf.best
    from_data = way == "data" and leaf.curve.form != "points" and None in (worst, best)
    if from_data and synthesis == "absolute":
        return None
    if from_data and values:
        worst, best = (max(values), min(values)) if leaf.better == "lower" else (min(values), max(values))

    def of(value: Any) -> float:
        if way == "rating":
            return levels[value]
        if way == "direct":
            return value
        return 1.0 if from_data and worst == best else score(leaf.curve, worst, best, value)

    top = max(values, default=0.0) if way == "direct" and synthesis != "absolute" else 1.0
    middle, low, high, gaps, evidence = [], [], [], [], []
    for h in hosts:
        total = sum(w for w, _ in counted[h])
        closed = own[h] is not None and bool(own[h].closed)
        gap = not closed and total == 0
        if closed:
            band = (0.0, 0.0)
        elif not gap:
            band = (sum(w * of(c.value) for w, c in counted[h]) / total,) * 2
        elif way == "data" and own[h] and None not in (own[h].low, own[h].high) and not (from_data and worst == best):
            band = tuple(sorted((of(own[h].low), of(own[h].high)))) if not from_data or values else (0.0, 1.0)
        else:
            band = (0.0, top)
        gaps.append(gap)
        low.append(band[0])
        high.append(band[1])
        middle.append(sum(band) / 2)
        evidence.append(_evidence(own[h], heard[h]))
    return Leaf(np.array(middle), np.array(low), np.array(high), np.array(gaps, dtype=bool), evidence)


def _evidence(own: Any, heard: Sequence[Any]) -> str:
    if own is not None and own.closed:
        return "judged"
    cell = heard[0] if heard else own
    if cell is None or cell.value is None:
        return "missing"
    return cell.status or ("measured" if cell.source and cell.year is not None else "judged")


def _compared(hosts: Sequence[str], own: Any, synthesis: str, node: Weighted | None) -> Leaf | None:
    weights = np.ones(1) if len(hosts) == 1 else node.weights if node else None
    if weights is None:
        return None
    scores = weights / max(weights) if synthesis == "absolute" else weights
    closed = np.array([own[h] is not None and bool(own[h].closed) for h in hosts])
    marked = bool(node and node.matrices and node.matrices[0].placeholder)
    kinds = [
        "judged" if c else (own[h].status if own[h] and own[h].status else "placeholder" if marked else "judged")
        for c, h in zip(closed, hosts, strict=True)
    ]
    scores = np.where(closed, 0.0, scores)
    return Leaf(scores, scores, scores, np.zeros(len(hosts), dtype=bool), kinds)
