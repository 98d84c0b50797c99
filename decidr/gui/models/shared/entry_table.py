"""Tables whose cells have a text, a smaller one below it, an order, and a place that they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from decidr.gui.models.shared.roles import Index

Tone = Literal["", "second", "third", "look_here"]

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
ORDER_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Entry:
    """``lead`` stands before ``text`` in quieter letters, ``below`` under it in smaller ones.

    ``exact`` is what is copied and told as a tip (else the text); ``order`` sorts; ``place`` is where it leads.
    """

    text: str
    lead: str = ""
    below: str = ""
    exact: str = ""
    order: float | str = ""
    is_number: bool = False
    is_strong: bool = False
    tone: Tone = ""
    below_tone: Tone = "third"
    place: str = ""

    @property
    def words(self) -> str:
        """All of it on one line."""
        return " ".join(part for part in (self.lead, self.text, self.below) if part)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column."""

    text: str
    is_number: bool = False


class EntryTable(QAbstractTableModel):
    """Rows of entries under headings."""

    def __init__(self, headings: Sequence[Heading] = ()) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._rows: Sequence[Sequence[Entry]] = ()
        self._sorted_by, self._arrow = -1, ""

    def show_rows(self, rows: Sequence[Sequence[Entry]], headings: Sequence[Heading] | None = None) -> None:
        """Take these rows; as many as before change in place, so that the selection stays."""
        same_shape = len(rows) == len(self._rows) and (headings is None or tuple(headings) == self._headings)
        if same_shape and rows:
            self._change(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self._headings = self._headings if headings is None else tuple(headings)
        self.endResetModel()

    def entry(self, row: int, column: int) -> Entry:
        """One entry."""
        return self._rows[row][column]

    def _change(self, rows: Sequence[Sequence[Entry]]) -> None:
        """Take as many rows as there are, and tell which are other than before."""
        changed = [i for i, (old, new) in enumerate(zip(self._rows, rows, strict=True)) if old != new]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], self.columnCount() - 1))

    def mark_sorted(self, column: int, arrow: str) -> None:
        """Show by an arrow which heading sorts."""
        self._sorted_by, self._arrow = column, arrow
        if self._headings:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._headings) - 1)

    def heading(self, column: int) -> Heading:
        """The head of a column."""
        return self._headings[column]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entry(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.text
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (entry.exact or entry.text, entry.below) if part)
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.words
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(entry.is_number)
            case _:
                return {ENTRY_ROLE: entry, ORDER_ROLE: entry.order}.get(role)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = f" {self._arrow}" if section == self._sorted_by else ""
            return self._headings[section].text + arrow
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._headings[section].text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._headings[section].is_number)
        return None


def _alignment(is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
