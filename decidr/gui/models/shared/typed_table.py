"""Rows of the study as a table of text: typed into, copied and pasted; a last row takes what is new."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.core.study.names import folded
from decidr.gui.models.data.data_block import told
from decidr.gui.models.shared.roles import CHOICES_ROLE, TONE_ROLE, Index, Role
from decidr.gui.models.shared.structuring import NotTaken
from decidr.gui.models.shared.typed_entry import TypedColumn, TypedEntry
from decidr.language import _


class TypedTable(QAbstractTableModel):
    """One row of the study a row, and below them one to begin another in.

    The last row becomes one of the study's once all that it needs is there. ``refused`` tells in a sentence why an
    entry was not taken, an empty one that it was.
    """

    refused = Signal(str)

    def __init__(self, entry: TypedEntry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._rows: Sequence[Any] = ()
        self._draft: dict[str, Any] = {}
        self.columns: Sequence[TypedColumn] = entry.columns

    def refresh(self) -> None:
        """Show the study's rows as they are now."""
        self.columns = self._entry.columns
        if len(self._entry.rows) != self._count:
            self.beginResetModel()
            self._rows, self._draft = self._entry.rows, {}
            self.endResetModel()
        self._rows = self._entry.rows
        last = self.index(self._count, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    @property
    def _count(self) -> int:
        return len(self._rows)

    def is_draft(self, row: int) -> bool:
        """Whether a row is the last one, in which another begins."""
        return row >= self._count

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else self._count + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self.columns[index.column()].is_computed else flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(self.columns[section])
        return self.columns[section].heading if role in (Role.DisplayRole, Role.ToolTipRole) else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), self.columns[index.column()]
        match role:
            case Role.DisplayRole:
                return self._shown(row, column)
            case Role.EditRole:
                return self._entry.typed(column.field, self._value(row, column))
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return self._in_words(row, column, role)
            case Role.TextAlignmentRole:
                return _alignment(column)
            case _:
                return self._own_role(row, column, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid() or role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        column = self.columns[index.column()]
        try:
            read = self._entry.read(column.field, str(value or ""))
        except NotTaken as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        self._take(index.row(), column.field, read)
        return True

    def remove(self, rows: Iterable[int]) -> int:
        """Remove these rows as one step, and what the last one holds so far; how many of the study's are gone."""
        wanted = sorted(set(rows))
        if any(self.is_draft(row) for row in wanted):
            self._draft = {}
        places = [row for row in wanted if not self.is_draft(row)]
        if places:
            self._entry.remove(places)
        else:
            self.refresh()
        return len(places)

    # blocks

    def copied(self, indexes: Sequence[Index], decimal_point: str = ".") -> str:
        """The cells as tab separated text, at full precision; with headings where whole rows are chosen."""
        rows, columns = sorted({i.row() for i in indexes}), sorted({i.column() for i in indexes})
        kept = [self.columns[column] for column in columns]
        head = [[column.heading for column in kept]] if len(kept) == len(self.columns) else []
        written = io.StringIO(newline="")
        body = [
            [self._entry.typed(column.field, self._value(row, column), decimal_point) for column in kept]
            for row in rows
            if not self.is_draft(row)
        ]
        csv.writer(written, delimiter="\t", lineterminator="\n").writerows([*head, *body])
        return written.getvalue().removesuffix("\n")

    def paste(self, text: str, row: int, column: int) -> int:
        """Take a block from a cell on, or by its headings if it has them; how many rows are other than before.

        Rows beyond the last are added. With any trouble nothing counts, and ``refused`` tells.
        """
        lines = [
            line for line in csv.reader(io.StringIO(text, newline=""), delimiter="\t") if any(map(str.strip, line))
        ]
        if len(lines) == 1 and len(lines[0]) == 1:
            return int(self.setData(self.index(row, column), lines[0][0]))
        headed = self._by_heading(lines[0]) if lines else None
        columns = headed or list(self.columns[column:])
        changes: dict[int, Mapping[str, Any]] = {}
        new: list[Mapping[str, Any]] = []
        troubles: list[str] = []
        for place, line in enumerate(lines[1:] if headed else lines, start=self._count if headed else row):
            begun = {**self._entry.suggested, **self._draft} if place == row == self._count and not headed else {}
            fields = {**begun, **self._read_line(line, columns, place, troubles)}
            if self.is_draft(place):
                troubles.extend(_lacking(place, self._lacks(fields)) if not troubles else ())
                new.append(fields)
            else:
                changes[place] = fields
        self.refused.emit(told(troubles) if troubles else "")
        return 0 if troubles else self._entry.take(changes, new)

    def _by_heading(self, line: Sequence[str]) -> list[TypedColumn | None] | None:
        """The column under each heading; None where this is no row of headings."""
        known = {folded(name): column for column in self.columns for name in (column.heading, column.also)}
        found = [known.get(folded(text)) for text in line]
        needed = [column for column in self.columns if column.is_needed]
        return found if all(column in found for column in needed) else None

    def _read_line(
        self, line: Sequence[str], columns: Sequence[TypedColumn | None], place: int, troubles: list[str]
    ) -> Mapping[str, Any]:
        fields: dict[str, Any] = {}
        where = _row_told(place)
        if any(text.strip() for text in line[len(columns) :]):
            troubles.append(_("{row}: it has more cells than there are columns from here on.").format(row=where))
        for column, text in zip(columns, line, strict=False):
            try:
                if column and not column.is_computed and (text.strip() or not column.is_needed):
                    fields[column.field] = self._entry.read(column.field, text)
            except NotTaken as error:
                troubles.append(f"{where}, {column.heading if column else ''}: {error}")
        return fields

    # what a cell is

    def _take(self, row: int, field: str, value: Any) -> None:
        if not self.is_draft(row):
            self._entry.take({row: {field: value}})
            return
        self._draft = dict(self._entry.completed({**self._entry.suggested, **self._draft, field: value}))
        if not self._lacks(self._draft):
            self._entry.take({}, [self._draft])
        else:
            self.refresh()

    def _lacks(self, fields: Mapping[str, Any]) -> list[TypedColumn]:
        return [column for column in self.columns if column.is_needed and fields.get(column.field) in (None, "")]

    def _value(self, row: int, column: TypedColumn) -> Any:
        if self.is_draft(row):
            return {**self._entry.suggested, **self._draft}.get(column.field)
        return getattr(self._rows[row], column.field)

    def _fields(self, row: int) -> Mapping[str, Any]:
        return {column.field: self._value(row, column) for column in self.columns}

    def _shown(self, row: int, column: TypedColumn) -> str:
        value = self._value(row, column)
        if self._is_awaited(row, column):
            return _("needed")
        if self.is_draft(row) and not self._begun:
            return self._entry.invitation if column is self.columns[0] else ""
        text = self._entry.told(column.field, value)
        return f"▲ {text}" if self._trouble(row, column) else text

    def _in_words(self, row: int, column: TypedColumn, role: int) -> str:
        shown, trouble = self._shown(row, column), self._trouble(row, column)
        if role == Role.ToolTipRole:
            return trouble or shown
        return " ".join(part for part in (f"{column.heading}: {shown or _('none')}", trouble) if part)

    def _trouble(self, row: int, column: TypedColumn) -> str:
        return "" if self.is_draft(row) else self._entry.trouble(self._rows[row], column.field)

    @property
    def _begun(self) -> bool:
        return bool(self._draft or self._entry.suggested)

    def _is_awaited(self, row: int, column: TypedColumn) -> bool:
        """Whether a row that was begun waits for this cell."""
        is_empty = self._value(row, column) in (None, "")
        return self.is_draft(row) and self._begun and column.is_needed and is_empty

    def _own_role(self, row: int, column: TypedColumn, role: int) -> Any:
        if role == CHOICES_ROLE:
            return self._entry.choices(column.field, self._fields(row))
        if role != TONE_ROLE:
            return None
        if self._is_awaited(row, column) or self._trouble(row, column):
            return "look_here"
        return "third" if self.is_draft(row) and not self._begun else ""


def _row_told(place: int) -> str:
    return _("Row {number}").format(number=place + 1)


def _lacking(place: int, columns: Sequence[TypedColumn]) -> list[str]:
    lacks = _("{row}: {column} is missing.")
    return [lacks.format(row=_row_told(place), column=column.heading) for column in columns]


def _alignment(column: TypedColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
