"""Sensitivity, the head-to-head tab: two hosts against each other, with the weights that are tried."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.results.head_to_head import HeadToHeadChart, Pair, against
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.host_choice import fill_with_hosts
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class HeadToHeadTab(SensitivityTab):
    """``pair`` are the two hosts (ids); at first the leader of the study's own weights and the second."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("head_to_head_tab", document, messages, parent)
        self.pair: Pair | None = None
        self.chart = HeadToHeadChart()
        self.first = ChoiceBox("first_of_pair", _("First host"), 12)
        self.second = ChoiceBox("second_of_pair", _("Second host"), 12)
        self._card = self._chart_card()
        self.add(self._card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)

    def refresh(self) -> str:
        """Draw where each of the two is ahead now, with the weights that are tried, if any."""
        results = self.document.results
        self.pair = self.pair if self.pair and set(self.pair) <= set(results.hosts) else self._first_two()
        self._card.setVisible(self.pair is not None)
        if self.pair is None:
            return _("It takes two hosts to compare.")
        for choice, host in zip((self.first, self.second), self.pair, strict=True):
            fill_with_hosts(choice, results, host)
        self.chart.show_pair(results, self.document.focus, *self.pair)
        return against(results, *self.pair)

    def _first_two(self) -> Pair | None:
        own = self.own
        best = dict.fromkeys([*(own.hosts[h] for h in own.eligible_order), *own.hosts])
        first, second, *_others = [*best, "", ""]
        return (first, second) if second else None

    def _chart_card(self) -> Card:
        top = QWidget()
        row = FlowLayout(top)
        for choice in (self.first, self.second):
            choice.activated.connect(self._choose)
        row.addWidget(self.first)
        row.addWidget(text_label(_("against"), "second", wraps=False))
        row.addWidget(self.second)
        card = Card()
        card.add(top)
        card.add(self.chart)
        return card

    def _choose(self) -> None:
        first, second = self.first.currentData(), self.second.currentData()
        if first == second and self.pair:  # the other choice takes what this one had
            first, second = self.pair[1], self.pair[0]
        self.pair = first, second
        self.changed.emit()

    def _press(self, mark: Mark) -> None:
        """A bar leads to the gradient of its criterion."""
        self.go_to.emit(f"sensitivity:{mark.criterion}")
