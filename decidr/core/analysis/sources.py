"""Where each node's weights come from in one view: the study, indexed for the evaluation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.given_weights import given_node
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.moves import Moves, Scene, moves_in
from decidr.core.analysis.nodes import Node, NodeResult, Way, are_same, judged_node, only_child, way_of
from decidr.core.study.cases import Case
from decidr.core.study.checks import structure_problems
from decidr.core.study.criteria import GOAL, Criterion, ScoredBy, WeightedBy
from decidr.core.study.data import Cell, changed_cells
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import Comparisons, NodeSetting, WeightEntry
from decidr.core.study.problems import Problem
from decidr.core.study.scenario_checks import ScenarioChecks
from decidr.core.study.study import Study, Synthesis
from decidr.core.study.tree import Tree, counted_tree
from decidr.core.study.views import View
from decidr.core.value.scores import LeafScores

Places = Mapping[tuple[str, str], Sequence[Cell]]
Lent = tuple[tuple[Cell, ...], Mapping[str, ScoredBy], Places] | None
"""A study's cells, the ways in which its leaves are scored, and the cells that count so by leaf and host."""


class Sources:
    """One study in one view: its counted tree, its hosts, and who says what at each node.

    ``criteria`` and ``names`` (of the goal, the criteria and the hosts) are by id; ``problems`` are those of structure.
    ``weighted_nodes`` are the parents, then the leaves whose hosts are compared in pairs, in the tree's order.
    ``case`` is what is supposed to happen, None at the baseline. ``earlier`` sources lend what rests on criteria, hosts
    and view alone, where those are the same objects, and the places of cells that did not change.
    """

    def __init__(self, study: Study, view: str, earlier: Self | None = None, case: Case | None = None) -> None:
        self.study = study
        self.case = case
        self.view = next(v for v in study.views if v.id == view)
        before = earlier if earlier and _same_structure(earlier, study, self.view) else None
        self.tree: Tree = before.tree if before else counted_tree(study.criteria, self.view)
        self.hosts: tuple[str, ...] = before.hosts if before else alternatives(study.hosts)
        self.criteria: Mapping[str, Criterion] = before.criteria if before else {c.id: c for c in study.criteria}
        self.names: Mapping[str, str] = before.names if before else _names(study)
        self.problems: tuple[Problem, ...] = before.problems if before else structure_problems(study)
        alike = before if before and before.ways_of_scoring == self.ways_of_scoring else None
        self.weighted_nodes: tuple[Node, ...] = alike.weighted_nodes if alike else tuple(self._weighted_nodes())
        self.scenario_problems: tuple[Problem, ...] = self._checked_scenarios(alike)
        self._lent: Lent = earlier._own_or_lent() if earlier else None

    def _checked_scenarios(self, before: Self | None) -> tuple[Problem, ...]:
        """What is wrong with the scenarios, whether or not one of them is supposed."""
        told = (self.study.scenarios, self.study.scenario_sets)
        if not any(told):
            return ()
        if before is not None and are_same(told, (before.study.scenarios, before.study.scenario_sets)):
            return before.scenario_problems
        return tuple(ScenarioChecks(self.study, self.ways_of_scoring).problems())

    @cached_property
    def people(self) -> Mapping[str, float]:
        """The participants' weights by id."""
        return {p.id: p.weight for p in self.study.participants}

    @cached_property
    def ways_of_scoring(self) -> Mapping[str, ScoredBy]:
        """How each counted leaf is scored."""
        judged = {block.under for block in self.study.comparisons}
        rated = {level.criterion for level in self.study.levels}
        return {leaf: _way_of_scoring(self.criteria[leaf], judged, rated) for leaf in self.tree.leaves}

    @cached_property
    def cells(self) -> Places:
        """The cells of each counted leaf and host, of the way in which the leaf is scored, as the case has them."""
        return self.moves.of_cells(self._given_cells) if self.moves else self._given_cells

    @cached_property
    def moves(self) -> Moves | None:
        """What the case moves in this view; None at the baseline."""
        if self.case is None:
            return None
        view, ways, cells = self.view.id, self.ways_of_scoring, self._given_cells
        return moves_in(Scene(self.study, view, self.hosts, ways, cells, self.people), self.case)

    @cached_property
    def _given_cells(self) -> Places:
        ways, cells = self.ways_of_scoring, self.study.cells
        if self._lent is None or self._lent[1] != ways:
            return _by_place(cells, ways)
        before, _ways, found = self._lent
        places = {(cell.criterion, cell.host) for cell in changed_cells(before, cells)}
        moved = _by_place((cell for cell in cells if (cell.criterion, cell.host) in places), ways) if places else {}
        return {**found, **dict.fromkeys(places, ()), **moved}

    def _own_or_lent(self) -> Lent:
        """The cells as they are found by place here, else as earlier sources have them."""
        is_found = "_given_cells" in vars(self)
        return (self.study.cells, self.ways_of_scoring, self._given_cells) if is_found else self._lent

    def moved_weights(self, items: Sequence[str], weights: Floats) -> Floats:
        """Local weights (…, n) of a node's ``items`` as the case has them."""
        return self.moves.of_weights(items, weights) if self.moves else weights

    def moved_scores(self, leaf: str, scores: LeafScores) -> LeafScores:
        """A leaf's scores, before any turn, as the case has them; its data are moved already."""
        return self.moves.of_leaf(self.criteria[leaf], self.hosts, scores) if self.moves else scores

    def moved_given(self, leaf: str, hosts: Sequence[str], scores: Floats) -> Floats:
        """Scores (…, h), before any turn, of ``hosts`` that have a value on a leaf (ids), as the case has them."""
        if self.moves is None:
            return scores
        return self.moves.of_scores(leaf, hosts, scores, np.zeros(len(hosts), dtype=bool))

    def solve(self, node: Node, earlier: NodeResult | None) -> NodeResult:
        """The node's weights; ``earlier`` serves again where it rests on the same entries."""
        if len(node.items) < 2:
            return only_child(node)
        way = self._way(node)
        if way.weighted_by == "judgments":
            return self._judged(node, way, earlier)
        return self._given(node, way, earlier)

    def _judged(self, node: Node, way: Way, earlier: NodeResult | None) -> NodeResult:
        blocks = self.judgments_of(node.id, node.items)
        basis = (*blocks, self.study.settings, self.study.participants, way)
        if earlier and earlier.serves(node, basis):
            return earlier
        result = judged_node(node, blocks, self.people, way.agreed, self.study.settings, earlier)
        return replace(result, basis=basis)

    def _given(self, node: Node, way: Way, earlier: NodeResult | None) -> NodeResult:
        entries = self._weights(node, way.weighted_by)
        basis = (*entries, self.study.settings, self.study.participants, way)
        if earlier and earlier.serves(node, basis):
            return earlier
        result = given_node(node, entries, self.people, way, self.study.settings)
        return replace(result, basis=basis)

    def _weighted_nodes(self) -> Iterator[Node]:
        for parent in self.tree.parents:
            yield self._node(parent, self.tree.children[parent])
        for leaf, way in self.ways_of_scoring.items():
            if way == "pairwise":
                yield self._node(leaf, self.hosts)

    def _node(self, node: str, items: tuple[str, ...]) -> Node:
        return Node(node, self.names[node], items, tuple(self.names[item] for item in items))

    @cached_property
    def _views(self) -> tuple[str, ...]:
        """The view, then the base view whose entries stand in."""
        return tuple(dict.fromkeys((self.view.id, self.study.settings.base_view)))

    @cached_property
    def _ways(self) -> Mapping[tuple[str, str | None], NodeSetting]:
        return {(setting.under, setting.view): setting for setting in self.study.nodes}

    def _way(self, node: Node) -> Way:
        found = [s for view in (self.view.id, None) if (s := self._ways.get((node.id, view)))]
        said = [s.weighted_by for s in found if s.weighted_by] if node.id in self.tree.children else []
        return way_of(said[0] if said else "judgments", any(s.agreed for s in found))

    @cached_property
    def _blocks_by_place(self) -> Mapping[tuple[str, str], Sequence[Comparisons]]:
        found: dict[tuple[str, str], list[Comparisons]] = {}
        for block in self.study.comparisons:
            found.setdefault((block.under, block.view), []).append(block)
        return found

    def judgments_of(self, node: str, items: Sequence[str]) -> Sequence[Comparisons]:
        """The judgments at a node: the view's own if it has any of these items, else the base view's."""
        for view in self._views:
            blocks = self._blocks_by_place.get((node, view), ())
            if any(_judges_any(block, items) for block in blocks):
                return blocks
        return ()

    def _weights(self, node: Node, way: WeightedBy) -> Sequence[WeightEntry]:
        """The weights given to the node's items in one way: the view's own if there are any, else the base view's."""
        entries = [w for w in self.study.weights if w.criterion in node.items and w.way == way]
        for view in self._views:
            given = [w for w in entries if w.view == view and w.weight is not None]
            if given:
                return given
        return ()


