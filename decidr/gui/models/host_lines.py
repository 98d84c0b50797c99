"""What is shown of each host: its rank and total in the view, its gaps, and why it may not count."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from decidr.core.analysis.host_groups import figure_of
from decidr.core.analysis.results import Results
from decidr.core.study.hosts import Host
from decidr.language import _, ngettext


@dataclass(frozen=True, slots=True)
class HostLine:
    """One host; ``rank`` 0: outside the ranks; ``members`` names those of a group, whose figure ``total`` then is.

    ``gaps`` are the leaves (ids) that lack its value; ``reason`` says which must it fails.
    """

    host: Host
    group: str
    members: tuple[str, ...]
    rank: int
    total: float
    gaps: tuple[str, ...]
    reason: str
    is_eligible: bool

    @property
    def is_scored(self) -> bool:
        """Whether it is an alternative of its own that counts."""
        return self.host.active and not self.members


def host_lines(results: Results) -> tuple[HostLine, ...]:
    """A line for each host in the study's order."""
    names = {host.id: host.name for host in results.study.hosts}
    places = {host: h for h, host in enumerate(results.hosts)}
    return tuple(_line(results, host, names, places) for host in results.study.hosts)


def _line(results: Results, host: Host, names: dict[str, str], places: dict[str, int]) -> HostLine:
    h = places.get(host.id)
    members = tuple(names[other.id] for other in results.study.hosts if other.group == host.id and other.active)
    missing = () if h is None else np.flatnonzero(results.missing[:, h])
    return HostLine(
        host=host,
        group=names.get(host.group or "", ""),
        members=members,
        rank=0 if h is None else int(results.ranks[h]),
        total=_group_total(results, host.id) if h is None else float(results.totals[h]),
        gaps=tuple(results.leaves[leaf] for leaf in missing),
        reason="" if h is None else results.failed[h] or "",
        is_eligible=h is None or bool(results.eligible[h]),
    )


def _group_total(results: Results, group: str) -> float:
    """The best or the mean total of a group's members, NaN where it has none."""
    figure = figure_of(results, group)
    return figure.total if figure else nan


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
