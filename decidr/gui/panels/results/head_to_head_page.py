"""Results, second page: any two hosts against each other, why the weaker is not first, and every leaf and source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.results.head_to_head import HeadToHeadChart, Pair, against
from decidr.gui.messages import Messages
from decidr.gui.panels.results.leaf_rows import difference_headings, difference_rows
from decidr.gui.panels.results.why_not_card import WhyNotCard, weaker
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.host_choice import fill_with_hosts
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _


class HeadToHeadPage(PageScroll):
    """``pair_chosen`` gives the ids of two hosts, ``go_to`` the place of a cell."""

    pair_chosen = Signal(str, str)
    go_to = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("head_to_head_page", parent)
        self._results: Results | None = None
        self._pair: Pair = ("", "")
        self.first = ChoiceBox("first_host", _("First host"), 18)
        self.second = ChoiceBox("second_host", _("Second host"), 18)
        self.chart = HeadToHeadChart()
        self.leaves = EntryView("leaf_differences")
        self._card = Card()
        self.add(self._choices())
        self._card.add(self.chart)
        self.add(self._card)
        self.why_not = WhyNotCard()
        self.add(self.why_not)
        self._leaves_card = self._card_of_leaves()
        self.add(self._leaves_card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._show_leaves_of)

    def show_pair(self, results: Results, focus: Focus, pair: Pair | None) -> None:
        """Show two hosts of these results; None where there are fewer than two."""
        self._card.setVisible(pair is not None)
        self.why_not.setVisible(pair is not None)
        self.leaves.setVisible(pair is not None)
        if pair is None:
            return
        is_new = self._results is None or self._pair != pair or results.leaves != self._results.leaves
        self._results, self._pair = results, pair
        for choice, host in ((self.first, pair[0]), (self.second, pair[1])):
            fill_with_hosts(choice, results, host)
        self.chart.show_pair(results, focus, *pair)
        self._card.set_title(against(results, *pair))
        self.why_not.show_host(results, weaker(results, *pair))
        headings = difference_headings(results.names[pair[0]], results.names[pair[1]])
        self.leaves.table.show_rows(difference_rows(results, *pair), headings)
        if is_new:
            self.leaves.fit()

    def _choices(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.first)
        line.addWidget(text_label(_("against"), "second"))
        line.addWidget(self.second)
        line.addStretch(1)
        for choice in (self.first, self.second):
            choice.activated.connect(self._tell_pair)
        return row

    def _card_of_leaves(self) -> Card:
        self.leaves.setAccessibleName(_("Every leaf and source"))
        self.leaves.show_sorting(4, Qt.SortOrder.DescendingOrder)
        self.leaves.opened.connect(self.go_to)
        card = Card(_("Every leaf and source; double-click a value to go to its cell"))
        card.add(self.leaves)
        return card

    def _chosen(self) -> Pair:
        return self.first.currentData() or "", self.second.currentData() or ""

    def _tell_pair(self) -> None:
        first, second = self._chosen()
        if first == second:  # the other choice takes what this one had
            first, second = self._pair[1], self._pair[0]
        self.pair_chosen.emit(first, second)

    def _show_leaves_of(self, mark: Mark) -> None:
        """Select the leaves behind a bar, and bring the first into view."""
        if self._results:
            names = {self._results.study.name_of(leaf) for leaf in self._results.tree.leaves_under(mark.criterion)}
            first = self.leaves.select_rows(lambda entry: entry.text in names)
            if first is not None:
                self.leaves.setFocus()
                self.ensureVisible(0, self._leaves_card.y() + self.leaves.y() + first.center().y())