def _by_place(cells: Iterable[Cell], ways: Mapping[str, ScoredBy]) -> Places:
    found: dict[tuple[str, str], list[Cell]] = {}
    for cell in cells:
        if ways.get(cell.criterion) == cell.way:
            found.setdefault((cell.criterion, cell.host), []).append(cell)
    return found


def _same_structure(earlier: Sources, study: Study, view: View) -> bool:
    old = earlier.study
    same = old.criteria is study.criteria and old.hosts is study.hosts and old.goal is study.goal
    return same and earlier.view is view


def _names(study: Study) -> dict[str, str]:
    """Names of the goal, the criteria and the hosts by id."""
    criteria = {criterion.id: criterion.name for criterion in study.criteria}
    return {GOAL: study.goal, **criteria, **{host.id: host.name for host in study.hosts}}


def alternatives(hosts: Sequence[Host]) -> tuple[str, ...]:
    """Ids of the hosts that are scored: active, and without members of their own."""
    groups = {host.group for host in hosts if host.active}
    return tuple(host.id for host in hosts if host.active and host.id not in groups)


def way_of_scoring(study: Study, leaf: Criterion) -> ScoredBy:
    """How a leaf is scored: as it says, else in pairs if its hosts are judged, by levels if it has any, or by data."""
    judged = {block.under for block in study.comparisons}
    return _way_of_scoring(leaf, judged, {level.criterion for level in study.levels})


