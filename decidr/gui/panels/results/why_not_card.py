"""«Why not this host?»: what it loses to the leader, what it wins, and which cell alone would put it first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.why_not import why_not_sentences
from decidr.core.analysis.results import Results
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class WhyNotCard(Card):
    """One sentence a line, the first one stronger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("why_not")
        self.standing, self.reasons = text_label("", "strong"), text_label("", "body")
        self.add(self.standing)
        self.add(self.reasons)

    def show_host(self, results: Results, host: str) -> None:
        """Say why a host (an id) is not first."""
        first, *rest = why_not_sentences(results, host)
        self.set_title(_("Why not {host}?").format(host=results.names[host]))
        self.standing.setText(first)
        self.reasons.setText("\n".join(rest))
        self.reasons.setVisible(bool(rest))


def weaker(results: Results, first: str, second: str) -> str:
    """Of two hosts (ids) the one that is further from leading; never the leader."""
    leader = None if results.leader is None else results.hosts[results.leader]
    if leader in (first, second):
        return second if leader == first else first
    order = [results.hosts[h] for h in (*results.eligible_order, *results.order)]
    places = [order.index(host) if host in order else len(order) for host in (first, second)]
    return first if places[0] > places[1] else second
