"""The hand that enters the moves of a scenario: each row becomes a move, with what it does told beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.across import MoveEffect
from decidr.core.analysis.synthesis import TIE
from decidr.core.study import edits
from decidr.core.study.criteria import GOAL
from decidr.core.study.names import folded
from decidr.core.study.problems import Place, Problem, sentence
from decidr.core.study.scenarios import Kind, Move, Operation, Scenario
from decidr.core.study.study import Study
from decidr.core.study.tree import all_leaves, children_of, depth_first
from decidr.gui.document import Document
from decidr.gui.models.scenarios.scenarioing import is_fact
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_entry import Fields, TypedColumn, TypedEntry, read_figure
from decidr.language import _, ngettext
from decidr.number_text import signed_points

FIELD_OF = {
    "Kind": "kind",
    "Target": "target",
    "Host": "host",
    "Operation": "operation",
    "Value": "value",
    "": "effect",
}
"""Which column tells of a problem at a column of the workbook; one about the whole move is told by what it does."""


class MoveRow(NamedTuple):
    """A move at its ``place`` among the rows of its scenario, with what it does and what is wrong with it by field."""

    place: int
    kind: Kind | None
    target: str | None
    host: str | None
    view: str | None
    operation: Operation | None
    value: float | None
    note: str
    effect: str = ""
    troubles: Mapping[str, str] = {}


class MoveEntry(TypedEntry):
    """Writes the moves of the scenario that ``show`` names; rows that only carry a note are left out."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._scenario = ""
        self._effects: Mapping[int, str] = {}
        self._problems: Sequence[Problem] = ()

    def show(self, scenario: str, effects: Mapping[int, str], problems: Sequence[Problem]) -> None:
        """Write the moves of this scenario (an id); what they do by number, and what is wrong with the case."""
        self._scenario, self._effects, self._problems = scenario, effects, problems

    @property
    def columns(self) -> Sequence[TypedColumn]:
        return (
            TypedColumn("kind", _("Moves"), is_needed=True, also="Kind"),
            TypedColumn("target", _("Of"), is_needed=True, also="Target"),
            TypedColumn("host", _("Host"), also="Host"),
            TypedColumn("view", _("View"), also="View"),
            TypedColumn("operation", _("How"), is_needed=True, also="Operation"),
            TypedColumn("value", _("Value"), is_number=True, is_needed=True, also="Value"),
            TypedColumn("effect", _("Does most to"), is_computed=True),
            TypedColumn("note", _("Note"), also="Note"),
        )

    @property
    def scenario(self) -> Scenario | None:
        """The scenario as it is now; None where it is gone."""
        return next((s for s in self.study.scenarios if s.id == self._scenario), None)

    @property
    def rows(self) -> Sequence[MoveRow]:
        scenario = self.scenario
        if scenario is None:
            return ()
        moves = [(place, move) for place, move in enumerate(scenario.moves) if not is_fact(move)]
        return [self._row(scenario.name, place, move) for place, move in moves]

    def _row(self, scenario: str, place: int, move: Move) -> MoveRow:
        fields = (move.kind, move.target, move.host, move.view, move.operation, move.value, move.note)
        troubles = troubles_of(self._problems, scenario, place + 1)
        effect = _("skipped") if "effect" in troubles else self._effects.get(place + 1, "–")
        return MoveRow(place, *fields, effect, troubles)

    @property
    def invitation(self) -> str:
        return _("Add…")

    def completed(self, fields: Fields) -> Fields:
        """A weight is multiplied, whatever the host."""
        return {**fields, "operation": "multiply", "host": None} if fields.get("kind") == "weight" else fields

    def choices(self, field: str, fields: Fields) -> Sequence[tuple[str, str]] | None:
        known = self._known(field)
        is_weight = fields.get("kind") == "weight"
        if field == "target" and not is_weight:
            known = {leaf: known[leaf] for leaf in known if leaf in all_leaves(self.study.criteria)}
        elif field == "host":
            groups = {host.group for host in self.study.hosts}
            known = {host: name for host, name in known.items() if host is None or not (is_weight or host in groups)}
        elif field == "operation" and is_weight:
            known = {"multiply": known["multiply"]}
        return [(name, name) for name in known.values()] or None

    def trouble(self, row: MoveRow, field: str) -> str:
        return row.troubles.get(field, "")

    def read(self, field: str, text: str) -> Any:
        text = text.strip()
        if field == "value":
            return _value(text)
        known = self._known(field)
        if not known or (not text and None in known):
            return None if known else text
        also = {folded(key): key for key in known} if field in ("kind", "operation") else {}  # as a workbook has them
        meant = {**also, **{folded(name): key for key, name in known.items()}}
        if folded(text) not in meant:
            raise NotTaken(_refusals()[field].format(text=text))
        return meant[folded(text)]

    def told(self, field: str, value: Any) -> str:
        known = self._known(field)
        return known.get(value, "") if known else super().told(field, value)

    def take(self, changes: Mapping[int, Fields], new: Sequence[Fields] = ()) -> int:
        before, study = self.rows, self.study
        for place, fields in changes.items():
            study = edits.set_move(study, self._scenario, before[place].place, **_whole(before[place], fields))
        for fields in new:
            study = edits.add_move(study, self._scenario, Move(**self.completed(fields)))
        count = len(changes) + len(new)
        label = ngettext("{count} move", "{count} moves", count).format(count=count)
        return self._apply_moves(study, label)

    def remove(self, places: Sequence[int]) -> None:
        before, study = self.rows, self.study
        for place in sorted(places, reverse=True):
            study = edits.remove_move(study, self._scenario, before[place].place)
        label = ngettext("Remove {count} move", "Remove {count} moves", len(places)).format(count=len(places))
        self._apply_moves(study, label)

    def shift(self, row: int, by: int) -> int:
        """Put a move before the one above it (``by`` -1) or after the one below it (1); the row where it is then."""
        rows = self.rows
        if not (0 <= row < len(rows) and 0 <= row + by < len(rows)):
            return row
        study = edits.place_move(self.study, self._scenario, rows[row].place, rows[row + by].place)
        self._document.apply(_("Order of moves"), study)
        return row + by

    def _apply_moves(self, study: Study, label: str) -> int:
        before = self.scenario
        after = next((s for s in study.scenarios if s.id == self._scenario), None)
        if before is None or after is None:
            return 0
        return self._apply(before.moves, label, study, after.moves)

    def _known(self, field: str) -> Mapping[Any, str]:
        """What can stand in a column, with its words; nothing where figures or texts stand."""
        study = self.study
        match field:
            case "kind":
                return {"data": _("data"), "score": _("score"), "weight": _("weight")}
            case "operation":
                return {"set": _("set to"), "multiply": _("times"), "add": _("add")}
            case "target":
                return {c: study.name_of(c) for c in depth_first(children_of(study.criteria)) if c != GOAL}
            case "host":
                return {None: _("all hosts"), **{host.id: host.name for host in study.hosts}}
            case "view":
                return {None: _("all views"), **{view.id: view.name for view in study.views}}
            case _:
                return {}


