"""Scenarios in words, the same for window, command line and report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from decidr.core.analysis.results import Results
from decidr.core.analysis.synthesis import TIE
from decidr.core.analysis.verdict.paragraph import lead
from decidr.core.study.cases import Case, Step
from decidr.core.study.scenarios import Kind, Operation
from decidr.language import _, ngettext
from decidr.number_text import MINUS, figure, lead_points, listed, points, signed_points

if TYPE_CHECKING:
    from decidr.core.analysis.scenarios.across import AcrossCases, MoveEffect, Reason

MOST_TOLD = 3
"""So many moves are named where there are more."""


def case_name(case: Case | None) -> str:
    """The case as it is called; the baseline has a word of its own."""
    return case.name if case else _("baseline")


def move_text(kind: Kind | None, operation: Operation | None, value: float | None) -> str:
    """What a move does: ``+2``, ``× 1.5``, ``set to 106.1``, with its kind where that is not data."""
    if value is None or operation is None:
        return ""
    of = {"score": _("score {move}"), "weight": _("weight {move}")}.get(kind or "", "{move}")
    return of.format(move=_operation_text(operation, value))


def _operation_text(operation: Operation, value: float) -> str:
    if operation == "set":
        return _("set to {value}").format(value=figure(value))
    if operation == "multiply":
        return f"× {figure(value)}"
    text = figure(value)
    return text if text.startswith(MINUS) else f"+{text}"


def step_text(step: Step, names: Mapping[str, str]) -> str:
    """A move with what it moves: ``Backlash, Canada: −3``."""
    target = ", ".join(names[id_] for id_ in (step.move.target, step.move.host) if id_ and id_ in names)
    return f"{target}: {move_text(step.move.kind, step.move.operation, step.move.value)}"


def answer(across: AcrossCases) -> str:
    """In how many cases the leader leads, and who leads in the others; as a heading."""
    leader, cases = across.leaders[0], across.cases[1:]
    if not cases:
        return _("There are no scenarios yet")
    if leader is None:
        return _("No host can lead at the baseline")
    others = _under_others(across)
    if not others:
        text = ngettext("{leader} leads in the {count} case too", "{leader} leads in all {count} cases", len(cases))
        return text.format(leader=_name(across, leader), count=len(cases))
    kept = len(cases) - len(across.unseating)
    text = _("{leader} leads in {kept} of {count} cases, {others}")
    return text.format(leader=_name(across, leader), kept=kept, count=len(cases), others=listed(others))


def _under_others(across: AcrossCases) -> list[str]:
    """Who else leads, and under what."""
    found: dict[str | None, list[str]] = {}
    for place in across.unseating:
        found.setdefault(across.leaders[place], []).append(f"«{case_name(across.cases[place])}»")
    return [
        _("{leader} under {cases}").format(
            leader=_("nobody") if host is None else _name(across, host), cases=_cases_text(cases)
        )
        for host, cases in found.items()
    ]


def _cases_text(names: list[str]) -> str:
    rest = len(names) - MOST_TOLD
    if rest <= 0:
        return listed(names)
    text = ngettext("{names} and {count} other", "{names} and {count} others", rest)
    return text.format(names=", ".join(names[:MOST_TOLD]), count=rest)


def case_sentences(across: AcrossCases, place: int, effects: Sequence[MoveEffect] = ()) -> tuple[str, ...]:
    """What becomes of the leader in the case at ``place``, and the moves that do it."""
    baseline, now = across.baseline, across.results[place]
    if np.isnan(now.totals).any():
        return (_("Its moves cannot all be made, so it has no ranking."),)
    if baseline.leader is None or now.leader is None:
        return (_("No host can lead.") if now.leader is None else _("No host can lead at the baseline."),)
    if now.hosts[now.leader] == across.leaders[0]:
        return (_stays(across, now),)
    return (_unseated(across, now), *_moves_that_matter(across, effects))


def _stays(across: AcrossCases, now: Results) -> str:
    said = {"leader": _name(across, across.leaders[0] or "")}
    ahead, before = lead(now), lead(across.baseline)
    if ahead is None or before is None:
        return _("{leader} stays first.").format(**said)
    if ahead <= TIE:
        return _("{leader} stays first, and shares the place.").format(**said)
    text = _("{leader} stays first, {lead} points ahead ({before} at the baseline).")
    return text.format(**said, lead=lead_points(ahead), before=lead_points(before))


def _unseated(across: AcrossCases, now: Results) -> str:
    first, leader = across.baseline.leader or 0, now.leader or 0
    said = {"leader": _name(across, now.hosts[leader]), "before": _name(across, now.hosts[first])}
    behind = float(now.totals[leader] - now.totals[first])
    if not now.ranks[first]:
        return _("{leader} leads instead of {before}, which fails {must}.").format(**said, must=now.failed[first])
    if not now.eligible[first]:
        return _("{leader} leads instead of {before}, which lacks over a quarter of the weight.").format(**said)
    if behind <= TIE:
        return _("{leader} shares the first place with {before}.").format(**said)
    return _("{leader} leads instead of {before}, {lead} points ahead of it.").format(**said, lead=lead_points(behind))


def _moves_that_matter(across: AcrossCases, effects: Sequence[MoveEffect]) -> Iterator[str]:
    names = across.baseline.names
    most = [e for e in effects if e.margin < -TIE][:MOST_TOLD]
    if most:
        told = [f"{step_text(e.step, names)} ({signed_points(e.margin)})" for e in most]
        yield _("What moves most against it: {moves}.").format(moves="; ".join(told))
    if not effects:
        return
    needed = [step_text(e.step, names) for e in effects if e.is_needed]
    said = {"before": _name(across, across.leaders[0] or ""), "moves": "; ".join(needed[:MOST_TOLD])}
    if not needed:
        yield _("No single move decides it: without any one of them it would still be so.")
        return
    text = ngettext(
        "Without this move {before} would lead: {moves}.",
        "Without one of these {before} would lead: {moves}.",
        len(needed),
    )
    yield text.format(**said)


def leaves_said(across: AcrossCases, place: int, host: str) -> str:
    """The leaves on which a case moves a host (an id) most; empty where it moves none."""
    moved = across.moved_leaves(place, across.hosts.index(host))
    names = across.baseline.names
    return listed([f"{names[leaf]} ({signed_points(change)})" for leaf, change in moved[:MOST_TOLD]])


def sides_said(everywhere: Mapping[str, AcrossCases], place: int, host: str) -> str:
    """What a case does to a host (an id) in each view, by the view's name: who gains by it and who loses."""
    told = []
    for across in everywhere.values():
        h = across.hosts.index(host)
        view = across.baseline.sources.view.name
        told.append(f"{view} {signed_points(float(across.totals[place, h] - across.totals[0, h]))}")
    return "; ".join(told)


