"""Sensitivity: what weight would change the answer; the weight can be dragged, and everything follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.one_way import OneWay
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.gradient import GradientChart
from decidr.gui.charts.sweep import answer, by_how_little, sweep_of
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.weight_rows import OF_THE_WHOLE, weight_headings, weight_rows
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.entry_view import EntryView
from decidr.gui.panels.widgets.link_button import link_button
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _


class SensitivityPanel(Panel):
    """The gradient of one criterion, and the table of all criteria of a node; ``go_to`` asks for their judgments."""

    go_to = Signal(str)

    parts = Part.RESULTS | Part.VIEW | Part.FOCUS | Part.STUDY

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("sensitivity_panel")
        self.node = GOAL
        self.criterion = ""
        self._results: Results | None = None
        self._sweeps: Sequence[OneWay] = ()
        self._drawn: tuple[object, ...] = ()
        self.header = PageHeader(_("What would change the answer?"))
        self.chart = GradientChart()
        self.reset = QPushButton(_("Reset"))
        self.choice = ChoiceBox()
        self.weights = EntryView("weights_that_matter", stretched=3, whole=3)
        self._page = PageScroll("sensitivity_page")
        PictureMenu(self.chart, messages)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Follow the study; while a weight is tried only the line moves, for the sweeps are of the study's weights."""
        results = self.document.results_by_view[self.document.view]
        if results is not self._results:
            self._results = results
            self._take_sweeps(results)
        self._draw()

    def show_place(self, address: str) -> None:
        """Show the gradient of ``sensitivity:<criterion>``."""
        tree, criterion = self.document.results.tree, address.partition(":")[2]
        if criterion in tree.parent:
            self.node, self.criterion, self._results = tree.parent[criterion], criterion, None
            self.document.stop_trying()
            self.refresh()

    # what is shown

    def _take_sweeps(self, results: Results) -> None:
        """Sweep every criterion under the chosen node, the one that takes least first."""
        fill_with_parents(self.choice, results, self.node)
        self.node = self.choice.currentData() or GOAL
        children = results.tree.children.get(self.node, ())
        self._sweeps = by_how_little(results, self.node)
        if self.criterion not in children:
            self.criterion = self._sweeps[0].criterion if self._sweeps else ""
        had = self.weights.table.rowCount()
        self.weights.table.show_rows(weight_rows(results, self._sweeps), weight_headings())
        self.weights.setColumnHidden(OF_THE_WHOLE, self.node == GOAL)  # there it is the weight itself
        if had != len(self._sweeps):
            self.weights.fit()
        self._drawn = ()

    def _draw(self) -> None:
        sweep = next((s for s in self._sweeps if s.criterion == self.criterion), None)
        self._page.setVisible(sweep is not None)
        if sweep is None or self._results is None:
            self.header.set_subtitle(_("No weight can move yet: that takes two criteria under one, and hosts to rank."))
            return
        wanted = (self._results, self.criterion, self.document.focus, self.document.study.hosts)
        if wanted != self._drawn:
            self._drawn = wanted
            self._draw_sweep(self._results, sweep)
        tried = self.document.what_if
        is_tried = tried is not None and tried.criterion == self.criterion
        self.chart.show_weight(tried.weight if tried and is_tried else sweep.weight_now)
        self.reset.setVisible(is_tried)

    def _draw_sweep(self, results: Results, sweep: OneWay) -> None:
        heading = answer(results, sweep)
        self.header.set_subtitle(heading)
        self.chart.show_sweep(sweep_of(results, sweep), self.document.focus, heading)
        row = next(i for i, s in enumerate(self._sweeps) if s.criterion == self.criterion)
        self.weights.choose_row(row)
        if self.weights.entries.strong_row != row:
            self.weights.entries.strong_row = row
            self.weights.viewport().update()

    # how it is laid out

    def _lay_out(self) -> None:
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        self._page.add(self._chart_card(), 1)
        self._page.add(self._weights_card())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._page, 1)
        column.addStretch()

    def _chart_card(self) -> Card:
        self.reset.setObjectName("reset_weight")
        self.reset.setToolTip(_("Back to the study's own weight (Esc)"))
        self.reset.hide()
        card, place = Card(), QGridLayout()
        place.addWidget(self.chart, 0, 0)
        place.addWidget(self.reset, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(place)
        return card

    def _weights_card(self) -> Card:
        self.choice.setObjectName("criteria_under")
        self.choice.setAccessibleName(_("Criteria under"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(22)
        self.weights.setAccessibleName(_("What weight of each criterion would change the leader"))
        top = QHBoxLayout()
        top.addWidget(text_label(_("Criteria under"), "caption"))
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
        self.reset.clicked.connect(self.document.stop_trying)
        self.choice.activated.connect(lambda _index: self._choose_node(self.choice.currentData()))
        self.weights.row_chosen.connect(self._choose_row)
        self.weights.opened.connect(self.go_to)

    def _judge_again(self) -> None:
        self.go_to.emit(f"weights:{self.node}")

    def _try(self, weight: float) -> None:
        self.document.try_weight(self.criterion, weight)

    def _choose_node(self, node: str) -> None:
        if node != self.node:
            self.node, self.criterion = node, ""
            self._results = None
            self.document.stop_trying()
            self.refresh()

    def _choose_row(self, row: int) -> None:
        criterion = self._sweeps[row].criterion
        if criterion != self.criterion:
            self.criterion = criterion
            self.document.stop_trying()
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.document.stop_trying()
