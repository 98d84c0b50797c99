"""Where a view judges apart, and where the base view's judgments stand in."""

from __future__ import annotations

from typing import Literal, NamedTuple

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import WeightedBy
from decidr.core.study.study import Study
from decidr.core.study.tree import children_of
from decidr.gui.models.weights.node_judgments import nodes_to_judge, way_at
from decidr.language import _

Whose = Literal["own", "base", "nobody"]


class ViewNode(NamedTuple):
    """A node (an id) that the view weighs, in which ``way``, by ``whose`` entries.

    ``can_return``: the base view has entries that would count instead of the view's own.
    """

    node: str
    name: str
    way: WeightedBy
    whose: Whose
    can_return: bool


def view_nodes(results: Results) -> tuple[ViewNode, ...]:
    """The nodes that the results' view weighs, in the tree's order."""
    return tuple(_node(results, node) for node in nodes_to_judge(results))


def whose_told(node: ViewNode) -> str:
    """Whose entries count, in words."""
    if node.whose == "nobody":
        return _("nothing judged yet")
    if node.whose == "base":
        return _("as the base view")
    return _("judged apart") if node.way == "judgments" else _("weighed apart")


def _node(results: Results, node: str) -> ViewNode:
    study, way = results.study, way_at(results, node)
    base = study.settings.base_view
    is_own, has_base = (_has_entries(study, node, view, way) for view in (results.view, base))
    whose: Whose = "own" if is_own else "base" if has_base else "nobody"
    return ViewNode(node, results.nodes[node].node.name, way, whose, has_base and base != results.view)


def _has_entries(study: Study, node: str, view: str, way: WeightedBy) -> bool:
    if way == "judgments":
        blocks = (b for b in study.comparisons if (b.under, b.view) == (node, view))
        return any(pair.value is not None for block in blocks for pair in block.pairs)
    children = children_of(study.criteria).get(node, ())
    entries = (w for w in study.weights if (w.view, w.way) == (view, way) and w.weight is not None)
    return any(entry.criterion in children for entry in entries)
