"""Results, fourth page: what the hosts cost, beside how good they are."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from decidr.core.analysis.cost.beside_quality import cost_beside_quality
from decidr.core.analysis.cost.words import answer, terms
from decidr.gui.charts.results.cost import CostChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.results.money_entry import CostEntry, RateEntry, lacking_rates
from decidr.gui.models.shared.typed_table import TypedTable
from decidr.gui.panels.tables.table_actions import table_action
from decidr.gui.panels.tables.typed_view import TypedView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext


class CostPage(PageScroll):
    """The chart where there is a table, the table of costs, and the rates where money is in other currencies.

    ``host_clicked`` gives a host, ``go_to`` a place in the window.
    """

    host_clicked = Signal(str)
    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("cost_page", parent)
        self._document, self._messages = document, messages
        self.chart = CostChart()
        self.costs = TypedView("cost_table", _("Costs"), TypedTable(CostEntry(document)))
        self.rates = TypedView("rate_table", _("Rates"), TypedTable(RateEntry(document)))
        self.currency = link_button("", "study_currency", lambda: self.go_to.emit("study:currency"))
        self.chart_card, self.invitation = Card(), self._invitation()
        self.chart_card.add(self.chart)
        self.costs_card = Card(_("What each host costs"))
        self.costs_card.add_at_title(self.currency)
        self.rates_card = Card()
        for card, view in ((self.costs_card, self.costs), (self.rates_card, self.rates)):
            card.add(view)
            self._give_actions(view)
        for card in (self.chart_card, self.invitation, self.costs_card, self.rates_card):
            self.add(card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(lambda mark: self.host_clicked.emit(mark.host))

    def show_costs(self) -> str:
        """Show the document's costs as they are now; the answer in a sentence."""
        document = self._document
        beside = cost_beside_quality(document.results)
        has_chart = beside is not None and bool(beside.counted.any())
        if beside is not None and has_chart:
            self.chart.show_costs(beside, document.focus)
            self.chart_card.set_title(terms(beside))
        self.chart_card.setVisible(has_chart)
        self.invitation.setVisible(beside is None)
        self.costs.table.refresh()
        self._show_rates()
        return answer(beside) if beside is not None else _("Money stands beside the tree, not in it")

    def _show_rates(self) -> None:
        study = self._document.study
        own = study.currency.strip()
        self.rates.table.refresh()
        self.rates_card.setVisible(bool(study.rates or lacking_rates(study)))
        title = _("Rates: how much one {currency} buys") if own else _("Rates: how much one unit of the study's buys")
        self.rates_card.set_title(title.format(currency=own))
        said = _("Where none is named: {currency} ›") if own else _("Name the study's currency ›")
        self.currency.setText(said.format(currency=own))

    def _invitation(self) -> Card:
        """What stands in place of the chart while there is no table."""
        card = Card()
        card.setObjectName("cost_invitation")
        card.body.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[4])
        card.add(text_label(_("What does it cost in each place?"), "section"))
        about = _(
            "Write what each host costs, item by item, in the currency in which you were told. decidr adds it up at"
            " the rates you state, and draws cost against quality: the total without the criteria that are costs."
        )
        card.add(text_label(about, "second"))
        row = QHBoxLayout()
        row.setSpacing(SPACE[1])
        for name, text, do in (
            ("type_costs", _("Type the first cost"), self._begin),
            ("paste_costs", _("Paste from a spreadsheet"), self._paste),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAutoDefault(True)
            button.clicked.connect(lambda _checked=False, do=do: do())
            row.addWidget(button)
        row.addStretch(1)
        card.body.addSpacing(SPACE[1])
        card.body.addLayout(row)
        return card

    def _give_actions(self, view: TypedView) -> None:
        name = view.objectName()
        table_action(view, f"{name}_copy", _("Copy"), view.copy)
        table_action(view, f"{name}_paste", _("Paste"), view.paste)
        table_action(view, f"{name}_remove", _("Remove rows"), lambda: self._remove(view))
        view.removal_wanted.connect(lambda: self._remove(view))
        view.pasted.connect(self._tell_pasted)
        view.table.refused.connect(self._tell_refusal)

    def _begin(self) -> None:
        self.costs.begin_row()
        self.ensureWidgetVisible(self.costs)

    def _paste(self) -> None:
        if QGuiApplication.clipboard().text().strip():
            self.costs.begin_row()
            self.costs.paste()
        else:
            self._messages.tell(
                _("Copy rows of a spreadsheet first: host, item, amount, currency, year and source, in this order.")
            )

    def _remove(self, view: TypedView) -> None:
        if gone := view.table.remove(view.chosen_rows):
            told = ngettext("Removed {count} row.", "Removed {count} rows.", gone).format(count=gone)
            self._messages.tell(told, undo_offer(self._document))

    def _tell_pasted(self, rows: int) -> None:
        if rows:
            told = ngettext("Pasted {count} row.", "Pasted {count} rows.", rows).format(count=rows)
            self._messages.tell(told, undo_offer(self._document))

    def _tell_refusal(self, trouble: str) -> None:
        if trouble:
            self._messages.warn(trouble)
