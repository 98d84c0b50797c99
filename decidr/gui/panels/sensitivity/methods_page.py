"""Sensitivity, «Do the methods agree?»: every other way of solving the study, and CR by every table."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.agreement_words import agreement_said, ratios_said
from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, method_agreement
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.sensitivity.method_lines import ratio_headings, ratio_rows, way_headings, way_rows
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.late_work import LateWork
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class MethodsPage(SensitivityTab):
    """Worked out off the UI thread; ``changed`` tells that it is there."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("methods_page", document, messages, parent)
        self._work = LateWork(self, "methods")
        self._told: Results | None = None
        self.agreement: MethodAgreement | None = None
        self.ways = EntryView("other_ways", stretched=2, whole=0)
        self.ratios = EntryView("ratios_by_table", stretched=0)
        self.ratios_said = text_label("", "body")
        self._ways_card = Card(_("Other methods, and the study without each host"))
        self._ratios_card = Card(_("CR by table of random indices; at most 0.10 passes"))
        self._lay_out()
        self.ratios.opened.connect(self.go_to)

    def refresh(self) -> str:
        """Ask whether the methods agree on the study's own results, and tell what is known of it."""
        results = self.own
        self._work.ask(
            (results,),
            lambda progress: method_agreement(results, progress.step),
            lambda agreement: self._take(results, agreement),
        )
        if self.agreement is None or self._told is not results:
            return _("Solving the study by every other method…")
        return agreement_said(results, self.agreement).rstrip(".")

    def _take(self, results: Results, agreement: MethodAgreement) -> None:
        self._told, self.agreement = results, agreement
        self.ratios_said.setText(ratios_said(results, agreement))
        self.ways.table.show_rows(way_rows(results, agreement), way_headings())
        self.ratios.table.show_rows(ratio_rows(results, agreement), ratio_headings())
        for view in (self.ways, self.ratios):
            view.fit()
        self._ways_card.setVisible(bool(agreement.ways))
        self._ratios_card.setVisible(bool(agreement.ratios))
        self.changed.emit()

    def _lay_out(self) -> None:
        self.ways.setAccessibleName(_("What other methods say"))
        self.ratios.setAccessibleName(_("Consistency ratios by table"))
        for card, widgets in (
            (self._ways_card, (self.ways,)),
            (self._ratios_card, (self.ratios_said, self.ratios)),
        ):
            for widget in widgets:
                card.add(widget)
            card.hide()
            self.add(card)
        self.column.addStretch(1)
