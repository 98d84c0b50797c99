"""Rows of what to mend in the data: the cell, what is wrong, and what it could do to the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from decidr.core.analysis.data.flaw_words import effect_told, flaw_told, kind_word, lead_told
from decidr.core.analysis.data.quality import KINDS, Flaw, FlawKind
from decidr.core.analysis.results import Results
from decidr.core.analysis.verdict.paragraph import put_first_by_gaps
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.language import _, ngettext
from decidr.number_text import listed

ASKING: tuple[FlawKind, ...] = ("missing", "placeholder")
"""Kinds that say «look here»."""


def quality_headings() -> tuple[Heading, ...]:
    """Headings of ``quality_rows``."""
    return Heading(_("Cell")), Heading(_("What to mend")), Heading(_("What it alone could do"))


def quality_rows(results: Results, flaws: Sequence[Flaw]) -> list[tuple[Entry, ...]]:
    """A row for each flaw, in their order; double-clicking one leads to its cell, or to its criterion."""
    return [_row(results, flaw, place) for place, flaw in enumerate(flaws)]


def quality_title(flaws: Sequence[Flaw]) -> str:
    """The answer as a heading: whether any cell alone could change the leader."""
    if not flaws:
        return _("Nothing to mend in the data")
    leading = sum(bool(flaw.effect and flaw.effect.leaders) for flaw in flaws)
    if leading:
        text = ngettext(
            "{count} cell alone could change the leader", "{count} cells could each change the leader", leading
        )
        return text.format(count=leading)
    if any(flaw.effect for flaw in flaws):
        return _("No gap or placeholder changes the leader")
    text = ngettext("{count} thing to look at in the data", "{count} things to look at in the data", len(flaws))
    return text.format(count=len(flaws))


def quality_subtitle(results: Results) -> str:
    """What the effects mean, and whether the gaps together could do more than each alone."""
    could_lead = [results.names[results.hosts[h]] for h in put_first_by_gaps(results)]
    if could_lead:
        text = _("What each alone could do; all gaps together could put {hosts} first.")
        return text.format(hosts=listed(could_lead))
    return _("What each alone could do, all else as it is; a double click goes to the cell.")


def quality_counts(flaws: Sequence[Flaw]) -> dict[FlawKind, int]:
    """How many there are of each kind that is there."""
    found = Counter(flaw.kind for flaw in flaws)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def _row(results: Results, flaw: Flaw, place: int) -> tuple[Entry, ...]:
    names, could_lead = results.names, bool(flaw.effect and flaw.effect.leaders)
    where = f"data:{flaw.criterion}:{flaw.host}" if flaw.host else f"criteria:{flaw.criterion}"
    name, host = names[flaw.criterion], names[flaw.host] if flaw.host else _("all hosts")
    told, effect, lead = flaw_told(results, flaw), effect_told(results, flaw), lead_told(results, flaw)
    return (
        Entry(name, below=host, order=f"{name.casefold()} {host.casefold()}", place=where),
        Entry(
            kind_word(flaw.kind),
            below=told,
            order=float(KINDS.index(flaw.kind)),
            tone="look_here" if flaw.kind in ASKING else "",
        ),
        Entry(effect, below=lead, order=float(place), is_strong=could_lead),
    )
