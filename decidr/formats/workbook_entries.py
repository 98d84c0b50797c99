"""The sheets that say what people judged, what it costs and what may happen: Judgments, Weights, Costs, Scenarios."""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from msgspec.structs import replace

from decidr.core.study.cases import Step
from decidr.core.study.criteria import GOAL, Level, WeightedBy
from decidr.core.study.data import CostItem, Rate
from decidr.core.study.judgments import Judgment, JudgmentStatus, NodeSetting, WeightEntry
from decidr.core.study.names import folded
from decidr.core.study.problems import Place
from decidr.core.study.scenarios import Kind, Move, Operation, Scenario, ScenarioSet
from decidr.core.study.study import Study
from decidr.formats.judgment_book import JudgmentBook
from decidr.formats.matrix_sheets import read_ratio
from decidr.formats.workbook_structure import Names
from decidr.formats.workbook_tables import Row, Table
from decidr.formats.workbook_weighting import weighted_by, weights_in_order


def read_judgments(table: Table | None, book: JudgmentBook, base_view: str) -> None:
    """Take every row of the Judgments sheet into ``book``."""
    for row in table.rows() if table else ():
        node = row.one_of("Under", book.names.criteria) if row.text("Under") else GOAL
        if node is None:
            continue
        named = book.names.criteria if node in book.children else book.names.hosts
        first, second = (row.one_of(column, named, is_required=True) for column in ("First", "Second"))
        if not (first and second and _can_be_compared(row, book, node, first, second)):
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


def read_nodes(
    table: Table | None, in_criteria: Sequence[NodeSetting], names: Names, addresses: Mapping[Place, str]
) -> Iterator[NodeSetting]:
    """How nodes get their weights: the ways in Criteria, with the rows of Nodes, which may not say otherwise."""
    found = {(setting.under, setting.view): setting for setting in in_criteria}
    called = names.criteria.names
    places = {key: addresses.get(Place("Criteria", (called.get(key[0], ""),)), "Criteria") for key in found}
    for row in table.rows() if table else ():
        under = row.one_of("Under", names.criteria, is_required=True)
        if under is None:
            continue
        key = (under, row.one_of("View", names.views))
        old = found.get(key, NodeSetting(under=under, view=key[1]))
        way = row.choice("Weighted by", get_args(WeightedBy))
        if way and old.weighted_by and way != old.weighted_by:
            said = {"node": called[under], "other": places[key]}
            row.trouble.error("nodes.contradiction", row.address("Weighted by"), **said)
        agreed = row.choice("Group", ("agreed",)) is not None or old.agreed
        found[key] = replace(old, weighted_by=way or old.weighted_by, agreed=agreed)
        places.setdefault(key, row.address("Weighted by"))
    for (under, view), setting in found.items():
        goes_without_saying = setting.weighted_by == "judgments" and view is None and under != GOAL
        way = None if goes_without_saying else setting.weighted_by
        if way or setting.agreed:
            yield replace(setting, weighted_by=way)


def read_weights(criteria: Table, table: Table | None, study: Study, names: Names) -> tuple[WeightEntry, ...]:
    """The Weight column of Criteria (the study's own, in the base view) and the rows of Weights."""
    base = study.settings.base_view
    found: dict[tuple[str, str | None, str | None], WeightEntry] = {}
    places: dict[tuple[str, str | None, str | None], str] = {}
    for entry, address, row in (*_criteria_weights(criteria, base, names), *_weight_rows(table, study, names)):
        key = (entry.criterion, entry.view, entry.participant)
        old = found.get(key, entry)
        if any(None not in both and both[0] != both[1] for both in zip(_said(old), _said(entry), strict=True)):
            row.trouble.error("weights.contradiction", address, other=places[key])
        places.setdefault(key, address)
        found[key] = _merged(old, entry)
        name = names.criteria.names[entry.criterion]
        row.trouble.addresses.setdefault(Place("Weights", (name,)), address)
        if entry.weight is not None and _way(entry, study) == "judgments":
            row.trouble.notice("weights.not_counted", address, node=names.criteria.names[_parent(entry, study)])
    telling = (entry for entry in found.values() if set(_said(entry)) != {None} or entry.status != "judged")
    return weights_in_order((_with_way(entry, study) for entry in telling), study.criteria, base)


def _said(entry: WeightEntry) -> tuple[float | None, ...]:
    return entry.weight, entry.low, entry.high


def _merged(old: WeightEntry, new: WeightEntry) -> WeightEntry:
    """What either says; the new one where both do."""
    weight, low, high = (b if b is not None else a for a, b in zip(_said(old), _said(new), strict=True))
    return replace(new, weight=weight, low=low, high=high, status=old.status if new.status == "judged" else new.status)


def _criteria_weights(table: Table, base: str, names: Names) -> Iterator[tuple[WeightEntry, str, Row]]:
    for row in table.rows():
        criterion, weight = names.criteria.find(row.text("Criterion")), row.number("Weight")
        if criterion and criterion != GOAL and weight is not None:
            yield WeightEntry(criterion=criterion, view=base, weight=weight), row.address("Weight"), row


