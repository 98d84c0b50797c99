"""Whether other methods say the same, as rows of words: every other way of solving, and CR by every table."""

from __future__ import annotations

from decidr.core.analysis.nodes import LARGEST_CR
from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.agreement_words import ratio_said, way_named, way_said
from decidr.core.analysis.sensitivity.method_agreement import TABLES, MethodAgreement, OtherWay, RatioByTable
from decidr.gui.models.shared.entry_table import Entry, Heading, Tone
from decidr.language import _


def way_headings() -> list[Heading]:
    """The heads of the table of other ways."""
    return [Heading(_("Solved otherwise")), Heading(_("Same leader")), Heading(_("What it says"))]


def way_rows(results: Results, agreement: MethodAgreement) -> list[list[Entry]]:
    """A row for each other method, then one for the study without each host."""
    return [_way_row(results, way) for way in agreement.ways]


def ratio_headings() -> list[Heading]:
    """The heads of the table of consistency ratios."""
    return [Heading(_("Judgments under")), *(Heading(table, True) for table in TABLES), Heading(_("In words"))]


def ratio_rows(results: Results, agreement: MethodAgreement) -> list[list[Entry]]:
    """A row for each matrix: its CR by each table of random indices; it leads to the judgments."""
    return [_ratio_row(results, ratio) for ratio in agreement.ratios]


def _way_row(results: Results, way: OtherWay) -> list[Entry]:
    same = _("–") if not way.is_solved else _("yes") if way.is_same else _("no")
    tone: Tone = "look_here" if way.is_solved and not way.is_same else ""
    name = way_named(results, way)
    leader, _sign, passes = way_said(results, way).partition("; ")
    return [
        Entry(name[:1].upper() + name[1:], order=name),
        Entry(same, order=same, tone=tone, is_strong=bool(tone)),
        Entry(leader, below=passes, tone=tone),
    ]


def _ratio_row(results: Results, ratio: RatioByTable) -> list[Entry]:
    who = next((person.name for person in results.study.participants if person.id == ratio.participant), "")
    ratios = [ratio.ratios[table] for table in TABLES]
    return [
        Entry(results.study.name_of(ratio.node), below=who, place=f"weights:{ratio.node}"),
        *(_ratio(cr) for cr in ratios),
        Entry(ratio_said(ratio), tone="" if ratio.is_undisputed else "look_here"),
    ]


def _ratio(cr: float | None) -> Entry:
    if cr is None:
        return Entry("–", is_number=True, tone="second")
    return Entry(f"{cr:.3f}", exact=f"{cr:.10g}", order=cr, is_number=True, tone="look_here" if cr > LARGEST_CR else "")
