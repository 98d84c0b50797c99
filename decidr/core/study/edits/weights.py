"""Edits of weights given without pairs, and of the way in which a node is weighted."""

from collections.abc import Iterable

from msgspec.structs import replace

from decidr.core.study.criteria import WeightedBy
from decidr.core.study.judgments import JudgmentStatus, NodeSetting, WeightEntry
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of


def own_weights_for_view(study: Study, under: str, way: WeightedBy, view: str) -> Study:
    """Give ``view`` its own copy of the base view's weights at a node, of one way, ready to be changed."""
    children = children_of(study.criteria).get(under, ())
    there = [w for w in study.weights if w.criterion in children and w.way == way]
    copies = tuple(replace(w, view=view) for w in there if w.view == study.settings.base_view)
    kept = tuple(w for w in study.weights if not (w.view == view and w in there))
    return replace(study, weights=(*kept, *copies))


def set_weighted_by(study: Study, under: str, way: WeightedBy, view: str | None = None) -> Study:
    """Choose how a node gets its weights (``view`` None: in every view that says nothing else)."""
    old = next((n for n in study.nodes if (n.under, n.view) == (under, view)), NodeSetting(under=under, view=view))
    rest = tuple(n for n in study.nodes if n is not old)
    return replace(study, nodes=(*rest, replace(old, weighted_by=way)))


def set_agreed(study: Study, under: str, agreed: bool) -> Study:
    """Whether the workshop's own result counts at a node, in every view, whatever its participants say."""
    kept = tuple(replace(n, agreed=False) if n.under == under and n.view is not None else n for n in study.nodes)
    old = next((n for n in kept if (n.under, n.view) == (under, None)), NodeSetting(under=under))
    rest = tuple(n for n in kept if n is not old)
    new = replace(old, agreed=agreed)
    said = (new,) if agreed or new.weighted_by or new.kept else ()
    return replace(study, nodes=(*rest, *said))


def weigh_by(study: Study, under: str, way: WeightedBy, view: str) -> Study:
    """Choose how a node gets its weights, seen in ``view``.

    Chosen in the base view it holds in every view that says nothing else; views with judgments of their own at
    the node keep theirs.
    """
    if view != study.settings.base_view:
        return set_weighted_by(study, under, way, view)
    said = {n.view: n.weighted_by for n in study.nodes if n.under == under and n.weighted_by}
    judged_apart = dict.fromkeys(b.view for b in study.comparisons if b.under == under and b.view != view)
    if said.get(None, "judgments") == "judgments":
        for other in judged_apart:
            if other not in said:
                study = set_weighted_by(study, under, "judgments", other)
    if view in said:
        study = set_weighted_by(study, under, way, view)
    return set_weighted_by(study, under, way)


def equal_for_now(study: Study, under: str, items: Iterable[str], view: str, seen_in: str) -> Study:
    """Equal direct weights for these items, as placeholders of ``view``, which count in the view ``seen_in``.

    The judgments at the node are kept.
    """
    for item in items:
        study = set_weight(study, item, 1.0, "direct", view, status="placeholder")
    return weigh_by(study, under, "direct", seen_in)


def set_weight(
    study: Study,
    criterion: str,
    weight: float | None,
    way: WeightedBy,
    view: str,
    participant: str | None = None,
    *,
    status: JudgmentStatus = "judged",
) -> Study:
    """A direct weight, swing points or rank of a criterion; None takes it back."""
    key = (criterion, view, participant, way)
    place = next((i for i, w in enumerate(study.weights) if _weight_key(w) == key), len(study.weights))
    old = (
        study.weights[place]
        if place < len(study.weights)
        else WeightEntry(criterion=criterion, view=view, participant=participant, way=way)
    )
    new = replace(old, weight=weight, status=status)
    return replace(study, weights=(*study.weights[:place], new, *study.weights[place + 1 :]))


def _weight_key(entry: WeightEntry) -> tuple[str, str | None, str | None, WeightedBy]:
    return (entry.criterion, entry.view, entry.participant, entry.way)
