"""Sensitivity, the performance tab: scores on each criterion, and what the criteria weigh."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.sensitivity.performance import LEAST_HEIGHT, PerformanceChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.node_tab import NodeTab
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.language import _

MOST_HEIGHT = 680
"""Of the chart, in pixels."""


class PerformancePage(NodeTab):
    """``node`` is the one whose criteria have an axis each."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("performance_page", ("axes_under", _("Criteria under")), document, messages, parent)
        self.chart = PerformanceChart()
        self._card = self.node_card(self.chart, 1)
        self.add(self._card, 1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)

    def refresh(self) -> str:
        """Draw the scores of now, with the weights that are tried, if any."""
        results = self.document.results
        self.offer_nodes(results)
        has_any = bool(results.hosts and results.leaves)
        self._card.setVisible(has_any)
        if not has_any:
            return _("Nothing to show yet: that takes criteria that count, and hosts to compare.")
        self.chart.show_scores(results, self.document.focus, self.node)
        return self.chart.heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.chart.setMinimumHeight(min(max(LEAST_HEIGHT, self.viewport().height() - 112), MOST_HEIGHT))

    def _press(self, mark: Mark) -> None:
        self.document.select_host(mark.host)
