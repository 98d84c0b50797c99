"""A study as the rows of its workbook: what stands in each sheet below the header."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from decidr.core.analysis.sources import alternatives, way_of_scoring
from decidr.core.study.criteria import GOAL, Criterion, Curve
from decidr.core.study.data import Cell
from decidr.core.study.judgments import Comparisons, WeightEntry
from decidr.core.study.names import folded
from decidr.core.study.scenarios import Move, Scenario, ScenarioSet
from decidr.core.study.study import BASE, Study
from decidr.core.study.tree import children_of
from decidr.core.study.views import View
from decidr.formats.ratios import ratio_text
from decidr.formats.workbook_columns import COLUMNS, FIELDS
from decidr.formats.workbook_weighting import nodes_in_order, weighted_by, weights_in_order

Content = str | float | None
Row = tuple[Content, ...]
Rows = Mapping[str, Sequence[Row]]

LARGEST_WHOLE = 2**53
"""Whole numbers above it are not exact in a spreadsheet and are written as text."""


def workbook_rows(study: Study) -> Rows:
    """Every sheet's rows."""
    book = _Book(study)
    return {
        "Study": list(book.fields()),
        "Criteria": [book.criterion(criterion) for criterion in study.criteria],
        "Hosts": list(book.hosts()),
        "Participants": [(p.name, number(p.weight), p.role, p.email) for p in study.participants],
        "Roles": [(book.people[role.participant], book.nodes[role.under]) for role in study.roles],
        "Views": list(book.views_rows()),
        "Judgments": [row for block in study.comparisons for row in book.judgments(block)],
        "Nodes": list(book.node_settings()),
        "Weights": list(book.weights()),
        "Data": [book.cell(cell) for cell in study.cells if book.holds(cell)],
        "Ratings": [(book.nodes[level.criterion], level.name, number(level.score)) for level in study.levels],
        "Costs": list(book.costs()),
        "Rates": [(rate.currency, number(rate.per_unit), number(rate.year), rate.source) for rate in study.rates],
        "Scenarios": [row for scenario in study.scenarios for row in book.scenario(scenario)],
        "Scenario sets": [row for found in study.scenario_sets for row in book.scenario_set(found)],
    }


def empty_rows(study: Study) -> Rows:
    """The tree and the hosts with every pair and every cell to be filled in; what was judged and measured stays out."""
    book = _Book(study)
    gone = dict.fromkeys(("Weights", "Costs", "Rates", "Scenarios", "Scenario sets"), ())
    return {
        **workbook_rows(study),
        **gone,
        "Criteria": [book.criterion_to_fill(criterion) for criterion in study.criteria],
        "Judgments": list(book.pairs_to_judge()),
        "Data": list(book.cells_to_fill()),
    }


def number(value: float | None) -> Content:
    """A number as a spreadsheet has it: 15.0 is 15; whole numbers that it would round are text."""
    if value is None or not float(value).is_integer():
        return value
    return str(int(value)) if isinstance(value, int) and abs(value) > LARGEST_WHOLE else int(value)


def curve_text(curve: Curve) -> str:
    """``log``, or points ``0:0; 2.5:0.6; 5:1``; nothing for linear, the default."""
    if curve.form == "points":
        return "; ".join(f"{number(x)}:{number(score)}" for x, score in curve.points)
    return "" if curve.form == "linear" else curve.form


