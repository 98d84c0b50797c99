"""A tab about the criteria under one node."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.node_choice import fill_with_parents

LETTERS = 22
"""That the choice of the node has room for."""


class NodeTab(SensitivityTab):
    """``node`` is chosen above the chart, in a box of this name and these words (``choice``)."""

    def __init__(
        self,
        name: str,
        choice: tuple[str, str],
        document: Document,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, document, messages, parent)
        self.node = GOAL
        self.choice = ChoiceBox(*choice, LETTERS)
        self.choice.activated.connect(lambda _index: self.choose_node(self.choice.currentData()))

    def offer_nodes(self, results: Results) -> None:
        """List the nodes of these results; where the chosen one is gone, the first takes its place."""
        fill_with_parents(self.choice, results, self.node)
        self.node = self.choice.currentData() or GOAL

    def choose_node(self, node: str) -> None:
        """Show the criteria under a node."""
        if node != self.node:
            self.node = node
            self.changed.emit()

    def show_place(self, place: str) -> None:
        """Show the criteria under a node, or a leaf and its siblings."""
        tree = self.own.tree
        self.node = place if place in tree.children else tree.parent.get(place, self.node)

    def node_card(self, chart: QWidget, stretch: int = 0) -> Card:
        """A card of the choice and a chart below it."""
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addStretch(1)
        card = Card()
        card.body.addLayout(top)
        card.add(chart, stretch)
        return card
