"""Who leads, and by how much, in one sentence."""

from __future__ import annotations

from decidr.core.analysis.results import Results
from decidr.language import _
from decidr.number_text import lead_points, listed


def lead_said(results: Results, *, is_tried: bool = False) -> str:
    """The sentence of today's weights, or of weights that are tried: «With these weights Canada leads, …»."""
    if results.leader is None:
        return _("With these weights no host can lead.") if is_tried else _("No host can lead.")
    if len(results.sharing_first) > 1:
        shared = _("{hosts} share the first place.")
        if is_tried:
            shared = _("With these weights {hosts} share the first place.")
        return shared.format(hosts=listed([results.names[results.hosts[h]] for h in results.sharing_first]))
    first, *others = (results.names[results.hosts[h]] for h in results.eligible_order)
    if not others:
        alone = _("With these weights {leader} leads.") if is_tried else _("{leader} leads.")
        return alone.format(leader=first)
    text = _("{leader} leads, {points} points ahead of {second}.")
    if is_tried:
        text = _("With these weights {leader} leads, {points} points ahead of {second}.")
    one, other = results.eligible_order[:2]
    lead = float(results.totals[one] - results.totals[other])
    return text.format(leader=first, points=lead_points(lead), second=others[0])
