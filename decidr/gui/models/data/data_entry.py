"""The hand that enters data: what is typed becomes an undoable edit of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from decidr.core.study.criteria import Level
from decidr.core.study.data import Cell
from decidr.core.study.edits import CellKey, give_values, set_cell
from decidr.core.study.names import folded
from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.data.cell_words import cell_title
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.shared.short_name import short_name
from decidr.gui.models.shared.typed_figure import NotAFigure, typed_figure
from decidr.language import _, ngettext
from decidr.number_text import figure

Value = float | str | None


class NotAValue(ValueError):
    """The text is no value for this cell; the argument says in a sentence why, and what to write."""


class DataEntry:
    """Writes cells; each call is one undoable step, and none where nothing changes.

    A value entered by hand drops what the old one rested on: ``dropped`` has the source that the last step took from
    a cell, by (criterion, host). What is entered carries the date that ``today`` gives, and the study's author.
    """

    def __init__(self, document: Document, today: Callable[[], date] = date.today) -> None:
        self._document, self._today = document, today
        self.dropped: dict[tuple[str, str], str] = {}

    def read(self, fact: CellFact, text: str) -> Value:
        """The value that a text stands for, None for an empty one; NotAValue else."""
        if fact.evidence is None:
            raise NotAValue(_("Hosts are compared in pairs here; judge them on the Weights page."))
        if fact.row.way == "rating":
            return self._level(fact, text.strip())
        try:
            return typed_figure(text, fact.row.criterion.unit if fact.row.way == "data" else "")
        except NotAFigure as error:
            raise NotAValue(str(error)) from error

    def levels(self, criterion: str) -> tuple[Level, ...]:
        """The levels of a rating scale, as the study has them."""
        return tuple(level for level in self._document.study.levels if level.criterion == criterion)

    def give(self, fact: CellFact, value: Value) -> None:
        """Enter one value; None clears the cell."""
        if value is None:
            self.clear([fact])
        else:
            shown = figure(value) if isinstance(value, float) else value
            self._take(f"{_short_title(fact)}: {shown}", {fact.key: value})

    def give_all(self, values: Mapping[CellKey, Value]) -> int:
        """Enter several values as one step; how many cells changed."""
        now = {(c.criterion, c.host, c.way): c.value for c in self._document.study.cells if c.participant is None}
        changing = {key: value for key, value in values.items() if value != now.get(key)}
        label = ngettext("{count} value", "{count} values", len(changing)).format(count=len(changing))
        self._take(label, changing)
        return len(changing)

    def clear(self, facts: Iterable[CellFact]) -> None:
        """Let cells be missing, as one step."""
        there = [fact for fact in facts if fact.cell is not None and fact.evidence is not None]
        if len(there) == 1:
            label = _("Clear {cell}").format(cell=_short_title(there[0]))
        else:
            label = ngettext("Clear {count} cell", "Clear {count} cells", len(there)).format(count=len(there))
        self._take(label, {fact.key: None for fact in there})

    def change(self, fact: CellFact, what: str, **fields: Any) -> None:
        """Change anything but the value; ``what`` names the field for the menu. Who and when follow by themselves."""
        old = fact.cell or Cell(criterion=fact.row.id, host=fact.column.id, way=fact.row.way)
        if any(getattr(old, name) != value for name, value in fields.items()):
            label = _("{field} of {cell}").format(field=what, cell=_short_title(fact))
            stamp = {} if fields.keys() <= {"who", "when"} else self._stamp()
            self._document.apply(label, set_cell(self._document.study, *fact.key, **{**stamp, **fields}))

    def _stamp(self) -> dict[str, str]:
        """Who enters what when; a study without an author names nobody."""
        author = self._document.study.author
        return {"when": self._today().isoformat()} | ({"who": author} if author else {})

    def _take(self, label: str, values: Mapping[CellKey, Value]) -> None:
        before = self._document.study
        after = give_values(before, values, **self._stamp())
        if after is not before:
            self.dropped = _dropped(before, after)
            self._document.apply(label, after)

    def _level(self, fact: CellFact, name: str) -> str | None:
        if not name:
            return None
        levels = self.levels(fact.row.id)
        found = next((level.name for level in levels if folded(level.name) == folded(name)), None)
        if found is None and not levels:
            missing = _("{criterion} has no levels yet; give them on the Criteria page.")
            raise NotAValue(missing.format(criterion=fact.row.criterion.name))
        if found is None:
            raise NotAValue(
                _("«{name}» is not a level of {criterion}; use one of {levels}.").format(
                    name=name, criterion=fact.row.criterion.name, levels=", ".join(level.name for level in levels)
                )
            )
        return found


def _dropped(before: Study, after: Study) -> dict[tuple[str, str], str]:
    """The sources that cells had before and have no more, though they still have a value."""
    kept = {(c.criterion, c.host, c.way): c for c in after.cells if c.participant is None}
    found: dict[tuple[str, str], str] = {}
    for cell in before.cells:
        now = kept.get((cell.criterion, cell.host, cell.way))
        if cell.participant is None and cell.source and now is not None and not now.source:
            found[cell.criterion, cell.host] = ", ".join((cell.source, *([str(cell.year)] if cell.year else [])))
    return found


def _short_title(fact: CellFact) -> str:
    return short_name(cell_title(fact))
