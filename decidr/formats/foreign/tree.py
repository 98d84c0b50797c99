"""The tree that named nodes and their items make: a node hangs where its name is an item of another node."""

from collections.abc import Sequence
from dataclasses import dataclass

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.names import folded
from decidr.formats.foreign.given import Given
from decidr.formats.workbook_structure import Names
from decidr.formats.workbook_tables import Named, Trouble

NAMELESS_GOAL = "Goal"


@dataclass(frozen=True)
class Tree:
    """Criteria (parents before children) and hosts with their ids, and the names by which they are found."""

    goal: str
    criteria: tuple[Criterion, ...]
    hosts: tuple[Host, ...]
    names: Names


def tree_of(given: Sequence[Given], hosts: Sequence[str] | None, trouble: Trouble) -> Tree:
    """The tree; what hangs nowhere, in two places or in a circle is told.

    Where ``hosts`` is None, items that are compared under several nodes are the hosts: a criterion lies under one.
    """
    nodes = _Nodes(given, hosts, trouble)
    root = nodes.root()
    return _Growing(nodes, trouble).tree(root)


class _Nodes:
    """The nodes by folded name, each as it is given first."""

    def __init__(self, given: Sequence[Given], hosts: Sequence[str] | None, trouble: Trouble) -> None:
        self.trouble = trouble
        self.first: dict[str, Given] = {}
        for one in given:
            self._take(one)
        self._join_nameless()
        self.hosts = self._repeated() if hosts is None else {folded(host): host for host in hosts}
        self.over_hosts = {label for label, one in self.first.items() if not self.hosts.keys().isdisjoint(_keys(one))}

    def _take(self, one: Given) -> None:
        earlier = self.first.setdefault(folded(one.node), one)
        known = Named("item")
        for item in earlier.items:
            known.add(item, item)
        unknown = [item for item in one.items if known.find(item) is None]
        for item in unknown:
            known.tell_unknown(item, one.place, self.trouble)
        if not unknown and len(_keys(one)) != len(_keys(earlier)):
            self.trouble.error("matrix.wrong_items", one.place, node=one.node or NAMELESS_GOAL)

    def _join_nameless(self) -> None:
        """A node without a name is the one node that has the same items."""
        nameless = self.first.get("")
        if nameless is not None:
            same = [label for label, one in self.first.items() if label and _keys(one) == _keys(nameless)]
            if len(same) == 1:
                del self.first[""]

    def _repeated(self) -> dict[str, str]:
        """The items under several nodes, and whatever is compared with them."""
        above: dict[str, list[str]] = {}
        for label, one in self.first.items():
            for key in _keys(one):
                above.setdefault(key, []).append(label)
        nodes = {label for labels in above.values() if len(labels) > 1 for label in labels}
        return {folded(item): item for label in self.first if label in nodes for item in self.first[label].items}

    def root(self) -> str:
        """The label of the goal; the empty one where no node can be it, which is told."""
        below = {key for label, one in self.first.items() if label not in self.over_hosts for key in _keys(one)}
        tops = [label for label in self.first if label not in below]
        roots = [label for label in tops if label not in self.over_hosts]
        if not roots and len(tops) > 1:
            one, other = (self.first[label] for label in tops[:2])
            self.trouble.error("foreign.people_or_criteria", other.place, one=one.node, other=other.node)
            return ""
        root = max(roots or tops, key=lambda label: len(self._reached(label)), default="")
        for label in tops:
            if label != root:
                self._tell_lost(label)
        return root

    def _reached(self, label: str) -> set[str]:
        """The nodes from a node down, itself included, also in a circle."""
        reached, next_ones = {label}, [label]
        while next_ones:
            below = _keys(self.first[next_ones.pop()]).keys() & self.first.keys() - reached
            reached |= below
            next_ones += below
        return reached

    def _tell_lost(self, label: str) -> None:
        one = self.first[label]
        if label in self.hosts:
            self.trouble.error("foreign.host_and_node", one.place, name=one.node)
            return
        items = Named("item")
        for other in self.first.values():
            for item in other.items if other is not one else ():
                items.add(item, folded(item))
        near = items.nearest(one.node) if one.node else ""
        code = "foreign.lost_near" if near else "foreign.lost" if one.node else "foreign.nameless"
        self.trouble.error(code, one.place, name=one.node, near=near)


class _Growing:
    """The criteria and hosts as they are found from the goal down."""

    def __init__(self, nodes: _Nodes, trouble: Trouble) -> None:
        self.nodes, self.trouble = nodes, trouble
        self.names = Names()
        self.criteria: list[Criterion] = []
        self.hosts: list[Host] = []
        self.reached: set[str] = set()

    def tree(self, root: str) -> Tree:
        goal = (self.nodes.first[root].node if root in self.nodes.first else "") or NAMELESS_GOAL
        self.names.criteria.add(goal, GOAL)
        for host in self.nodes.hosts.values():
            self._add_host(host)
        self._grow(root, GOAL)
        if not self.trouble.has_errors:
            self._tell_circle()
        return Tree(goal, tuple(self.criteria), tuple(self.hosts), self.names)

    def _add_host(self, name: str) -> None:
        host = Host(id=f"h{len(self.hosts) + 1}", name=name)
        self.names.hosts.add(name, host.id)
        self.hosts.append(host)

    def _grow(self, label: str, under: str) -> None:
        one = self.nodes.first.get(label)
        if one is None or label in self.reached:
            return
        self.reached.add(label)
        if label in self.nodes.over_hosts:
            self._check_hosts(one)
            return
        for item in one.items:
            self._add_criterion(item, under, one.place)

    def _add_criterion(self, name: str, under: str, place: str) -> None:
        criterion = Criterion(id=f"c{len(self.criteria) + 1}", name=name, under=under)
        if not self.names.criteria.add(name, criterion.id):
            self.trouble.error("name.taken", place, name=name)
            return
        self.criteria.append(criterion)
        self._grow(folded(name), criterion.id)

    def _check_hosts(self, one: Given) -> None:
        for item in one.items:
            if self.names.hosts.find(item) is None:
                self.names.hosts.tell_unknown(item, one.place, self.trouble)

    def _tell_circle(self) -> None:
        left = [one for label, one in self.nodes.first.items() if label not in self.reached]
        if left:
            self.trouble.error("criteria.cycle", left[0].place, names=", ".join(one.node for one in left))


def _keys(one: Given) -> dict[str, None]:
    """The folded items; their order does not tell two apart."""
    return dict.fromkeys(map(folded, one.items))
