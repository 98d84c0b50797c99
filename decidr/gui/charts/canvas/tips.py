"""Tips: what a mark says when it is pointed at, at full precision."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from decidr.gui.charts.canvas.leaf_facts import LeafFact
from decidr.gui.theme import CAPTION, scaled
from decidr.language import _
from decidr.number_text import MINUS

MOST = 8
"""Leaves that a tip lists before it sums up the rest."""


def exact_points(share: float) -> str:
    """Points of 100 with all the digits that carry meaning."""
    return f"{share * 100:.10g}".replace("-", MINUS)


def tip(title: str, line: str, facts: Sequence[LeafFact] = ()) -> str:
    """A title, a line below it, and the leaves behind, the weightiest first."""
    by_size = sorted(facts, key=lambda fact: -abs(fact.points))
    rows = "".join(_row(fact) for fact in by_size[:MOST])
    more = len(by_size) - MOST
    rest = f"<p>{escape(_('and {count} more').format(count=more))}</p>" if more > 0 else ""
    table = f"<table cellspacing='0' cellpadding='2'>{rows}</table>" if rows else ""
    return f"<p style='white-space:pre'><b>{escape(title)}</b><br>{escape(line)}</p>{table}{rest}"


def _row(fact: LeafFact) -> str:
    """Name and points, and below them the value and where it comes from, in smaller letters."""
    status = "" if fact.evidence == "measured" and not fact.closed else _shortened(fact.status)
    origin = ", ".join(part for part in (fact.year, status, _shortened(fact.source)) if part)
    name, below = escape(fact.name), escape(f"{fact.measure} · {origin}" if origin else fact.measure)
    one_line = "style='white-space:pre'"
    return (
        f"<tr><td {one_line}>{name}</td><td align='right'>&nbsp;&nbsp;{exact_points(fact.points)}</td></tr>"
        f"<tr><td {one_line} colspan='2'><span style='font-size:{scaled(CAPTION)}px'>{below}</span></td></tr>"
    )


def _shortened(text: str, most: int = 44) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
