"""The series of a publisher's file, each with the leaf that it goes to and what it brings there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from decidr.core.study.problems import sentence
from decidr.core.study.tree import all_leaves
from decidr.formats.indicators.choosing import Draft, proposed
from decidr.formats.indicators.series import Series
from decidr.gui.models.shared.roles import BELOW_ROLE, CHOICES_ROLE, TONE_ROLE, Index, Role
from decidr.language import _, ngettext

SERIES, LEAF, BRINGS = range(3)
SHOWN = 200
"""So many series are listed; more are found by filters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesLine:
    """A series of the file; ``leaf`` (an id) is where it goes, ``near`` (an id) where it might; empty for nowhere.

    ``meaning`` spells out what the file says by a code, ``brings`` says for how many hosts it has figures, ``remark``
    who has none or what is wrong.
    """

    series: str
    meaning: str = ""
    leaf: str = ""
    near: str = ""
    brings: str = ""
    remark: str = ""
    is_at_fault: bool = False


def series_lines(draft: Draft) -> tuple[SeriesLine, ...]:
    """What is taken first, then what is near to a leaf, then the others, each in the file's order."""
    near = proposed(draft)
    names = [series.name for series in draft.reading.main_series]
    order = dict.fromkeys([*draft.targets, *(name for name in names if name in near), *names])
    meanings = {series.name: _meaning(series) for series in draft.reading.series}
    shown = [SeriesLine(series=n, meaning=meanings.get(n, ""), near=near.get(n, "")) for n in list(order)[:SHOWN]]
    return tuple(_taken(draft, line) if line.series in draft.targets else line for line in shown)


def _meaning(series: Series) -> str:
    """The first of its other names that is in words."""
    return next((name for name in series.names[1:] if " " in name and " " not in series.name), "")


def _taken(draft: Draft, line: SeriesLine) -> SeriesLine:
    leaf = draft.targets[line.series]
    if fault := draft.faults.get(line.series):
        first = next(problem for problem in fault if problem.severity == "error")
        return replace(line, leaf=leaf, brings=_("nothing yet"), remark=sentence(first), is_at_fault=True)
    lacking, hosts = draft.planned[line.series].lacking[leaf], len(draft.study.hosts)
    text = ngettext("{count} of {hosts} host", "{count} of {hosts} hosts", hosts)
    brings = text.format(count=hosts - len(lacking), hosts=hosts)
    return replace(line, leaf=leaf, brings=brings, remark=_lacks(draft, lacking))


def _lacks(draft: Draft, hosts: tuple[str, ...]) -> str:
    names = [host.name for host in draft.study.hosts if host.id in hosts]
    return _("none for {names}").format(names=", ".join(names)) if names else ""


class ImportSeries(QAbstractTableModel):
    """One series a row; ``leaf_chosen`` gives a series and the leaf (an id) that it is to go to, empty for none."""

    leaf_chosen = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[SeriesLine, ...] = ()
        self._leaves: list[tuple[str, str]] = []

    def show_draft(self, draft: Draft) -> None:
        """Show the series of a draft; the same ones as before stay where they are, under the mouse."""
        leaves = set(all_leaves(draft.study.criteria))
        self.beginResetModel()
        self._leaves = [(c.id, c.name) for c in draft.study.criteria if c.id in leaves]
        places = {line.series: place for place, line in enumerate(self.lines)}
        lines = series_lines(draft)
        is_same = places.keys() == {line.series for line in lines}
        self.lines = tuple(sorted(lines, key=lambda line: places[line.series])) if is_same else lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= BRINGS:
            return None
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return (_("In the file"), _("Leaf of the study"), _("Brings"))[section] if role == Role.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == LEAF:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self._state(index) is not None else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Role.DisplayRole | Role.ToolTipRole:
                return self._text(line, index.column())
            case Role.AccessibleTextRole:
                return ". ".join(part for part in (self._text(line, index.column()), self._below(line, index)) if part)
            case Role.EditRole:
                return line.leaf if index.column() == LEAF else None
            case Role.CheckStateRole:
                return self._state(index)
            case _:
                return self._own_role(line, index, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if not index.isValid():
            return False
        line = self.lines[index.row()]
        if role == Role.CheckStateRole and self._state(index) is not None:
            self.leaf_chosen.emit(line.series, "" if line.leaf else line.near)
            return True
        if role == Role.EditRole and index.column() == LEAF and value != line.leaf:
            self.leaf_chosen.emit(line.series, value or "")
            return True
        return False

    def _own_role(self, line: SeriesLine, index: Index, role: int) -> Any:
        if role == CHOICES_ROLE and index.column() == LEAF:
            return [("", _("not taken in")), *self._leaves]
        if role == BELOW_ROLE:
            return self._below(line, index)
        if role == TONE_ROLE:
            return "look_here" if line.is_at_fault and index.column() == BRINGS else "" if line.leaf else "third"
        return None

    def _state(self, index: Index) -> Qt.CheckState | None:
        """Ticked: it is taken; a box to tick only where its leaf is known or near."""
        line = self.lines[index.row()]
        if index.column() != SERIES or not (line.leaf or line.near):
            return None
        return Qt.CheckState.Checked if line.leaf else Qt.CheckState.Unchecked

    def _text(self, line: SeriesLine, column: int) -> str:
        if column == SERIES:
            return line.series
        if column == BRINGS:
            return line.brings
        names = dict(self._leaves)
        if line.near:
            return _("{leaf}?").format(leaf=names[line.near])
        return names.get(line.leaf, "–")

    def _below(self, line: SeriesLine, index: Index) -> str:
        if index.column() == SERIES:
            return line.meaning
        if index.column() == BRINGS:
            return line.remark
        return _("near to it: tick to confirm") if index.column() == LEAF and line.near else ""
