"""What is shown of each host: its rank and total in the view, its gaps, and why it may not count."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from decidr.core.analysis.hosts.host_groups import HostFigure, figures_at, figures_of_all
from decidr.core.analysis.results import Results
from decidr.core.study.hosts import Host
from decidr.language import _, ngettext


@dataclass(frozen=True, slots=True)
class HostLine:
    """One host; ``rank`` 0: outside the ranks; ``members`` names those of a group, whose figure ``total`` then is.

    ``low`` and ``high`` are how far a group's members reach, or what the host's own gaps could do. ``gaps`` are the
    leaves (ids) that lack its value; ``reason`` says which must it fails.
    """

    host: Host
    group: str
    members: tuple[str, ...]
    rank: int
    total: float
    low: float
    high: float
    gaps: tuple[str, ...]
    reason: str
    is_eligible: bool

    @property
    def is_scored(self) -> bool:
        """Whether it is an alternative of its own that counts."""
        return self.host.active and not self.members


def host_lines(results: Results, level: int | None = None) -> tuple[HostLine, ...]:
    """A line for each host in the study's order, ranked by the groups of one level (None: each host for itself).

    Who stands inside a group of that level, or outside it, has a total and no rank.
    """
    ranks, figures = _ranks(results, level), figures_of_all(results)
    return tuple(_line(results, host, ranks.get(host.id, 0), figures.get(host.id)) for host in results.study.hosts)


def _ranks(results: Results, level: int | None) -> dict[str, int]:
    if level is None:
        return dict(zip(results.hosts, results.ranks.tolist(), strict=True))
    return {figure.host: figure.rank for figure in figures_at(results, level)}


def _line(results: Results, host: Host, rank: int, figure: HostFigure | None) -> HostLine:
    h = results.hosts.index(host.id) if host.id in results.hosts else None
    members = tuple(results.names[other.id] for other in results.study.hosts if other.group == host.id and other.active)
    missing = () if h is None else np.flatnonzero(results.missing[:, h])
    return HostLine(
        host=host,
        group=results.names.get(host.group or "", ""),
        members=members,
        rank=rank,
        total=figure.total if figure else nan,
        low=figure.low if figure else nan,
        high=figure.high if figure else nan,
        gaps=tuple(results.leaves[leaf] for leaf in missing),
        reason="" if h is None else results.failed[h] or "",
        is_eligible=h is None or bool(results.eligible[h]),
    )


def host_state(line: HostLine) -> str:
    """What is to be known of a host at a glance."""
    if not line.host.active:
        return _("dormant")
    if line.members:
        return ngettext("group of {count}", "group of {count}", len(line.members)).format(count=len(line.members))
    if line.reason:
        return _("fails {must}").format(must=line.reason)
    if not line.gaps:
        return ""
    gaps = ngettext("{count} gap", "{count} gaps", len(line.gaps)).format(count=len(line.gaps))
    return gaps if line.is_eligible else _("{gaps}, cannot lead").format(gaps=gaps)
