"""Sensitivity, the dynamic tab: drag weights of any level, several at once; everything follows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decidr.core.analysis.sensitivity.tried_weights import dragged
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.sensitivity.dynamic import DynamicChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.node_tab import NodeTab
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.language import _


class DynamicPage(NodeTab):
    """``node`` is the one whose criteria have their weights here; what was dragged under others stays held."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("dynamic_page", ("weights_under", _("Weights under")), document, messages, parent)
        self.invitation = _("Drag a weight, or several: each stays, the others keep proportion.")
        self.chart = DynamicChart()
        self._card = self.node_card(self.chart)
        self.add(self._card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self._connect()

    def refresh(self) -> str:
        """Draw the weights and totals of now."""
        own, now = self.own, self.document.results
        self.offer_nodes(own)
        has_any = bool(own.hosts and own.leaves)
        self._card.setVisible(has_any)
        if not has_any:
            return _("Nothing to move yet: that takes criteria that count, and hosts to compare.")
        self.chart.show_weights(own, now, self.document.tried_weights, self.document.focus, self.node)
        return self.chart.heading

    def _connect(self) -> None:
        self.chart.weight_moved.connect(self._drag)
        self.chart.weight_let_go.connect(self._let_go)
        self.chart.weights_reset.connect(self.document.stop_trying)
        self.chart.pressed.connect(self._press)

    def _drag(self, criterion: str, weight: float) -> None:
        self.document.try_weights(dragged(self.own, self.document.tried_weights, criterion, weight))

    def _let_go(self, criterion: str) -> None:
        held = {node: weight for node, weight in self.document.tried_weights.items() if node != criterion}
        self.document.try_weights(held)

    def _press(self, mark: Mark) -> None:
        if mark.kind == "host":
            self.document.select_host(mark.host)
        elif mark.criterion in self.own.tree.children:
            self.choose_node(mark.criterion)
