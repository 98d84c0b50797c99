"""Each participant's own weights and ranking: his entries, and the group's where he judged nothing."""

from collections.abc import Mapping

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.nodes import NodeResult
from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.analysis.sources import Sources
from decidr.core.analysis.synthesis import ranks, synthesise
from decidr.core.analysis.table import leaf_data
from decidr.core.analysis.weighing import global_weights, has_enough
from decidr.core.value.scores import pairwise_scores

Own = Mapping[str, Floats]
"""A participant's weights by node, in the order of the node's items."""


def participant_results(
    sources: Sources, results: Results, earlier: Results | None = None
) -> tuple[ParticipantResult, ...]:
    """One result a participant, in the study's order; ``results`` are the group's, without participants yet.

    A participant's ``earlier`` result serves again where his entries are the same and nothing else moves it.
    """
    kept = _unmoved(results, earlier) if earlier else {}
    moved = {person: _own_weights(results, person) for person in sources.people if person not in kept}
    new = _solved(results, sources.people, moved) if moved else {}
    return tuple(kept.get(person) or new[person] for person in sources.people)


def _unmoved(results: Results, earlier: Results) -> dict[str, ParticipantResult]:
    """Results, by id, of those whose entries and borrowed nodes are as before, while scores, tree and hosts stay."""
    same_people = earlier.study.participants is results.study.participants and earlier.case == results.case
    same_rules = (earlier.tree, earlier.synthesis, earlier.failed) == (results.tree, results.synthesis, results.failed)
    scores = ((earlier.raw_scores, results.raw_scores), (earlier.missing, results.missing))
    same_scores = all(one is other or np.array_equal(one, other) for one, other in scores)
    if not (same_people and same_rules and same_scores):
        return {}
    changed = [(node, earlier.nodes[id_]) for id_, node in results.nodes.items() if node is not earlier.nodes[id_]]
    return {
        person.participant: person
        for person in earlier.participants
        if all(_judged_alike(person.participant, node, before) for node, before in changed)
    }


def _judged_alike(person: str, node: NodeResult, before: NodeResult) -> bool:
    """Whether he has the very same weights of his own at a node."""
    mine = node.by(person)
    return mine is not None and mine is before.by(person)


def _solved(results: Results, people: Mapping[str, float], own: Mapping[str, Own]) -> dict[str, ParticipantResult]:
    """The participants in ``own``, all at once."""
    local = [_local_weights(results, mine) for mine in own.values()]
    global_ = [global_weights(results.tree, weights) for weights in local]
    leaf_weights = np.array([[weights[leaf] for leaf in results.leaves] for weights in global_])
    scores = np.stack([_own_scores(results, mine) for mine in own.values()])
    _, contributions, totals = synthesise(scores, leaf_weights, results.synthesis)
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    places = ranks(totals, ranked)
    eligible = ranked & has_enough(leaf_weights, results.missing)
    return {
        person: ParticipantResult(
            person,
            people[person],
            _borrowed(results, mine),
            local[p],
            global_[p],
            totals[p],
            contributions[p],
            places[p],
            eligible[p],
        )
        for p, (person, mine) in enumerate(own.items())
    }


def _borrowed(results: Results, own: Own) -> tuple[str, ...]:
    """Nodes that he did not judge, where there is anything to judge."""
    return tuple(id_ for id_, node in results.nodes.items() if id_ not in own and len(node.node.items) > 1)


def _own_weights(results: Results, person: str) -> Own:
    """His weights at each node that he judged, in the order of its items."""
    return {id_: mine for id_, node in results.nodes.items() if (mine := node.by(person)) is not None}


def _local_weights(results: Results, own: Own) -> dict[str, float]:
    """His own local weights, else the group's, all as the case has them."""
    local = dict(results.local)
    for node in own.keys() & results.tree.children.keys():
        items = results.nodes[node].node.items
        local.update(zip(items, results.sources.moved_weights(items, own[node]).tolist(), strict=True))
    return local


def _own_scores(results: Results, own: Own) -> Floats:
    """The group's scores (L, H) before the synthesis, with the hosts that he compared in pairs himself."""
    judged = own.keys() - results.tree.children.keys()
    if not judged:
        return results.raw_scores
    scores = results.raw_scores.copy()
    for leaf in judged:
        data = leaf_data(results.sources, leaf, results.synthesis)
        moved = results.sources.moved_scores(leaf, pairwise_scores(data, own[leaf]))
        scores[results.leaves.index(leaf)] = moved.middle
    return scores
