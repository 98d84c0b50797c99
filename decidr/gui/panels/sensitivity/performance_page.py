"""Sensitivity, the performance tab: scores on each criterion, and what the criteria weigh."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.sensitivity.performance import LEAST_HEIGHT, PerformanceChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.language import _

MOST_HEIGHT = 680
"""Of the chart, in pixels."""


class PerformancePage(SensitivityTab):
    """``node`` is the one whose criteria have an axis each."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("performance_page", document, messages, parent)
        self.node = GOAL
        self.chart = PerformanceChart()
        self.choice = ChoiceBox()
        self._card = self._chart_card()
        self.add(self._card, 1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)
        self.choice.activated.connect(lambda _index: self._choose(self.choice.currentData()))

    def refresh(self) -> str:
        """Draw the scores of now, with the weights that are tried, if any."""
        results = self.document.results
        fill_with_parents(self.choice, results, self.node)
        self.node = self.choice.currentData() or GOAL
        has_any = bool(results.hosts and results.leaves)
        self._card.setVisible(has_any)
        if not has_any:
            return _("Nothing to show yet: that takes criteria that count, and hosts to compare.")
        self.chart.show_scores(results, self.document.focus, self.node)
        return self.chart.heading

    def show_place(self, place: str) -> None:
        """Show the criteria of a node, or a leaf and its siblings."""
        tree = self.own.tree
        self.node = place if place in tree.children else tree.parent.get(place, self.node)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.setMinimumHeight(min(max(LEAST_HEIGHT, self.viewport().height() - 112), MOST_HEIGHT))

    def _chart_card(self) -> Card:
        self.choice.setObjectName("axes_under")
        self.choice.setAccessibleName(_("Criteria under"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(22)
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addStretch(1)
        card = Card()
        card.body.addLayout(top)
        card.add(self.chart, 1)
        return card

    def _choose(self, node: str) -> None:
        if node != self.node:
            self.node = node
            self.changed.emit()

    def _press(self, mark: Mark) -> None:
        self.document.select_host(mark.host)
