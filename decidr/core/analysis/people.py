"""Each participant's own weights and ranking: his entries, and the group's where he judged nothing."""

from collections.abc import Mapping, Sequence

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.analysis.sources import Sources
from decidr.core.analysis.synthesis import ranks, synthesise
from decidr.core.study.tree import Tree

Own = Mapping[str, Floats]
"""A participant's weights by node, in the order of the node's items."""


def participant_results(
    sources: Sources, results: Results, earlier: Results | None = None
) -> tuple[ParticipantResult, ...]:
    """One result a participant, in the study's order; ``results`` are the group's, without participants yet.

    A participant's ``earlier`` result serves again where his entries are the same and nothing else moves it.
    """
    own = {person: _own_weights(results, person) for person in sources.people}
    kept = _unmoved(results, own, earlier) if earlier else {}
    moved = {person: mine for person, mine in own.items() if person not in kept}
    new = _solved(results, sources.people, moved) if moved else {}
    return tuple(kept.get(person) or new[person] for person in own)


def _unmoved(results: Results, own: Mapping[str, Own], earlier: Results) -> dict[str, ParticipantResult]:
    """Results of those who judged every node as before, by id, while scores, tree and hosts stay."""
    same_people = earlier.study.participants is results.study.participants
    same_scores = earlier.raw_scores.shape == results.raw_scores.shape and (
        np.array_equal(earlier.raw_scores, results.raw_scores)
    )
    same_rules = (earlier.tree, earlier.synthesis, earlier.failed) == (results.tree, results.synthesis, results.failed)
    if not (same_people and same_scores and same_rules):
        return {}
    return {
        person.participant: person
        for person in earlier.participants
        if not person.borrowed and _is_same(own[person.participant], _own_weights(earlier, person.participant))
    }


def _is_same(own: Own, before: Own) -> bool:
    return own.keys() == before.keys() and all(own[node] is before[node] for node in own)


def _solved(results: Results, people: Mapping[str, float], own: Mapping[str, Own]) -> dict[str, ParticipantResult]:
    """The participants in ``own``, all at once."""
    local = _local_rows(results, list(own.values()))
    global_ = _global_rows(results.tree, local)
    leaves = [results.tree.nodes.index(leaf) for leaf in results.leaves]
    scores = np.stack([_own_scores(results, mine) for mine in own.values()])
    _, contributions, totals = synthesise(scores, global_[:, leaves], results.synthesis)
    places = ranks(totals, np.array([reason is None for reason in results.failed], dtype=bool))
    return {
        person: ParticipantResult(
            person,
            people[person],
            _borrowed(results, mine),
            dict(zip(results.tree.nodes[1:], local[p, 1:].tolist(), strict=True)),
            dict(zip(results.tree.nodes, global_[p].tolist(), strict=True)),
            totals[p],
            contributions[p],
            places[p],
        )
        for p, (person, mine) in enumerate(own.items())
    }


def _borrowed(results: Results, own: Own) -> tuple[str, ...]:
    """Nodes that he did not judge, where there is anything to judge."""
    return tuple(id_ for id_, node in results.nodes.items() if id_ not in own and len(node.node.items) > 1)


def _own_weights(results: Results, person: str) -> Own:
    """His weights at each node that he judged, in the order of its items."""
    return {id_: node.own[person] for id_, node in results.nodes.items() if person in node.own}


def _local_rows(results: Results, own: Sequence[Own]) -> Floats:
    """Local weights (people, nodes), the goal's 1 first: each one's own, else the group's."""
    place = {node: i for i, node in enumerate(results.tree.nodes)}
    group = [1.0, *(results.local[node] for node in results.tree.nodes[1:])]
    rows = np.tile(group, (len(own), 1))
    for parent in results.tree.parents:
        items = [place[item] for item in results.nodes[parent].node.items]
        for row, mine in zip(rows, own, strict=True):
            if parent in mine:
                row[items] = mine[parent]
    return rows


def _global_rows(tree: Tree, local: Floats) -> Floats:
    """Products of the local weights (people, nodes) down the tree."""
    place = {node: i for i, node in enumerate(tree.nodes)}
    global_ = local.copy()
    for node in tree.nodes[1:]:
        global_[:, place[node]] *= global_[:, place[tree.parent[node]]]
    return global_


def _own_scores(results: Results, own: Own) -> Floats:
    """The group's scores (L, H) before the synthesis, with the hosts that he compared in pairs himself."""
    judged = own.keys() - results.tree.children.keys()
    if not judged:
        return results.raw_scores
    scores = results.raw_scores.copy()
    for leaf in judged:
        by = own[leaf].max() if results.synthesis == "absolute" else 1.0
        scores[results.leaves.index(leaf)] = own[leaf] / by
    return scores
