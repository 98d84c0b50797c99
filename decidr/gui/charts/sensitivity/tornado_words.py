"""Words for the tornado: what stands beside its bars, and its heading that answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.tornado import Bar, End, Tornado
from decidr.core.analysis.sensitivity.weight_words import bar_named
from decidr.gui.charts.canvas.tips import exact_points
from decidr.language import _, ngettext
from decidr.number_text import per_cent, points


def end_named(results: Results, bar: Bar, *, is_high: bool) -> str:
    """What stands beside an end: the weight there, «Low», or «worst» for a gap."""
    if not bar.host:
        return per_cent((bar.high if is_high else bar.low).at, 0)
    if _is_gap(results, bar):
        return _("best") if is_high else _("worst")
    return _("High") if is_high else _("Low")


def tornado_answer(results: Results, shown: Tornado, bars: Sequence[Bar]) -> str:
    """Which of these bars would unseat the leader, else which moves its lead most."""
    leader = results.names[shown.leader]
    unseating = [bar for bar in bars if bar.low.leader or bar.high.leader]
    if not bars:
        return _("Nothing here can move: no weight, and no figure with a Low and a High.")
    if unseating:
        text = ngettext(
            "{bar} alone could take the lead from {leader}.",
            "{count} changes alone could take the lead from {leader}, first of all {bar}.",
            len(unseating),
        )
        return text.format(count=len(unseating), leader=leader, bar=bar_named(results, unseating[0]))
    text = _("No change here takes the lead from {leader}; {bar} moves it most, to {least} of now {margin} points.")
    least = shown.margin + min(0.0, bars[0].low.change, bars[0].high.change)
    return text.format(leader=leader, bar=bar_named(results, bars[0]), least=points(least), margin=points(shown.margin))


def end_said(results: Results, shown: Tornado, bar: Bar, *, is_high: bool) -> str:
    """One end of a bar in full: where it is, what the lead becomes, and who leads."""
    end = bar.high if is_high else bar.low
    place = per_cent(end.at, 4) if not bar.host else _("score {score}").format(score=exact_points(end.at))
    if np.isnan(end.change):
        return _("{name} ({place}): the lead cannot be told").format(
            name=_end_title(results, bar, is_high), place=place
        )
    said = _("{name} ({place}): lead {lead} points, {change} to today").format(
        name=_end_title(results, bar, is_high),
        place=place,
        lead=exact_points(shown.margin + end.change),
        change=exact_points(end.change),
    )
    return f"{said}; {_leads(results, end)}" if end.leader else said


def _end_title(results: Results, bar: Bar, is_high: bool) -> str:
    if bar.host:
        return end_named(results, bar, is_high=is_high)
    return _("More weight") if is_high else _("Less weight")


def _leads(results: Results, end: End) -> str:
    return _("{host} leads").format(host=results.names[end.leader or ""])


def _is_gap(results: Results, bar: Bar) -> bool:
    return bool(results.missing[results.leaves.index(bar.criterion), results.hosts.index(bar.host)])
