"""How far the participants agree: at each node, as a whole, and two by two (method: Groups)."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from msgspec import Struct

from decidr.core.ahp.consensus import consensus, pairwise_consensus, side_by_side
from decidr.core.ahp.group import dispersion
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.nodes import NodeResult
from decidr.core.analysis.results import Results


class NodeAgreement(Struct, frozen=True):
    """The consensus S* (0 to 1) of the participants with weights of their own at a node, two at least.

    ``people`` are their ids, in the study's order; ``weight`` is the node's global weight, NaN where it has none.
    ``dispersion`` (n, n) is how far apart the judgments of each pair of ``items`` are: the weighted standard deviation
    of their logs over all who judged the pair, NaN where nobody did; None where weights are given in other ways.
    """

    node: str
    items: tuple[str, ...]
    people: tuple[str, ...]
    consensus: float
    weight: float
    dispersion: Floats | None


class Agreement(Struct, frozen=True):
    """The participants' agreement by node, as a whole, and two by two.

    ``nodes`` has the nodes where at least two people have weights of their own, in the tree's order. ``consensus`` is
    the mean of theirs, weighted by global weight, None where no such node has weight. ``two_by_two`` (P, P) is the same
    mean of S* of every two of ``people`` (P ids, in the study's order) over the nodes that both judged, NaN where there
    are none. ``order`` (P,) sets side by side those who agree: indices of ``people``.
    """

    nodes: Mapping[str, NodeAgreement]
    consensus: float | None
    people: tuple[str, ...]
    two_by_two: Floats
    order: tuple[int, ...]


def agreement(results: Results) -> Agreement:
    """The agreement of the study's participants in the view of ``results``, whether or not their answers count there.

    People count alike in S*, whatever their weight; a node that somebody did not judge says nothing of him.
    """
    people = tuple(results.sources.people)
    shared = [node for node in results.nodes.values() if len(node.own) > 1]
    nodes = {node.node.id: _at_node(results, node) for node in shared}
    two_by_two = _two_by_two(results, people, shared)
    return Agreement(nodes, _mean(nodes.values()), people, two_by_two, side_by_side(two_by_two))


def _at_node(results: Results, node: NodeResult) -> NodeAgreement:
    people = tuple(person for person in results.sources.people if person in node.own)
    share = consensus(np.stack([node.own[person] for person in people]))
    return NodeAgreement(
        node.node.id,
        node.node.items,
        people,
        np.nan if share is None else share,
        results.global_[node.node.id],
        _dispersion(results, node),
    )


def _dispersion(results: Results, node: NodeResult) -> Floats | None:
    if not node.voices:
        return None
    weights = np.array([results.sources.people[voice.participant or ""] for voice in node.voices])
    return dispersion(np.stack([voice.judgments for voice in node.voices]), weights)


def _mean(nodes: Collection[NodeAgreement]) -> float | None:
    weighty = [node for node in nodes if node.weight > 0]
    whole = sum(node.weight for node in weighty)
    return sum(node.weight * node.consensus for node in weighty) / whole if whole else None


def _two_by_two(results: Results, people: Sequence[str], shared: Sequence[NodeResult]) -> Floats:
    """The weighted mean (P, P) over the shared nodes of weight that both judged."""
    sums, weights = np.zeros((2, len(people), len(people)))
    for node in shared:
        weight = results.global_[node.node.id]
        if weight > 0:
            there = [p for p, person in enumerate(people) if person in node.own]
            both = np.ix_(there, there)
            sums[both] += weight * pairwise_consensus(np.stack([node.own[people[p]] for p in there]))
            weights[both] += weight
    return np.where(weights > 0, sums / np.where(weights > 0, weights, 1.0), np.nan)
