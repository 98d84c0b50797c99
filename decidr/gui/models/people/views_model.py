"""The same hosts seen with every view's priorities: a column a view, rank and points in each cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.models.shared.roles import Index, Role
from decidr.language import _
from decidr.number_text import points


class Seen(NamedTuple):
    """A host as one view sees it; ``rank`` 0: outside the ranks."""

    rank: int
    total: float


class ViewsModel(QAbstractTableModel):
    """Hosts down, in the chosen view's order; ``Seen`` under ``UserRole``, the colour slot in the header's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hosts: tuple[str, ...] = ()
        self.views: tuple[str, ...] = ()
        self._names: Mapping[str, str] = {}
        self._seen: dict[tuple[str, str], Seen] = {}
        self._focus: Focus = ()

    def show_results(self, by_view: Mapping[str, Results], chosen: str, focus: Focus) -> None:
        """Show these results, in the order of the chosen view."""
        self.beginResetModel()
        first = by_view[chosen]
        ranked = [first.hosts[h] for h in first.order]
        self.hosts = (*ranked, *(host for host in first.hosts if host not in ranked))
        self.views = tuple(by_view)
        self._focus = focus
        self._names = {**first.names, **{view.id: view.name for view in first.study.views}}
        self._seen = {
            (view, host): Seen(int(results.ranks[h]), float(results.totals[h]))
            for view, results in by_view.items()
            for h, host in enumerate(results.hosts)
        }
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hosts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.views)

    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        if not index.isValid():
            return None
        seen = self._seen.get((self.views[index.column()], self.hosts[index.row()]))
        if seen is None:
            return None
        if role == Role.DisplayRole:
            return points(seen.total)
        if role == Role.UserRole:
            return seen
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            return _("{host}, seen as {view}: rank {rank}, {total} points").format(
                host=self._names[self.hosts[index.row()]],
                view=self._names[self.views[index.column()]],
                rank=seen.rank or "–",
                total=points(seen.total, 4),
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        keys = self.views if orientation == Qt.Orientation.Horizontal else self.hosts
        if section >= len(keys):
            return None
        key = keys[section]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return self._names[key]
        if role == Role.UserRole:
            return self._focus.index(key) if key in self._focus else None
        return None
