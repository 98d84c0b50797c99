"""How far people agree, and what they should talk about, as rows of words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

from decidr.core.ahp.consensus import consensus_word
from decidr.core.analysis.groups.agenda import AgendaItem
from decidr.core.analysis.groups.agreement import Agreement, NodeAgreement
from decidr.core.analysis.results import Results
from decidr.gui.models.shared.entry_table import Entry, Heading
from decidr.gui.models.weights.judging import short_ratio
from decidr.language import _, ngettext
from decidr.number_text import per_cent, signed_points

LOW = 0.5
"""Below this consensus a node is marked."""


def node_headings() -> list[Heading]:
    """The heads of the table of nodes."""
    return [
        Heading(_("Node")),
        Heading(_("Consensus"), True),
        Heading(_("In words")),
        Heading(_("People"), True),
        Heading(_("Weight"), True),
    ]


def node_rows(results: Results, found: Agreement) -> list[list[Entry]]:
    """A row for each node that at least two people judged."""
    return [_node_row(results, node) for node in found.nodes.values()]


def agenda_headings() -> list[Heading]:
    """The heads of the agenda."""
    return [Heading(_("Pair")), Heading(_("One deviation")), Heading(_("The lead moves by"), True), Heading(_("Then"))]


def agenda_rows(results: Results, items: Sequence[AgendaItem]) -> list[list[Entry]]:
    """A row for each pair that is worth a talk, the most telling first."""
    return [_agenda_row(results, item) for item in items]


def heading(found: Agreement | None) -> str:
    """How far people agree, as a heading."""
    if found is None or found.consensus is None:
        return _("Nobody can agree or differ yet")
    titles = {
        "very high": _("People agree very much"),
        "high": _("People agree to a high degree"),
        "moderate": _("People agree in part"),
        "low": _("People agree little"),
        "very low": _("People hardly agree"),
    }
    return titles.get(consensus_word(found.consensus), consensus_word(found.consensus))


def agenda_title(items: Sequence[AgendaItem]) -> str:
    """What the agenda is, or that there is none."""
    if not items:
        return _("Nothing to settle: no difference of opinion moves the lead")
    text = ngettext(
        "What the next meeting should talk about: {count} pair, by how far its disagreement moves the lead",
        "What the next meeting should talk about: {count} pairs, by how far their disagreement moves the lead",
        len(items),
    )
    return text.format(count=len(items))


def _node_row(results: Results, node: NodeAgreement) -> list[Entry]:
    weight = "–" if isnan(node.weight) else per_cent(node.weight)
    exact = f"{node.consensus:.10g}"
    name = results.nodes[node.node].node.name
    return [
        Entry(name, order=name, place=f"weights:{node.node}"),
        Entry(per_cent(node.consensus, 0), exact=exact, order=node.consensus, is_number=True, is_strong=True),
        Entry(
            consensus_word(node.consensus), order=node.consensus, tone="look_here" if node.consensus < LOW else "second"
        ),
        Entry(str(len(node.people)), order=len(node.people), is_number=True, tone="second"),
        Entry(weight, order=node.weight, is_number=True, tone="second"),
    ]


def _agenda_row(results: Results, item: AgendaItem) -> list[Entry]:
    node = results.nodes[item.node].node
    names = dict(zip(node.items, node.names, strict=True))
    place = f"weights:{item.node}::{item.first}:{item.second}"
    judged = ngettext("{count} person", "{count} people", item.judged).format(count=item.judged)
    pair = _("{first} over {second}").format(first=names[item.first], second=names[item.second])
    span = _("{low} to {high}").format(low=short_ratio(item.ratio_down), high=short_ratio(item.ratio_up))
    moves = _("{down} or {up}").format(down=signed_points(item.change_down), up=signed_points(item.change_up))
    return [
        Entry(pair, below=node.name, order=pair, place=place),
        Entry(span, below=f"{_('mean {ratio}').format(ratio=short_ratio(item.ratio))} · {judged}", order=item.spread),
        Entry(moves, order=item.largest_change, is_number=True),
        _leader(results, item),
    ]


def _leader(results: Results, item: AgendaItem) -> Entry:
    others = dict.fromkeys(host for host in (item.leader_down, item.leader_up) if host)
    text = _(" or ").join(_("{host} leads").format(host=results.names[host]) for host in others)
    return Entry(text or _("the leader stays"), order=text, is_strong=bool(text), tone="" if text else "second")
