"""At which weight of one criterion another group takes the lead, among the figures of a level of host groups."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from decidr.core.analysis.hosts.host_groups import HostFigure, figures_at
from decidr.core.analysis.matrices import Floats
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import LeaderChange, OneWay
from decidr.core.analysis.synthesis import DUST


class Lines(NamedTuple):
    """Totals (K,) at weight 0 and at weight 1; the figure of a host or group is the highest of its lines."""

    host: str
    at_zero: Floats
    at_one: Floats


class Ahead(NamedTuple):
    """Between two weights a line of ``host`` (an id), with this slope, is above all lines of the leader."""

    start: float
    end: float
    host: str
    slope: float


def level_changes(results: Results, sweep: OneWay, level: int) -> tuple[LeaderChange, ...]:
    """As ``leader_changes`` among the figures of a level, 0 the outermost; none where the weight cannot move.

    Those that lack too much to lead today are left out throughout. Another member may become the best of its group on
    the way, which is taken into account.
    """
    figures = sorted((f for f in figures_at(results, level) if f.is_eligible), key=lambda figure: figure.rank)
    if sweep.at_zero is None or sweep.at_one is None or not figures:
        return ()
    leader, *others = (_lines(results, figure, sweep.at_zero, sweep.at_one) for figure in figures)
    ahead = [found for other in others for found in _ahead(other, leader)]
    now = sweep.weight_now
    above = min((a for a in ahead if a.start >= now - DUST), key=lambda a: (a.start, -a.slope), default=None)
    below = max((a for a in ahead if a.end <= now + DUST), key=lambda a: (a.end, -a.slope), default=None)
    changes = [LeaderChange(sweep.criterion, max(above.start, now), True, above.host)] if above else []
    changes += [LeaderChange(sweep.criterion, min(below.end, now), False, below.host)] if below else []
    return tuple(sorted(changes, key=lambda change: change.distance(now)))


def _lines(results: Results, figure: HostFigure, at_zero: Floats, at_one: Floats) -> Lines:
    """One line a member that may be the best; a mean is a single line."""
    members = [h for h in figure.members if results.ranks[h]]
    start, end = at_zero[members], at_one[members]
    if figure.is_group and results.study.settings.group_figure == "mean":
        start, end = start.mean(keepdims=True), end.mean(keepdims=True)
    return Lines(figure.host, start, end)


def _ahead(other: Lines, leader: Lines) -> Iterator[Ahead]:
    """Where each line is ahead of all of the leader's: as these bend upwards, that is one interval."""
    for at_zero, at_one in zip(other.at_zero.tolist(), other.at_one.tolist(), strict=True):
        lead = at_zero - leader.at_zero
        slope = (at_one - leader.at_one) - lead
        level = np.abs(slope) <= DUST
        ties = -lead / np.where(level, 1.0, slope)
        start = float(max(ties[slope > DUST].max(initial=0.0), 0.0))
        end = float(min(ties[slope < -DUST].min(initial=1.0), 1.0))
        if end - start > DUST and (lead[level] > DUST).all():
            yield Ahead(start, end, other.host, at_one - at_zero)
