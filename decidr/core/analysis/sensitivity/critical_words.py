"""Critical cells and judgments in words: what one figure alone would have to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decidr.core.analysis.results import Results
from decidr.language import _
from decidr.number_text import figure, listed

if TYPE_CHECKING:
    from decidr.core.analysis.sensitivity.critical_cells import CriticalCell
    from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment  # loads scipy

DIGITS = 4
"""Values at a tie are told with so many significant digits."""


def cell_said(results: Results, cell: CriticalCell) -> str:
    """At which value of one cell who draws level with the leader or takes its place."""
    leaf = results.study.name_of(cell.criterion)
    is_own = cell.host == cell.leader
    said = {
        "host": results.names[cell.host],
        "leader": results.names[cell.leader],
        "leaf": leaf,
        "value": value_said(results, cell.criterion, cell.value_at_tie),
        "now": _now_said(cell),
    }
    if cell.by_must and not is_own:
        return _("{leader} leads once {leaf} of {host} is beyond {value} (now {now}) and {host} fails a must.").format(
            **said
        )
    if cell.by_must:
        return _("{leader} meets its musts and draws level once its {leaf} is {value} (now {now}).").format(**said)
    if cell.change is None:
        text = _("{leader} draws level if its {leaf} is {value} (now {now}).")
        other = _("{leader} draws level if {leaf} of {host} is {value} (now {now}).")
    elif cell.change > 0:
        text = _("{leader} draws level once its {leaf} rises to {value} (now {now}).")
        other = _("{leader} draws level once {leaf} of {host} rises to {value} (now {now}).")
    else:
        text = _("{leader} draws level once its {leaf} falls to {value} (now {now}).")
        other = _("{leader} draws level once {leaf} of {host} falls to {value} (now {now}).")
    return (text if is_own else other).format(**said)


def cells_can_decide(results: Results) -> bool:
    """Whether it can be asked which cell alone would change the leader: not without one, or where two share the place.

    Nor where every leaf is compared in pairs, so that there are no cells.
    """
    has_cells = any(way != "pairwise" for way in results.sources.ways_of_scoring.values())
    return has_cells and len(results.sharing_first) == 1


def no_cell_said(results: Results) -> str:
    """Why no cell is told: none alone changes the leader, or it cannot be asked."""
    if results.leader is None:
        return _("No host leads, so no cell can change the leader.")
    if len(results.sharing_first) > 1:
        hosts = listed([results.names[results.hosts[h]] for h in results.sharing_first])
        return _("{hosts} share the first place, so any change of their cells decides.").format(hosts=hosts)
    if not cells_can_decide(results):
        return _("Every leaf compares the hosts in pairs, so there are no cells.")
    return _("No cell alone changes the leader.")


def nearest_cell_said(results: Results, cells: Sequence[CriticalCell]) -> str:
    """The cell that takes least; gaps, which have no value now, where nothing else does it."""
    return cell_said(results, cells[0]) if cells else _("No cell alone changes the leader.")


def value_said(results: Results, criterion: str, value: float | str) -> str:
    """A value with its unit, or the name of a level."""
    if isinstance(value, str):
        return value
    unit = results.sources.criteria[criterion].unit
    if unit[:1].isdigit():  # the scale itself, such as 1-9
        return _("{value} on {scale}").format(value=figure(value, DIGITS), scale=unit)
    return f"{figure(value, DIGITS)} {unit}".rstrip()


def _now_said(cell: CriticalCell) -> str:
    """What the cell is now, without its unit."""
    if cell.change is None:
        return _("missing")
    if cell.value_now is None:
        return _("a mean")
    return cell.value_now if isinstance(cell.value_now, str) else figure(cell.value_now, DIGITS)


def judgment_said(results: Results, judgment: CriticalJudgment) -> str:
    """At which judgment of two hosts who draws level with the leader; told the way round in which it is at least 1."""
    is_kept = judgment.value_at_tie >= 1
    first, second = (judgment.first, judgment.second) if is_kept else (judgment.second, judgment.first)
    value, now = (v if is_kept else 1 / v for v in (judgment.value_at_tie, judgment.value_now))
    text = _("{leader} draws level once {first} is preferred {value} times to {second} on {leaf} (now {now}).")
    return text.format(
        leader=results.names[judgment.leader],
        first=results.names[first],
        second=results.names[second],
        leaf=results.study.name_of(judgment.criterion),
        value=figure(value, DIGITS),
        now=figure(now, DIGITS),
    )
