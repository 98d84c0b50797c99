"""People & views, third page: how far people agree, who with whom, and what the next meeting should talk about."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from decidr.core.ahp.consensus import consensus_word
from decidr.core.analysis.groups.agenda import AgendaItem, agenda
from decidr.core.analysis.groups.agreement import Agreement, agreement
from decidr.core.analysis.results import Results
from decidr.gui.jobs import Jobs
from decidr.gui.models.people.agreement_lines import (
    agenda_headings,
    agenda_rows,
    agenda_title,
    node_headings,
    node_rows,
)
from decidr.gui.panels.people.agreement_picture import AgreementPicture
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.reading_width import keep_readable
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _
from decidr.number_text import per_cent


class Debate(NamedTuple):
    """How far people agree, and where their differences matter."""

    agreement: Agreement
    agenda: tuple[AgendaItem, ...]


class AgreementPage(PageScroll):
    """Worked out off the UI thread; ``found`` tells that it is there, ``go_to`` asks for a pair or a node."""

    found = Signal(object)
    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("agreement_page", parent)
        self._jobs: Jobs | None = None
        self._results: Results | None = None
        self.debate: Debate | None = None
        self.figure = text_label("", "figure")
        self.word = text_label("", "body", "second")
        self.nodes, self.agenda = EntryView("consensus_by_node"), EntryView("agenda")
        self.picture = AgreementPicture()
        self._whole, self._by_node = Card(_("Consensus of the whole")), Card(_("Consensus by node"))
        self._who = Card(_("Who agrees with whom, in per cent; those who agree stand side by side"))
        self._agenda = Card()
        self._nothing = text_label("", "body", "second")
        self._lay_out()
        self.nodes.opened.connect(self.go_to)
        self.agenda.opened.connect(self.go_to)

    def show_results(self, results: Results) -> None:
        """Show how far the participants agree in these results, as soon as that is worked out."""
        if results is self._results:
            return
        self._results = results
        self._jobs = self._jobs or Jobs()
        self._jobs.run(
            "agreement",
            lambda progress: Debate(agreement(results), agenda(results, step=progress.step)),
            lambda debate: self._take(results, debate),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._jobs:
            self._jobs.close()
            self._jobs = None
            self._results = None

    def _take(self, results: Results, debate: Debate) -> None:
        self.debate = debate
        share = debate.agreement.consensus
        for card in (self._whole, self._by_node, self._who, self._agenda):
            card.setVisible(share is not None)
        self._nothing.setVisible(share is None)
        if share is not None:
            self._show_agreement(results, debate.agreement, share)
            self._show_agenda(results, debate.agenda)
        self.found.emit(debate)

    def _show_agreement(self, results: Results, found: Agreement, share: float) -> None:
        self.figure.setText(per_cent(share, 0))
        text = _("{word}. Goepel's S*: 0 % where each is for something else, 100 % where all say the same.")
        self.word.setText(text.format(word=consensus_word(share).capitalize()))
        self.nodes.table.show_rows(node_rows(results, found), node_headings())
        self.nodes.fit()
        names = {person.id: person.name for person in results.study.participants}
        judged = {person for node in found.nodes.values() for person in node.people}
        order = [p for p in found.order if found.people[p] in judged]
        shown = tuple(names[found.people[p]] for p in order)
        self.picture.show_people(shown, found.two_by_two[order][:, order])

    def _show_agenda(self, results: Results, items: tuple[AgendaItem, ...]) -> None:
        self._agenda.set_title(agenda_title(items))
        self.agenda.setVisible(bool(items))
        self.agenda.table.show_rows(agenda_rows(results, items), agenda_headings())
        self.agenda.fit()

    def _lay_out(self) -> None:
        self._nothing.setText(
            _("Consensus needs a node that two people have judged. Write questionnaires, or judge as them.")
        )
        self.figure.setObjectName("consensus")
        self.nodes.setAccessibleName(_("Consensus by node"))
        self.agenda.setAccessibleName(_("What the next meeting should talk about"))
        self.nodes.show_sorting(1, Qt.SortOrder.AscendingOrder)
        for widget in (self.figure, self.word):
            self._whole.add(widget)
        self._by_node.add(self.nodes)
        self._who.add(self.picture)
        self._agenda.add(self.agenda)
        for card in (self._nothing, self._whole, self._agenda, self._who, self._by_node):
            card.hide()
            self.add(card)
        self.column.addStretch(1)
        keep_readable(self)
