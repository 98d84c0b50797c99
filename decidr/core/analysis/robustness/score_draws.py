"""Draws of all scores, and the totals that they give under weights."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.matrices import Floats, Integers
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.cell_draws import CellDraws
from decidr.core.analysis.robustness.perturbed import perturbed
from decidr.core.analysis.robustness.plan import Plan, Spread
from decidr.core.analysis.robustness.points import Points
from decidr.core.analysis.robustness.products import product
from decidr.core.analysis.synthesis import divided
from decidr.core.analysis.table import leaf_data


class LeafDraw(NamedTuple):
    """One leaf (its place in the results) whose scores vary, at the ``hosts`` (h,) where they do.

    ``draw`` gives (h, N): scores after the view's turn and the division of the synthesis.
    """

    leaf: int
    hosts: Integers
    draw: Callable[[Points], Floats]


class ScoreDraws:
    """The scores of a study: ``draw`` gives those that vary (V, N), the others stay as they are."""

    def __init__(self, results: Results, plan: Plan) -> None:
        self._draws = tuple(_leaf_draws(results, plan.spread)) if plan.data == "uncertain" else ()
        self._is_ideal = results.synthesis == "ideal"
        self._fixed = results.scores.T.copy()
        for leaf, hosts, _draw in self._draws:
            self._fixed[hosts, leaf] = 0.0
        leaves = np.array([leaf for leaf, hosts, _ in self._draws for _ in hosts], dtype=np.intp)
        hosts = np.array([host for _, hosts, _ in self._draws for host in hosts], dtype=np.intp)
        self._rows = [np.flatnonzero(hosts == host) for host in range(len(results.hosts))]
        self._leaves = [leaves[rows] for rows in self._rows]

    @property
    def vary(self) -> bool:
        """Whether any score does."""
        return bool(self._draws)

    def draw(self, points: Points) -> Floats:
        """The scores that vary (V, N), leaf by leaf."""
        drawn = [leaf.draw(points) for leaf in self._draws]
        return np.concatenate(drawn) if drawn else np.zeros((0, points.size))

    def totals(self, weights: Floats, drawn: Floats) -> Floats:
        """Totals (H, N) of each sample's own scores under its own leaf weights (L, N)."""
        found = product(self._fixed, weights)
        for host, (rows, leaves) in enumerate(zip(self._rows, self._leaves, strict=True)):
            if len(rows):
                found[host] += np.einsum("vn,vn->n", weights[leaves], drawn[rows])
        return self._scaled(found)

    def totals_at(self, weights: Floats, drawn: Floats) -> Floats:
        """Totals (K, H, N) of each sample's scores under each of K sets of leaf weights (K, L)."""
        found = np.empty((len(weights), len(self._rows), drawn.shape[1]))
        for host, (rows, leaves) in enumerate(zip(self._rows, self._leaves, strict=True)):
            found[:, host] = product(weights[:, leaves], drawn[rows]) + (weights @ self._fixed[host])[:, None]
        return self._scaled(found)

    def _scaled(self, totals: Floats) -> Floats:
        """Under ideal totals sum to 1."""
        if self._is_ideal:
            whole = totals.sum(axis=-2, keepdims=True)
            totals /= np.where(whole == 0, 1.0, whole)
        return totals


def _leaf_draws(results: Results, spread: Spread) -> Iterator[LeafDraw]:
    for leaf, id_ in enumerate(results.leaves):
        is_paired = results.sources.ways_of_scoring[id_] == "pairwise"
        found = _pairs(results, leaf, spread) if is_paired else _cells(results, leaf)
        if found is not None:
            yield found


def _pairs(results: Results, leaf: int, spread: Spread) -> LeafDraw | None:
    """A leaf whose hosts are compared in pairs: drawn as weights are."""
    if len(results.hosts) < 2:
        return None
    id_ = results.leaves[leaf]
    draw = perturbed(results.nodes[id_], results.sources.people, results.study.settings, spread)
    closed = leaf_data(results.sources, id_, results.synthesis).closed

    def scores(points: Points) -> Floats:
        drawn = draw(points)
        if results.synthesis == "absolute":
            drawn = drawn / drawn.max(axis=0)
        drawn[closed] = 0.0
        return _divided(results.sources.moved_given(id_, results.hosts, drawn.T).T, results)

    return LeafDraw(leaf, np.arange(len(results.hosts)), scores)


def _cells(results: Results, leaf: int) -> LeafDraw | None:
    """A leaf whose figures, or whose gaps, are uncertain; a gap is uniform over its range of scores."""
    cells = CellDraws(results, leaf)
    low, high = results.low_scores[leaf], results.high_scores[leaf]
    gaps = np.flatnonzero(results.missing[leaf] & (low < high))
    varied = np.concatenate([cells.hosts, gaps])
    if not len(varied):
        return None
    id_, hosts = results.leaves[leaf], [results.hosts[h] for h in cells.hosts]
    is_turned = id_ in results.sources.view.turned

    def drawn_scores(points: Points) -> Floats:
        drawn = cells.draw(points) if hosts else np.zeros((0, points.size))
        drawn = results.sources.moved_given(id_, hosts, drawn.T).T
        of_gaps = low[gaps, None] + (high - low)[gaps, None] * points.uniform(len(gaps))
        return np.concatenate([1.0 - drawn if is_turned else drawn, of_gaps])

    def divided_scores(points: Points) -> Floats:
        everyone = np.repeat(results.raw_scores[leaf][:, None], points.size, axis=1)
        everyone[varied] = drawn_scores(points)
        return _divided(everyone, results)

    if results.synthesis == "absolute":
        return LeafDraw(leaf, varied, drawn_scores)
    return LeafDraw(leaf, np.arange(len(results.hosts)), divided_scores)


def _divided(scores: Floats, results: Results) -> Floats:
    """Scores (H, N) of one leaf as the synthesis takes them."""
    return divided(scores.T, results.synthesis).T
