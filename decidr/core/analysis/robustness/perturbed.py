"""A node whose judgments, or weights given directly, are uncertain (method: Simulation, Weights)."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from decidr.core.ahp.completion import least_squares_beside, smallest_lambda_max
from decidr.core.ahp.group import dispersion
from decidr.core.ahp.matrix import known_pairs
from decidr.core.ahp.priorities import eigenvectors_beside
from decidr.core.ahp.scales import BREAK_ABOVE_NINE, LIMIT, scaled_ratios
from decidr.core.analysis.matrices import Floats, Integers, MatrixResult
from decidr.core.analysis.nodes import NodeResult, Way
from decidr.core.analysis.robustness.plan import DEFAULT_SPREAD, Spread
from decidr.core.analysis.robustness.points import Points
from decidr.core.study.problems import Place, Problem, Refused
from decidr.core.study.study import Settings

Draw = Callable[[Points], Floats]
"""From a chunk of points to local weights (n, N), each column summing to 1."""

ENOUGH_PEOPLE = 3
"""So many must have judged a pair, or their spread says nothing."""


def perturbed(node: NodeResult, people: Mapping[str, float], settings: Settings, spread: Spread) -> Draw:
    """Draws of a node's weights, which must be there: each judged ratio times exp(s z), or each given weight.

    The group's matrix is drawn once; under AIP each participant's is, and their priorities are combined.
    """
    if len(node.node.items) < 2:
        return lambda points: np.ones((1, points.size))
    if not node.matrices:
        return _given(node, people, settings, spread)
    if settings.group == "judgments" or node.group is None:
        return _judged(node.matrices[0], node, people, settings, spread)
    voices = [matrix for matrix in node.voices if matrix.priorities is not None]
    draws = [_judged(matrix, node, people, settings, spread) for matrix in voices]
    return _combined(draws, [people[matrix.participant or ""] for matrix in voices], settings)


def _judged(
    matrix: MatrixResult, node: NodeResult, people: Mapping[str, float], settings: Settings, spread: Spread
) -> Draw:
    first, second = np.array(known_pairs(matrix.judgments), dtype=np.intp).T
    logs = np.log(matrix.judgments[first, second])[:, None]
    spreads = _spread_of_pairs(node, people, spread)[first, second][:, None]

    def draw(points: Points) -> Floats:
        ratios = np.exp(logs + spreads * points.normal(len(logs)))
        return _priorities(first, second, ratios, len(matrix.items), settings)

    return _unless_too_wide(draw)


def _unless_too_wide(draw: Draw) -> Draw:
    """The draw, refused where a spread beyond all reason leaves numbers that float64 cannot hold."""

    def refusing(points: Points) -> Floats:
        try:
            with np.errstate(all="ignore"):
                found = draw(points)
        except ValueError:
            found = np.full((1, 1), np.nan)
        if not np.isfinite(found).all():
            raise Refused([Problem("error", "simulation.too_wide", Place("Study", (), "Judgment spread"))])
        return found

    return refusing


def _priorities(first: Integers, second: Integers, ratios: Floats, items: int, settings: Settings) -> Floats:
    """Priorities (n, N) of the ratios (P, N) of pairs, by the study's scale, completion and method."""
    if settings.scale in BREAK_ABOVE_NINE:
        ratios = np.clip(ratios, 1 / LIMIT, LIMIT)  # beyond 9 these scales have no ratio to give
    matrices = np.full((items, items, ratios.shape[1]), np.nan)
    matrices[range(items), range(items)] = 1.0
    matrices[first, second] = ratios
    matrices[second, first] = 1.0 / ratios
    scaled = scaled_ratios(settings.scale, matrices, items)
    if settings.priorities == "geometric mean":
        return least_squares_beside(scaled).weights
    if len(first) == items * (items - 1) // 2:
        return eigenvectors_beside(scaled)
    if settings.completion == "least squares":
        return eigenvectors_beside(least_squares_beside(scaled).matrix)
    return smallest_lambda_max(np.moveaxis(scaled, -1, 0)).weights.T


def _given(node: NodeResult, people: Mapping[str, float], settings: Settings, spread: Spread) -> Draw:
    """Weights given in other ways, times exp(s z) each; under AIP each participant's."""
    way = next(part for part in node.basis if isinstance(part, Way))
    spreads = _spread_of_weights(node, people, spread)
    if settings.group == "judgments" or not node.own or way.agreed:
        if node.weights is None:
            raise ValueError(f"the node {node.node.id!r} has no weights to draw about")
        return _moved(node.weights, spreads)
    return _combined(
        [_moved(weights, spreads) for weights in node.own.values()],
        [people[person] for person in node.own],
        settings,
    )


def _moved(weights: Floats, spreads: Floats) -> Draw:
    def draw(points: Points) -> Floats:
        drawn = weights[:, None] * np.exp(spreads[:, None] * points.normal(len(weights)))
        return np.asarray(drawn / drawn.sum(axis=0))

    return _unless_too_wide(draw)


def _combined(draws: Sequence[Draw], weights: Sequence[float], settings: Settings) -> Draw:
    """The participants' draws as one, as their priorities are."""
    shares = np.array(weights) / sum(weights)

    def draw(points: Points) -> Floats:
        mean: Floats | float = 0.0
        for share, own in zip(shares, draws, strict=True):
            mean = mean + share * (own(points) if is_arithmetic else _log(own(points)))
        whole = np.asarray(mean if is_arithmetic else np.exp(mean))
        return np.asarray(whole / whole.sum(axis=0))

    is_arithmetic = settings.group == "priorities arithmetic"
    return draw


def _log(weights: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        return np.log(weights)


def _spread_of_pairs(node: NodeResult, people: Mapping[str, float], spread: Spread) -> Floats:
    """The deviation of ln ratio of each pair (n, n): the same for all, or the group's own where three judged it."""
    items = len(node.node.items)
    if spread != "group":
        return np.full((items, items), float(spread))
    usual = np.full((items, items), DEFAULT_SPREAD)
    if not node.voices:
        return usual
    stack = np.stack([matrix.judgments for matrix in node.voices])
    apart = dispersion(stack, np.array([people[matrix.participant or ""] for matrix in node.voices]))
    return np.where((~np.isnan(stack)).sum(axis=0) >= ENOUGH_PEOPLE, apart, usual)


def _spread_of_weights(node: NodeResult, people: Mapping[str, float], spread: Spread) -> Floats:
    """The deviation of ln weight of each item (n,), where weights are given without pairs."""
    items = len(node.node.items)
    if spread != "group":
        return np.full(items, float(spread))
    logs = _log(np.array([*node.own.values()]).reshape(-1, items))
    told = np.isfinite(logs).all(axis=0) & (len(logs) >= ENOUGH_PEOPLE)
    weights = np.array([people[person] for person in node.own])
    found = np.full(items, DEFAULT_SPREAD)
    if told.any():
        mean = np.average(logs[:, told], axis=0, weights=weights)
        found[told] = np.sqrt(np.average((logs[:, told] - mean) ** 2, axis=0, weights=weights))
    return found