class _Book:
    """The names of one study's parts by id, and the rows that are made of them."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.base = study.settings.base_view
        self.nodes = {GOAL: study.goal, **{c.id: c.name for c in study.criteria}}
        self.hosts_by_id = {host.id: host.name for host in study.hosts}
        self.people: dict[str | None, str] = {None: "", **{p.id: p.name for p in study.participants}}
        self.views: dict[str | None, str] = {None: "", **{view.id: view.name for view in study.views}}
        self.children = children_of(study.criteria)
        self.leaves = {c.id: c for c in study.criteria if c.id not in self.children}
        self.ways = {leaf.id: way_of_scoring(study, leaf) for leaf in self.leaves.values()}
        self.parents = {c.id: c.under for c in study.criteria}

    def fields(self) -> Iterator[Row]:
        for field in FIELDS:
            value: Any = getattr(self.study.settings if field.is_setting else self.study, field.attribute)
            if field.attribute == "base_view":
                value = self.views[value]
            yield field.name, value if value is None or isinstance(value, str) else number(value)

    def criterion(self, criterion: Criterion) -> Row:
        way = weighted_by(self.study.nodes, criterion.id, None)
        return (
            criterion.name,
            "" if criterion.under == GOAL else self.nodes[criterion.under],
            criterion.scored_by,
            criterion.better,
            criterion.unit,
            number(criterion.worst),
            number(criterion.best),
            curve_text(criterion.curve),
            "" if way == "judgments" else way,
            number(self._base_weight(criterion.id)),
            criterion.must,
            "yes" if criterion.cost else "",
            "" if criterion.active else "no",
            criterion.description,
            criterion.source,
        )

    def criterion_to_fill(self, criterion: Criterion) -> Row:
        cells = dict(zip(COLUMNS["Criteria"], self.criterion(criterion), strict=True))
        return tuple({**cells, "Scored by": self.ways.get(criterion.id), "Weight": None}.values())

    def _base_weight(self, criterion: str) -> float | None:
        given = (w for w in self.study.weights if w.criterion == criterion and self._is_own_in_base(w))
        return next((w.weight for w in given), None)

    def hosts(self) -> Iterator[Row]:
        for host in self.study.hosts:
            group = self.hosts_by_id[host.group] if host.group else ""
            yield host.name, host.code, group, "" if host.active else "no", host.notes

    def views_rows(self) -> Iterator[Row]:
        if self.study.views == (View(id=BASE, name=BASE),):
            return
        for view in self.study.views:
            turned = [leaf for leaf in view.turned if leaf in self.leaves]
            marked = [c.id for c in self.study.criteria if c.id in view.left_out or c.id in turned]
            if not marked:
                yield view.name, "", "", ""
            for leaf in marked:
                counts, turns = "no" if leaf in view.left_out else "", "yes" if leaf in turned else ""
                yield view.name, self.nodes[leaf], counts, turns

    def judgments(self, block: Comparisons) -> Iterator[Row]:
        """The block's pairs; a pair that is not compared at the node any more stays out."""
        items = self._items(block.under)
        view = self.views[block.view] if len(self.study.views) > 1 else ""
        for pair in block.pairs:
            if pair.first in items and pair.second in items:
                value = None if pair.value is None else ratio_text(pair.value)
                status = "" if pair.status == "judged" else pair.status
                names = (self.nodes[block.under], items[pair.first], items[pair.second])
                yield (*names, value, status, self.people[block.participant], view, pair.note, pair.when)

    def _items(self, node: str) -> Mapping[str, str]:
        """What is compared at a node, by id: its children, or the hosts at a leaf."""
        children = self.children.get(node, ())
        return {child: self.nodes[child] for child in children} if children else self.hosts_by_id

    def pairs_to_judge(self) -> Iterator[Row]:
        view = self.views[self.base] if len(self.study.views) > 1 else ""
        for node, items in self._compared():
            for first, second in combinations(items, 2):
                yield node, first, second, None, "", "", view, "", ""

    def _compared(self) -> Iterator[tuple[str, list[str]]]:
        """The nodes whose items are compared in the base view, with the names of the items that count."""
        active = {c.id for c in self.study.criteria if c.active}
        for node in self.nodes:
            if node in self.children and weighted_by(self.study.nodes, node, self.base) == "judgments":
                yield self.nodes[node], [self.nodes[c] for c in self.children[node] if c in active]
            elif self.ways.get(node) == "pairwise" and node in active:
                yield self.nodes[node], [self.hosts_by_id[host] for host in alternatives(self.study.hosts)]

    def node_settings(self) -> Iterator[Row]:
        """What the Criteria sheet does not say."""
        for setting in nodes_in_order(self.study.nodes, self.study.criteria):
            is_in_criteria = setting.under != GOAL and setting.view is None
            way = None if is_in_criteria else setting.weighted_by
            if way or setting.agreed:
                yield self.nodes[setting.under], self.views[setting.view], way, "agreed" if setting.agreed else ""

    def weights(self) -> Iterator[Row]:
        """What the Criteria sheet does not say; weights of a way that the node does not use stay out."""
        for entry in weights_in_order(self.study.weights, self.study.criteria, self.base):
            has_more = entry.low is not None or entry.high is not None or entry.status != "judged"
            is_bounds = entry.view is None and entry.participant is None
            if has_more if is_bounds or self._is_own_in_base(entry) else self._is_used(entry):
                weight = None if is_bounds else number(entry.weight)
                status = "" if entry.status == "judged" else entry.status
                names = (self.nodes[entry.criterion], self.views[entry.view], self.people[entry.participant])
                yield (*names, weight, number(entry.low), number(entry.high), status)

    def _is_own_in_base(self, entry: WeightEntry) -> bool:
        return entry.view == self.base and entry.participant is None and self._is_used(entry)

    def _is_used(self, entry: WeightEntry) -> bool:
        """Whether it is of the way that the column stands for: the node's; direct where pairs are judged."""
        way = weighted_by(self.study.nodes, self.parents[entry.criterion], entry.view or self.base)
        return entry.way == ("direct" if way == "judgments" else way)

    def holds(self, cell: Cell) -> bool:
        """Whether the Data sheet has a row for the cell: the leaf is scored so, and something is said."""
        says = any(
            getattr(cell, name) not in (None, "")
            for name in cell.__struct_fields__
            if name not in ("kept", "criterion", "host", "way")
        )
        return says and self.ways.get(cell.criterion) == cell.way

    def cell(self, cell: Cell) -> Row:
        """A cell is in its criterion's unit; a unit that it was given in another spelling gives way."""
        wanted = self.leaves[cell.criterion].unit
        unit = wanted if wanted and cell.unit and folded(wanted) != folded(cell.unit) else cell.unit
        return (
            self.nodes[cell.criterion],
            self.hosts_by_id[cell.host],
            cell.value if isinstance(cell.value, str) else number(cell.value),
            number(cell.low),
            number(cell.high),
            cell.distribution,
            unit,
            number(cell.year),
            cell.status,
            cell.closed,
            cell.source,
            cell.licence,
            self.people[cell.participant],
            cell.who,
            cell.when,
            cell.note,
        )

    def cells_to_fill(self) -> Iterator[Row]:
        blank = (None,) * (len(COLUMNS["Data"]) - 2)
        for leaf in self.leaves.values():
            if leaf.active and self.ways[leaf.id] != "pairwise":
                for host in alternatives(self.study.hosts):
                    yield (leaf.name, self.hosts_by_id[host], *blank)

    def costs(self) -> Iterator[Row]:
        for item in self.study.costs:
            host = self.hosts_by_id[item.host]
            yield host, item.item, number(item.amount), item.currency, number(item.year), item.source

    def scenario(self, scenario: Scenario) -> Iterator[Row]:
        moves = [self._move(move) for move in scenario.moves]
        said = [move for move in moves if any(content not in (None, "") for content in move)]
        for move in said or [(None,) * (len(COLUMNS["Scenarios"]) - 1)]:
            yield (scenario.name, *move)

    def _move(self, move: Move) -> Row:
        target = self.nodes[move.target] if move.target else ""
        host = self.hosts_by_id[move.host] if move.host else ""
        return (move.kind, target, host, self.views[move.view], move.operation, number(move.value), move.note)

    def scenario_set(self, found: ScenarioSet) -> Iterator[Row]:
        names = {scenario.id: scenario.name for scenario in self.study.scenarios}
        for place, scenario in enumerate(found.scenarios or ("",)):
            yield found.name, names.get(scenario, ""), number(found.probability) if place == 0 else None