def effects_told(effects: Sequence[MoveEffect], results: Results) -> dict[tuple[str, int], str]:
    """The host to whose total each move does most and by how much, by scenario (a name) and number."""
    told = {}
    for effect in effects:
        known = not np.isnan(effect.change).all()
        most = int(np.nanargmax(np.abs(effect.change))) if known and len(effect.change) else None
        text = _("nothing")
        if most is not None and abs(effect.change[most]) > TIE:
            text = f"{results.names[results.hosts[most]]} {signed_points(float(effect.change[most]))}"
        told[effect.step.scenario, effect.step.number] = text
    return told


def troubles_of(problems: Iterable[Problem], scenario: str, number: int) -> dict[str, str]:
    """What is wrong with a move, in sentences by field."""
    found: dict[str, str] = {}
    for problem in problems:
        place = problem.place
        if isinstance(place, Place) and place.sheet == "Scenarios" and place.names[:2] == (scenario, str(number)):
            said = sentence(problem)
            found.setdefault(FIELD_OF.get(place.column, "effect"), said[:1].upper() + said[1:])
    return found


def _whole(row: MoveRow, fields: Fields) -> Fields:
    """The fields of a move that change; one that becomes a weight is multiplied, by 1 until another factor is given."""
    if fields.get("kind") != "weight" or row.kind == "weight":
        return fields
    was_factor = row.operation == "multiply" and row.value is not None and row.value >= 0
    return {"value": row.value if was_factor else 1.0, **fields, "host": None, "operation": "multiply"}


def _refusals() -> dict[str, str]:
    return {
        "kind": _("«{text}» is not one of data, score and weight."),
        "operation": _("«{text}» is not one of set to, times and add."),
        "target": _("There is no criterion «{text}»."),
        "host": _("There is no host «{text}»."),
        "view": _("There is no view «{text}»."),
    }


def _value(text: str) -> float:
    value = read_figure(text)
    if value is None:
        raise NotTaken(_("A move needs a value; remove the row where there is none."))
    return value