def _weight_rows(table: Table | None, study: Study, names: Names) -> Iterator[tuple[WeightEntry, str, Row]]:
    for row in table.rows() if table else ():
        criterion = row.one_of("Criterion", names.criteria, is_required=True)
        view = row.one_of("View", names.views)
        participant = row.one_of("Participant", names.participants)
        weight = row.number("Weight")
        if criterion == GOAL:
            row.trouble.error("weights.goal", row.address("Criterion"), name=row.text("Criterion"))
        elif criterion:
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
    """The entry in the way in which its parent gets its weights in that view; a direct one where pairs are judged."""
    way = _way(entry, study)
    return replace(entry, way="direct" if way == "judgments" else way)


def _way(entry: WeightEntry, study: Study) -> WeightedBy:
    return weighted_by(study.nodes, _parent(entry, study), entry.view)


def _parent(entry: WeightEntry, study: Study) -> str:
    return next(c.under for c in study.criteria if c.id == entry.criterion)


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


def read_costs(table: Table | None, names: Names) -> tuple[CostItem, ...]:
    """Money beside the tree."""
    found = []
    for row in table.rows() if table else ():
        host, amount = row.one_of("Host", names.hosts, is_required=True), row.number("Amount")
        if amount is None:
            row.trouble.error("cell.empty", row.address("Amount"), column="Amount")
        elif host:
            place = Place("Costs", (names.hosts.names[host], row.text("Item")))
            row.trouble.addresses.setdefault(place, row.address("Currency"))
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
            place = Place("Rates", (currency,))
            row.trouble.addresses.setdefault(place, row.address("Per unit of the study's currency"))
            found.append(Rate(currency=currency, per_unit=rate, year=row.whole("Year"), source=row.text("Source")))
    return tuple(found)


def read_scenarios(table: Table | None, names: Names) -> tuple[Scenario, ...]:
    """The scenarios, in the order in which they are named first, each with its moves."""
    moves: dict[str, list[Move]] = {}
    for row in table.rows() if table else ():
        name = row.required("Scenario")
        if name and names.scenarios.find(name) is None:
            names.scenarios.add(name, f"s{len(names.scenarios.names) + 1}")
        move = _move(row, names)
        if name:
            id_ = names.scenarios.find(name) or ""
            found = moves.setdefault(id_, [])
            if move != Move():
                found.append(move)
            _note_addresses(row, Step(names.scenarios.names[id_], len(found), move), names)
    return tuple(Scenario(id=id_, name=names.scenarios.names[id_], moves=tuple(found)) for id_, found in moves.items())


def _note_addresses(row: Row, step: Step, names: Names) -> None:
    """The cells at which problems of a scenario and of its moves are told."""
    addresses, called = row.trouble.addresses, {**names.criteria.names, **names.hosts.names}
    addresses.setdefault(Place("Scenarios", (step.scenario,)), row.address("Scenario"))
    if step.move != Move():
        addresses[step.place(called)] = row.address("Scenario")
        for column in ("Kind", "Target", "Host", "Operation", "Value"):
            addresses[step.place(called, column)] = row.address(column)


def _move(row: Row, names: Names) -> Move:
    return Move(
        kind=row.choice("Kind", get_args(Kind)),
        target=row.one_of("Target", names.criteria),
        host=row.one_of("Host", names.hosts),
        view=row.one_of("View", names.views),
        operation=row.choice("Operation", get_args(Operation)),
        value=row.number("Value"),
        note=row.text("Note"),
    )


def read_scenario_sets(table: Table | None, names: Names) -> tuple[ScenarioSet, ...]:
    """Combinations of scenarios, with one probability each."""
    sets: dict[str, ScenarioSet] = {}
    for row in table.rows() if table else ():
        name, scenario = row.required("Set"), row.one_of("Scenario", names.scenarios, is_required=True)
        old = sets.get(folded(name), ScenarioSet(name=name))
        row.trouble.addresses.setdefault(Place("Scenario sets", (old.name,)), row.address("Set"))
        probability = _probability(row, old)
        sets[folded(name)] = ScenarioSet(
            name=old.name,
            scenarios=(*old.scenarios, scenario) if scenario else old.scenarios,
            probability=old.probability if probability is None else probability,
        )
    return tuple(sets.values())


def _probability(row: Row, old: ScenarioSet) -> float | None:
    """What the row says of its set, which no other row may say otherwise."""
    probability, address = row.number("Probability"), row.address("Probability")
    if None not in (probability, old.probability) and probability != old.probability:
        row.trouble.error("scenarios.probability_differs", address, set=old.name, probability=old.probability or 0.0)
    if probability is not None:
        for names in ((old.name,), ()):
            row.trouble.addresses[Place("Scenario sets", names, "Probability")] = address
    return probability
