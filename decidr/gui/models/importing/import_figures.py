"""The figures that a publisher's file brings: a host a row, a leaf a column, each beside what stands there now."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.core.study.data import Cell, evidence_of
from decidr.formats.indicators.choosing import Draft, HostChoice, Key, host_choices, spare_labels
from decidr.gui.models.data.cell_words import evidence_word
from decidr.gui.models.shared.roles import BELOW_ROLE, CHOICES_ROLE, NUMBER_ROLE, TONE_ROLE, Index, Role
from decidr.language import _
from decidr.number_text import figure

HOST, LABEL = range(2)
LEAVES = 2
"""The first column of figures."""


class ImportFigures(QAbstractTableModel):
    """A box in each cell tells whether its figure is taken; a host's own box is for its whole row.

    ``label_chosen`` gives a host (an id) and what the file calls it, empty for nothing; ``left_changed`` cells (leaf,
    host) and whether they are to be left as they stand.
    """

    label_chosen = Signal(str, str)
    left_changed = Signal(object, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._hosts: tuple[HostChoice, ...] = ()
        self._leaves: tuple[str, ...] = ()
        self._spare: tuple[str, ...] = ()
        self._names: dict[str, str] = {}
        self._present: dict[Key, Cell] = {}

    def show_draft(self, draft: Draft) -> None:
        """Show the figures of a draft."""
        self.beginResetModel()
        self._draft, self._hosts = draft, host_choices(draft)
        self._leaves = tuple(leaf for name, leaf in draft.targets.items() if name in draft.planned)
        self._spare = spare_labels(draft)
        self._names = {host.id: host.name for host in draft.study.hosts}
        self._names |= {criterion.id: criterion.name for criterion in draft.study.criteria}
        own = (cell for cell in draft.study.cells if cell.participant is None)
        self._present = {(cell.criterion, cell.host): cell for cell in own}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._hosts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else LEAVES + len(self._leaves)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section < LEAVES else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        return (_("Host"), _("In the file"), *(self._names[leaf] for leaf in self._leaves))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == LABEL:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._state(index) is not None else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Role.DisplayRole:
                return self._text(index)
            case Role.ToolTipRole | Role.AccessibleTextRole:
                return "\n".join(part for part in (self._text(index), self._below(index)) if part)
            case Role.EditRole:
                return (self._hosts[index.row()].label or "") if index.column() == LABEL else None
            case Role.CheckStateRole:
                return self._state(index)
            case _:
                return self._own_role(index, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        choice = self._hosts[index.row()]
        if role == Role.CheckStateRole and (state := self._state(index)) is not None:
            self.left_changed.emit(self._keys(index), state == Qt.CheckState.Checked)
            return True
        if role == Role.EditRole and index.column() == LABEL and (value or None) != choice.label:
            self.label_chosen.emit(choice.host, value or "")
            return True
        return False

    def _own_role(self, index: Index, role: int) -> Any:
        if role == CHOICES_ROLE and index.column() == LABEL:
            label = self._hosts[index.row()].label
            own = [(label, label)] if label else []
            return [("", _("not in the file")), *own, *((text, text) for text in self._spare)]
        if role == NUMBER_ROLE:
            return index.column() >= LEAVES
        if role == BELOW_ROLE:
            return self._below(index)
        return self._tone(index) if role == TONE_ROLE else None

    def _keys(self, index: Index) -> tuple[Key, ...]:
        """The cells with a figure that a box stands for."""
        host = self._hosts[index.row()].host
        leaves = self._leaves if index.column() == HOST else self._leaves[index.column() - LEAVES :][:1]
        figures = self._draft.figures if self._draft and index.column() != LABEL else {}
        return tuple((leaf, host) for leaf in leaves if (leaf, host) in figures)

    def _state(self, index: Index) -> Qt.CheckState | None:
        keys = self._keys(index)
        if not keys or self._draft is None:
            return None
        left = sum(key in self._draft.left for key in keys)
        if left == 0:
            return Qt.CheckState.Checked
        return Qt.CheckState.Unchecked if left == len(keys) else Qt.CheckState.PartiallyChecked

    def _text(self, index: Index) -> str:
        choice = self._hosts[index.row()]
        if index.column() == HOST:
            return self._names[choice.host]
        if index.column() == LABEL:
            return choice.label or _("not in the file")
        cell = self._new(index)
        return "" if cell is None else _dated(cell)

    def _below(self, index: Index) -> str:
        """What stands in the cell now, where a figure would replace it."""
        cell = self._new(index)
        now = self._present.get((cell.criterion, cell.host)) if cell else None
        if now is None or now.value is None:
            return ""
        status = _("closed, and stays so") if now.closed else evidence_word(evidence_of(now))
        text = _("newer now: {value}, {status}") if cell and _is_older(cell, now) else _("now {value}, {status}")
        return text.format(value=_dated(now), status=status)

    def _tone(self, index: Index) -> str:
        if index.column() == LABEL and not self._hosts[index.row()].label:
            return "look_here"
        cell = self._new(index)
        if cell is None or self._draft is None:
            return ""
        key = cell.criterion, cell.host
        if key in self._draft.left:
            return "third"
        now = self._present.get(key)
        return "look_here" if now and _is_older(cell, now) else ""

    def _new(self, index: Index) -> Cell | None:
        keys = self._keys(index) if index.column() >= LEAVES else ()
        return self._draft.figures[keys[0]] if keys and self._draft else None


def _is_older(new: Cell, now: Cell) -> bool:
    return new.year is not None and now.year is not None and new.year < now.year


def _dated(cell: Cell) -> str:
    value = figure(cell.value) if isinstance(cell.value, float) else str(cell.value)
    return f"{value} ({cell.year})" if cell.year else value
