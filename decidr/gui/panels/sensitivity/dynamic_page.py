"""Sensitivity, the dynamic tab: drag weights of any level, several at once; everything follows."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from decidr.core.analysis.sensitivity.tried_weights import dragged
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.sensitivity.dynamic import DynamicChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.language import _


class DynamicPage(SensitivityTab):
    """``node`` is the one whose criteria have their weights here; what was dragged under others stays held."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("dynamic_page", document, messages, parent)
        self.invitation = _("Drag a weight, or several: each stays, the others keep proportion.")
        self.node = GOAL
        self.chart = DynamicChart()
        self.choice = ChoiceBox()
        self._card = self._chart_card()
        self.add(self._card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self._connect()

    def refresh(self) -> str:
        """Draw the weights and totals of now."""
        own, now = self.own, self.document.results
        fill_with_parents(self.choice, own, self.node)
        self.node = self.choice.currentData() or GOAL
        has_any = bool(own.hosts and own.leaves)
        self._card.setVisible(has_any)
        if not has_any:
            return _("Nothing to move yet: that takes criteria that count, and hosts to compare.")
        self.chart.show_weights(own, now, self.document.tried_weights, self.document.focus, self.node)
        return self.chart.heading

    def show_place(self, place: str) -> None:
        """Show the weights of the children of a node, or of a leaf and its siblings."""
        tree = self.own.tree
        self.node = place if place in tree.children else tree.parent.get(place, self.node)

    def _chart_card(self) -> Card:
        self.choice.setObjectName("weights_under")
        self.choice.setAccessibleName(_("Weights under"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(22)
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addStretch(1)
        card = Card()
        card.body.addLayout(top)
        card.add(self.chart)
        return card

    def _connect(self) -> None:
        self.chart.weight_moved.connect(self._drag)
        self.chart.weight_let_go.connect(self._let_go)
        self.chart.weights_reset.connect(self.document.stop_trying)
        self.chart.pressed.connect(self._press)
        self.choice.activated.connect(lambda _index: self._choose_node(self.choice.currentData()))

    def _drag(self, criterion: str, weight: float) -> None:
        self.document.try_weights(dragged(self.own, self.document.tried_weights, criterion, weight))

    def _let_go(self, criterion: str) -> None:
        held = {node: weight for node, weight in self.document.tried_weights.items() if node != criterion}
        self.document.try_weights(held)

    def _press(self, mark: Mark) -> None:
        if mark.kind == "host":
            self.document.select_host(mark.host)
        elif mark.criterion in self.own.tree.children:
            self._choose_node(mark.criterion)

    def _choose_node(self, node: str) -> None:
        if node != self.node:
            self.node = node
            self.changed.emit()
