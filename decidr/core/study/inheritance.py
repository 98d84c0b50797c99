"""Which entries a view has of its own, and where the base view's stand in (method: Views)."""

from collections.abc import Iterator
from typing import NamedTuple

from decidr.core.study.criteria import GOAL
from decidr.core.study.study import Study


class Inherited(NamedTuple):
    """A node (an id) at which a view (an id) has no entries of its own."""

    view: str
    node: str


def own_nodes(study: Study, view: str) -> frozenset[str]:
    """Nodes at which somebody judged or weighed in exactly this view."""
    parent = {criterion.id: criterion.under for criterion in study.criteria}
    judged = {b.under for b in study.comparisons if b.view == view and any(p.value is not None for p in b.pairs)}
    weighed = {parent[w.criterion] for w in study.weights if w.view == view and w.weight is not None}
    return frozenset(judged | weighed)


def inherited_nodes(study: Study, view: str) -> tuple[str, ...]:
    """Nodes at which the base view's entries stand in for a view that has none, in the tree's order."""
    lent = own_nodes(study, study.settings.base_view) - own_nodes(study, view)
    nodes = (GOAL, *(criterion.id for criterion in study.criteria))
    return tuple(node for node in nodes if node in lent) if view != study.settings.base_view else ()


def inherited_everywhere(study: Study) -> tuple[Inherited, ...]:
    """Every node at which any view takes the base view's entries: what changes when another view becomes the base."""
    return tuple(_inherited(study))


def _inherited(study: Study) -> Iterator[Inherited]:
    for view in study.views:
        for node in inherited_nodes(study, view.id):
            yield Inherited(view.id, node)
