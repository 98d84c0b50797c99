"""The sheets that say what there is: Study, Criteria, Hosts, Participants, Roles, Views."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from decidr.core.study.criteria import GOAL, Better, Criterion, Curve, ScoredBy, WeightedBy
from decidr.core.study.hosts import Host
from decidr.core.study.judgments import NodeSetting
from decidr.core.study.participants import Participant, Role
from decidr.core.study.problems import Place
from decidr.core.study.simulation_settings import wrong_setting
from decidr.core.study.study import (
    BASE,
    Completion,
    DataSampling,
    GroupFigure,
    GroupRule,
    Priorities,
    RandomIndex,
    Sampling,
    Scale,
    Settings,
    Synthesis,
    WeightSampling,
)
from decidr.core.study.views import View
from decidr.formats.workbook_tables import Named, Row, Table, Trouble, figure, same_word, unspelled

TEXTS = ("title", "question", "goal", "client", "author", "date", "currency")
WORDS: dict[str, tuple[str, ...]] = {
    "priorities": get_args(Priorities),
    "synthesis": get_args(Synthesis),
    "random_index": get_args(RandomIndex),
    "completion": get_args(Completion),
    "scale": get_args(Scale),
    "group": get_args(GroupRule),
    "group_figure": get_args(GroupFigure),
    "sampling": get_args(Sampling),
    "simulation_weights": get_args(WeightSampling),
    "simulation_data": get_args(DataSampling),
}
NUMBERS = ("seed", "samples")


@dataclass
class Names:
    """Everything that rows refer to by name."""

    criteria: Named = field(default_factory=lambda: Named("criterion"))
    hosts: Named = field(default_factory=lambda: Named("host"))
    participants: Named = field(default_factory=lambda: Named("participant"))
    views: Named = field(default_factory=lambda: Named("view"))
    scenarios: Named = field(default_factory=lambda: Named("scenario"))


@dataclass
class StudyFields:
    """The Study sheet: texts by field, settings by field, and the name of the base view with its place."""

    texts: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    base_view: str = ""
    base_view_row: Row | None = None


def read_study_fields(table: Table | None) -> StudyFields:
    """What the Study sheet says; unknown fields are noticed."""
    found = StudyFields()
    for row in table.rows() if table else ():
        label = row.required("Field")
        name = unspelled(label).replace(" ", "_")
        if same_word(name, "base view"):
            found.base_view, found.base_view_row = row.text("Value"), row
        elif name in TEXTS:
            found.texts[name] = row.text("Value")
        elif name in WORDS or name in NUMBERS or name == "judgment_spread":
            _read_setting(row, name, found.settings)
        elif label:
            row.trouble.notice("workbook.unknown_field", row.address("Field"), field=label)
    return found


def _read_setting(row: Row, name: str, settings: dict[str, Any]) -> None:
    value: Any
    if name in WORDS:
        value = row.choice("Value", WORDS[name])
    elif name in NUMBERS:
        value = row.whole("Value")
    else:
        value = "group" if same_word(row.text("Value"), "group") else row.number("Value")
    if code := wrong_setting(name, value):
        row.trouble.error(code, row.address("Value"), value=value)
    elif value is not None:
        settings[name] = value


def read_criteria(table: Table, goal: str, names: Names) -> tuple[tuple[Criterion, ...], list[NodeSetting]]:
    """The tree, and how its parents get their weights; parents may come after their children."""
    names.criteria.add(goal, GOAL)
    rows = list(table.rows())
    ids = [_name_row(row, "Criterion", f"c{number}", names.criteria, "Criteria") for number, row in enumerate(rows, 1)]
    criteria, nodes = [], []
    for id_, row in zip(ids, rows, strict=True):
        criteria.append(_criterion(row, id_, names))
        way = row.choice("Weighted by", get_args(WeightedBy))
        if way and way != "judgments":
            nodes.append(NodeSetting(under=id_, weighted_by=way))
    return tuple(criteria), nodes


def _name_row(row: Row, column: str, id_: str, named: Named, sheet: str) -> str:
    """Give a row its id, by its name; a name that is taken is an error."""
    name = row.required(column)
    if name and not named.add(name, id_):
        row.trouble.error("name.taken", row.address(column), name=name)
    row.trouble.addresses.setdefault(Place(sheet, (name,)), row.address(column))
    return id_


def _criterion(row: Row, id_: str, names: Names) -> Criterion:
    return Criterion(
        id=id_,
        name=row.text("Criterion"),
        under=row.one_of("Under", names.criteria) or GOAL,
        scored_by=row.choice("Scored by", get_args(ScoredBy)),
        better=row.choice("Better", get_args(Better)),
        unit=row.text("Unit"),
        worst=row.number("Worst"),
        best=row.number("Best"),
        curve=_curve(row),
        must=row.text("Must"),
        cost=row.yes("Cost", False),
        active=row.yes("Active", True),
        description=row.text("Description"),
        source=row.text("Source"),
    )


def _curve(row: Row) -> Curve:
    """``linear``, ``log``, or points ``0:0; 2.5:0.6; 5:1``."""
    text = row.text("Curve")
    if ":" not in text:
        return Curve(form=row.choice("Curve", ("linear", "log")) or "linear")
    points = parse_points(text)
    if points is None:
        row.trouble.error("curve.not_understood", row.address("Curve"), value=text)
    return Curve(form="points", points=points or ())


def parse_points(text: str) -> tuple[tuple[float, float], ...] | None:
    """Points of a curve as they are written, ``0:0; 2,5:0,6; 5:1``; None where one is not understood."""
    points = []
    for part in filter(None, (part.strip() for part in text.split(";"))):
        found = re.fullmatch(r"([^:]+):([^:]+)", part)
        pair = [figure(number) for number in found.groups()] if found else [None]
        if None in pair:
            return None
        points.append((pair[0] or 0.0, pair[1] or 0.0))
    return tuple(points)


def read_hosts(table: Table | None, names: Names) -> tuple[Host, ...]:
    """The hosts; every sheet may name one by its code."""
    rows = list(table.rows()) if table else []
    ids = [_name_row(row, "Host", f"h{number}", names.hosts, "Hosts") for number, row in enumerate(rows, 1)]
    for id_, row in zip(ids, rows, strict=True):
        code = row.text("Code")
        if code and not names.hosts.add(code, id_):
            row.trouble.error("name.taken", row.address("Code"), name=code)
    found = tuple(_host(row, id_, names) for id_, row in zip(ids, rows, strict=True))
    groups = {host.id: host.group for host in found}
    for host, row in zip(found, rows, strict=True):
        if host.id in _groups_above(host.id, groups):
            row.trouble.error("hosts.circle", row.address("Group"), name=host.name)
    return found


def _groups_above(host: str, groups: Mapping[str, str | None]) -> set[str]:
    """The groups that a host belongs to at any remove, itself among them in a circle."""
    found: set[str] = set()
    group = groups[host]
    while group and group not in found:
        found.add(group)
        group = groups[group]
    return found


def _host(row: Row, id_: str, names: Names) -> Host:
    return Host(
        id=id_,
        name=row.text("Host"),
        code=row.text("Code"),
        group=row.one_of("Group", names.hosts),
        active=row.yes("Active", True),
        notes=row.text("Notes"),
    )


def read_participants(table: Table | None, names: Names) -> tuple[Participant, ...]:
    """Who judges; a weight below 0 is an error."""
    found = []
    for number, row in enumerate(table.rows() if table else (), 1):
        weight = row.number("Weight")
        if weight is not None and weight < 0:
            row.trouble.error("participants.negative_weight", row.address("Weight"), value=weight)
        found.append(
            Participant(
                id=_name_row(row, "Participant", f"p{number}", names.participants, "Participants"),
                name=row.text("Participant"),
                weight=1.0 if weight is None else weight,
                role=row.text("Role"),
                email=row.text("Email"),
            )
        )
    return tuple(found)


def read_roles(table: Table | None, names: Names) -> tuple[Role, ...]:
    """What each participant judges."""
    found = []
    for row in table.rows() if table else ():
        participant = row.one_of("Participant", names.participants, is_required=True)
        under = row.one_of("Under", names.criteria, is_required=True)
        if participant and under:
            found.append(Role(participant=participant, under=under))
    return tuple(found)


def read_views(table: Table | None, names: Names, criteria: tuple[Criterion, ...]) -> tuple[View, ...]:
    """The views, in the order in which they are named first; without any, the one base view."""
    rows = [(row, row.required("View")) for row in table.rows()] if table else []
    for row, name in rows:
        if name and names.views.find(name) is None:
            _name_row(row, "View", f"v{len(names.views.names) + 1}", names.views, "Views")
    if not names.views.names:
        names.views.add(BASE, BASE)
    marks = [(names.views.find(name), _marked_leaf(row, names, criteria), row) for row, name in rows]
    return tuple(
        View(
            id=id_,
            name=name,
            left_out=_in_order(c for v, c, row in marks if v == id_ and c and not row.yes("Counts", True)),
            turned=_in_order(c for v, c, row in marks if v == id_ and c and row.yes("Turned", False)),
        )
        for id_, name in names.views.names.items()
    )


def _marked_leaf(row: Row, names: Names, criteria: tuple[Criterion, ...]) -> str | None:
    id_ = row.one_of("Criterion", names.criteria)
    if id_ is None or is_leaf(id_, criteria):
        return id_
    row.trouble.error("views.not_a_leaf", row.address("Criterion"), name=row.text("Criterion"))
    return None


def is_leaf(id_: str, criteria: tuple[Criterion, ...]) -> bool:
    """Whether a node is neither the goal nor a criterion with others below it."""
    return id_ != GOAL and all(criterion.under != id_ for criterion in criteria)


def _in_order(leaves: Iterable[str]) -> tuple[str, ...]:
    """Each leaf once, in the order of the Criteria sheet."""
    return tuple(sorted(set(leaves), key=lambda id_: int(id_.removeprefix("c"))))


def settings_of(fields: StudyFields, views: tuple[View, ...], names: Names, trouble: Trouble) -> Settings:
    """The settings, with the base view by name, the first one by default."""
    base = names.views.find(fields.base_view) if fields.base_view else views[0].id
    if base is None and fields.base_view_row:
        address = fields.base_view_row.address("Value")
        trouble.error("name.unknown", address, name=fields.base_view, what=names.views.what, near="")
    return Settings(**fields.settings, base_view=base or views[0].id)
