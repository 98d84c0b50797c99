"""A study taken apart for comparison: one row for each thing that a user can change, with its fields."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from typing import Any, Literal

from msgspec import Struct

from decidr.core.study.criteria import GOAL, Curve
from decidr.core.study.judgments import Comparisons, Judgment
from decidr.core.study.part import Part
from decidr.core.study.study import Study

Kind = Literal[
    "study", "settings", "criteria", "hosts", "people", "views", "judgments", "weights", "data", "costs", "scenarios"
]
"""What a row belongs to, in the order of the study."""

Key = tuple[Hashable, ...]
Pair = tuple[str, str]

TEXTS = ("title", "question", "goal", "client", "author", "date", "currency")

REFERENCES: Mapping[str, str] = {
    "under": "nodes",
    "group": "hosts",
    "base_view": "views",
    "left_out": "nodes",
    "turned": "nodes",
    "judges": "nodes",
    "scenarios": "scenarios",
}
"""Fields that hold ids, and of what; they are compared by id and shown by name."""


class Names:
    """The names of a study's parts by id."""

    def __init__(self, study: Study) -> None:
        self._by_kind = {
            "nodes": {GOAL: study.goal, **{c.id: c.name for c in study.criteria}},
            "hosts": {h.id: h.name for h in study.hosts},
            "people": {p.id: p.name for p in study.participants},
            "views": {v.id: v.name for v in study.views},
            "scenarios": {s.id: s.name for s in study.scenarios},
        }

    def of(self, kind: str, wanted: str | None) -> str:
        """A part's name; empty for none, and the id itself where the study does not hold it."""
        return "" if wanted is None else self._by_kind[kind].get(wanted, wanted)

    def item(self, wanted: str) -> str:
        """The name of what is compared in pairs, a criterion or a host."""
        return self.of("nodes" if wanted in self._by_kind["nodes"] else "hosts", wanted)

    def shown(self, field: str, value: Any) -> Any:
        """A field's value in the user's terms: names for ids, a curve by its form or its points."""
        if isinstance(value, Curve):
            return value.points if value.form == "points" else value.form
        kind = REFERENCES.get(field)
        if kind is None or value is None:
            return value
        return tuple(self.of(kind, i) for i in value) if isinstance(value, tuple) else self.of(kind, value)


class Row(Struct, frozen=True):
    """One thing: ``key`` finds it in another state of the study, ``names`` lead to it.

    ``needs`` are the keys of things without which it cannot be. Rows that share ``siblings`` stand in an order that
    means something. ``view``, ``participant`` and ``way`` tell whose it is; ``when`` and ``note`` come with it.
    """

    kind: Kind
    key: Key
    names: tuple[str, ...]
    fields: Mapping[str, Any]
    needs: tuple[Key, ...] = ()
    siblings: Hashable = None
    view: str = ""
    participant: str = ""
    way: str = ""
    when: str = ""
    note: str = ""


def rows_of(study: Study, pairs: Mapping[Key, Pair] | None = None) -> dict[Key, Row]:
    """Every row by its key, numbered where several have the same, in the study's order.

    ``pairs`` say which item of a judgment comes first.
    """
    seen: Counter[Key] = Counter()
    found: dict[Key, Row] = {}
    for row in _every_row(study, Names(study), pairs or {}):
        number = seen[row.key]
        found[(*row.key, number) if number else row.key] = row
        seen[row.key] += 1
    return found


def pairs_of(study: Study) -> dict[Key, Pair]:
    """Which item comes first in each judgment."""
    return {_judgment_key(b, p): (p.first, p.second) for b in study.comparisons for p in b.pairs}


def _every_row(study: Study, names: Names, pairs: Mapping[Key, Pair]) -> Iterator[Row]:
    yield Row("study", ("study",), (), {field: getattr(study, field) for field in TEXTS})
    yield Row("settings", ("settings",), (), _fields(study.settings))
    yield from _criteria(study, names)
    yield from _hosts(study)
    yield from _people(study)
    yield from _views(study)
    yield from _judgments(study, names, pairs)
    yield from _weights(study, names)
    yield from _cells(study, names)
    yield from _costs(study, names)
    yield from _scenarios(study, names)


def _fields(part: Part, *left_out: str) -> dict[str, Any]:
    """The fields of a part but these, and without what only a newer decidr understands."""
    return {name: getattr(part, name) for name in part.__struct_fields__ if name not in ("kept", "id", *left_out)}


def _criteria(study: Study, names: Names) -> Iterator[Row]:
    for c in study.criteria:
        needs = () if c.under == GOAL else (_criterion(c.under),)
        yield Row("criteria", _criterion(c.id), (c.name,), _fields(c), needs, siblings=("under", c.under))
    for level in study.levels:
        key = ("level", level.criterion, level.name)
        said = (names.of("nodes", level.criterion), level.name)
        needs = (_criterion(level.criterion),)
        yield Row("criteria", key, said, {"score": level.score}, needs, siblings=("level", level.criterion))


def _hosts(study: Study) -> Iterator[Row]:
    for h in study.hosts:
        yield Row("hosts", _host(h.id), (h.name,), _fields(h), siblings="hosts")


def _people(study: Study) -> Iterator[Row]:
    for p in study.participants:
        judges = tuple(sorted(r.under for r in study.roles if r.participant == p.id))
        fields = {**_fields(p), "judges": judges}
        yield Row("people", _participant(p.id), (p.name,), fields, siblings="people")


