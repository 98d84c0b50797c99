"""Rows that say of each criterion what weight would change the leader."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import LeaderChange, OneWay, leader_changes
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _
from decidr.number_text import per_cent

OF_THE_WHOLE = 2
"""The column of global weights."""


def weight_headings() -> tuple[Heading, ...]:
    """Headings of ``weight_rows``."""
    return (
        Heading(_("Criterion")),
        Heading(_("Weight"), is_number=True),
        Heading(_("Of the whole"), is_number=True),
        Heading(_("What would change the leader")),
    )


def weight_rows(results: Results, sweeps: Sequence[OneWay]) -> list[tuple[Entry, ...]]:
    """Criterion, local and global weight, and the answer, in the order of ``sweeps``; each leads to its judgments."""
    return [_row(results, sweep) for sweep in sweeps]


def _row(results: Results, sweep: OneWay) -> tuple[Entry, ...]:
    return (
        Entry(results.study.name_of(sweep.criterion), place=f"weights:{results.tree.parent[sweep.criterion]}"),
        _weight(sweep.weight_now),
        _weight(sweep.global_now),
        _answer(results, sweep),
    )


def _weight(share: float) -> Entry:
    return Entry(per_cent(share, 0), exact=repr(share), order=share, is_number=True, tone="second")


def _answer(results: Results, sweep: OneWay) -> Entry:
    if sweep.reason:
        return Entry(sweep.reason, tone="third")
    changes = leader_changes(results, sweep)
    if not changes:
        return Entry(_("no weight changes the leader"), tone="second")
    texts = [_change(results, sweep, change) for change in changes]
    lead, text = texts[0]
    return Entry(", ".join([text, *(" ".join(other) for other in texts[1:])]), lead=lead)


def _change(results: Results, sweep: OneWay, change: LeaderChange) -> tuple[str, str]:
    """«above», «34 % Canada leads»; a decimal more where whole per cents would look like today's weight, 0 or 100."""
    near = min(change.distance(sweep.weight_now), change.weight, 1 - change.weight)
    decimals = 0 if near > 0.015 else 1
    host = results.names[change.host]
    words = _("{weight} {host} leads").format(weight=per_cent(change.weight, decimals), host=host)
    return (_("above") if change.is_above else _("below")), words
