"""A study from what was given by name: the tree first, then judgments and weights in it."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from decidr.core.study.criteria import GOAL, Criterion
from decidr.core.study.data import Cell
from decidr.core.study.judgments import Judgment, NodeSetting, WeightEntry
from decidr.core.study.participants import Participant
from decidr.core.study.problems import Place, Refused
from decidr.core.study.study import BASE, Study
from decidr.core.study.tree import all_leaves
from decidr.formats.foreign.given import Given, Pair
from decidr.formats.foreign.tree import Tree, tree_of
from decidr.formats.judgment_book import JudgmentBook
from decidr.formats.opened import Opened
from decidr.formats.workbook_tables import Named, Trouble


def study_from(
    given: Sequence[Given],
    trouble: Trouble,
    about: Study,
    hosts: Sequence[str] | None = None,
    people: Mapping[str, float] | None = None,
) -> Opened:
    """The study; Refused with every reason and its place.

    ``about`` has the title and the settings; ``hosts`` None: found as ``tree_of`` says; ``people`` are the weights of
    participants by name, 1 where none is given.
    """
    draft = _Draft(tree_of(given, hosts, trouble), trouble, people or {})
    if not trouble.has_errors:
        for one in given:
            draft.take(one)
    if trouble.has_errors:
        raise Refused(trouble.problems)
    study = draft.study(about)
    return Opened(study, tuple(trouble.problems), trouble.addresses)


class _Draft:
    def __init__(self, tree: Tree, trouble: Trouble, people: Mapping[str, float]) -> None:
        self.tree, self.trouble, self.names = tree, trouble, tree.names
        self.book = JudgmentBook(tree.criteria, tuple(host.id for host in tree.hosts), tree.names, trouble)
        self.weights_of_people = people
        self.participants: list[Participant] = []
        self.weights: dict[str, WeightEntry] = {}
        self.cells: dict[tuple[str, str], Cell] = {}
        self.weighted: dict[str, Given] = {}

    def take(self, one: Given) -> None:
        node = (self.names.criteria.find(one.node) if one.node else None) or GOAL
        key = (node, BASE, self._person(one.person))
        self.trouble.addresses.setdefault(Place("Judgments", (self._name(node),)), one.place)
        for pair in one.pairs:
            judgment = self._judgment(pair, node)
            if judgment:
                self.book.add(key, judgment, pair.place)
        if one.weights:
            self._take_weights(one, node)
        if node not in self.book.children:
            self._tell_hosts_left_out(one)

    def _person(self, name: str) -> str | None:
        """The participant's id; who is named first is the first."""
        if not name:
            return None
        known = self.names.participants.find(name)
        if known is None:
            known = f"p{len(self.participants) + 1}"
            self.names.participants.add(name, known)
            weight = self.weights_of_people.get(name, 1.0)
            self.participants.append(Participant(id=known, name=name, weight=weight))
        return known

    def _judgment(self, pair: Pair, node: str) -> Judgment | None:
        named, items = self._named(node), self.book.items_at(node)
        ids = [named.find(name) for name in (pair.first, pair.second)]
        for id_, name in zip(ids, (pair.first, pair.second), strict=True):
            if id_ is None:
                named.tell_unknown(name, pair.place, self.trouble)
            elif id_ not in items:
                self.trouble.error("judgments.not_below", pair.place, name=name, under=self._name(node))
        first, second = ids
        if first is not None and first == second:
            self.trouble.error("judgments.with_itself", pair.place, name=pair.first)
        if first is None or second is None or first == second or not {first, second} <= set(items):
            return None
        return Judgment(first=first, second=second, value=pair.value, when=pair.when)

    def _take_weights(self, one: Given, node: str) -> None:
        left_out = [item for item in one.items if item not in one.weights]
        if left_out:
            self.trouble.error("weights.missing", one.place, names=", ".join(left_out))
            return
        self.weighted[node] = one
        for item, weight in one.weights.items():
            id_ = self._named(node).find(item) or ""
            if node in self.book.children:
                entry = WeightEntry(criterion=id_, view=BASE, weight=weight, status=one.status)
                self.weights[id_] = entry
                self.trouble.addresses.setdefault(Place("Weights", (item,)), one.place)
            else:
                self.cells[node, id_] = Cell(criterion=node, host=id_, way="direct", value=weight, status=one.status)

    def _tell_hosts_left_out(self, one: Given) -> None:
        compared = {self.names.hosts.find(item) for item in one.items}
        for host in self.tree.hosts:
            if host.id not in compared:
                self.trouble.warning("foreign.host_left_out", one.place, name=host.name, node=one.node)

    def study(self, about: Study) -> Study:
        """The study; a node with judgments and weights counts its judgments."""
        comparisons = self.book.comparisons()
        judged = {block.under for block in comparisons}
        parents = [node for node in self.weighted if node in self.book.children]
        for node in parents:
            if node in judged:
                self.trouble.notice("weights.not_counted", self.weighted[node].place, node=self._name(node))
        direct = (NodeSetting(under=node, weighted_by="direct") for node in parents if node not in judged)
        return replace(
            about,
            goal=self.tree.goal,
            criteria=self._criteria(judged),
            hosts=self.tree.hosts,
            participants=tuple(self.participants),
            comparisons=comparisons,
            nodes=tuple(direct),
            weights=tuple(self.weights.values()),
            cells=tuple(self.cells.values()),
        )

    def _criteria(self, judged: set[str]) -> tuple[Criterion, ...]:
        """Where there are hosts, every leaf says how they are scored."""
        if not self.tree.hosts:
            return self.tree.criteria
        leaves = all_leaves(self.tree.criteria)
        scored = {leaf for leaf, _host in self.cells}.difference(judged)
        return tuple(
            replace(c, scored_by="direct" if c.id in scored else "pairwise") if c.id in leaves else c
            for c in self.tree.criteria
        )

    def _named(self, node: str) -> Named:
        return self.names.criteria if node in self.book.children else self.names.hosts

    def _name(self, node: str) -> str:
        return self.names.criteria.names[node]
