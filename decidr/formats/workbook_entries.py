"""The sheets that say what people judged and what is known: Judgments, Weights, Data, Costs, Scenarios."""

import re
from collections.abc import Iterator
from typing import get_args

from msgspec.structs import replace

from decidr.core.analysis.sources import way_of_scoring
from decidr.core.study.criteria import GOAL, Criterion, Level, ScoredBy, WeightedBy
from decidr.core.study.data import Cell, CostItem, Distribution, Rate, Status
from decidr.core.study.judgments import Judgment, JudgmentStatus, NodeSetting, WeightEntry
from decidr.core.study.names import folded
from decidr.core.study.problems import Place
from decidr.core.study.scenarios import Kind, Move, Operation, Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.formats.judgment_book import JudgmentBook
from decidr.formats.matrix_sheets import read_ratio
from decidr.formats.workbook_structure import Names
from decidr.formats.workbook_tables import Row, Table, figure

FACTORS = {"thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9}
SHARES = {"%": 0.01, "percent": 0.01, "per cent": 0.01, "share": 1.0, "fraction": 1.0, "ratio": 1.0}


def read_judgments(table: Table | None, book: JudgmentBook, base_view: str) -> None:
    """Take every row of the Judgments sheet into ``book``."""
    for row in table.rows() if table else ():
        node = row.one_of("Under", book.names.criteria) if row.text("Under") else GOAL
        named = book.names.criteria if node in book.children else book.names.hosts
        first, second = (row.one_of(column, named, is_required=True) for column in ("First", "Second"))
        if not (node and first and second and _can_be_compared(row, book, node, first, second)):
            continue
        view = row.one_of("View", book.names.views) or base_view
        participant = row.one_of("Participant", book.names.participants)
        judgment = Judgment(
            first=first,
            second=second,
            value=_ratio(row),
            status=row.choice("Status", get_args(JudgmentStatus)) or "judged",
            note=row.text("Note"),
            when=row.text("When"),
        )
        book.add((node, view, participant), judgment, row.address("Value"))


def _can_be_compared(row: Row, book: JudgmentBook, node: str, first: str, second: str) -> bool:
    items = book.items_at(node)
    if first == second:
        row.trouble.error("judgments.with_itself", row.address("Second"), name=row.text("Second"))
    elif first not in items or second not in items:
        column = "First" if first not in items else "Second"
        under = book.names.criteria.names[node]
        row.trouble.error("judgments.not_below", row.address(column), name=row.text(column), under=under)
    else:
        return True
    return False


def _ratio(row: Row) -> float | None:
    column = row.table.columns.get("Value")
    return None if column is None else read_ratio(row.table.sheet, row.line, column, row.trouble)


def read_nodes(table: Table | None, names: Names) -> list[NodeSetting]:
    """The Nodes sheet: how the goal, and nodes that depart in a view, get their weights."""
    found = []
    for row in table.rows() if table else ():
        under = row.one_of("Under", names.criteria, is_required=True)
        view = row.one_of("View", names.views)
        way = row.choice("Weighted by", get_args(WeightedBy))
        agreed = row.choice("Group", ("agreed",)) is not None
        if under:
            found.append(NodeSetting(under=under, view=view, weighted_by=way, agreed=agreed))
    return found


def merged_nodes(settings: list[NodeSetting]) -> tuple[NodeSetting, ...]:
    """One setting a node and view: the Criteria sheet's way with the Nodes sheet's mark."""
    found: dict[tuple[str, str | None], NodeSetting] = {}
    for setting in settings:
        key = (setting.under, setting.view)
        old = found.get(key, setting)
        way = setting.weighted_by or old.weighted_by
        found[key] = NodeSetting(
            under=setting.under, view=setting.view, weighted_by=way, agreed=setting.agreed or old.agreed
        )
    return tuple(found.values())


def read_weights(criteria: Table, table: Table | None, study: Study, names: Names) -> tuple[WeightEntry, ...]:
    """The Weight column of Criteria (the study's own, in the base view) and the rows of Weights."""
    base = study.settings.base_view
    found: dict[tuple[str, str | None, str | None], WeightEntry] = {}
    places: dict[tuple[str, str | None, str | None], str] = {}
    for entry, address, row in (*_criteria_weights(criteria, base, names), *_weight_rows(table, study, names)):
        key = (entry.criterion, entry.view, entry.participant)
        old = found.get(key)
        if old is not None and old.weight != entry.weight:
            row.trouble.error("weights.contradiction", address, other=places[key])
        places.setdefault(key, address)
        found[key] = entry
        name = names.criteria.names[entry.criterion]
        row.trouble.addresses.setdefault(Place("Weights", (name,)), address)
    return tuple(_with_way(entry, study) for entry in found.values())


def _criteria_weights(table: Table, base: str, names: Names) -> Iterator[tuple[WeightEntry, str, Row]]:
    for row in table.rows():
        criterion, weight = names.criteria.find(row.text("Criterion")), row.number("Weight")
        if criterion and weight is not None:
            yield WeightEntry(criterion=criterion, view=base, weight=weight), row.address("Weight"), row


def _weight_rows(table: Table | None, study: Study, names: Names) -> Iterator[tuple[WeightEntry, str, Row]]:
    for row in table.rows() if table else ():
        criterion = row.one_of("Criterion", names.criteria, is_required=True)
        view = row.one_of("View", names.views)
        participant = row.one_of("Participant", names.participants)
        weight = row.number("Weight")
        if criterion:
            entry = WeightEntry(
                criterion=criterion,
                view=view or (study.settings.base_view if participant or weight is not None else None),
                participant=participant,
                weight=weight,
                low=row.number("Low"),
                high=row.number("High"),
                status=row.choice("Status", get_args(JudgmentStatus)) or "judged",
            )
            yield entry, row.address("Weight"), row


def _with_way(entry: WeightEntry, study: Study) -> WeightEntry:
    """The entry in the way in which its parent gets its weights in that view."""
    parent = next(c.under for c in study.criteria if c.id == entry.criterion)
    ways = {(n.under, n.view): n.weighted_by for n in study.nodes}
    way = ways.get((parent, entry.view)) or ways.get((parent, None)) or "direct"
    return replace(entry, way="direct" if way == "judgments" else way)


def read_levels(table: Table | None, names: Names) -> tuple[Level, ...]:
    """The levels of the rating scales."""
    found = []
    for row in table.rows() if table else ():
        criterion = row.one_of("Criterion", names.criteria, is_required=True)
        name, score = row.required("Level"), row.number("Score")
        if score is None or not 0 <= score <= 1:
            row.trouble.error("rating.score_out_of_range", row.address("Score"))
        elif criterion:
            found.append(Level(criterion=criterion, name=name, score=score))
    return tuple(found)


def read_cells(table: Table | None, study: Study, names: Names) -> tuple[Cell, ...]:
    """The Data sheet: one row a cell, or a wide table whose first header is Host and whose others are leaves."""
    if table is None:
        return ()
    if "Criterion" not in table.columns and "Host" in table.columns:
        return tuple(_wide_cells(table, study, names))
    return tuple(_long_cells(table, study, names))


def _long_cells(table: Table, study: Study, names: Names) -> Iterator[Cell]:
    seen: dict[tuple[str, str, str | None], str] = {}
    for row in table.rows():
        leaf = _leaf(row, study, names)
        host = row.one_of("Host", names.hosts, is_required=True)
        if not (leaf and host):
            continue
        participant = row.one_of("Participant", names.participants)
        key = (leaf.id, host, participant)
        if key in seen:
            row.trouble.error("data.twice", row.address("Host"), other=seen[key])
        seen[key] = row.address("Host")
        place = Place("Data", (leaf.name, names.hosts.names[host]))
        row.trouble.addresses.setdefault(place, row.address("Value"))
        yield _cell(row, leaf, host, participant, way_of_scoring(study, leaf))


def _leaf(row: Row, study: Study, names: Names) -> Criterion | None:
    id_ = row.one_of("Criterion", names.criteria, is_required=True)
    if id_ is None:
        return None
    if id_ == GOAL or any(c.under == id_ for c in study.criteria):
        row.trouble.error("data.not_a_leaf", row.address("Criterion"), name=row.text("Criterion"))
        return None
    return next(c for c in study.criteria if c.id == id_)


def _cell(row: Row, leaf: Criterion, host: str, participant: str | None, way: ScoredBy) -> Cell:
    factor = _factor(row, leaf)
    value = row.text("Value") or None if way == "rating" else _scaled(row.number("Value"), factor)
    return Cell(
        criterion=leaf.id,
        host=host,
        way=way,
        value=value,
        low=_scaled(row.number("Low"), factor),
        high=_scaled(row.number("High"), factor),
        distribution=row.choice("Distribution", get_args(Distribution)),
        unit=leaf.unit if factor != 1 else row.text("Unit"),
        year=row.whole("Year"),
        status=row.choice("Status", get_args(Status)),
        closed=row.text("Closed"),
        source=row.text("Source"),
        licence=row.text("Licence"),
        participant=participant,
        who=row.text("Who"),
        when=row.text("When"),
        note=row.text("Note"),
    )


def _scaled(value: float | None, factor: float) -> float | None:
    return None if value is None else value * factor


def _factor(row: Row, leaf: Criterion) -> float:
    """What a figure is multiplied by to be in the leaf's unit; a unit that does not convert is an error."""
    given, wanted = row.text("Unit"), leaf.unit
    if not given or not wanted or folded(given) == folded(wanted):
        return 1.0
    factor = conversion(given, wanted)
    if factor is None:
        row.trouble.error("data.unit_differs", row.address("Unit"), unit=given, wanted=wanted)
    return factor or 1.0


def conversion(given: str, wanted: str) -> float | None:
    """The factor from one unit to another that differs by thousands, millions or per cent; None where unknown."""
    if folded(given) in SHARES and folded(wanted) in SHARES:
        return SHARES[folded(given)] / SHARES[folded(wanted)]
    (given_by, given_rest), (wanted_by, wanted_rest) = _split_unit(given), _split_unit(wanted)
    return given_by / wanted_by if given_rest == wanted_rest else None


def _split_unit(unit: str) -> tuple[float, str]:
    words = re.split(r"\s+", folded(unit))
    factor = FACTORS.get(words[0]) or FACTORS.get(words[-1]) or 1.0
    return factor, " ".join(word for word in words if word not in FACTORS)


def _wide_cells(table: Table, study: Study, names: Names) -> Iterator[Cell]:
    leaves = {column: names.criteria.find(name) for name, column in table.others.items()}
    table.others = {name: column for name, column in table.others.items() if leaves[column] is None}
    by_id = {c.id: c for c in study.criteria}
    for row in table.rows():
        host = row.one_of("Host", names.hosts, is_required=True)
        for column, leaf in leaves.items():
            value = table.sheet.value(row.line, column)
            if host and leaf and value != "":
                yield _wide_cell(row, column, by_id[leaf], host, study)


def _wide_cell(row: Row, column: int, leaf: Criterion, host: str, study: Study) -> Cell:
    way, raw = way_of_scoring(study, leaf), row.table.sheet.value(row.line, column)
    address = row.table.sheet.address(row.line, column)
    value = row.table.sheet.text(row.line, column) if way == "rating" else figure(raw)
    if value is None:
        row.trouble.error("cell.not_a_number", address, value=row.table.sheet.text(row.line, column))
    row.trouble.addresses[Place("Data", (leaf.name, row.text("Host")))] = address
    return Cell(criterion=leaf.id, host=host, way=way, value=value)


def read_costs(table: Table | None, names: Names) -> tuple[CostItem, ...]:
    """Money beside the tree."""
    found = []
    for row in table.rows() if table else ():
        host, amount = row.one_of("Host", names.hosts, is_required=True), row.number("Amount")
        if amount is None:
            row.trouble.error("cell.empty", row.address("Amount"), column="Amount")
        elif host:
            found.append(
                CostItem(
                    host=host,
                    item=row.text("Item"),
                    amount=amount,
                    currency=row.text("Currency"),
                    year=row.whole("Year"),
                    source=row.text("Source"),
                )
            )
    return tuple(found)


def read_rates(table: Table | None) -> tuple[Rate, ...]:
    """The rates that the user states."""
    found = []
    for row in table.rows() if table else ():
        currency, rate = row.required("Currency"), row.number("Per unit of the study's currency")
        if rate is None or rate <= 0:
            row.trouble.error("rates.not_positive", row.address("Per unit of the study's currency"))
        else:
            found.append(Rate(currency=currency, per_unit=rate, year=row.whole("Year"), source=row.text("Source")))
    return tuple(found)


def read_scenarios(table: Table | None, names: Names) -> tuple[Scenario, ...]:
    """The scenarios, in the order in which they are named first, each with its moves."""
    moves: dict[str, list[Move]] = {}
    for row in table.rows() if table else ():
        name = row.required("Scenario")
        if name and names.scenarios.find(name) is None:
            names.scenarios.add(name, f"s{len(names.scenarios.names) + 1}")
        move = Move(
            kind=row.choice("Kind", get_args(Kind)),
            target=row.one_of("Target", names.criteria),
            host=row.one_of("Host", names.hosts),
            view=row.one_of("View", names.views),
            operation=row.choice("Operation", get_args(Operation)),
            value=row.number("Value"),
            note=row.text("Note"),
        )
        if name:
            moves.setdefault(names.scenarios.find(name) or "", []).append(move)
    return tuple(Scenario(id=id_, name=names.scenarios.names[id_], moves=tuple(found)) for id_, found in moves.items())


def read_scenario_sets(table: Table | None, names: Names) -> tuple[ScenarioSet, ...]:
    """Combinations of scenarios, with one probability each."""
    sets: dict[str, ScenarioSet] = {}
    for row in table.rows() if table else ():
        name, scenario = row.required("Set"), row.one_of("Scenario", names.scenarios, is_required=True)
        old = sets.get(folded(name), ScenarioSet(name=name))
        probability = _probability(row)
        sets[folded(name)] = ScenarioSet(
            name=old.name,
            scenarios=(*old.scenarios, scenario) if scenario else old.scenarios,
            probability=old.probability if probability is None else probability,
        )
    return tuple(sets.values())


def _probability(row: Row) -> float | None:
    probability = row.number("Probability")
    if probability is not None and not 0 <= probability <= 1:
        row.trouble.error("scenarios.probability", row.address("Probability"), value=probability)
    return probability
