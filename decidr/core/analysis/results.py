"""Results: every number that follows from a study, seen in one view."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from msgspec import Struct

from decidr.core.analysis.matrices import Booleans, Floats, Integers, MatrixResult
from decidr.core.analysis.nodes import NodeResult
from decidr.core.analysis.sources import Sources
from decidr.core.analysis.table import LeafTable, Scored
from decidr.core.study.cases import Case
from decidr.core.study.data import Evidence
from decidr.core.study.problems import Problem
from decidr.core.study.study import Study, Synthesis
from decidr.core.study.tree import Tree

__all__ = ["Booleans", "Floats", "Integers", "MatrixResult", "NodeResult", "ParticipantResult", "Results"]


class ParticipantResult(Struct, frozen=True):
    """One participant's own weights and ranking; ``borrowed`` names nodes where the group's weights stand in.

    ``totals`` (H,), ``contributions`` (L, H), ``ranks`` (H,) with 0 for a host outside the ranks; ``eligible`` (H,) are
    those that lack at most a quarter of his weight.
    """

    participant: str
    weight: float
    borrowed: tuple[str, ...]
    local: Mapping[str, float]
    global_: Mapping[str, float]
    totals: Floats
    contributions: Floats
    ranks: Integers
    eligible: Booleans


class Results(Struct, frozen=True, dict=True):
    """The study in one view: arrays run over ``leaves`` (L, counted, in the tree's order) and ``hosts`` (H, scored).

    ``local`` and ``global_`` give each counted node's weight as a share (NaN where it has none; the goal's is 1).
    ``raw_scores``, ``low_scores``, ``high_scores`` (L, H) are the scores after turns and before the synthesis divides
    them, with the gaps at their middle, worst and best; ``scores`` (L, H) after it. ``contributions`` (L, H) sum to
    ``totals`` (H,), NaN where weights are lacking. ``ranks``, ``best_rank``, ``worst_rank`` (H,) are 0 for a host
    outside the ranks. ``failed`` (H) says which must a host fails, None where none. ``sources``, ``nodes``,
    ``leaf_scores`` and ``leaf_table`` are what the figures were made of, taken over where a later study has the same
    parts. ``members`` are empty unless hosts stand for groups: the alternatives that give each group (an id) its
    figures, the best first.
    """

    study: Study
    sources: Sources
    view: str
    synthesis: Synthesis
    tree: Tree
    hosts: tuple[str, ...]
    local: Mapping[str, float]
    global_: Mapping[str, float]
    raw_scores: Floats
    low_scores: Floats
    high_scores: Floats
    scores: Floats
    contributions: Floats
    totals: Floats
    low: Floats
    high: Floats
    ranks: Integers
    best_rank: Integers
    worst_rank: Integers
    eligible: Booleans
    failed: tuple[str | None, ...]
    missing: Booleans
    evidence: Mapping[Evidence, float]
    matrices: tuple[MatrixResult, ...]
    participants: tuple[ParticipantResult, ...]
    problems: tuple[Problem, ...]
    nodes: Mapping[str, NodeResult]
    leaf_scores: Scored
    leaf_table: LeafTable
    members: Mapping[str, tuple[str, ...]] = {}

    @property
    def case(self) -> Case | None:
        """What is supposed to happen; None at the baseline."""
        return self.sources.case

    @property
    def names(self) -> Mapping[str, str]:
        """Names of the goal, the criteria and the hosts, by id."""
        return self.sources.names

    @property
    def leaves(self) -> tuple[str, ...]:
        """Ids of the counted leaves, in the tree's order."""
        return self.tree.leaves

    @cached_property
    def leaf_weights(self) -> Floats:
        """The leaves' shares of the whole, (L,)."""
        return np.array([self.global_[leaf] for leaf in self.leaves])

    @cached_property
    def lacking(self) -> Floats:
        """The share of the weight that each host lacks, (H,)."""
        return np.asarray(self.leaf_weights @ self.missing)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Indices of the ranked hosts, best first; equal ranks in the study's order."""
        ranked = [h for h in range(len(self.hosts)) if self.ranks[h]]
        return tuple(sorted(ranked, key=lambda h: self.ranks[h]))

    @cached_property
    def eligible_order(self) -> tuple[int, ...]:
        """As ``order``, without the hosts that lack over 25 % of the weight."""
        return tuple(h for h in self.order if self.eligible[h])

    @cached_property
    def sharing_first(self) -> tuple[int, ...]:
        """Of those that can lead, who has the first place: one host (its place here), or all that tie for it."""
        return tuple(h for h in self.eligible_order if self.ranks[h] == self.ranks[self.eligible_order[0]])

    @property
    def leader(self) -> int | None:
        """Index of the first eligible host of the best rank, in the study's order; None where none is eligible."""
        return self.eligible_order[0] if self.eligible_order else None

    @property
    def leader_name(self) -> str | None:
        """The leader's name; None where none is eligible."""
        return None if self.leader is None else self.names[self.hosts[self.leader]]
