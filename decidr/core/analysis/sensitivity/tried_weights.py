"""Several local weights tried at once: each stays where it was dragged, its siblings keep their proportions."""

from collections.abc import Mapping, Sequence

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import why_fixed
from decidr.core.analysis.weighing import with_weights


def with_local_weights(results: Results, tried: Mapping[str, float]) -> Results:
    """The results if the local weights of these criteria (ids) were ``tried``, at any level, the others in proportion.

    The same results where none of them can move.
    """
    movable = {criterion: weight for criterion, weight in tried.items() if not why_fixed(results, criterion)}
    return with_weights(results, weights_with(results, movable)) if movable else results


def weights_with(results: Results, tried: Mapping[str, float]) -> dict[str, float]:
    """All local weights with some tried.

    Siblings that are not tried share what the others leave as they do today. Where none of them can take it, or the
    tried ones are more than 1 together, the tried ones are divided by their sum.
    """
    moved = dict(results.local)
    for parent in dict.fromkeys(results.tree.parent[criterion] for criterion in tried):
        family = results.tree.children[parent]
        held = {criterion: tried[criterion] for criterion in family if criterion in tried}
        moved |= _shared(held, {criterion: results.local[criterion] for criterion in family if criterion not in held})
    return moved


def _shared(held: Mapping[str, float], free: Mapping[str, float]) -> dict[str, float]:
    """Weights of a whole family that sum to 1; none where all that is held is 0 and nothing else can weigh."""
    taken, rest = sum(held.values()), sum(free.values())
    if rest > 0 and taken <= 1:
        return {**held, **{criterion: (1 - taken) * weight / rest for criterion, weight in free.items()}}
    if not taken > 0:
        return {}
    return {**{criterion: weight / taken for criterion, weight in held.items()}, **dict.fromkeys(free, 0.0)}


def dragged(results: Results, tried: Mapping[str, float], criterion: str, weight: float) -> dict[str, float]:
    """What is tried once a criterion is dragged to a local ``weight``, cut to what its held siblings leave.

    The one dragged last comes last. Where no sibling is free to take what it leaves, those held longest are let go.
    """
    siblings = [node for node in results.tree.children[results.tree.parent[criterion]] if node != criterion]
    held = {other: at for other, at in tried.items() if other != criterion}
    for other in [other for other in held if other in siblings]:
        if _can_take(results, held, siblings):
            break
        del held[other]
    most = 1 - sum(held.get(other, 0.0) for other in siblings)
    return {**held, criterion: min(max(weight, 0.0), max(most, 0.0))}


def _can_take(results: Results, held: Mapping[str, float], siblings: Sequence[str]) -> bool:
    return any(results.local[other] > 0 for other in siblings if other not in held)
