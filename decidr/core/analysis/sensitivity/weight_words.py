"""Weights that move, in words: one alone, two or three together, and the bars of the tornado."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay, leader_changes
from decidr.core.analysis.synthesis import TIE
from decidr.language import _
from decidr.number_text import listed, per_cent, points, signed_points

if TYPE_CHECKING:
    from decidr.core.analysis.sensitivity.tornado import Bar
    from decidr.core.analysis.sensitivity.winner_maps import WinnerMap


def changes_said(results: Results, sweep: OneWay) -> str:
    """Above or below which weight of one criterion who leads; it needs no subject."""
    if sweep.reason:
        return sweep.reason
    if results.leader is None:
        return _("no host can lead")
    above, below = _("above {weight} {host} leads"), _("below {weight} {host} leads")
    said = [
        (above if change.is_above else below).format(weight=per_cent(change.weight), host=results.names[change.host])
        for change in leader_changes(results, sweep)
    ]
    return listed(said) or _("no weight changes the leader")


def bar_named(results: Results, bar: Bar) -> str:
    """What moves: a criterion's weight, or a leaf at a host."""
    name = results.study.name_of(bar.criterion)
    return _("{leaf}, {host}").format(leaf=name, host=results.names[bar.host]) if bar.host else name


def bar_said(results: Results, bar: Bar) -> str:
    """What the two ends of a bar do to the lead, and who would lead."""
    low, high = (_change_said(end.change) for end in (bar.low, bar.high))
    text = _("{name}: the lead changes by {low} or {high} points").format(
        name=bar_named(results, bar), low=low, high=high
    )
    leaders = [results.names[h] for h in dict.fromkeys((bar.low.leader, bar.high.leader)) if h is not None]
    return _("{text}; {hosts} could lead").format(text=text, hosts=listed(leaders)) if leaders else text


def _change_said(change: float) -> str:
    return "–" if np.isnan(change) else signed_points(change)


def map_said(results: Results, winner_map: WinnerMap) -> str:
    """The nearest weights at which another host draws level with the leader."""
    names = [results.study.name_of(criterion) for criterion in winner_map.criteria]
    if winner_map.reason or results.leader is None:
        text = _("{criteria} cannot move together: {reason}.")
        return text.format(criteria=listed(names), reason=winner_map.reason)
    border = winner_map.border
    if border is None:
        text = _("{leader} leads at all weights of {criteria}.")
        return text.format(leader=results.leader_name, criteria=listed(names))
    parts = zip(names, border.at, strict=False)
    weights = listed([f"{name} {per_cent(winner_map.share * part)}" for name, part in parts])
    if border.distance <= TIE:
        return _("{host} shares the first place at today's weights.").format(host=results.names[border.rival])
    text = _("{host} draws level at {weights}, {distance} points from today's.")
    return text.format(host=results.names[border.rival], weights=weights, distance=points(border.distance))
