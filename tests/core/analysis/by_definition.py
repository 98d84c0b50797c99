"""A second reading of the method: each figure from its words, in plain loops, with nothing taken from the program.

Slow on purpose. It knows the parts of a study, and numpy; NaN stands for what is not defined.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np

from decidr.core.study.criteria import GOAL
from decidr.core.study.scenarios import Move
from decidr.core.study.study import Study
from tests.core.analysis.scenarios_by_definition import factor, with_data_moved, with_scores_moved
from tests.core.analysis.scores_by_definition import Leaf, scored, way_of
from tests.core.analysis.weights_by_definition import Matrix, Weighted, given, judged


class Answer(NamedTuple):
    """What ``solve`` promises, by id; arrays run over leaves and hosts."""

    leaves: list[str]
    hosts: list[str]
    local: dict[str, float]
    global_: dict[str, float]
    matrices: list[Matrix]
    contributions: np.ndarray
    totals: np.ndarray
    low: np.ndarray
    high: np.ndarray
    best_rank: list[int]
    worst_rank: list[int]
    ranks: list[int]
    eligible: list[bool]
    missing: np.ndarray
    evidence: dict[str, float]
    leader: str | None
    unscaled: np.ndarray


def tree_of(study: Study, left_out: Sequence[str]) -> dict[str, list[str]]:
    """The counted children of each counted parent."""
    parents = {c.under for c in study.criteria}

    def counts(c: Any) -> bool:
        if not c.active or c.id in left_out:
            return False
        below = [k for k in study.criteria if k.under == c.id]
        return any(counts(k) for k in below) if c.id in parents else True

    found: dict[str, list[str]] = {}

    def walk(node: str) -> None:
        below = [c.id for c in study.criteria if c.under == node and counts(c)]
        if below:
            found[node] = below
            for child in below:
                walk(child)

    walk(GOAL)
    return found


def ranks_of(totals: Sequence[float], ranked: Sequence[bool]) -> list[int]:
    places = [0] * len(totals)
    order = sorted((h for h in range(len(totals)) if ranked[h] and totals[h] == totals[h]), key=lambda h: -totals[h])
    for k, h in enumerate(order):
        tied = k > 0 and totals[order[k - 1]] - totals[h] <= 1e-9
        places[h] = places[order[k - 1]] if tied else k + 1
    return places


def divide(scores: np.ndarray, synthesis: str) -> np.ndarray:
    rows = []
    for row in scores:
        by = 1.0 if synthesis == "absolute" else sum(row) if synthesis == "distributive" else max(row, default=0.0)
        rows.append(row / by if by else row * 0.0)
    return np.array(rows).reshape(scores.shape)


def total(scores: np.ndarray, weights: np.ndarray, synthesis: str) -> tuple[np.ndarray, np.ndarray]:
    """Contributions and totals."""
    parts = weights[:, None] * divide(scores, synthesis)
    whole = parts.sum() if synthesis == "ideal" else 1.0
    parts = parts / whole if whole else parts
    return parts, parts.sum(axis=0) if len(parts) else np.full(scores.shape[1], np.nan)


def fails(must: str, value: Any) -> bool:
    sign, bound = must.split(" ", 1)
    if sign == "=":
        return str(value) != bound
    return value < float(bound) if sign == ">=" else value > float(bound)


def _must_value(study: Study, leaf: Any, host: str) -> Any:
    cells = [c for c in study.cells if (c.criterion, c.host, c.way) == (leaf.id, host, way_of(study, leaf))]
    given = sorted((c for c in cells if c.value is not None), key=lambda c: c.participant is not None)
    return given[0].value if given else None


def answer(
    study: Study,
    view: str,
    moved: Mapping[str, float] | None = None,
    person: str | None = None,
    case: Sequence[Move] = (),
) -> Answer:
    """The study in a view (an id).

    ``moved`` replaces local weights, ``person`` takes one participant's entries, ``case`` are rows of scenarios.
    """
    study = with_data_moved(study, view, case)
    seen = next(v for v in study.views if v.id == view)
    tree = tree_of(study, seen.left_out)
    hosts = _alternatives(study)
    synthesis = study.settings.synthesis or _default_synthesis(study)
    order = _down(tree, GOAL)
    leaves = [c for c in study.criteria if c.id in order and c.id not in tree]
    leaves.sort(key=lambda c: order.index(c.id))
    nodes = _nodes(study, view, tree, leaves, hosts, person)
    local = {**_local(tree, nodes, view, case), **(moved or {})}
    global_ = {GOAL: 1.0}
    for node in order:
        global_[node] = local[node] * next(global_[parent] for parent, items in tree.items() if node in items)
    weights = np.array([global_[leaf.id] for leaf in leaves])
    before = [scored(study, c, hosts, synthesis, nodes.get(c.id)) for c in leaves]
    rows = [
        _turned(study, seen, c, row and with_scores_moved(study, view, c, hosts, row, case), len(hosts))
        for c, row in zip(leaves, before, strict=True)
    ]
    table = Table(*(_table(rows, name, len(hosts)) for name in ("middle", "low", "high", "gaps")))
    ranked = [not _fails_any(study, leaves, h) for h in hosts]
    parts, totals = total(table.middle, weights, synthesis)
    places = ranks_of(totals, ranked)
    eligible = [bool(r and weights @ table.gaps[:, h] <= 0.25 + 1e-12) for h, r in enumerate(ranked)]
    could = [h for h in range(len(hosts)) if eligible[h] and places[h]]
    leader = min(could, key=lambda h: places[h], default=None)
    return Answer(
        [leaf.id for leaf in leaves],
        hosts,
        local,
        global_,
        [m for n in nodes.values() for m in n.matrices],
        parts,
        totals,
        *_bands(table, weights, synthesis, ranked),
        places,
        eligible,
        table.gaps > 0,
        _evidence_shares(rows, weights, ranked),
        None if leader is None else hosts[leader],
        weights @ divide(table.middle, synthesis),
    )


class Table(NamedTuple):
    """Scores of leaves and hosts; ``gaps`` is 1 where one is missing."""

    middle: np.ndarray
    low: np.ndarray
    high: np.ndarray
    gaps: np.ndarray


def _table(rows: Sequence[Leaf], name: str, hosts: int) -> np.ndarray:
    return np.array([getattr(row, name) for row in rows], dtype=float).reshape(len(rows), hosts)


def _alternatives(study: Study) -> list[str]:
    groups = {h.group for h in study.hosts if h.active}
    return [h.id for h in study.hosts if h.active and h.id not in groups]


def _down(tree: Mapping[str, Sequence[str]], node: str) -> list[str]:
    return [n for child in tree.get(node, ()) for n in (child, *_down(tree, child))]


def _nodes(
    study: Study, view: str, tree: Mapping[str, list[str]], leaves: Sequence[Any], hosts: list[str], person: str | None
) -> dict[str, Weighted]:
    """Every weighted node; with ``person``, his own weights where he has any."""
    found = {parent: _node(study, view, parent, items) for parent, items in tree.items()}
    for leaf in leaves:
        if way_of(study, leaf) == "pairwise" and len(hosts) > 1:
            agreed = any(s.agreed for s in _settings_of(study, view, leaf.id))
            found[leaf.id] = judged(study, view, leaf.id, hosts, agreed)
    return {n: w._replace(weights=w.own[person]) if person in w.own else w for n, w in found.items()}


def _local(
    tree: Mapping[str, list[str]], nodes: Mapping[str, Weighted], view: str, case: Sequence[Move]
) -> dict[str, float]:
    local: dict[str, float] = {}
    for parent, items in tree.items():
        weights = nodes[parent].weights
        given = [math.nan] * len(items) if weights is None else weights.tolist()
        times = [weight * factor(case, view, item) for item, weight in zip(items, given, strict=True)]
        local.update({item: weight / sum(times) for item, weight in zip(items, times, strict=True)})
    return local


def _fails_any(study: Study, leaves: Sequence[Any], host: str) -> bool:
    values = [(leaf.must, _must_value(study, leaf, host)) for leaf in leaves if leaf.must]
    return any(value is not None and fails(must, value) for must, value in values)


def _bands(table: Table, weights: np.ndarray, synthesis: str, ranked: Sequence[bool]) -> tuple[Any, ...]:
    """Low, high, best and worst rank of each host."""

    def totals(h: int, mine: np.ndarray, others: np.ndarray) -> np.ndarray:
        mixed = others.copy()
        mixed[:, h] = mine[:, h]
        return total(mixed, weights, synthesis)[1]

    every = range(len(ranked))
    low, high = (np.array([totals(h, end, table.middle)[h] for h in every]) for end in (table.low, table.high))
    best = [ranks_of(totals(h, table.high, table.low), ranked)[h] for h in every]
    worst = [ranks_of(totals(h, table.low, table.high), ranked)[h] for h in every]
    return low, high, best, worst


def _evidence_shares(rows: Sequence[Leaf], weights: np.ndarray, ranked: Sequence[bool]) -> dict[str, float]:
    shares = dict.fromkeys(("measured", "proxy", "judged", "placeholder", "missing"), 0.0)
    for row, weight in zip(rows, weights, strict=True):
        for kind, counts in zip(row.evidence, ranked, strict=True):
            shares[kind] += weight / sum(ranked) if counts else 0.0
    return shares


def _turned(study: Study, view: Any, leaf: Any, row: Leaf | None, hosts: int) -> Leaf:
    nothing = np.full(hosts, np.nan)
    if row is None:
        return Leaf(nothing, nothing, nothing, np.zeros(hosts, dtype=bool), ["missing"] * hosts)
    if leaf.id not in view.turned:
        return row
    if way_of(study, leaf) == "pairwise" or max(row.high, default=0) > 1:
        return row._replace(middle=nothing, low=nothing, high=nothing)
    return row._replace(middle=1 - row.middle, low=1 - row.high, high=1 - row.low)


def _settings_of(study: Study, view: str, node: str) -> list[Any]:
    return [s for place in (view, None) for s in study.nodes if (s.under, s.view) == (node, place)]


def _node(study: Study, view: str, parent: str, items: Sequence[str]) -> Weighted:
    if len(items) == 1:
        return Weighted(np.ones(1), {}, [])
    said = _settings_of(study, view, parent)
    way = next((s.weighted_by for s in said if s.weighted_by), "judgments")
    agreed = any(s.agreed for s in said)
    return judged(study, view, parent, items, agreed) if way == "judgments" else given(study, view, items, way, agreed)


def _default_synthesis(study: Study) -> str:
    tree = tree_of(study, ())
    leaves = [n for items in tree.values() for n in items if n not in tree]
    ways = {way_of(study, c) for c in study.criteria if c.id in leaves}
    return "distributive" if ways == {"pairwise"} else "absolute"


# one-way sensitivity


class Sweep(NamedTuple):
    crossovers: list[tuple[float, str, str]]
    stays_first: tuple[float, float] | None


def sweep(study: Study, view: str, criterion: str) -> Sweep | None:
    """Crossovers and the leader's interval, by the totals at 0 and at 1; None where the weight cannot move."""
    now = answer(study, view)
    tree = tree_of(study, next(v for v in study.views if v.id == view).left_out)
    siblings = next(items for items in tree.values() if criterion in items)
    rest = sum(now.local[s] for s in siblings if s != criterion)
    if len(siblings) == 1 or not rest > 0 or np.isnan(now.totals).any():
        return None

    def at(weight: float) -> np.ndarray:
        moved = {s: (1 - weight) * now.local[s] / rest for s in siblings if s != criterion}
        return answer(study, view, {**moved, criterion: weight}).unscaled

    start, end = at(0.0), at(1.0)
    found = []
    for a, b in combinations(range(len(now.hosts)), 2):
        below, above = start[a] - start[b], end[a] - end[b]
        if now.ranks[a] and now.ranks[b] and min(abs(below), abs(above)) > 1e-12 and below * above < 0:
            first, second = (a, b) if below > 0 else (b, a)
            found.append((below / (below - above), now.hosts[first], now.hosts[second]))
    return Sweep(sorted(found), _stays(now, start, end, now.local[criterion]))


def _stays(now: Answer, start: np.ndarray, end: np.ndarray, weight: float) -> tuple[float, float] | None:
    if now.leader is None:
        return None
    low, high, lead = 0.0, 1.0, now.hosts.index(now.leader)
    for h in range(len(now.hosts)):
        below, above = start[lead] - start[h], end[lead] - end[h]
        if not (now.eligible[h] and now.ranks[h]) or abs(above - below) <= 1e-12:
            continue
        tie = below / (below - above)
        if above > below:
            low = max(low, min(tie, weight))
        else:
            high = min(high, max(tie, weight))
    return low, high
