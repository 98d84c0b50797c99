"""What became of the answer, in words."""

from __future__ import annotations

from collections.abc import Mapping

from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.movement import HostMovement, Movement
from decidr.language import _
from decidr.number_text import points


def leader_told(results: Results) -> str:
    """Who was first in a state of the study, and with how many points."""
    if results.leader is None:
        return _("no ranking")
    total = points(float(results.totals[results.leader]))
    return _("{host} led with {points}").format(host=results.leader_name, points=total)


def movement_told(movement: Movement) -> str:
    """Who leads now and who led then."""
    names = {host.host: host.name for host in movement.hosts}
    old, new = movement.leader_before, movement.leader_after
    if new is None:
        return _("There is no ranking now.") if old is None else _no_leader_now(names, old)
    if old is None:
        return _("{host} is first; there was no ranking then.").format(host=names[new])
    if old != new:
        return _("{host} leads now; {other} led then.").format(host=names[new], other=names[old])
    return _lead_told(movement, names, new)


def rank_told(host: HostMovement) -> str:
    """``3 → 1``, or one rank where it is the same; a dash stands for none."""
    before = _rank(host.before.rank) if host.before else _("new")
    after = _rank(host.after.rank) if host.after else _("gone")
    return after if before == after else f"{before} → {after}"


def _rank(rank: int) -> str:
    return str(rank) if rank else "–"


def _no_leader_now(names: Mapping[str, str], old: str) -> str:
    return _("There is no ranking now; {host} led then.").format(host=names[old])


def _lead_told(movement: Movement, names: Mapping[str, str], leader: str) -> str:
    before, after = movement.lead_before, movement.lead_after
    if before is None or after is None or not movement.is_comparable:
        return _("{host} stays first.").format(host=names[leader])
    if points(before) == points(after):
        return _("{host} stays first, {lead} points ahead.").format(host=names[leader], lead=points(after))
    text = _("{host} stays first, {after} points ahead instead of {before}.")
    return text.format(host=names[leader], after=points(after), before=points(before))
