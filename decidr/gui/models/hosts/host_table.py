"""The hosts as a table: who they are, and where they stand in the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from math import isnan
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.formats.countries import country_code
from decidr.gui.models.hosts.host_lines import HostLine, host_lines, host_state
from decidr.gui.models.shared.roles import CHOICES_ROLE, LINE_ROLE, SLOT_ROLE, Index, Role
from decidr.gui.models.shared.structuring import NotTaken, Structuring
from decidr.language import _
from decidr.number_text import points

MIME = "application/x-decidr-host"


class Column(IntEnum):
    """The columns, in their order."""

    NAME = 0
    CODE = 1
    GROUP = 2
    ACTIVE = 3
    NOTES = 4
    RANK = 5
    TOTAL = 6
    STATE = 7


NUMBERS = (Column.RANK, Column.TOTAL)


class HostTable(QAbstractTableModel):
    """One host a row; ``refused`` tells in a sentence why an entry was not taken.

    An entry that is taken is told by an empty sentence. Dragging asks ``Structuring`` to move.
    """

    refused = Signal(str)

    def __init__(self, structuring: Structuring, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structuring = structuring
        self.lines: tuple[HostLine, ...] = ()
        self._focus: Focus = ()

    def show_results(self, results: Results, focus: Focus = (), level: int | None = None) -> None:
        """Show these hosts, ranked at one level of groups; the same ones in the same order keep their rows."""
        lines = host_lines(results, level)
        if lines and [line.host.id for line in lines] == [line.host.id for line in self.lines]:
            self.lines, self._focus = lines, focus
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.lines, self._focus = lines, focus
        self.endResetModel()

    def index_of(self, host: str, column: int = Column.NAME) -> QModelIndex:
        """Where a host (an id) stands; no index if it is not there."""
        row = next((i for i, line in enumerate(self.lines) if line.host.id == host), None)
        return QModelIndex() if row is None else self.index(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        if index.column() == Column.ACTIVE:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        is_editable = index.column() in (Column.NAME, Column.CODE, Column.GROUP, Column.NOTES)
        return flags | Qt.ItemFlag.ItemIsEditable if is_editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Role.TextAlignmentRole:
            return _alignment(section)
        return headings()[section] if role == Role.DisplayRole else None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], Column(index.column())
        match role:
            case Role.DisplayRole | Role.EditRole:
                return _typed(line, column) if role == Role.EditRole else _text(line, column)
            case Role.ToolTipRole:
                return _tip(line, column)
            case Role.AccessibleTextRole:
                return _in_words(line, column)
            case Role.TextAlignmentRole:
                return _alignment(column)
            case _:
                return self._own_role(line, column, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        line, column = self.lines[index.row()], Column(index.column())
        if role == Role.CheckStateRole and column == Column.ACTIVE:
            self._structuring.switch_host(line.host.id)
            return True
        if role != Role.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        try:
            self._take(line, column, str(value or "").strip())
        except NotTaken as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(MIME, QByteArray(self.lines[indexes[0].row()].host.id.encode()))
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        dragged = bytes(data.data(MIME).data()).decode()
        if not self.index_of(dragged).isValid():
            return False
        place = parent.row() if parent.isValid() else row
        self._structuring.move_host(dragged, self.lines[place].host.id if 0 <= place < len(self.lines) else None)
        return True

    def _take(self, line: HostLine, column: Column, text: str) -> None:
        host = line.host
        label = _("{field} of {name}").format(field=headings()[column], name=host.name)
        match column:
            case Column.NAME:
                self._structuring.rename_host(host.id, text, country_code(text))
            case Column.CODE:
                self._structuring.change_host(host.id, label, code=text.upper())
            case Column.GROUP:
                if not self._structuring.may_group(host.id, text or None):
                    raise NotTaken(_("A host cannot belong to itself or to one of its members."))
                self._structuring.change_host(host.id, label, group=text or None)
            case _:
                self._structuring.change_host(host.id, label, notes=text)

    def _own_role(self, line: HostLine, column: Column, role: int) -> Any:
        if role == LINE_ROLE:
            return line
        if role == SLOT_ROLE and line.host.id in self._focus:
            return self._focus.index(line.host.id)
        if role == Role.CheckStateRole and column == Column.ACTIVE:
            return Qt.CheckState.Checked if line.host.active else Qt.CheckState.Unchecked
        if role == CHOICES_ROLE and column == Column.GROUP:
            return [("", _("none")), *((h.host.id, h.host.name) for h in self.lines if self._may_hold(h, line))]
        return None

    def _may_hold(self, group: HostLine, line: HostLine) -> bool:
        return self._structuring.may_group(line.host.id, group.host.id)


def headings() -> tuple[str, ...]:
    """The names of the columns."""
    return (
        _("Host"),
        _("Code"),
        _("Group"),
        _("Counts"),
        _("Notes"),
        _("Rank"),
        _("Total"),
        _("State"),
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    if column == Column.ACTIVE:
        return Qt.AlignmentFlag.AlignCenter
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _text(line: HostLine, column: Column) -> str:
    texts: dict[Column, Callable[[], str]] = {
        Column.NAME: lambda: line.host.name,
        Column.CODE: lambda: line.host.code,
        Column.GROUP: lambda: line.group,
        Column.ACTIVE: lambda: "",
        Column.NOTES: lambda: line.host.notes,
        Column.RANK: lambda: str(line.rank) if line.rank else "",
        Column.TOTAL: lambda: "" if isnan(line.total) else points(line.total),
        Column.STATE: lambda: host_state(line),
    }
    return texts[column]()


def _typed(line: HostLine, column: Column) -> str:
    return line.host.group or "" if column == Column.GROUP else _text(line, column)


def _tip(line: HostLine, column: Column) -> str:
    if column == Column.TOTAL and not isnan(line.total):
        exact = f"{line.total * 100:.10g}"
        return _of_members(line, exact) if line.members else exact
    return _text(line, column)


def _of_members(line: HostLine, exact: str) -> str:
    text = _("{total}, from its members: {names}; they reach from {low} to {high}")
    return text.format(total=exact, names=", ".join(line.members), low=points(line.low), high=points(line.high))


def _in_words(line: HostLine, column: Column) -> str:
    if column == Column.ACTIVE:
        said = _("{name} counts") if line.host.active else _("{name} is dormant")
        return said.format(name=line.host.name)
    return f"{headings()[column]}: {_text(line, column) or _('none')}"
