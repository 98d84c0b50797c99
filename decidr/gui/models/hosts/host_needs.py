"""What a host still needs, in rows and in words, and where each is given."""

from __future__ import annotations

from collections.abc import Sequence

from decidr.core.analysis.hosts.host_needs import Need, needs_seen_in
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import Criterion
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _, ngettext
from decidr.number_text import figure, listed, per_cent


def host_needs(results: Results, host: str) -> tuple[Need, ...]:
    """What a host that counts lacks in the results' view; nothing for a dormant one, which cannot be judged."""
    return needs_seen_in(results.sources, host) if host in results.hosts else ()


def headings() -> tuple[Heading, ...]:
    """Headings of ``rows``."""
    return Heading(_("Criterion")), Heading(_("What it needs")), Heading(_("Weight"), is_number=True)


def rows(results: Results, host: str, needs: Sequence[Need]) -> list[tuple[Entry, ...]]:
    """A row for each need, in its order."""
    return [_row(results, host, need) for need in needs]


def address_of(need: Need, host: str) -> str:
    """Where in the window it is given: the cell, or the pair."""
    return f"data:{need.leaf}:{host}" if need.other is None else f"weights:{need.leaf}::{host}:{need.other}"


def need_told(results: Results, need: Need) -> str:
    """One need in a few words: its leaf, and the host that it is compared with."""
    if need.other is None:
        return results.names[need.leaf]
    return _("{leaf} against {host}").format(leaf=results.names[need.leaf], host=results.names[need.other])


def needs_told(results: Results, host: str, needs: Sequence[Need]) -> str:
    """How much is left, as a heading; that nothing is, if so."""
    name = results.names[host]
    cells = sum(need.other is None for need in needs)
    pairs = len(needs) - cells
    parts = []
    if cells:
        parts.append(ngettext("{count} value", "{count} values", cells).format(count=cells))
    if pairs:
        parts.append(ngettext("{count} judgment", "{count} judgments", pairs).format(count=pairs))
    if not parts:
        return _("{host} has all that it needs.").format(host=name)
    return _("{host} still needs {parts}").format(host=name, parts=listed(parts))


def weight_told(results: Results, host: str) -> str:
    """What the gaps mean for the host's place; empty where it lacks no weight."""
    h = results.hosts.index(host)
    share = sum(results.global_[leaf] for leaf, gaps in zip(results.leaves, results.missing, strict=True) if gaps[h])
    if not share > 0:
        return ""
    if results.ranks[h] and not results.eligible[h]:
        text = _("{share} of the weight is missing; above 25 % a host keeps its place, but cannot lead.")
    else:
        text = _("{share} of the weight is missing; until it is there, the middle of its range counts.")
    return text.format(share=per_cent(float(share), 0))


def next_need(needs: Sequence[Need], order: Sequence[Need], after: Need) -> Need | None:
    """The next that is left, in the ``order`` of the beginning, and from its start again; None when all are there."""
    place = order.index(after) + 1 if after in order else 0
    turned = [*order[place:], *order[:place]]
    return next((need for need in turned if need in needs), needs[0] if needs else None)


def _row(results: Results, host: str, need: Need) -> tuple[Entry, ...]:
    weight = results.global_[need.leaf]
    main = results.tree.main_criterion(need.leaf)
    above = results.names[main] if main != need.leaf else ""
    place = address_of(need, host)
    name = results.names[need.leaf]
    said = per_cent(weight) if weight == weight else "–"  # noqa: PLR0124 - NaN has no weight
    return (
        Entry(name, lead=above, place=place),
        Entry(_what(results, need), tone="second", place=place),
        Entry(said, exact=repr(weight), order=weight, is_number=True, tone="second", place=place),
    )


def _what(results: Results, need: Need) -> str:
    if need.other is not None:
        return _("a judgment against {host}").format(host=results.names[need.other])
    criterion, way = results.sources.criteria[need.leaf], results.sources.ways_of_scoring[need.leaf]
    if way == "rating":
        names = [level.name for level in results.study.levels if level.criterion == need.leaf]
        return _("one of {levels}").format(levels=listed(names)) if names else _("a level")
    return _("a score from 0 on") if way == "direct" else _value(criterion)


def _value(criterion: Criterion) -> str:
    """A value between the ends, in the leaf's unit."""
    if criterion.worst is None or criterion.best is None:
        return _("a value in {unit}").format(unit=criterion.unit) if criterion.unit else _("a value")
    ends = {"worst": figure(criterion.worst), "best": figure(criterion.best)}
    if not criterion.unit or criterion.unit in ("1-9", "1–9"):
        return _("a value, from {worst} to {best}").format(**ends)
    return _("a value, from {worst} to {best}, in {unit}").format(**ends, unit=criterion.unit)
