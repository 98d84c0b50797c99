"""The score table of one view: leaves in rows, hosts in columns, turned where the view turns them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.evidence import leaf_evidence
from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.moves import Moves
from decidr.core.analysis.nodes import NodeResult, are_same
from decidr.core.analysis.sources import Sources
from decidr.core.study.criteria import Criterion, ScoredBy
from decidr.core.study.data import Cell, changed_cells
from decidr.core.study.problems import Place, Problem
from decidr.core.study.study import Synthesis
from decidr.core.value.ratings import RatingScale
from decidr.core.value.scores import (
    LeafData,
    LeafScores,
    data_scores,
    direct_scores,
    pairwise_scores,
    rating_scores,
)


class ScoreTable(NamedTuple):
    """Scores (L, H) after turns, with the gaps at their ``middle``, at worst (``low``) and at best (``high``)."""

    middle: Floats
    low: Floats
    high: Floats
    missing: Booleans


class LeafTable(NamedTuple):
    """The counted leaves as a view sees them: ``scores``, kinds of ``evidence`` (L, H), and turns that cannot be.

    ``basis`` is what it was made of, compared by identity when a later study comes.
    """

    basis: tuple[object, ...]
    scores: ScoreTable
    evidence: Integers
    problems: tuple[Problem, ...]


class Scored(NamedTuple):
    """Scores and evidence (H,) by leaf, with the cells, criteria (by id) and ``basis`` that they rest on.

    ``moves`` are those of the case that is supposed, None at the baseline.
    """

    cells: tuple[Cell, ...]
    criteria: Mapping[str, Criterion]
    basis: tuple[object, ...]
    leaves: Mapping[str, LeafScores]
    evidence: Mapping[str, Integers]
    moves: Moves | None = None


def score_leaves(
    sources: Sources, nodes: Mapping[str, NodeResult], synthesis: Synthesis, earlier: Scored | None
) -> Scored:
    """Every counted leaf's scores; those that rest on no judgments are taken over while their data stay the same."""
    study = sources.study
    parts = (study.hosts, study.levels, study.participants, study.settings)
    basis = (*parts, synthesis, *sources.ways_of_scoring.values())
    kept = _still_holding(earlier, Scored(study.cells, sources.criteria, basis, {}, {}, sources.moves))
    new = [n for n, way in sources.ways_of_scoring.items() if way == "pairwise" or n not in kept.leaves]
    scores = {leaf: scored(sources, leaf, leaf_data(sources, leaf, synthesis), nodes) for leaf in new}
    evidence = {leaf: leaf_evidence(sources, leaf, nodes) for leaf in new}
    return kept._replace(leaves={**kept.leaves, **scores}, evidence={**kept.evidence, **evidence})


def _still_holding(earlier: Scored | None, now: Scored) -> Scored:
    """``now`` with the earlier scores of leaves whose criterion, cells and moves are the same, on the same basis."""
    if earlier is None or not are_same(now.basis, earlier.basis):
        return now
    if earlier.cells is now.cells and earlier.criteria is now.criteria and earlier.moves is now.moves:
        return now._replace(leaves=earlier.leaves, evidence=earlier.evidence)
    changed = {cell.criterion for cell in changed_cells(earlier.cells, now.cells)}
    changed |= _moved_otherwise(now.moves, earlier.moves)
    same = [n for n in earlier.leaves if n not in changed and now.criteria.get(n) is earlier.criteria[n]]
    return now._replace(
        leaves={leaf: earlier.leaves[leaf] for leaf in same}, evidence={leaf: earlier.evidence[leaf] for leaf in same}
    )


def _moved_otherwise(moves: Moves | None, earlier: Moves | None) -> frozenset[str]:
    """Leaves whose scores two cases may tell differently."""
    if moves == earlier:
        return frozenset()
    return frozenset().union(*(case.touched for case in (moves, earlier) if case))


def leaf_table(sources: Sources, scored: Scored, earlier: LeafTable | None = None) -> LeafTable:
    """The leaves in the tree's order with the view's turns; ``earlier`` serves again where no leaf was scored anew."""
    leaves = sources.tree.leaves
    scores, evidence = [scored.leaves[leaf] for leaf in leaves], [scored.evidence[leaf] for leaf in leaves]
    basis = (sources.tree, *scores, *evidence)  # another view has another tree
    if earlier and are_same(basis, earlier.basis):
        return earlier
    kinds = np.array(evidence, dtype=np.intp).reshape(len(leaves), len(sources.hosts))
    return LeafTable(basis, _score_table(sources, scores), kinds, tuple(_turn_problems(sources, scored.leaves)))


def _score_table(sources: Sources, scores: Sequence[LeafScores]) -> ScoreTable:
    rows = [_turned(sources, leaf, found) for leaf, found in zip(sources.tree.leaves, scores, strict=True)]
    shape = (len(rows), len(sources.hosts))
    return ScoreTable(
        np.array([row.middle for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.low for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.high for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.missing for row in rows], dtype=bool).reshape(shape),
    )


def _turn_problems(sources: Sources, leaves: Mapping[str, LeafScores]) -> Iterator[Problem]:
    for leaf in sources.tree.leaves:
        if leaf in sources.view.turned and not _turnable(sources.ways_of_scoring[leaf], leaves[leaf]):
            yield Problem("error", "turn.not_possible", Place("Views", (sources.view.name, sources.names[leaf])))


def scored(sources: Sources, leaf: str, data: LeafData, nodes: Mapping[str, NodeResult]) -> LeafScores:
    """The scores of a leaf (an id), before any turn, from these ``data``; the case moves them."""
    return sources.moved_scores(leaf, _given_scores(sources, leaf, data, nodes))


def _given_scores(sources: Sources, leaf: str, data: LeafData, nodes: Mapping[str, NodeResult]) -> LeafScores:
    way = sources.ways_of_scoring[leaf]
    if way == "pairwise":
        return pairwise_scores(data, nodes[leaf].weights)
    if way == "rating":
        return rating_scores(data, RatingScale(v for v in sources.study.levels if v.criterion == leaf))
    return direct_scores(data) if way == "direct" else data_scores(data)


def leaf_data(sources: Sources, leaf: str, synthesis: Synthesis) -> LeafData:
    """What scoring a leaf needs."""
    return LeafData(
        sources.criteria[leaf],
        [sources.names[host] for host in sources.hosts],
        [sources.cells.get((leaf, host), ()) for host in sources.hosts],
        sources.people,
        synthesis,
    )


def _turned(sources: Sources, leaf: str, scores: LeafScores) -> LeafScores:
    if leaf not in sources.view.turned:
        return scores
    if not _turnable(sources.ways_of_scoring[leaf], scores):
        nothing = np.full(scores.middle.shape, np.nan)
        return LeafScores(nothing, nothing, nothing, scores.missing)
    return LeafScores(1 - scores.middle, 1 - scores.high, 1 - scores.low, scores.missing)


def _turnable(way: ScoredBy, scores: LeafScores) -> bool:
    return way != "pairwise" and not (scores.high > 1).any()
