"""Sensitivity, first tab: the gradient of one criterion, and the table of all, sorted by how little it takes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.sensitivity.gradient import GradientChart
from decidr.gui.charts.sensitivity.sweep import EVERYWHERE, answer, by_how_little, sweep_of
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.sensitivity.weight_rows import OF_THE_WHOLE, weight_headings, weight_rows
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.theme import scaled
from decidr.language import _

LEAST_HEIGHT, MOST_HEIGHT = 300, 620
"""Of the chart, in pixels; between them it leaves the first rows of the table in view."""
NARROW = 560
"""Pixels of the page below which the table has no room for global weights."""


class OneWeightPage(SensitivityTab):
    """``node`` is the one whose criteria are listed, ``criterion`` the one that is drawn (ids)."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("one_weight_page", document, messages, parent)
        self.invitation = _("Drag the line to try a weight; nothing in the study changes.")
        self.node, self.criterion = EVERYWHERE, ""
        self._results: Results | None = None
        self._sweeps: Sequence[OneWay] = ()
        self._drawn: tuple[object, ...] = ()
        self.chart = GradientChart()
        self.choice = ChoiceBox("criteria_under", _("Criteria under"), 18)
        self.weights = EntryView("weights_that_matter", stretched=3, whole=3)
        self._cards = self._chart_card(), self._weights_card()
        self.add(self._cards[0], 1)
        self.add(self._cards[1])
        PictureMenu(self.chart, messages)
        self._connect()

    def refresh(self) -> str:
        """Follow the study; while weights are tried only the line moves, for the sweeps are of the study's own."""
        if self.own is not self._results:
            self._results = self.own
            self._take_sweeps(self.own)
        sweep = next((s for s in self._sweeps if s.criterion == self.criterion), None)
        for card in self._cards:
            card.setVisible(sweep is not None)
        if sweep is None:
            return _("No weight can move yet: that takes two criteria under one, and hosts to rank.")
        self._draw(self.own, sweep)
        return self.chart.heading

    def show_place(self, place: str) -> None:
        """Show the gradient of a criterion; the table lists all of them if it does not list this one."""
        tree = self.document.results.tree
        if place in tree.parent:
            listed = self.node in (EVERYWHERE, tree.parent[place])
            self.node, self.criterion, self._results = self.node if listed else EVERYWHERE, place, None
            self.document.stop_trying()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.setMinimumHeight(min(max(LEAST_HEIGHT, round(0.62 * self.viewport().height())), MOST_HEIGHT))
        self._hide_what_has_no_room()

    # what is shown

    def _take_sweeps(self, results: Results) -> None:
        """Sweep every criterion that is listed, the one that takes least first."""
        fill_with_parents(self.choice, results, self.node, above=(_("All criteria"), EVERYWHERE))
        self.node = self.choice.currentData() or EVERYWHERE
        self._sweeps = by_how_little(results, self.node)
        if self.criterion not in [sweep.criterion for sweep in self._sweeps]:
            self.criterion = self._sweeps[0].criterion if self._sweeps else ""
        had = self.weights.table.rowCount()
        self.weights.table.show_rows(weight_rows(results, self._sweeps), weight_headings())
        self._hide_what_has_no_room()
        if had != len(self._sweeps):
            self.weights.fit()
        self._drawn = ()

    def _hide_what_has_no_room(self) -> None:
        """Global weights are left out on a narrow page, and under the goal, where they are the local ones."""
        self.weights.setColumnHidden(OF_THE_WHOLE, self.node == GOAL or self.viewport().width() < scaled(NARROW))

    def _draw(self, results: Results, sweep: OneWay) -> None:
        wanted = (results, self.criterion, self.document.focus, self.document.study.hosts)
        if wanted != self._drawn:
            self._drawn = wanted
            self._draw_sweep(results, sweep)
        tried = self.document.tried_weights
        self.chart.show_weight(tried[self.criterion] if [*tried] == [self.criterion] else sweep.weight_now)

    def _draw_sweep(self, results: Results, sweep: OneWay) -> None:
        self.chart.show_sweep(sweep_of(results, sweep), self.document.focus, answer(results, sweep))
        row = next(i for i, s in enumerate(self._sweeps) if s.criterion == self.criterion)
        self.weights.choose_row(row)
        if self.weights.entries.strong_row != row:
            self.weights.entries.strong_row = row
            self.weights.viewport().update()

    # how it is laid out

    def _chart_card(self) -> Card:
        card = Card()
        card.add(self.chart)
        return card

    def _weights_card(self) -> Card:
        self.weights.setAccessibleName(_("What weight of each criterion would change the leader"))
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addStretch(1)
        top.addWidget(link_button(_("Judge them again ›"), "judge_again", self._judge_again))
        card = Card()
        card.body.addLayout(top)
        card.add(self.weights)
        return card

    # what the user does

    def _connect(self) -> None:
        self.chart.weight_moved.connect(self._try)
        self.chart.weight_reset.connect(self.document.stop_trying)
        self.chart.host_clicked.connect(self.document.select_host)
        self.choice.activated.connect(lambda _index: self._choose_node(self.choice.currentData()))
        self.weights.row_chosen.connect(self._choose_row)
        self.weights.opened.connect(self.go_to)

    def _judge_again(self) -> None:
        self.go_to.emit(f"weights:{self.own.tree.parent.get(self.criterion, GOAL)}")

    def _try(self, weight: float) -> None:
        self.document.try_weight(self.criterion, weight)

    def _choose_node(self, node: str) -> None:
        if node != self.node:
            self.node, self.criterion, self._results = node, "", None
            self._end_try()

    def _choose_row(self, row: int) -> None:
        criterion = self._sweeps[row].criterion
        if criterion != self.criterion:
            self.criterion = criterion
            self._end_try()

    def _end_try(self) -> None:
        """Begin anew from the study's own weights."""
        self.document.stop_trying()
        self.changed.emit()
