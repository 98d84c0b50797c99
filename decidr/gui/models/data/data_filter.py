"""Which rows and columns of the data are shown: one kind of evidence, one criterion, or what holds some words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal, NamedTuple

from decidr.core.study.names import folded
from decidr.gui.models.data.cell_words import origin_words
from decidr.gui.models.data.data_sheet import CellFact, DataColumn, DataRow, DataSheet

Kind = Literal["all", "gaps", "placeholders", "measured", "proxy", "judged"]

OF_EVIDENCE: Mapping[str, Kind] = {
    "missing": "gaps",
    "placeholder": "placeholders",
    "measured": "measured",
    "proxy": "proxy",
    "judged": "judged",
}
"""The filter that shows the cells of a kind of evidence."""


class DataFilter(NamedTuple):
    """What is wanted: ``main`` is the id of a main criterion, empty for all; ``words`` must all be found."""

    kind: Kind = "all"
    main: str = ""
    words: str = ""

    @property
    def is_open(self) -> bool:
        """Whether everything is wanted."""
        return self == DataFilter()


class Shown(NamedTuple):
    """The rows, headings among them, and the columns that a filter lets through."""

    rows: tuple[DataRow, ...]
    columns: tuple[DataColumn, ...]


def is_wanted(fact: CellFact, kind: Kind) -> bool:
    """Whether a cell is of the kind that the filter looks for."""
    match kind:
        case "all":
            return True
        case "gaps":
            return fact.is_gap
        case "placeholders":
            return fact.is_placeholder
        case _:
            return fact.evidence == kind and fact.is_counted


def filtered(sheet: DataSheet, wanted: DataFilter, kept: Collection[str] = ()) -> Shown:
    """What of the sheet is shown; leaves in ``kept`` (ids) stay whatever their cells hold by now.

    A word that is in a host's name and in no leaf's text narrows the hosts, any other the leaves.
    """
    words = folded(wanted.words).split()
    texts = {row.id: _row_text(sheet, row) for row in sheet.leaves}
    for_hosts = [word for word in words if _is_host_word(sheet, word, texts.values())]
    for_rows = [word for word in words if word not in for_hosts]
    columns = tuple(c for c in sheet.columns if all(word in _host_text(c) for word in for_hosts))
    leaves = {
        row.id
        for row in sheet.leaves
        if row.id in kept
        or (
            wanted.main in ("", row.main)
            and _has_wanted(sheet, row, wanted.kind)
            and all(word in texts[row.id] or _in_cells(sheet, row, columns, word) for word in for_rows)
        )
    }
    mains = {row.main for row in sheet.leaves if row.id in leaves}
    rows = (row for row in sheet.rows if (row.main in mains if row.is_heading else row.id in leaves))
    return Shown(tuple(rows), columns)


def _has_wanted(sheet: DataSheet, row: DataRow, kind: Kind) -> bool:
    return kind == "all" or any(is_wanted(sheet.fact(row, column), kind) for column in sheet.columns)


def _row_text(sheet: DataSheet, row: DataRow) -> str:
    main = sheet.study.name_of(row.main)
    return folded(" ".join((row.criterion.name, main, *row.path, row.criterion.unit, row.criterion.description)))


def _host_text(column: DataColumn) -> str:
    return folded(f"{column.host.name} {column.host.code}")


def _is_host_word(sheet: DataSheet, word: str, row_texts: Iterable[str]) -> bool:
    return any(word in _host_text(c) for c in sheet.columns) and not any(word in text for text in row_texts)


def _in_cells(sheet: DataSheet, row: DataRow, columns: Iterable[DataColumn], word: str) -> bool:
    return any(word in _cell_text(sheet.fact(row, column)) for column in columns)


def _cell_text(fact: CellFact) -> str:
    cell = fact.cell
    said = (cell.source, cell.licence, cell.note, cell.closed, str(cell.value or "")) if cell else ()
    return folded(" ".join((*said, *origin_words(fact)[:1])))
