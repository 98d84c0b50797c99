"""What every table that is typed into shares: a computed column, and what follows from what was typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt

from decidr.core.study.edits import set_fields
from decidr.gui.document import Document
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_entry import Fields, TypedColumn, TypedEntry, read_figure
from decidr.gui.models.shared.typed_table import TypedTable

pytestmark = pytest.mark.usefixtures("qapp")


class Line(NamedTuple):
    word: str
    count: float

    @property
    def letters(self) -> float:
        return self.count * len(self.word)


class WordEntry(TypedEntry):
    """Words and how often each is meant; the study's title holds them."""

    columns = (
        TypedColumn("word", "Word", is_needed=True),
        TypedColumn("count", "Count", is_number=True, is_needed=True),
        TypedColumn("letters", "Letters", is_number=True, is_computed=True),
    )
    invitation = "Add a word…"

    @property
    def rows(self) -> Sequence[Line]:
        words = self.study.title.split()
        return [Line(word, float(words.count(word))) for word in dict.fromkeys(words)]

    def read(self, field: str, text: str) -> Any:
        return read_figure(text) if field == "count" else super().read(field, text)

    def completed(self, fields: Fields) -> Fields:
        return {"count": 1.0, **fields}

    def take(self, changes: Mapping[int, Fields], new: Sequence[Fields] = ()) -> int:
        before = self.rows
        lines = [line._replace(**changes.get(place, {})) for place, line in enumerate(before)]
        lines += [Line(**fields) for fields in new]
        title = " ".join(" ".join([line.word] * int(line.count)) for line in lines)
        return self._apply(before, "Words", set_fields(self.study, title=title), lines)

    def remove(self, places: Sequence[int]) -> None:
        raise NotImplementedError


@pytest.fixture
def table(document: Document) -> TypedTable:
    document.apply("Title", set_fields(document.study, title="up up down"))
    made = TypedTable(WordEntry(document))
    document.changed.connect(made.refresh)
    made.refresh()
    return made


def test_a_computed_column_is_shown_and_not_typed_into(table: TypedTable, document: Document) -> None:
    letters = table.index(0, 2)
    assert letters.data() == "4"
    assert not table.flags(letters) & Qt.ItemFlag.ItemIsEditable
    assert not table.setData(letters, "9")
    assert document.study.title == "up up down"


def test_a_computed_column_of_a_pasted_block_is_passed_over(table: TypedTable, document: Document) -> None:
    assert table.paste("up\t1\t999", 0, 0) == 1
    assert document.study.title == "up down"


def test_what_follows_from_what_was_typed_completes_a_new_row(table: TypedTable, document: Document) -> None:
    assert table.setData(table.index(2, 0), "left")
    assert document.study.title == "up up down left"


@pytest.mark.parametrize(("text", "value"), [("", None), ("0,5", 0.5), ("-3", -3.0)])
def test_figures_are_read_as_people_type_them(text: str, value: float | None) -> None:
    assert read_figure(text) == value


def test_what_is_no_figure_is_refused_in_a_sentence() -> None:
    with pytest.raises(NotTaken, match="not a figure"):
        read_figure("many")
