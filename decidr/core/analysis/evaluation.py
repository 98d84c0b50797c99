"""evaluate(study) -> Results: the one way from a study to its numbers."""

from collections.abc import Iterator, Mapping

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.evidence import evidence_shares
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.musts import failed_musts
from decidr.core.analysis.nodes import NodeResult
from decidr.core.analysis.people import participant_results
from decidr.core.analysis.results import Results
from decidr.core.analysis.sources import Sources, effective_synthesis
from decidr.core.analysis.synthesis import TIE, divided
from decidr.core.analysis.table import LeafTable, Scored, leaf_table, score_leaves
from decidr.core.analysis.weighing import weigh
from decidr.core.study.cases import Case
from decidr.core.study.money import money
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Study, Synthesis
from decidr.number_text import per_cent

DIVIDING: tuple[Synthesis, ...] = ("distributive", "ideal")
"""The syntheses that any scores allow; absolute may refuse them."""


def evaluate(
    study: Study, view: str | None = None, earlier: Results | None = None, case: Case | None = None
) -> Results:
    """Every number of ``study`` in ``view`` (an id; None: the base view), supposing ``case`` (None: the baseline).

    ``earlier`` results of the same view, of whatever case, let what did not change be taken over (parts are compared by
    identity); they never change a number. Errors in the study are in ``Results.problems``; what depends on them is NaN.
    """
    sources = Sources(study, view or study.settings.base_view, earlier.sources if earlier else None, case)
    synthesis = effective_synthesis(study)
    nodes = {n.id: sources.solve(n, earlier.nodes.get(n.id) if earlier else None) for n in sources.weighted_nodes}
    scored = score_leaves(sources, nodes, synthesis, earlier.leaf_scores if earlier else None)
    table = leaf_table(sources, scored, earlier.leaf_table if earlier else None)
    return _completed(sources, _weighed(sources, synthesis, nodes, scored, table), earlier)


def _weighed(
    sources: Sources, synthesis: Synthesis, nodes: Mapping[str, NodeResult], scored: Scored, table: LeafTable
) -> Results:
    """Totals and ranks from solved nodes and scored leaves, with the problems met on the way."""
    scores = table.scores
    failed, must_problems = failed_musts(sources)
    ranked = np.array([reason is None for reason in failed], dtype=bool)
    weighed = weigh(sources.tree, scores, synthesis, ranked, local_weights(sources, nodes))
    weights = np.array([weighed.global_[leaf] for leaf in sources.tree.leaves])
    return Results(
        study=sources.study,
        sources=sources,
        view=sources.view.id,
        synthesis=synthesis,
        tree=sources.tree,
        hosts=sources.hosts,
        raw_scores=scores.middle,
        low_scores=scores.low,
        high_scores=scores.high,
        missing=scores.missing,
        failed=failed,
        evidence=evidence_shares(table.evidence, weights, ranked),
        matrices=tuple(matrix for node in nodes.values() for matrix in node.matrices),
        participants=(),
        problems=(*_part_problems(sources, nodes, scored), *table.problems, *must_problems),
        nodes=nodes,
        leaf_scores=scored,
        leaf_table=table,
        **weighed._asdict(),
    )


def _part_problems(sources: Sources, nodes: Mapping[str, NodeResult], scored: Scored) -> Iterator[Problem]:
    yield from sources.problems
    yield from sources.scenario_problems
    yield from _case_problems(sources, nodes)
    for node in nodes.values():
        yield from node.problems
    for leaf in sources.tree.leaves:
        yield from scored.leaves[leaf].problems


def _case_problems(sources: Sources, nodes: Mapping[str, NodeResult]) -> Iterator[Problem]:
    """What keeps the case's moves from being made, and nodes that they leave without weights."""
    if sources.moves is None or sources.case is None:
        return
    yield from (problem for problem in sources.moves.problems if problem not in sources.scenario_problems)
    for node in (nodes[parent] for parent in sources.tree.parents):
        items = node.node.items
        known = node.weights is not None and sources.moves.unweighted.isdisjoint(items)
        if node.weights is not None and known and np.isnan(sources.moves.of_weights(items, node.weights)).any():
            yield Problem("error", "weights.all_zero", Place("Scenarios", (sources.case.name, node.node.name)))


