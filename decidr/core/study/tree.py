"""The criteria tree as one view counts it."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.views import View


class Tree(Struct, frozen=True):
    """The counted nodes: no dormant criterion, no leaf that the view leaves out, no parent without a counted leaf.

    ``nodes`` in depth-first order, the goal first; ``children`` of each parent in the study's order; ``leaves`` in the
    order of ``nodes``.
    """

    nodes: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    parent: Mapping[str, str]
    leaves: tuple[str, ...]

    @property
    def parents(self) -> tuple[str, ...]:
        """Nodes with counted children, the goal first."""
        return tuple(node for node in self.nodes if node in self.children)

    def leaves_under(self, node: str) -> tuple[str, ...]:
        """The counted leaves below a node; a leaf stands for itself."""
        if node not in self.children:
            return (node,)
        return tuple(leaf for child in self.children[node] for leaf in self.leaves_under(child))

    def main_criterion(self, leaf: str) -> str:
        """The child of the goal under which the leaf lies."""
        while self.parent[leaf] != GOAL:
            leaf = self.parent[leaf]
        return leaf


def children_of(criteria: tuple[Criterion, ...]) -> dict[str, tuple[str, ...]]:
    """All children of each parent, in the study's order, dormant ones included."""
    found: dict[str, list[str]] = {}
    for criterion in criteria:
        found.setdefault(criterion.under, []).append(criterion.id)
    return {parent: tuple(ids) for parent, ids in found.items()}


def depth_first(children: Mapping[str, tuple[str, ...]], node: str = GOAL) -> Iterator[str]:
    """Every node from ``node`` down, parents before children."""
    yield node
    for child in children.get(node, ()):
        yield from depth_first(children, child)


def counted_tree(criteria: tuple[Criterion, ...], view: View) -> Tree:
    """The tree that ``view`` counts; the criteria must be free of cycles (see ``checks``)."""
    everything = children_of(criteria)
    absent = {c.id for c in criteria if not c.active} | set(view.left_out)
    children: dict[str, tuple[str, ...]] = {}

    def counts(node: str) -> bool:
        if node in absent:
            return False
        if node not in everything:
            return node != GOAL
        kept = tuple(child for child in everything[node] if counts(child))
        if kept:
            children[node] = kept
        return bool(kept)

    counts(GOAL)
    nodes = tuple(depth_first(children))
    parent = {child: node for node, below in children.items() for child in below}
    return Tree(nodes, children, parent, tuple(n for n in nodes if n not in children and n != GOAL))


def all_leaves(criteria: tuple[Criterion, ...]) -> tuple[str, ...]:
    """Ids of every leaf, dormant ones included, in the study's order."""
    parents = {c.under for c in criteria}
    return tuple(c.id for c in criteria if c.id not in parents)
