"""What a cell does to its host's total, in sentences."""

from __future__ import annotations

from math import isnan

from decidr.core.analysis.results import Results
from decidr.gui.models.data.cell_words import measure
from decidr.gui.models.data.data_sheet import CellFact
from decidr.language import _, ngettext
from decidr.number_text import points


def score_words(results: Results, fact: CellFact) -> str:
    """The score that the cell gives and what it adds to the total; why it counts for nothing where it does."""
    if not fact.row.is_counted:
        return _("«{leaf}» does not count in this view.").format(leaf=fact.row.criterion.name)
    if not fact.column.is_counted:
        return _("{host} is dormant, so nothing here counts.").format(host=fact.column.host.name)
    leaf, host = results.leaves.index(fact.row.id), results.hosts.index(fact.column.id)
    score, added = float(results.raw_scores[leaf, host]), float(results.contributions[leaf, host])
    total = points(float(results.totals[host]))
    if isnan(score):
        return _("It gives no score yet; the findings say why.")
    if results.missing[leaf, host]:
        return _gap_words(results, leaf, host, score, total)
    weight = points(results.global_[fact.row.id])
    own = "" if fact.supposed else measure(fact)  # what is supposed scores, not the study's own figure
    said = _("{what} scores {score} and adds {added} of {total} points; {weight} at most.").format(
        what=own or _("It"),
        score=f"{score:.2f}",
        added=points(added),
        total=total,
        weight=weight,
    )
    return " ".join(part for part in (said, _turn_words(results, fact)) if part)


def _gap_words(results: Results, leaf: int, host: int, score: float, total: str) -> str:
    low, high = float(results.low_scores[leaf, host]), float(results.high_scores[leaf, host])
    said = _("Missing: it counts with the score {score}, could be {low} to {high}, and moves the total of {total}.")
    return said.format(score=f"{score:.2f}", low=f"{low:.2f}", high=f"{high:.2f}", total=total)


def _turn_words(results: Results, fact: CellFact) -> str:
    if fact.is_closed and not (fact.supposed and fact.supposed.is_opened):
        return _("Closed, so it counts at the worst end.")
    return _("This view turns the leaf.") if fact.row.id in results.sources.view.turned else ""


def people_words(fact: CellFact) -> str:
    """Who else gave a value; empty where nobody did."""
    if not fact.others:
        return ""
    text = ngettext(
        "{count} participant gave a value, and it counts instead of the study's own.",
        "{count} participants gave values; their weighted mean counts instead of the study's own.",
        fact.others,
    )
    return text.format(count=fact.others)