def _views(study: Study) -> Iterator[Row]:
    for v in study.views:
        fields = {"name": v.name, "left_out": tuple(sorted(v.left_out)), "turned": tuple(sorted(v.turned))}
        yield Row("views", _view(v.id), (v.name,), fields, siblings="views")


def _judgments(study: Study, names: Names, pairs: Mapping[Key, Pair]) -> Iterator[Row]:
    for block in study.comparisons:
        for judgment in block.pairs:
            if judgment.value is not None or judgment.note:
                yield _judgment(block, judgment, names, pairs)


def _judgment(block: Comparisons, judgment: Judgment, names: Names, pairs: Mapping[Key, Pair]) -> Row:
    key = _judgment_key(block, judgment)
    first, second = pairs.get(key, (judgment.first, judgment.second))
    is_turned = first != judgment.first and judgment.value is not None
    value = 1 / judgment.value if is_turned and judgment.value else judgment.value
    fields = {**_fields(judgment, "first", "second"), "value": value}
    return Row(
        "judgments",
        key,
        (names.of("nodes", block.under), names.item(first), names.item(second)),
        fields,
        (*_nodes(block.under), *_items(first, second), *_whose(block.view, block.participant)),
        view=names.of("views", block.view),
        participant=names.of("people", block.participant),
        when=judgment.when,
        note=judgment.note,
    )


def _weights(study: Study, names: Names) -> Iterator[Row]:
    for node in study.nodes:
        fields = _fields(node, "under", "view")
        needs = (*_nodes(node.under), *_whose(node.view, None))
        said = (names.of("nodes", node.under),)
        if node.weighted_by or node.agreed:
            key = ("node", node.under, node.view)
            yield Row("weights", key, said, fields, needs, view=names.of("views", node.view))
    for w in study.weights:
        if (w.weight, w.low, w.high) == (None, None, None):
            continue
        yield Row(
            "weights",
            ("weight", w.criterion, w.view, w.participant, w.way),
            (names.of("nodes", w.criterion),),
            _fields(w, "criterion", "view", "participant", "way"),
            (_criterion(w.criterion), *_whose(w.view, w.participant)),
            view=names.of("views", w.view),
            participant=names.of("people", w.participant),
            way=w.way,
        )


def _cells(study: Study, names: Names) -> Iterator[Row]:
    for c in study.cells:
        fields = _fields(c, "criterion", "host", "way", "participant")
        if not any(value is not None and value != "" for value in fields.values()):
            continue
        yield Row(
            "data",
            ("cell", c.criterion, c.host, c.way, c.participant),
            (names.of("nodes", c.criterion), names.of("hosts", c.host)),
            fields,
            (_criterion(c.criterion), _host(c.host), *_whose(None, c.participant)),
            participant=names.of("people", c.participant),
            way=c.way,
            when=c.when,
            note=c.note,
        )


def _costs(study: Study, names: Names) -> Iterator[Row]:
    for item in study.costs:
        key, said = ("cost", item.host, item.item), (names.of("hosts", item.host), item.item)
        yield Row("costs", key, said, _fields(item, "host", "item"), (_host(item.host),))
    for rate in study.rates:
        yield Row("costs", ("rate", rate.currency), (rate.currency,), _fields(rate, "currency"))


def _scenarios(study: Study, names: Names) -> Iterator[Row]:
    for scenario in study.scenarios:
        own = ("scenario", scenario.id)
        yield Row("scenarios", own, (scenario.name,), {"name": scenario.name}, siblings="scenarios")
        for move in scenario.moves:
            target, host = names.of("nodes", move.target), names.of("hosts", move.host)
            said = tuple(name for name in (scenario.name, target, host) if name)
            key = ("move", scenario.id, move.kind, move.target, move.host, move.view)
            does = (move.kind, move.operation, move.value)
            fields: dict[str, Any] = {"move": () if does == (None, None, None) else does, "note": move.note}
            needs = (own, *_whose(move.view, None), *(_nodes(move.target or GOAL)))
            needs += (_host(move.host),) if move.host else ()
            yield Row("scenarios", key, said, fields, needs, view=names.of("views", move.view), note=move.note)
    for together in study.scenario_sets:
        fields = {"scenarios": tuple(sorted(together.scenarios)), "probability": together.probability}
        yield Row("scenarios", ("set", together.name), (together.name,), fields)


# Keys of what other rows hang on


def _criterion(wanted: str) -> Key:
    return ("criterion", wanted)


def _host(wanted: str) -> Key:
    return ("host", wanted)


def _view(wanted: str) -> Key:
    return ("view", wanted)


def _participant(wanted: str) -> Key:
    return ("participant", wanted)


def _nodes(under: str) -> tuple[Key, ...]:
    return () if under == GOAL else (_criterion(under),)


def _items(first: str, second: str) -> tuple[Key, ...]:
    """Either kind of key for what is compared; the one that nothing has does no harm."""
    return tuple(key for item in (first, second) for key in (_criterion(item), _host(item)))


def _whose(view: str | None, participant: str | None) -> tuple[Key, ...]:
    return (*((_view(view),) if view else ()), *((_participant(participant),) if participant else ()))


def _judgment_key(block: Comparisons, judgment: Judgment) -> Key:
    return ("judgment", block.under, block.view, block.participant, frozenset((judgment.first, judgment.second)))
