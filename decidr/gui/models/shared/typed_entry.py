"""The hand that writes the rows of a table that is typed into: what is entered becomes one undoable edit."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from decidr.core.study.study import Study
from decidr.gui.document import Document
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_figure import NotAFigure, exact_figure, typed_figure
from decidr.number_text import figure

Fields = Mapping[str, Any]


class TypedColumn(NamedTuple):
    """A column: the ``field`` of a row that it shows, and what a workbook calls it beside the heading.

    What ``is_computed`` follows from the rest, and is not typed.
    """

    field: str
    heading: str
    is_number: bool = False
    is_needed: bool = False
    also: str = ""
    is_computed: bool = False


class TypedEntry(ABC):
    """Reads what is typed into a column, and writes rows; every call of ``take`` or ``remove`` is one step at most.

    A row is a part of the study; what is asked of one is asked by the ``fields`` that it has, by their names.
    """

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def study(self) -> Study:
        """The study as it is now."""
        return self._document.study

    @property
    @abstractmethod
    def columns(self) -> Sequence[TypedColumn]:
        """The columns, in their order."""

    @property
    @abstractmethod
    def rows(self) -> Sequence[Any]:
        """The rows that the study has."""

    @property
    def suggested(self) -> Fields:
        """What a new row begins with."""
        return {}

    def completed(self, fields: Fields) -> Fields:
        """The fields of a row that is begun, with those that follow from them."""
        return fields

    @property
    @abstractmethod
    def invitation(self) -> str:
        """What stands in a row where nothing is typed yet."""

    def choices(self, field: str, fields: Fields) -> Sequence[tuple[str, str]] | None:
        """What an editor offers in a row that holds these ``fields``, as (value, words); None where text is typed."""
        return None

    def trouble(self, row: Any, field: str) -> str:
        """What the user should know of a cell; empty where there is nothing."""
        return ""

    def read(self, field: str, text: str) -> Any:
        """The value that a text stands for; NotTaken says why it is none."""
        return text.strip()

    def told(self, field: str, value: Any) -> str:
        """A value as it is shown."""
        if isinstance(value, float):
            return figure(value, 12)
        return "" if value is None else str(value)

    def typed(self, field: str, value: Any, decimal_point: str = ".") -> str:
        """A value as it can be typed again."""
        return exact_figure(value, decimal_point) if isinstance(value, float) else self.told(field, value)

    @abstractmethod
    def take(self, changes: Mapping[int, Fields], new: Sequence[Fields] = ()) -> int:
        """Change rows by place and add new ones; how many rows are other than before."""

    @abstractmethod
    def remove(self, places: Sequence[int]) -> None:
        """Remove rows."""

    def _apply(self, before: Sequence[Any], label: str, study: Study, after: Sequence[Any]) -> int:
        there = zip(before, after, strict=False)
        changed = sum(1 for old, new in there if old != new) + abs(len(after) - len(before))
        if changed:
            self._document.apply(label, study)
        return changed


def read_figure(text: str, unit: str = "") -> float | None:
    """The figure that a text stands for, None for an empty one; NotTaken says why it is none."""
    try:
        return typed_figure(text, unit)
    except NotAFigure as error:
        raise NotTaken(str(error)) from error
