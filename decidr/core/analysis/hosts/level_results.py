"""Results seen at a level of host groups: a group's figures in the place of its members (method: Host groups)."""

from collections.abc import Sequence

import numpy as np
from msgspec.structs import replace

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.hosts.host_groups import HostFigure, figures_at
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results


def at_level(results: Results, level: int | None) -> Results:
    """The results whose hosts are the figures of a level, 0 the outermost; the same for None: each host for itself.

    A group has the scores and contributions of its best member, or the mean of its ranked ones, as the study says, so
    that they sum to its total; ``low`` and ``high`` are the ends of its members' totals, and gaps give it no other
    rank than its own. ``Results.members`` names the alternatives behind it. To be looked at, not to be weighed anew.
    """
    if level is None:
        return results
    figures = figures_at(results, level)
    counting = [_counting(results, figure) for figure in figures]
    shown = [figure.shown for figure in figures]
    ranks = np.array([figure.rank for figure in figures], dtype=np.intp)
    alone = np.array([not figure.is_group for figure in figures], dtype=bool)
    return replace(
        results,
        hosts=tuple(figure.host for figure in figures),
        raw_scores=_means(results.raw_scores, counting),
        low_scores=_means(results.low_scores, counting),
        high_scores=_means(results.high_scores, counting),
        scores=_means(results.scores, counting),
        contributions=_means(results.contributions, counting),
        totals=np.array([figure.total for figure in figures]),
        low=np.array([figure.low for figure in figures]),
        high=np.array([figure.high for figure in figures]),
        ranks=ranks,
        best_rank=ranks,
        worst_rank=ranks,
        eligible=np.array([figure.is_eligible for figure in figures], dtype=bool),
        failed=tuple(results.failed[h] if not rank else None for h, rank in zip(shown, ranks, strict=True)),
        missing=np.stack([results.missing[:, hosts].any(axis=1) for hosts in counting], axis=1),
        members={
            figure.host: tuple(results.hosts[h] for h in hosts)
            for figure, hosts, is_alone in zip(figures, counting, alone, strict=True)
            if not is_alone
        },
    )


def focus_at(results: Results, focus: Focus) -> Focus:
    """The colours at the level of these results: a group has that of its best member."""
    groups = {members[0]: group for group, members in results.members.items()}
    return tuple(groups.get(host, host if host in results.hosts else None) if host else None for host in focus)


def alternative_of(results: Results, host: str) -> str:
    """The alternative that a host of these results stands for: itself, or the best member of a group."""
    return results.members[host][0] if host in results.members else host


def _counting(results: Results, figure: HostFigure) -> list[int]:
    """The members whose mean a figure is, the best first; only the best one where that gives the figure."""
    if results.study.settings.group_figure != "mean":
        return [figure.shown]
    ranked = [h for h in figure.members if results.ranks[h]] or list(figure.members)
    return sorted(ranked, key=lambda h: (h != figure.shown, -float(results.totals[h])))


def _means(rows: Floats, counting: Sequence[Sequence[int]]) -> Floats:
    """Of each row (L, H) the means over the members of every figure: (L, G)."""
    return np.stack([rows[:, hosts].mean(axis=1) for hosts in counting], axis=1)
