"""Weights that people give without pairs: direct, swing points and ranks (method: Priorities and consistency)."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from decidr.core.ahp.group import aggregate_priorities
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.nodes import Node, NodeResult, Way, outdated_problems
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Settings
from decidr.number_text import listed


def given_node(
    node: Node,
    entries: Sequence[WeightEntry],
    people: Mapping[str, float],
    way: Way,
    settings: Settings,
) -> NodeResult:
    """Local weights from one view's ``entries`` of one way: the participants' combined, else the study's own.

    A participant counts when he gave every sibling a weight.
    """
    given = {person: _given(node, entries, person) for person in dict.fromkeys(e.participant for e in entries)}
    own = given.pop(None, np.full(len(node.items), np.nan))
    shares = {p: found for p, values in given.items() if (found := _shares(way.weighted_by, values)) is not None}
    complete = {p: found for p, found in shares.items() if p and people.get(p, 0.0) > 0}
    aside = {p: found for p, found in shares.items() if p and p not in complete}
    outdated = sum(entry.status == "outdated" for entry in entries)
    if complete and not way.agreed:
        weights = _combined(complete, people, settings.group == "priorities arithmetic")
        vetoed = [Problem("error", "weights.all_vetoed", node.place)] if weights is None else []
        problems = (*vetoed, *outdated_problems(node, outdated))
        return NodeResult(node, (), weights, complete, problems=problems, aside=aside)
    problems = (*_problems(node, own, way.weighted_by), *outdated_problems(node, outdated))
    return NodeResult(node, (), _shares(way.weighted_by, own), complete, problems=problems, aside=aside)


def _combined(complete: Mapping[str, Floats], people: Mapping[str, float], arithmetic: bool) -> Floats | None:
    """The participants' shares as one; None where each item has the weight 0 with somebody."""
    stack, weights = np.stack([*complete.values()]), np.array([people[p] for p in complete])
    is_vetoed = not (stack > 0).all(axis=0).any()
    return None if is_vetoed and not arithmetic else aggregate_priorities(stack, weights, arithmetic)


def centroid(ranks: Floats) -> Floats:
    """Rank-order centroid weights (n,) of ranks (n,), 1 the best; tied ranks share the mean of their places.

    w_i = (1/n) sum over k >= i of 1/k (Barron and Barrett, Management Science 42 (1996) 1515-1523).
    """
    n = len(ranks)
    by_place = np.cumsum(1.0 / np.arange(n, 0, -1))[::-1] / n
    by_rank = by_place[np.argsort(np.argsort(ranks, kind="stable"), kind="stable")]
    return np.array([by_rank[ranks == rank].mean() for rank in ranks])


def _given(node: Node, entries: Sequence[WeightEntry], participant: str | None) -> Floats:
    found = {e.criterion: e.weight for e in entries if e.participant == participant and e.weight is not None}
    return np.array([found.get(item, np.nan) for item in node.items])


def _shares(way: WeightedBy, values: Floats) -> Floats | None:
    """Weights that sum to 1, or None where a value is missing, below 0, or all are 0."""
    if np.isnan(values).any() or (values < 0).any():
        return None
    if way == "ranks":
        return centroid(values)
    total = values.sum()
    return values / total if total > 0 else None


def _problems(node: Node, values: Floats, way: WeightedBy) -> Iterator[Problem]:
    missing = [name for name, value in zip(node.names, values, strict=True) if np.isnan(value)]
    if missing:
        yield Problem("error", "weights.missing", node.place, {"names": listed(missing)})
    for name, value in zip(node.names, values.tolist(), strict=True):
        if value < 0:
            yield Problem("error", "weights.negative", Place("Weights", (name,)), {"value": value})
    if not missing and not values.any() and way != "ranks":
        yield Problem("error", "weights.all_zero", node.place)
