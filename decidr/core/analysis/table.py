"""The score table of one view: leaves in rows, hosts in columns, turned where the view turns them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.evidence import leaf_evidence
from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.moves import Moves
from decidr.core.analysis.nodes import NodeResult, are_same
from decidr.core.analysis.sources import Sources
from decidr.core.study.criteria import ScoredBy
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


class Scored(NamedTuple):
    """Scores and evidence (H,) by leaf, and the ``basis`` they rest on, to tell whether they serve again.

    ``moves`` are those of the case that is supposed, None at the baseline.
    """

    basis: tuple[object, ...]
    leaves: Mapping[str, LeafScores]
    evidence: Mapping[str, Integers]
    moves: Moves | None = None


def score_leaves(
    sources: Sources, nodes: Mapping[str, NodeResult], synthesis: Synthesis, earlier: Scored | None
) -> Scored:
    """Every counted leaf's scores; those that do not rest on judgments are taken over while the data stay the same."""
    study = sources.study
    parts = (study.criteria, study.hosts, study.cells, study.levels, study.participants, study.settings)
    basis = (*parts, synthesis, *sources.ways_of_scoring.values())
    kept = earlier if earlier is not None and are_same(basis, earlier.basis) else Scored((), {}, {})
    moved = _moved_otherwise(sources.moves, kept.moves)
    new = [n for n, way in sources.ways_of_scoring.items() if way == "pairwise" or n not in kept.leaves or n in moved]
    scores = {leaf: scored(sources, leaf, leaf_data(sources, leaf, synthesis), nodes) for leaf in new}
    evidence = {leaf: leaf_evidence(sources, leaf, nodes) for leaf in new}
    return Scored(basis, {**kept.leaves, **scores}, {**kept.evidence, **evidence}, sources.moves)


def _moved_otherwise(moves: Moves | None, earlier: Moves | None) -> frozenset[str]:
    """Leaves whose scores two cases may tell differently."""
    if moves == earlier:
        return frozenset()
    return frozenset().union(*(case.touched for case in (moves, earlier) if case))


def score_table(sources: Sources, leaves: Mapping[str, LeafScores]) -> tuple[ScoreTable, tuple[Problem, ...]]:
    """The table (L, H) with the view's turns, and the turns that are not possible."""
    rows = [_turned(sources, leaf, leaves[leaf]) for leaf in sources.tree.leaves]
    shape = (len(rows), len(sources.hosts))
    table = ScoreTable(
        np.array([row.middle for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.low for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.high for row in rows], dtype=np.float64).reshape(shape),
        np.array([row.missing for row in rows], dtype=bool).reshape(shape),
    )
    return table, tuple(_turn_problems(sources, leaves))


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


def _ways(sources: Sources) -> tuple[str, ...]:
    return tuple(sources.ways_of_scoring.values())
