"""Rows that say how each host fares: expected rank, how often it is first, and how sure with its own weights."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, sqrt

from decidr.core.analysis.robustness.words import share_said
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _
from decidr.number_text import per_cent


def host_headings() -> tuple[Heading, ...]:
    """Headings of ``host_rows``."""
    return (
        Heading(_("Host")),
        Heading(_("Expected rank"), is_number=True),
        Heading(_("First in"), is_number=True),
        Heading(_("Standard error"), is_number=True),
        Heading(_("Confidence"), is_number=True),
    )


def host_rows(shown: Simulated, *, is_outdated: bool = False) -> list[tuple[Entry, ...]]:
    """One row a host, the best expected rank first; all of it is quiet where the study has moved on."""
    rows = [_row(shown, row) for row in shown.rows]
    return [tuple(replace(entry, tone="third") for entry in row) for row in rows] if is_outdated else rows


def _row(shown: Simulated, row: int) -> tuple[Entry, ...]:
    mean, first = float(shown.robustness.expected_rank[row]), float(shown.firsts[row])
    error = first_error(shown, row)
    return (
        Entry(shown.name(row), order=shown.name(row)),
        Entry(f"{mean:.2f}", exact=repr(mean), order=mean, is_number=True),
        Entry(share_said(first, 1), exact=repr(first), order=first, is_number=True),
        Entry(per_cent(error, 2), exact=repr(error), order=error, is_number=True, tone="second"),
        _confidence(shown, row),
    )


def first_error(shown: Simulated, row: int) -> float:
    """The standard error of a host's share of first ranks; NaN while replicates do not tell it yet."""
    robustness = shown.robustness
    if not robustness.replicates:
        share = min(max(float(shown.firsts[row]), 0.0), 1.0)
        return sqrt(share * (1.0 - share) / robustness.samples)
    shares = [float(tally.ranks[row, 0]) / tally.samples for tally in robustness.replicates if tally.samples]
    count = len(shares)
    if count < 2:
        return float("nan")
    mean = sum(shares) / count
    return sqrt(sum((share - mean) ** 2 for share in shares) / (count - 1) / count)


def _confidence(shown: Simulated, row: int) -> Entry:
    if shown.robustness.confidence is None:
        return Entry("…", is_number=True, tone="third", exact=_("known when all draws are there"))
    share = float(shown.robustness.confidence[row])
    if isnan(share):
        return Entry("–", order=-1.0, is_number=True, tone="third", exact=_("never first, or cannot lead"))
    return Entry(share_said(share, 1), exact=repr(share), order=share, is_number=True)