def regret_said(across: AcrossCases) -> str:
    """Whose worst regret is least, and under what it is met; or why there is no regret."""
    stakes = across.stakes
    if stakes.regret is None or stakes.worst_regret is None:
        return reason_said(stakes.no_regret)
    if np.isnan(stakes.worst_regret).all():
        return _("Every host fails a must in some case, so none has a worst regret.")
    least = int(np.nanargmin(stakes.worst_regret))
    worst = float(stakes.worst_regret[least])
    name = _name(across, across.hosts[least])
    if worst <= TIE:
        return _("{host} is best in every case, so choosing it leaves no regret.").format(host=name)
    met = across.cases[stakes.cases[int(stakes.regret[:, least].argmax())]]
    text = _("Choosing {host} risks least: at most {regret} points of regret, under «{case}».")
    return text.format(host=name, regret=points(worst), case=case_name(met))


def expected_said(across: AcrossCases) -> str:
    """Who has most by the probabilities of the sets, or why that cannot be told."""
    stakes = across.stakes
    if stakes.expected is None:
        return reason_said(stakes.no_expected)
    if np.isnan(stakes.expected).all():
        return _("Every host fails a must in some case, so none has an expected total.")
    order = [h for h in np.argsort(-stakes.expected, kind="stable").tolist() if not np.isnan(stakes.expected[h])]
    first = {"host": _name(across, across.hosts[order[0]]), "total": points(float(stakes.expected[order[0]]))}
    if len(order) < 2:
        return _("{host} is expected to have {total} points.").format(**first)
    text = _("{host} is expected to have most, {total} points; {second} follows with {other}.")
    second = _name(across, across.hosts[order[1]])
    return text.format(**first, second=second, other=points(float(stakes.expected[order[1]])))


def reason_said(reason: Reason | None) -> str:
    """Why a figure over the sets is not there; empty where it is."""
    return {
        "synthesis": _("Only absolute totals can be compared across cases; choose the synthesis absolute for regret."),
        "no probabilities": _("No set has a probability yet, so there is no expected total."),
        "probabilities": _("The sets' probabilities lie outside 0 to 1 or sum to more than 1."),
    }.get(reason or "", "")


def _name(across: AcrossCases, host: str) -> str:
    return across.baseline.names[host]
