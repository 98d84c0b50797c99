"""Each participant's own weights and ranking: his entries, and the group's where he judged nothing."""

from collections.abc import Mapping

import numpy as np

from decidr.core.analysis.matrices import Booleans, Floats
from decidr.core.analysis.results import ParticipantResult, Results
from decidr.core.analysis.sources import Sources
from decidr.core.analysis.synthesis import ranks, synthesise
from decidr.core.analysis.weighing import global_weights


def participant_results(sources: Sources, results: Results) -> tuple[ParticipantResult, ...]:
    """One result a participant, in the study's order; ``results`` are the group's, without participants yet."""
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    return tuple(_participant(sources, results, person, weight, ranked) for person, weight in sources.people.items())


def _participant(sources: Sources, results: Results, person: str, weight: float, ranked: Booleans) -> ParticipantResult:
    own = {id_: node.own[person] for id_, node in results.nodes.items() if person in node.own}
    local = dict(results.local)
    for node in own.keys() & results.tree.children.keys():
        local.update(zip(results.nodes[node].node.items, own[node].tolist(), strict=True))
    global_ = global_weights(results.tree, local)
    weights = np.array([global_[leaf] for leaf in results.leaves])
    _, contributions, totals = synthesise(_own_scores(results, own), weights, results.synthesis)
    borrowed = tuple(id_ for id_, node in results.nodes.items() if id_ not in own and len(node.node.items) > 1)
    return ParticipantResult(person, weight, borrowed, local, global_, totals, contributions, ranks(totals, ranked))


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
