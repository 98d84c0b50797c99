"""Each participant's own weights and ranking: his entries, and the group's where he judged nothing."""

from collections.abc import Mapping

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.analysis.sources import Sources
from decidr.core.analysis.synthesis import ranks, synthesise
from decidr.core.study.tree import Tree


def participant_results(sources: Sources, results: Results) -> tuple[ParticipantResult, ...]:
    """One result a participant, in the study's order; ``results`` are the group's, without participants yet."""
    people = list(sources.people)
    if not people:
        return ()
    own = [_own_weights(results, person) for person in people]
    local = np.array([_local_row(results, mine) for mine in own])
    global_ = _global_rows(results.tree, local)
    leaves = [results.tree.nodes.index(leaf) for leaf in results.leaves]
    totals = [
        synthesise(_own_scores(results, mine), row[leaves], results.synthesis)
        for mine, row in zip(own, global_, strict=True)
    ]
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    places = ranks(np.array([total.totals for total in totals]), ranked)
    return tuple(
        ParticipantResult(
            person,
            sources.people[person],
            tuple(id_ for id_, node in results.nodes.items() if id_ not in own[p] and len(node.node.items) > 1),
            dict(zip(results.tree.nodes[1:], local[p, 1:].tolist(), strict=True)),
            dict(zip(results.tree.nodes, global_[p].tolist(), strict=True)),
            totals[p].totals,
            totals[p].contributions,
            places[p],
        )
        for p, person in enumerate(people)
    )


def _own_weights(results: Results, person: str) -> Mapping[str, Floats]:
    """His weights at each node that he judged, in the order of its items."""
    return {id_: node.own[person] for id_, node in results.nodes.items() if person in node.own}


def _local_row(results: Results, own: Mapping[str, Floats]) -> list[float]:
    """Local weights of the nodes, the goal's 1 first: his own, else the group's."""
    local = dict(results.local)
    for node in own.keys() & results.tree.children.keys():
        local.update(zip(results.nodes[node].node.items, own[node].tolist(), strict=True))
    return [1.0, *(local[node] for node in results.tree.nodes[1:])]


def _global_rows(tree: Tree, local: Floats) -> Floats:
    """Products of the local weights (people, nodes) down the tree."""
    place = {node: i for i, node in enumerate(tree.nodes)}
    global_ = local.copy()
    for node in tree.nodes[1:]:
        global_[:, place[node]] *= global_[:, place[tree.parent[node]]]
    return global_


def _own_scores(results: Results, own: Mapping[str, Floats]) -> Floats:
    """The group's scores (L, H) before the synthesis, with the hosts that he compared in pairs himself."""
    judged = own.keys() - results.tree.children.keys()
    if not judged:
        return results.raw_scores
    scores = results.raw_scores.copy()
    for leaf in judged:
        by = own[leaf].max() if results.synthesis == "absolute" else 1.0
        scores[results.leaves.index(leaf)] = own[leaf] / by
    return scores
