"""Hosts in groups: the figure of each at its level, never beside its own members (method: Host groups)."""

from collections.abc import Mapping, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from decidr.core.analysis.matrices import Booleans
from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import ranks
from decidr.core.analysis.weighing import MOST_MISSING
from decidr.core.study.hosts import Host


class HostFigure(Struct, frozen=True):
    """An alternative, or a group of them, as it stands among others of its level.

    ``members`` (indices of ``Results.hosts``) are the alternatives below a group, the alternative itself for one
    that stands for itself; ``shown`` is the member that has the group's best total. ``total`` is the best or the mean
    of the ranked members; ``low`` and ``high`` are the ends of the members' totals, or of the alternative's own gaps.
    ``rank`` 0: no member is ranked. ``is_eligible``: what gives the figure lacks at most a quarter of the weight.
    """

    host: str
    members: tuple[int, ...]
    shown: int
    total: float
    low: float
    high: float
    rank: int
    is_group: bool
    is_eligible: bool


def paths(hosts: Sequence[Host]) -> Mapping[str, tuple[str, ...]]:
    """For each active host its groups from the outermost in, then itself; a dormant group is as if absent."""
    active = {host.id: host for host in hosts if host.active}
    return {host: _path(host, active) for host in active}


def depth(results: Results) -> int:
    """How many levels there are: 1 where no alternative has a group; 0 without any."""
    above = paths(results.study.hosts)
    return max((len(above[host]) for host in results.hosts), default=0)


def figures_at(results: Results, level: int) -> tuple[HostFigure, ...]:
    """The figures of one level, 0 the outermost, in the study's order of hosts.

    Each alternative counts in exactly one: in its group of that level, or for itself where it has none so deep.
    """
    above = paths(results.study.hosts)
    members: dict[str, list[int]] = {}
    for h, host in enumerate(results.hosts):
        path = above[host]
        members.setdefault(path[min(level, len(path) - 1)], []).append(h)
    figures = [_figure(results, host, found) for host, found in members.items()]
    order = {host.id: place for place, host in enumerate(results.study.hosts)}
    return tuple(sorted(_ranked(figures), key=lambda figure: order[figure.host]))


def figures_of_all(results: Results) -> Mapping[str, HostFigure]:
    """The figure of every alternative and of every group that has any, by id, each with its best member's rank."""
    members: dict[str, list[int]] = {}
    above = paths(results.study.hosts)
    for h, alternative in enumerate(results.hosts):
        for host in above[alternative]:
            members.setdefault(host, []).append(h)
    return {host: _figure(results, host, found) for host, found in members.items()}


def _path(host: str, active: Mapping[str, Host]) -> tuple[str, ...]:
    found: list[str] = []
    at: str | None = host
    while at is not None and at in active and at not in found:
        found.insert(0, at)
        at = active[at].group
    return tuple(found)


def _figure(results: Results, host: str, members: Sequence[int]) -> HostFigure:
    is_group = len(members) > 1 or results.hosts[members[0]] != host
    counting = [h for h in members if results.ranks[h]] or list(members)
    shown = max(counting, key=lambda h: float(results.totals[h]))
    totals = [float(results.totals[h]) for h in counting]
    best = float(results.totals[shown])
    is_mean = is_group and results.study.settings.group_figure == "mean"
    low, high = (min(totals), best) if is_group else (float(results.low[shown]), float(results.high[shown]))
    resting = counting if is_mean else [shown]
    missing = sum(float(results.lacking[h]) for h in resting) / len(resting)
    return HostFigure(
        host=host,
        members=tuple(members),
        shown=shown,
        total=sum(totals) / len(totals) if is_mean else best,
        low=low,
        high=high,
        rank=int(results.ranks[shown]),
        is_group=is_group,
        is_eligible=bool(results.ranks[shown]) and missing <= MOST_MISSING + 1e-12,
    )


def _ranked(figures: Sequence[HostFigure]) -> list[HostFigure]:
    """The figures with their ranks among each other; 0 where no member is ranked."""
    totals = np.array([figure.total for figure in figures])
    takes_part: Booleans = np.array([figure.rank > 0 for figure in figures], dtype=bool)
    found = ranks(totals, takes_part)
    return [replace(figure, rank=int(rank)) for figure, rank in zip(figures, found, strict=True)]