def local_weights(sources: Sources, nodes: Mapping[str, NodeResult]) -> dict[str, float]:
    """Each counted criterion's weight among its counted siblings, as the case has it; NaN where its node has none."""
    local: dict[str, float] = {}
    for parent in sources.tree.parents:
        items, weights = nodes[parent].node.items, nodes[parent].weights
        moved = sources.moved_weights(items, weights) if weights is not None else np.full(len(items), np.nan)
        local.update(zip(items, moved.tolist(), strict=True))
    return local


def _completed(sources: Sources, results: Results, earlier: Results | None) -> Results:
    """With the participants' own results, and the problems that show only in the totals."""
    return replace(
        results,
        participants=participant_results(sources, results, earlier),
        problems=(*results.problems, *_result_problems(sources, results)),
    )


def _result_problems(sources: Sources, results: Results) -> Iterator[Problem]:
    yield from _left_out(sources)
    yield from _zero_leaves(sources, results)
    yield from _hosts_that_cannot_lead(sources, results)
    yield from _other_synthesis(sources, results)
    costs = money(sources.study, sources.hosts)
    yield from costs.problems() if costs else ()


def _left_out(sources: Sources) -> Iterator[Problem]:
    for leaf in sources.view.left_out:
        place = Place("Views", (sources.view.name, sources.names[leaf]))
        yield Problem("notice", "views.leaf_left_out", place, {"view": sources.view.name})


def _zero_leaves(sources: Sources, results: Results) -> Iterator[Problem]:
    if results.synthesis != "absolute":
        for leaf, row in zip(results.leaves, results.raw_scores, strict=True):
            if len(row) and not row.any():
                yield Problem("notice", "leaf.all_zero", Place("Criteria", (sources.names[leaf],)))


def _hosts_that_cannot_lead(sources: Sources, results: Results) -> Iterator[Problem]:
    for h, host in enumerate(results.hosts):
        place = Place("Hosts", (sources.names[host],))
        if results.failed[h]:
            yield Problem("warning", "hosts.failed_must", place, {"must": results.failed[h] or ""})
        elif results.ranks[h] and not results.eligible[h]:
            yield Problem("warning", "hosts.not_eligible", place, {"share": per_cent(float(results.lacking[h]), 0)})


def _other_synthesis(sources: Sources, results: Results) -> Iterator[Problem]:
    """Whether dividing the scores otherwise would put another host first; said once."""
    leader = results.leader
    others = [synthesis for synthesis in DIVIDING if synthesis != results.synthesis]
    found = [(s, _leader_under(sources, results, leader, s)) for s in others] if leader is not None else []
    for synthesis, other in [(s, h) for s, h in found if h != leader][:1]:
        name, other_name = (sources.names[results.hosts[h]] for h in (leader or 0, other))
        said = {"leader": name, "synthesis": results.synthesis, "other_leader": other_name, "other": synthesis}
        yield Problem("notice", "synthesis.changes_leader", Place("Study", (), "Synthesis"), said)


def _leader_under(sources: Sources, results: Results, leader: int, synthesis: Synthesis) -> int:
    """Who is strictly ahead of ``leader`` if the scores are divided otherwise; the leader itself if nobody is."""
    totals = results.leaf_weights @ divided(_scores_under(sources, results, synthesis), synthesis)
    best = int(np.argmax(np.where(results.eligible, totals, -np.inf)))
    return best if totals[best] - totals[leader] > TIE else leader


def _scores_under(sources: Sources, results: Results, synthesis: Synthesis) -> Floats:
    """The scores (L, H) that another synthesis would divide; only the gaps of direct leaves depend on it."""
    ways = sources.ways_of_scoring
    direct = [i for i, leaf in enumerate(results.leaves) if ways[leaf] == "direct"]
    if not direct or not results.missing[direct].any():
        return results.raw_scores
    return leaf_table(sources, score_leaves(sources, results.nodes, synthesis, None)).scores.middle
