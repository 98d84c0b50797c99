"""Rows that trace a number to its leaves: value, unit, year, status and source of each."""

from __future__ import annotations

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.leaf_facts import LeafFact, leaf_facts
from decidr.gui.charts.canvas.tips import exact_points
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _
from decidr.number_text import per_cent, points, signed_points


def difference_headings(first: str, second: str) -> tuple[Heading, ...]:
    """Headings of ``difference_rows``; names of two hosts."""
    return (
        Heading(_("Leaf")),
        Heading(_("Weight"), is_number=True),
        Heading(first),
        Heading(second),
        Heading(_("Difference"), is_number=True),
    )


def difference_rows(results: Results, first: str, second: str) -> list[tuple[Entry, ...]]:
    """Every leaf of two hosts (ids), the largest difference first."""
    pairs = zip(leaf_facts(results, GOAL, first), leaf_facts(results, GOAL, second), strict=True)
    rows = [
        (
            _leaf(results, one),
            _weight(one),
            _value(one),
            _value(other),
            _difference(one, other),
        )
        for one, other in pairs
    ]
    return sorted(rows, key=lambda row: -float(row[-1].order))


def contribution_headings() -> tuple[Heading, ...]:
    """Headings of ``contribution_rows``."""
    return (
        Heading(_("Leaf")),
        Heading(_("Weight"), is_number=True),
        Heading(_("Value")),
        Heading(_("Score"), is_number=True),
        Heading(_("Points"), is_number=True),
    )


def contribution_rows(results: Results, node: str, host: str) -> list[tuple[Entry, ...]]:
    """What each leaf under ``node`` adds to a host's total, the most first."""
    facts = sorted(leaf_facts(results, node, host), key=lambda fact: -fact.points)
    return [(_leaf(results, f, node), _weight(f), _value(f), _score(f), _points(f)) for f in facts]


def _leaf(results: Results, fact: LeafFact, under: str = GOAL) -> Entry:
    """A leaf's name, with its main criterion where the table has leaves of several."""
    main = results.tree.main_criterion(fact.leaf)
    above = results.study.name_of(main) if under == GOAL and main != fact.leaf else ""
    return Entry(fact.name, below=above, order=fact.name.casefold())


def _weight(fact: LeafFact) -> Entry:
    return Entry(per_cent(fact.weight), exact=repr(fact.weight), order=fact.weight, is_number=True)


def _value(fact: LeafFact) -> Entry:
    origin = " · ".join(part for part in (fact.year, fact.status, fact.source) if part)
    asks = fact.evidence in ("placeholder", "missing") and not fact.closed
    return Entry(
        fact.measure,
        below=origin,
        order=fact.score,
        below_tone="look_here" if asks else "third",
        place=f"data:{fact.leaf}:{fact.host}" if fact.host else "",
    )


def _score(fact: LeafFact) -> Entry:
    return Entry(f"{fact.score:.2f}", exact=repr(fact.score), order=fact.score, is_number=True, tone="second")


def _points(fact: LeafFact) -> Entry:
    return Entry(
        points(fact.points),
        exact=exact_points(fact.points),
        order=fact.points,
        is_number=True,
        is_strong=True,
    )


def _difference(one: LeafFact, other: LeafFact) -> Entry:
    gap = one.points - other.points
    scores = _("scores {one} and {other}").format(one=f"{one.score:.2f}", other=f"{other.score:.2f}")
    return Entry(
        signed_points(gap),
        below=scores,
        exact=exact_points(gap),
        order=abs(gap),
        is_number=True,
        is_strong=True,
    )
