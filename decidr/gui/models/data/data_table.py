"""Hosts × leaves as a table: leaves in rows under their main criterion, hosts in columns."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.core.analysis.hosts.focus import Focus
from decidr.gui.models.data.cell_words import everything, in_words, typed_text, value_text
from decidr.gui.models.data.data_block import Facts, block_text, is_single, named_block_text, read_block, told
from decidr.gui.models.data.data_entry import DataEntry, NotAValue
from decidr.gui.models.data.data_filter import DataFilter, Shown, filtered, is_wanted
from decidr.gui.models.data.data_sheet import CellFact, DataColumn, DataRow, DataSheet
from decidr.gui.models.shared.roles import LINE_ROLE, SLOT_ROLE, Index, Role
from decidr.language import _

FACT_ROLE = Role.UserRole + 1
"""The ``CellFact``; None on a heading."""

LEVELS_ROLE = Role.UserRole + 3
"""The names of the levels to choose from; None where a figure is typed."""


MOST_TOLD_APART = 24
"""Cells that change at once before the whole table counts as changed."""

_TEXTS: dict[int, Callable[[CellFact], str]] = {
    Role.DisplayRole: value_text,
    Role.EditRole: typed_text,
    Role.ToolTipRole: everything,
    Role.AccessibleTextRole: in_words,
}


class DataTable(QAbstractTableModel):
    """Shows a ``DataSheet`` through a filter; ``refused`` tells in a sentence why an entry was not taken.

    An entry that is taken is told by an empty sentence.
    """

    refused = Signal(str)

    def __init__(self, entry: DataEntry, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.sheet: DataSheet | None = None
        self.wanted = DataFilter()
        self.shown = Shown((), ())
        self._focus: Focus = ()

    def show_sheet(self, sheet: DataSheet, focus: Focus = ()) -> None:
        """Show these cells; leaves that the filter let through stay until it is set anew."""
        self._show(sheet, focus, {row.id for row in self.shown.rows} if self.sheet else ())

    def filter_by(self, wanted: DataFilter) -> None:
        """Show only what is wanted."""
        self.wanted = wanted
        if self.sheet:
            self._show(self.sheet, self._focus, ())

    def facts(self, rows: Iterable[int], columns: Iterable[int]) -> Iterator[CellFact]:
        """The cells of these rows and columns."""
        for row in self._facts(rows, list(columns)):
            yield from row

    def is_quiet(self, fact: CellFact) -> bool:
        """Whether a cell does not count, or is not of the kind that the filter looks for."""
        return not fact.is_counted or not is_wanted(fact, self.wanted.kind)

    def fact(self, index: Index) -> CellFact | None:
        """What a cell holds; None on a heading."""
        if self.sheet is None or not index.isValid() or self.shown.rows[index.row()].is_heading:
            return None
        return self.sheet.fact(self.shown.rows[index.row()], self.shown.columns[index.column()])

    def index_of(self, criterion: str, host: str = "") -> QModelIndex:
        """Where a leaf (an id) and a host stand; the first host without one, and no index where they are not shown."""
        rows = (i for i, row in enumerate(self.shown.rows) if row.id == criterion and not row.is_heading)
        columns = (i for i, column in enumerate(self.shown.columns) if host in ("", column.id))
        row, column = next(rows, None), next(columns, None)
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def clear(self, indices: Iterable[Index]) -> None:
        """Let these cells be missing, as one step."""
        self.entry.clear([fact for index in indices if (fact := self.fact(index))])

    def paste(self, text: str, chosen: Sequence[Index]) -> int:
        """Take a block whose first cell lands on the first of the chosen; how many cells changed."""
        onto = self.facts_of(chosen) if is_single(text) else self._facts_from(chosen)
        block = read_block(text, onto, self.entry)
        self.refused.emit(told(block.troubles) if block.troubles else "")
        return self.entry.give_all(block.values)

    def copied(self, chosen: Sequence[Index], decimal_point: str, with_names: bool = False) -> str:
        """The smallest block that holds these cells, as a spreadsheet takes it."""
        write = named_block_text if with_names else block_text
        return write(self.facts_of(chosen), decimal_point)

    def facts_of(self, indices: Iterable[Index]) -> Facts:
        """The cells of the smallest block that holds these."""
        places = [(index.row(), index.column()) for index in indices]
        rows = sorted({row for row, _column in places})
        return self._facts(rows, sorted({column for _row, column in places}))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.shown.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        fact = self.fact(index)
        if fact is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags if fact.evidence is None else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        fact = self.fact(index)
        if fact is None:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        said = _TEXTS.get(role)
        return said(fact) if said else self._own_role(fact, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        fact = self.fact(index)
        if fact is None or role != Role.EditRole:
            return False
        try:
            self.entry.give(fact, self.entry.read(fact, str(value)))
        except NotAValue as error:
            self.refused.emit(f"{fact.row.criterion.name}, {fact.column.host.name}: {error}")
            return False
        self.refused.emit("")
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        lines: Sequence[DataRow | DataColumn] = (
            self.shown.columns if orientation == Qt.Orientation.Horizontal else self.shown.rows
        )
        if not 0 <= section < len(lines):
            return None
        line = lines[section]
        if role == LINE_ROLE:
            return line
        if isinstance(line, DataColumn):
            return self._of_host(line, role)
        return _of_leaf(line, role)

    def _show(self, sheet: DataSheet, focus: Focus, kept: Collection[str]) -> None:
        shown = filtered(sheet, self.wanted, kept)
        if _lines(shown) == _lines(self.shown) and shown.rows and shown.columns:
            changed = self._changed_cells(sheet, shown)
            self.sheet, self.shown, self._focus = sheet, shown, focus
            self._tell_changed(changed)
            return
        self.beginResetModel()
        self.sheet, self.shown, self._focus = sheet, shown, focus
        self.endResetModel()

    def _changed_cells(self, sheet: DataSheet, shown: Shown) -> list[tuple[int, int]]:
        """Row and column of each cell that looks different in the new sheet."""
        before, columns = self.sheet, range(len(shown.columns))
        same_hosts = shown.columns == self.shown.columns
        found: list[tuple[int, int]] = []
        for place, (old, new) in enumerate(zip(self.shown.rows, shown.rows, strict=True)):
            if before is None or not same_hosts or old != new:
                found += [(place, column) for column in columns]
            elif not new.is_heading:
                pairs = ((before.fact(old, host), sheet.fact(new, host)) for host in shown.columns)
                found += [(place, c) for c, (one, other) in enumerate(pairs) if not _looks_same(one, other)]
        return found

    def _tell_changed(self, cells: Sequence[tuple[int, int]]) -> None:
        """A view repaints one cell at a time, or else itself as a whole."""
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        if len(cells) > MOST_TOLD_APART:
            self.dataChanged.emit(self.index(0, 0), last)
        else:
            for row, column in cells:
                self.dataChanged.emit(self.index(row, column), self.index(row, column))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last.column())
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last.row())

    def _facts_from(self, chosen: Sequence[Index]) -> Facts:
        """All cells from the upper left of the chosen on."""
        row = min((index.row() for index in chosen), default=0)
        column = min((index.column() for index in chosen), default=0)
        return self._facts(range(row, self.rowCount()), range(column, self.columnCount()))

    def _facts(self, rows: Iterable[int], columns: Sequence[int]) -> Facts:
        if self.sheet is None:
            return []
        lines = [self.shown.rows[row] for row in rows if not self.shown.rows[row].is_heading]
        hosts = [self.shown.columns[column] for column in columns]
        return [[self.sheet.fact(line, host) for host in hosts] for line in lines]

    def _own_role(self, fact: CellFact, role: int) -> Any:
        if role == FACT_ROLE:
            return fact
        if role == LEVELS_ROLE and fact.row.way == "rating":
            return [level.name for level in self.entry.levels(fact.row.id)]
        return None

    def _of_host(self, column: DataColumn, role: int) -> Any:
        match role:
            case Role.DisplayRole:
                return column.host.name
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return column.host.name if column.is_counted else _("{name}, dormant").format(name=column.host.name)
            case _:
                return self._focus.index(column.id) if role == SLOT_ROLE and column.id in self._focus else None


def _looks_same(one: CellFact, other: CellFact) -> bool:
    """Whether two cells of the same leaf and host hold the same."""
    if one is other:
        return True
    return one.cell == other.cell and (one.others, one.supposed) == (other.others, other.supposed)


def _lines(shown: Shown) -> tuple[object, ...]:
    """Which rows and columns there are, whatever they hold."""
    return [(row.id, row.is_heading) for row in shown.rows], [column.id for column in shown.columns]


def _of_leaf(row: DataRow, role: int) -> Any:
    if role == Role.DisplayRole:
        return row.criterion.name
    if role not in (Role.ToolTipRole, Role.AccessibleTextRole):
        return None
    above = " › ".join((*row.path, row.criterion.name))
    state = "" if row.is_counted else _("not counted in this view")
    return "\n".join(part for part in (above, row.criterion.unit, row.criterion.description, state) if part)
