"""The card of one host: which weights favour it, against today's."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.robustness.words import share_said
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.robustness.central_weights import CentralWeightsChart, confidence_told
from decidr.gui.charts.robustness.simulated import Simulated
from decidr.gui.messages import Messages
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE, scaled
from decidr.language import _


class FavourCard(Card):
    """``host_chosen`` tells whom the user wants to see, ``node_chosen`` that other criteria are wanted."""

    host_chosen = Signal(str)
    node_chosen = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("favour_card")
        self.node = GOAL
        self.chart = CentralWeightsChart()
        self.hosts = ChoiceBox("favoured_host", _("Host"), 8)
        self.nodes = ChoiceBox("favoured_by", _("Criteria under"), 8)
        self.confidence = text_label("", "second")
        self.confidence.setObjectName("confidence_words")
        PictureMenu(self.chart, messages)
        self._lay_out()
        self.hosts.activated.connect(lambda _index: self.host_chosen.emit(self.hosts.currentData()))
        self.nodes.activated.connect(lambda _index: self._choose_node())

    def show_host(self, shown: Simulated, focus: Focus, host: str, *, is_outdated: bool) -> None:
        """Show the weights with which a host (an id) is first."""
        self._fill_hosts(shown, host)
        fill_with_parents(self.nodes, shown.results, self.node)
        self.node = self.nodes.currentData() or GOAL
        self.chart.choose(host, self.node)
        self.chart.show_simulated(shown, focus, is_outdated=is_outdated)
        words = confidence_told(shown, host)
        self.confidence.setText(words)
        self.confidence.setVisible(bool(words))

    def _fill_hosts(self, shown: Simulated, chosen: str) -> None:
        wanted = [(_host_told(shown, row), shown.robustness.hosts[row]) for row in shown.rows]
        listed = [(self.hosts.itemText(i), self.hosts.itemData(i)) for i in range(self.hosts.count())]
        if wanted != listed and not self.hosts.view().isVisible():
            self.hosts.clear()
            for text, host in wanted:
                self.hosts.addItem(text, host)
        self.hosts.setCurrentIndex(max(self.hosts.findData(chosen), 0))

    def _choose_node(self) -> None:
        self.node = self.nodes.currentData()
        self.node_chosen.emit()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE[2])
        for box in (self.hosts, self.nodes):
            box.setMaximumWidth(scaled(260))
            top.addWidget(box, 1)
        top.addStretch(0)
        self.body.addLayout(top)
        self.add(self.chart)
        self.add(self.confidence)


def _host_told(shown: Simulated, row: int) -> str:
    """«Canada, first in 33 %»."""
    share = float(shown.firsts[row])
    if share == 0:
        return _("{host}, never first").format(host=shown.name(row))
    return _("{host}, first in {share}").format(host=shown.name(row), share=share_said(share))
