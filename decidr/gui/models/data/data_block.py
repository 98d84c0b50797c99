"""Blocks of data as tab separated text, the way spreadsheets copy and paste them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from decidr.core.study.edits import CellKey
from decidr.gui.models.data.cell_words import cell_title
from decidr.gui.models.data.data_entry import DataEntry, NotAValue, Value
from decidr.gui.models.data.data_sheet import CellFact
from decidr.gui.models.shared.typed_figure import exact_figure
from decidr.language import _, ngettext

MOST_TOLD = 3

Facts = Sequence[Sequence[CellFact]]
"""Rows of cells."""


class Block(NamedTuple):
    """What a pasted text says: ``values`` by cell, and ``troubles`` in words; with any, nothing counts."""

    values: Mapping[CellKey, Value]
    troubles: tuple[str, ...]


def read_block(text: str, onto: Facts, entry: DataEntry) -> Block:
    """The values of a tab separated block that lands on the upper left of ``onto``; an empty cell clears.

    A single value fills all of ``onto``: for that the caller gives the selected cells alone.
    """
    lines = _lines(text)
    if len(lines) == 1 and len(lines[0]) == 1:
        lines = [lines[0] * len(row) for row in onto]
    width = max((len(line) for line in lines), default=0)
    if len(lines) > len(onto) or any(width > len(row) for row in onto[: len(lines)]):
        return Block({}, (_too_large(len(lines), width, onto),))
    values: dict[CellKey, Value] = {}
    troubles: list[str] = []
    for line, row in zip(lines, onto, strict=False):
        for said, fact in zip(line, row, strict=False):
            try:
                values[fact.key] = entry.read(fact, said)
            except NotAValue as error:
                troubles.append(f"{cell_title(fact)}: {error}")
    return Block({} if troubles else values, tuple(troubles))


def is_single(text: str) -> bool:
    """Whether a text holds one cell only."""
    lines = _lines(text)
    return len(lines) == 1 and len(lines[0]) == 1


def block_text(rows: Facts, decimal_point: str) -> str:
    """Cells as tab separated text in full precision; gaps are empty."""
    return _tabbed([_typed(fact, decimal_point) for fact in row] for row in rows)


def named_block_text(rows: Facts, decimal_point: str) -> str:
    """The same with the hosts' names above and the leaves' names and units before it."""
    head = ["", "", *(fact.column.host.name for fact in rows[0])] if rows else []
    body = (
        [row[0].row.criterion.name, row[0].row.criterion.unit, *(_typed(fact, decimal_point) for fact in row)]
        for row in rows
    )
    return _tabbed([head, *body])


def told(troubles: Sequence[str]) -> str:
    """The troubles of a block as one text, the first few in full."""
    rest = len(troubles) - MOST_TOLD
    more = [ngettext("and {count} more", "and {count} more", rest).format(count=rest)] if rest > 0 else []
    return "\n".join([_("Nothing was pasted."), *troubles[:MOST_TOLD], *more])


def _lines(text: str) -> list[list[str]]:
    return [line or [""] for line in csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), delimiter="\t")]


def _tabbed(rows: Iterable[Sequence[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter="\t", lineterminator="\n").writerows(rows)
    return written.getvalue().removesuffix("\n")


def _typed(fact: CellFact, decimal_point: str) -> str:
    value = fact.value
    if value is None:
        return ""
    return value if isinstance(value, str) else exact_figure(value, decimal_point)


def _too_large(rows: int, columns: int, onto: Facts) -> str:
    return _(
        "The block has {rows} rows and {columns} columns, but from here on there are {free_rows} and {free_columns}."
    ).format(rows=rows, columns=columns, free_rows=len(onto), free_columns=len(onto[0]) if onto else 0)
