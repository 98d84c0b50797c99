"""Sensitivity, «Do the methods agree?»: every other way of solving the study, and CR by every table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.method_agreement import MethodAgreement, method_agreement
from decidr.core.analysis.sensitivity.words import agreement_said, ratios_said
from decidr.gui.models.method_lines import ratio_headings, ratio_rows, way_headings, way_rows
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.entry_view import EntryView
from decidr.gui.panels.widgets.late_work import LateWork
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class MethodsPage(PageScroll):
    """Worked out off the UI thread; ``found`` tells that it is there, ``go_to`` asks for judgments."""

    found = Signal()
    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("methods_page", parent)
        self._work = LateWork(self, "methods")
        self._results: Results | None = None
        self.agreement: MethodAgreement | None = None
        self.ways = EntryView("other_ways", stretched=2, whole=0)
        self.ratios = EntryView("ratios_by_table", stretched=0)
        self.said, self.ratios_said = text_label("", "body"), text_label("", "body")
        self._ways_card = Card(_("Other methods, and the study without each host"))
        self._ratios_card = Card(_("CR by table of random indices; at most 0.10 passes"))
        self._lay_out()
        self.ratios.opened.connect(self.go_to)

    def show_results(self, results: Results) -> None:
        """Show whether the methods agree on these results, as soon as that is worked out."""
        self._results = results
        self._work.ask((results,), lambda progress: method_agreement(results, progress.step), self._take)

    def _take(self, agreement: MethodAgreement) -> None:
        self.agreement, results = agreement, self._results
        if results is None:
            return
        self.said.setText(agreement_said(results, agreement))
        self.ratios_said.setText(ratios_said(results, agreement))
        self.ways.table.show_rows(way_rows(results, agreement), way_headings())
        self.ratios.table.show_rows(ratio_rows(results, agreement), ratio_headings())
        for view in (self.ways, self.ratios):
            view.fit()
        self._ways_card.setVisible(bool(agreement.ways))
        self._ratios_card.setVisible(bool(agreement.ratios))
        self.found.emit()

    def _lay_out(self) -> None:
        self.ways.setAccessibleName(_("What other methods say"))
        self.ratios.setAccessibleName(_("Consistency ratios by table"))
        for card, widgets in (
            (self._ways_card, (self.said, self.ways)),
            (self._ratios_card, (self.ratios_said, self.ratios)),
        ):
            for widget in widgets:
                card.add(widget)
            card.hide()
            self.add(card)
        self.column.addStretch(1)
