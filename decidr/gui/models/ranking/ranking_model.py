"""The ranking as rows: the hosts in order, and below a line those that cannot lead, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QAbstractListModel, QObject, Qt

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.hosts.host_groups import HostFigure, figures_at
from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.grounds import UNKNOWN, Grounds
from decidr.core.analysis.verdict.paragraph import verdict
from decidr.gui.models.shared.roles import Index
from decidr.language import _
from decidr.number_text import listed, per_cent, points

MOST_MEMBERS = 6
"""Members of a group that are told by name."""


class RankedHost(NamedTuple):
    """One host in the ranking; ``slot`` is its colour in focus, ``reason`` why it cannot lead, empty if it can.

    ``rank`` is 0 outside the ranks; ``best_rank`` and ``worst_rank`` are the ends of what gaps could do. A group has
    ``members`` (names), whose totals reach from ``low`` to ``high``, and ``best`` is its best one's id.
    """

    id: str
    name: str
    rank: int
    total: float
    low: float
    high: float
    best_rank: int
    worst_rank: int
    slot: int | None
    reason: str
    is_first_below: bool = False
    members: tuple[str, ...] = ()
    best: str = ""
    is_mean: bool = False

    @property
    def alternative(self) -> str:
        """The id of the host that a click means: itself, or the best member of a group."""
        return self.best or self.id


def ranked_at(results: Results, focus: Focus, level: int | None) -> tuple[RankedHost, ...]:
    """As ``ranked_hosts``, by the groups of one level, 0 the outermost; None: each host for itself."""
    if level is None:
        return ranked_hosts(results, focus)
    rows = [_figure_row(results, focus, figure) for figure in figures_at(results, level)]
    rows.sort(key=lambda row: (bool(row.reason), not row.rank, row.rank))
    first_below = next((place for place, row in enumerate(rows) if row.reason), 0) or -1
    return tuple(row._replace(is_first_below=place == first_below) for place, row in enumerate(rows))


def ranked_hosts(results: Results, focus: Focus) -> tuple[RankedHost, ...]:
    """The hosts that can lead, best first, then those that cannot: ranked ones, then those that fail a must."""
    below = [h for h in results.order if not results.eligible[h]]
    failed = [h for h in range(len(results.hosts)) if not results.ranks[h]]
    order = [*results.eligible_order, *below, *failed]
    first_below = len(results.eligible_order) or -1
    return tuple(
        _row(results, focus, results.names[results.hosts[h]], h)._replace(is_first_below=place == first_below)
        for place, h in enumerate(order)
    )


def verdict_told(
    results: Results,
    results_by_view: Mapping[str, Results],
    level: int | None = None,
    grounds: Grounds = UNKNOWN,
) -> tuple[str, ...]:
    """The verdict in sentences, at a level of groups; of a study that has nothing to rank, what it needs first.

    It has a class as soon as ``grounds`` tell one.
    """
    if not results.hosts or not results.leaves:
        return (_("Nothing to rank yet. Add the criteria that count and the hosts to compare."),)
    return verdict(results, results_by_view, grounds, level=level).sentences


def _row(results: Results, focus: Focus, name: str, h: int) -> RankedHost:
    host = results.hosts[h]
    return RankedHost(
        id=host,
        name=name,
        rank=int(results.ranks[h]),
        total=float(results.totals[h]),
        low=float(results.low[h]),
        high=float(results.high[h]),
        best_rank=int(results.best_rank[h]),
        worst_rank=int(results.worst_rank[h]),
        slot=focus.index(host) if host in focus else None,
        reason=_why_below(results, h),
    )


def _figure_row(results: Results, focus: Focus, figure: HostFigure) -> RankedHost:
    """A group as a row, or an alternative that has none of this level, with its rank there."""
    if not figure.is_group:
        row = _row(results, focus, results.names[figure.host], figure.shown)
        return row._replace(rank=figure.rank, best_rank=figure.rank, worst_rank=figure.rank)
    best = results.hosts[figure.shown]
    is_mean = results.study.settings.group_figure == "mean"
    return RankedHost(
        id=figure.host,
        name=results.names[figure.host],
        rank=figure.rank,
        total=figure.total,
        low=figure.low,
        high=figure.high,
        best_rank=figure.rank,
        worst_rank=figure.rank,
        slot=focus.index(best) if best in focus else None,
        reason=_why_group_below(figure),
        members=tuple(results.names[results.hosts[h]] for h in figure.members),
        best=best,
        is_mean=is_mean,
    )


def _why_group_below(figure: HostFigure) -> str:
    if not figure.rank:
        return _("no member is ranked")
    return "" if figure.is_eligible else _("its figure rests on too many gaps")


def _why_below(results: Results, h: int) -> str:
    if failed := results.failed[h]:
        return _("fails the must {must}").format(must=failed)
    if results.eligible[h]:
        return ""
    share = float(results.lacking[h])
    if np.isnan(share):
        return _("its weights are not known")
    return _("{share} of the weight is missing").format(share=per_cent(share, 0))


def told(host: RankedHost) -> str:
    """Everything about a host's place, with full precision, for hover and screen readers."""
    parts = [_("{name}: {total} points").format(name=host.name, total=points(host.total, 4))]
    if host.rank:
        parts.append(_("rank {rank}").format(rank=host.rank))
    if host.members:
        parts.append(_of_members(host))
    elif host.high - host.low > 1e-12:
        low, high = points(host.low, 4), points(host.high, 4)
        parts.append(_("with its gaps from {low} to {high}").format(low=low, high=high))
    if host.best_rank != host.worst_rank:
        best, worst = host.best_rank, host.worst_rank
        parts.append(_("gaps could make its rank {best} to {worst}").format(best=best, worst=worst))
    if host.reason:
        parts.append(_("cannot lead: {reason}").format(reason=host.reason))
    return ", ".join(parts)


def _of_members(host: RankedHost) -> str:
    """What a group's figure is, and how far its members reach."""
    names = listed([*host.members[:MOST_MEMBERS], *(["…"] if len(host.members) > MOST_MEMBERS else [])])
    said = _("the mean of {names}") if host.is_mean else _("the best of {names}")
    reach = _("from {low} to {high}").format(low=points(host.low), high=points(host.high))
    return f"{said.format(names=names)}, {reach}"


class RankingModel(QAbstractListModel):
    """``RankedHost`` rows under ``UserRole``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hosts: tuple[RankedHost, ...] = ()

    def show_hosts(self, hosts: tuple[RankedHost, ...]) -> None:
        """Show these; rows stay rows while their number does, so that selection and focus stay."""
        if len(hosts) == len(self.hosts):
            self.hosts = hosts
            self.dataChanged.emit(self.index(0), self.index(len(hosts) - 1))
            return
        self.beginResetModel()
        self.hosts = hosts
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.hosts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        host = self.hosts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return host.name
        if role == Qt.ItemDataRole.UserRole:
            return host
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return told(host)
        return None
