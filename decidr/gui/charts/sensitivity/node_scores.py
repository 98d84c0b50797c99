"""What each host scores on a criterion of any level: the weighted mean of its leaves, whatever the criterion weighs."""

from __future__ import annotations

import numpy as np

from decidr.core.analysis.results import Floats, Results


def node_scores(results: Results, node: str) -> Floats:
    """Scores (H,) on a node as shares of 1; of the goal the totals, before the ideal synthesis scales them."""
    weights = _weights_under(results, node)
    return np.array([weights.get(leaf, 0.0) for leaf in results.leaves]) @ results.scores


def _weights_under(results: Results, node: str) -> dict[str, float]:
    """What share of a node each leaf below it has; a leaf has all of itself."""
    children = results.tree.children.get(node, ())
    if not children:
        return {node: 1.0}
    shares: dict[str, float] = {}
    for child in children:
        below = _weights_under(results, child)
        shares |= {leaf: results.local[child] * share for leaf, share in below.items()}
    return shares
