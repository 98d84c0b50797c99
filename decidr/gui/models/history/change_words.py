"""Changes of a study in words: where, and from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from decidr.core.analysis.scenarios.words import move_text
from decidr.core.study.comparison import PLACE, Change, FieldChange
from decidr.core.study.comparison_rows import Kind
from decidr.gui.models.criteria.curve_text import points_text
from decidr.gui.models.history.moments import day_in_words
from decidr.gui.models.shared.field_labels import field_labels
from decidr.gui.models.weights.judging import short_ratio
from decidr.language import _, ngettext
from decidr.number_text import figure

LONGEST_TEXT = 80
"""A longer text is cut, so that a change stays a line or two."""

VALUES: Mapping[Kind, str] = {"judgments": "value", "data": "value", "weights": "weight", "scenarios": "move"}
"""The field that an entry is there for."""

PROVENANCE = ("unit", "year", "status", "closed", "source", "licence", "who", "note", "low", "high", "distribution")
"""Fields of a cell that follow its value; when that changes, they are only named."""


class ChangeLine(NamedTuple):
    """What changed, and in smaller type who said so, when and why."""

    text: str
    aside: str = ""


class ChangeGroup(NamedTuple):
    """Changes of one kind: ``title`` names it and counts them."""

    kind: Kind
    title: str
    lines: tuple[ChangeLine, ...]


def grouped_changes(changes: Iterable[Change], goal: str, base_view: str) -> tuple[ChangeGroup, ...]:
    """The changes by kind, in the study's order.

    ``goal`` and ``base_view`` (names) are where entries mostly belong, and are not named beside them.
    """
    by_kind: dict[Kind, list[Change]] = {}
    for change in changes:
        by_kind.setdefault(change.kind, []).append(change)
    return tuple(_group(kind, of_kind, goal, base_view) for kind, of_kind in by_kind.items())


def _group(kind: Kind, changes: list[Change], goal: str, base_view: str) -> ChangeGroup:
    lines = tuple(line for change in changes for line in _lines(change, goal, base_view))
    return ChangeGroup(kind, f"{_kinds()[kind]} · {len(lines)}", lines)


def _lines(change: Change, goal: str, base_view: str) -> Iterator[ChangeLine]:
    if change.kind in ("study", "settings"):
        for field in change.fields:
            yield ChangeLine(f"{_label(change, field)}: {_from_to(field)}")
        return
    yield ChangeLine(f"{_where(change, goal)}: {_what(change)}", _aside(change, base_view))


def _where(change: Change, goal: str) -> str:
    if change.kind == "judgments":
        node, first, second = change.names
        pair = _("{first} over {second}").format(first=first, second=second)
        return pair if node == goal else _("{pair} ({node})").format(pair=pair, node=node)
    return ", ".join(change.names)


def _aside(change: Change, base_view: str) -> str:
    """Whose it is, its day and its reason."""
    is_usual = change.view == base_view and change.kind != "scenarios"  # a move without a view counts in all
    view = _("view {view}").format(view=change.view) if change.view and not is_usual else ""
    note = f"«{_cut(change.note)}»" if change.note and change.kind == "judgments" else ""
    when = day_in_words(change.when) if change.what != "removed" else ""
    return " · ".join(part for part in (view, change.participant, when, note) if part)


def _what(change: Change) -> str:
    if change.kind == "weights" and (counting := _counting_told(change)):
        return counting
    if change.kind == "scenarios" and change.what != "changed":
        return _scenario_told(change)
    value = change.field(VALUES[change.kind]) if change.kind in VALUES else None
    if change.what == "removed":
        return _removed(change, value)
    if change.what == "added" and value is None:
        return _("added")
    fields = change.fields if change.what == "changed" else (value,) if value else ()
    if change.kind == "data" and value:
        return "; ".join((_value_told(change, value), *_provenance(change)))
    told = [_field_told(change, field) for field in fields if not _is_told_aside(change, field)]
    return "; ".join(told)


def _scenario_told(change: Change) -> str:
    """A move that came or went, with its note; a scenario or a set that did."""
    told = [_field_told(change, field) for field in change.fields if field.name in ("move", "note")]
    return "; ".join(told) or (_removed(change, None) if change.what == "removed" else _("added"))


def _counting_told(change: Change) -> str:
    """Which weights count at a node from now on; empty for a weight itself."""
    agreed, way = change.field("agreed"), change.field("weighted_by")
    told = []
    if agreed and bool(agreed.before) != bool(agreed.after):
        told.append(_("the workshop's own result counts now") if agreed.after else _("people's answers count again"))
    if way and way.before != way.after:
        told.append(_ways().get(way.after, _("the judgments in pairs count again")))
    return "; ".join(told)


def _ways() -> Mapping[str, str]:
    return {
        "direct": _("direct weights count now"),
        "swing": _("swing points count now"),
        "ranks": _("ranks count now"),
    }


def _removed(change: Change, value: FieldChange | None) -> str:
    if value is not None:
        return _value_told(change, value)
    if not change.along:
        return _("removed")
    text = ngettext("removed, and {count} entry with it", "removed, and {count} entries with it", change.along)
    return text.format(count=change.along)


def _provenance(change: Change) -> Iterator[str]:
    """What else of a cell is another one, named only."""
    if change.what == "changed":
        names = [_label(change, f).lower() for f in change.fields if f.name in PROVENANCE]
        if names:
            yield _("also {fields}").format(fields=", ".join(names))


def _is_told_aside(change: Change, field: FieldChange) -> bool:
    """Whether the aside tells it: the day where something else changed as well, and a first reason."""
    if field.name == "when":
        return len(change.fields) > 1
    return field.name == "note" and change.kind == "judgments" and not field.before and len(change.fields) > 1


def _field_told(change: Change, field: FieldChange) -> str:
    if field.name == VALUES.get(change.kind):
        return _value_told(change, field)
    if (change.kind, field.name) == ("scenarios", "note"):
        return f"{_label(change, field).lower()} {_from_to(field)}"
    if members := _members_told(field):
        return f"{_label(change, field).lower()}: {members}"
    text = _said_apart(field)
    if text is None:
        return f"{_label(change, field).lower()} {_from_to(field)}"
    return text.format(before=_text(field.before), after=_text(field.after))


def _members_told(field: FieldChange) -> str:
    """What came to a list of names and what left it; empty for anything else."""
    before, after = field.before or (), field.after or ()
    if not all(isinstance(names, tuple) and all(isinstance(n, str) for n in names) for names in (before, after)):
        return ""
    came, left = ([n for n in one if n not in other] for one, other in ((after, before), (before, after)))
    told = [_("also {names}").format(names=", ".join(came))] if came else []
    told += [_("no longer {names}").format(names=", ".join(left))] if left else []
    return ", ".join(told)


def _said_apart(field: FieldChange) -> str | None:
    """A sentence of its own for what happened to a field, where there is one."""
    if field.name == "active":
        return _("counts again") if field.after else _("dormant now")
    if (field.name, field.before) == ("status", "placeholder") and field.after == "judged":
        return _("was a placeholder")
    if field.name == "note":
        return _("the reason was «{before}»") if field.before else None
    return {
        "name": _("was called «{before}»"),
        "under": _("moved from {before} to {after}"),
        PLACE: _("moved from place {before} to {after}"),
    }.get(field.name)


def _value_told(change: Change, field: FieldChange) -> str:
    nothing = _("missing") if change.kind == "data" else _("none")
    if change.kind == "judgments":
        return f"{_ratio(field.before)} → {_ratio(field.after)}"
    if change.kind == "scenarios":
        return " → ".join(move_text(*move) if move else nothing for move in (field.before, field.after))
    return f"{_text(field.before, nothing)} → {_text(field.after, nothing)}"


def _from_to(field: FieldChange) -> str:
    return f"{_text(field.before)} → {_text(field.after)}"


def _ratio(value: float | None) -> str:
    return _("not judged") if value is None else short_ratio(value)


def _text(value: Any, nothing: str = "") -> str:
    """A field's value as it is read."""
    if value is None or value in ("", ()):
        return nothing or _("none")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, tuple):
        is_curve = isinstance(value[0], tuple)
        return points_text(value) if is_curve else ", ".join(value)
    if isinstance(value, float):
        return figure(value)
    return _cut(str(value))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST_TEXT else plain[: LONGEST_TEXT - 1].rstrip() + "…"


def _kinds() -> Mapping[Kind, str]:
    return {
        "study": _("Texts"),
        "settings": _("How the numbers are made"),
        "criteria": _("Criteria and scales"),
        "hosts": _("Hosts"),
        "people": _("People"),
        "views": _("Views"),
        "judgments": _("Judgments"),
        "weights": _("Weights"),
        "data": _("Data"),
        "costs": _("Costs and rates"),
        "scenarios": _("Scenarios"),
    }


def _label(change: Change, field: FieldChange) -> str:
    """A field as the window and the workbook call it."""
    own = {("hosts", "group"): _("Group"), ("data", "note"): _("Note"), ("scenarios", "note"): _("Note")}
    return own.get((change.kind, field.name)) or field_labels()[field.name]