def effective_synthesis(study: Study) -> Synthesis:
    """The chosen synthesis; by default absolute, or distributive where every leaf is compared in pairs."""
    if study.settings.synthesis:
        return study.settings.synthesis
    judged = {block.under for block in study.comparisons}
    rated = {level.criterion for level in study.levels}
    by_id, parents = {c.id: c for c in study.criteria}, {c.under for c in study.criteria}
    leaves = (c for c in study.criteria if c.id not in parents and _is_active(c, by_id))
    ways = (_way_of_scoring(leaf, judged, rated) for leaf in leaves)
    are_compared = next(ways, None) == "pairwise" and all(way == "pairwise" for way in ways)
    return "distributive" if are_compared else "absolute"


def _is_active(criterion: Criterion, by_id: Mapping[str, Criterion]) -> bool:
    """Whether neither a criterion nor any that it lies under is dormant."""
    seen: set[str] = set()
    while criterion.active and criterion.under in by_id and criterion.id not in seen:
        seen.add(criterion.id)
        criterion = by_id[criterion.under]
    return criterion.active


def _way_of_scoring(leaf: Criterion, judged: set[str], rated: set[str]) -> ScoredBy:
    if leaf.scored_by:
        return leaf.scored_by
    if leaf.id in judged:
        return "pairwise"
    return "rating" if leaf.id in rated else "data"


def _judges_any(block: Comparisons, items: Sequence[str]) -> bool:
    return any(p.value is not None and p.first in items and p.second in items for p in block.pairs)
