"""Draws of all leaf weights, by the mode of the plan."""

from collections.abc import Callable, Iterator, Mapping

import numpy as np

from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.robustness.perturbed import Draw, perturbed
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.points import Points
from decidr.core.analysis.robustness.simplex import BoundedSimplex, OrderedSimplex, is_empty
from decidr.core.study.judgments import WeightEntry
from decidr.core.study.problems import Place, Problem
from decidr.core.study.tree import Tree


def weight_draws(results: Results, plan: Plan) -> Draw:
    """From a chunk of points to leaf weights (L, N), each column summing to 1."""
    if plan.weights == "free-leaves":
        return lambda points: points.simplex(len(results.leaves))
    locals_ = {parent: _local(results, plan, parent) for parent in results.tree.parents}
    return lambda points: _multiplied_down(results.tree, locals_, points)


def empty_bounds(results: Results) -> Iterator[Problem]:
    """Nodes at which no weights that sum to 1 lie within the bounds."""
    for parent in results.tree.parents:
        low, high = _bounds(results, parent)
        if is_empty(low, high):
            said = {"low": f"{low.sum():g}", "high": f"{high.sum():g}"}
            yield Problem("error", "bounds.empty", Place("Weights", (results.names[parent],)), said)


def _local(results: Results, plan: Plan, parent: str) -> Draw:
    items = results.tree.children[parent]
    if len(items) == 1:
        return lambda points: np.ones((1, points.size))
    if plan.weights == "judged":
        return _judged(results, parent, plan)
    if plan.weights == "ordered":
        return OrderedSimplex(np.array([results.local[item] for item in items])).draw
    if plan.weights == "bounded":
        return BoundedSimplex(*_bounds(results, parent)).draw
    return lambda points: points.simplex(len(items))


def _judged(results: Results, parent: str, plan: Plan) -> Draw:
    """Draws about the judgments under a node, each as the case has it."""
    items = results.tree.children[parent]
    draw = perturbed(results.nodes[parent], results.sources.people, results.study.settings, plan.spread)
    return draw if results.case is None else lambda points: results.sources.moved_weights(items, draw(points).T).T


def _multiplied_down(tree: Tree, locals_: Mapping[str, Callable[[Points], Floats]], points: Points) -> Floats:
    place = {leaf: i for i, leaf in enumerate(tree.leaves)}
    weights = np.empty((len(place), points.size))
    shares: dict[str, Floats] = {}
    for parent, draw in locals_.items():
        block = draw(points)
        if parent in shares:
            block *= shares[parent]
        for child, row in zip(tree.children[parent], block, strict=True):
            if child in place:
                weights[place[child]] = row
            else:
                shares[child] = row
    return weights


def _bounds(results: Results, parent: str) -> tuple[Floats, Floats]:
    """Low and High (n,) of the local weights under a node; 0 and 1 where nothing is said."""
    items = results.tree.children[parent]
    found = {item: _bounds_of(results, item) for item in items}
    low = [0.0 if entry is None or entry.low is None else entry.low for entry in found.values()]
    high = [1.0 if entry is None or entry.high is None else entry.high for entry in found.values()]
    return np.clip(low, 0.0, 1.0), np.clip(high, 0.0, 1.0)


def _bounds_of(results: Results, criterion: str) -> WeightEntry | None:
    """The entry that bounds a local weight: the view's own, else the base view's, else the one for all views."""
    given = [
        entry
        for entry in results.study.weights
        if entry.criterion == criterion
        and entry.participant is None
        and (entry.low is not None or entry.high is not None)
    ]
    views = (results.view, results.study.settings.base_view, None)
    return next((entry for view in views for entry in given if entry.view == view), None)
