"""The last step to totals and ranks: one score table under one set of local weights."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.matrices import Booleans, Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import Band, band, ranks, synthesise
from decidr.core.analysis.table import ScoreTable
from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Synthesis
from decidr.core.study.tree import Tree

MOST_MISSING = 0.25
"""A host that lacks more than this share of the weight cannot lead."""


class Weighed(NamedTuple):
    """The fields of ``Results`` that follow from scores and weights."""

    local: Mapping[str, float]
    global_: Mapping[str, float]
    scores: Floats
    contributions: Floats
    totals: Floats
    low: Floats
    high: Floats
    ranks: Integers
    best_rank: Integers
    worst_rank: Integers
    eligible: Booleans


def weigh(tree: Tree, table: ScoreTable, synthesis: Synthesis, ranked: Booleans, local: Mapping[str, float]) -> Weighed:
    """Totals, ranks and bands of ``table`` under ``local`` weights; ``ranked`` (H,) hosts take part in the ranks."""
    global_ = global_weights(tree, local)
    weights = np.array([global_[leaf] for leaf in tree.leaves])
    scores, contributions, totals = synthesise(table.middle, weights, synthesis)
    places = ranks(totals, ranked)
    could = _band(table, weights, synthesis, ranked, Band(totals, totals, places, places))
    eligible = ranked & has_enough(weights, table.missing)
    return Weighed(local, global_, scores, contributions, totals, *could[:2], places, *could[2:], eligible)


def has_enough(weights: Floats, missing: Booleans) -> Booleans:
    """Hosts (…, H) that lack at most a quarter of the leaf weights (…, L); ``missing`` (L, H) marks the gaps."""
    return is_enough(weights @ missing)


def is_enough(lacking: Floats) -> Booleans:
    """Whether hosts may lead that lack these shares of the weight."""
    return np.asarray(lacking <= MOST_MISSING + 1e-12)


class Standing(NamedTuple):
    """How the hosts stand, (H,) each; ``ranks`` are 0 outside the ranks."""

    totals: Floats
    ranks: Integers
    eligible: Booleans

    @property
    def leader(self) -> int | None:
        """Index of the first eligible host of the best rank; None where none is eligible."""
        eligible = np.flatnonzero(self.eligible & (self.ranks > 0))
        return int(eligible[self.ranks[eligible].argmin()]) if eligible.size else None


def standing(results: Results, raw_scores: Floats, weights: Floats) -> Standing:
    """Where the hosts would stand with other scores (L, H), before the synthesis, and other leaf weights (L,)."""
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    totals = synthesise(raw_scores, weights, results.synthesis).totals
    return Standing(totals, ranks(totals, ranked), ranked & has_enough(weights, results.missing))


def with_weights(results: Results, local: Mapping[str, float]) -> Results:
    """The same scores under other local weights; the participants' and the matrices stay as they are."""
    table = ScoreTable(results.raw_scores, results.low_scores, results.high_scores, results.missing)
    ranked = np.array([reason is None for reason in results.failed], dtype=bool)
    return replace(results, **weigh(results.tree, table, results.synthesis, ranked, local)._asdict())


def global_weights(tree: Tree, local: Mapping[str, float]) -> dict[str, float]:
    """Each counted node's share of the whole: the product of the local weights down to it."""
    found = {GOAL: 1.0}
    for node in tree.nodes[1:]:
        found[node] = found[tree.parent[node]] * local[node]
    return found


def unscaled_totals(results: Results, local: Mapping[str, float]) -> Floats:
    """Totals (H,) of the same scores under other local weights, before the ideal synthesis scales them to sum to 1."""
    global_ = global_weights(results.tree, local)
    return np.array([global_[leaf] for leaf in results.leaves]) @ results.scores


def _band(table: ScoreTable, weights: Floats, synthesis: Synthesis, ranked: Booleans, without_gaps: Band) -> Band:
    if not table.missing.any() or np.isnan(weights).any():
        return without_gaps
    return band(table.middle, table.low, table.high, weights, synthesis, ranked)
