"""Results, first page: the contributions of every host, and two hosts head to head below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.results import Results
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.results.contributions import ContributionsChart
from decidr.gui.charts.results.head_to_head import HeadToHeadChart, against
from decidr.gui.messages import Messages
from decidr.gui.panels.results.segment_card import SegmentCard
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.theme import scaled
from decidr.language import _

CHOICE_WIDTH = 190


class ContributionsPage(PageScroll):
    """``host_clicked`` gives a host, ``go_to`` a place, ``node_chosen`` whose children make up the bars now.

    ``every_leaf`` asks for the leaves of two hosts.
    """

    host_clicked = Signal(str)
    go_to = Signal(str)
    node_chosen = Signal(str)
    every_leaf = Signal()

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("contributions_page", parent)
        self.node = GOAL
        self._results: Results | None = None
        self.chart = ContributionsChart(legend_room=scaled(CHOICE_WIDTH) + 16)
        self.pair_chart = HeadToHeadChart()
        self.segment = SegmentCard()
        self.choice = ChoiceBox("stacked_by", _("Criteria that make up the bars"))
        self._pair_card = Card()
        self.add(self._contributions_card())
        self.add(self.segment)
        self.add(self._head_to_head_card())
        self.column.addStretch(1)
        self.segment.hide()
        for chart in (self.chart, self.pair_chart):
            PictureMenu(chart, messages)
        self._connect()

    def show_results(self, results: Results, focus: Focus, pair: tuple[str, str] | None) -> None:
        """Draw these results, and two of their hosts against each other."""
        self._results = results
        fill_with_parents(self.choice, results, self.node)
        self.node = self.choice.currentData() or GOAL
        self.chart.show_results(results, focus, self.node)
        self._pair_card.setVisible(pair is not None and self.segment.isHidden())
        if pair:
            self.pair_chart.show_pair(results, focus, *pair)
            self._pair_card.set_title(against(results, *pair))
        self._show_segment()

    def _contributions_card(self) -> Card:
        """The chart, with the choice of node beside its legend."""
        self.choice.setFixedWidth(scaled(CHOICE_WIDTH))
        card, place = Card(), QGridLayout()
        place.addWidget(self.chart, 0, 0)
        place.addWidget(self.choice, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        card.body.addLayout(place)
        return card

    def _head_to_head_card(self) -> Card:
        link = QPushButton(_("Every leaf and source ›"))
        link.setObjectName("every_leaf")
        link.setProperty("kind", "link")
        link.clicked.connect(self.every_leaf)
        self._pair_card.add_at_title(link)
        self._pair_card.add(self.pair_chart)
        return self._pair_card

    def _connect(self) -> None:
        self.chart.pressed.connect(self._press)
        self.pair_chart.pressed.connect(lambda _mark: self.every_leaf.emit())
        self.choice.activated.connect(lambda _index: self._choose(self.choice.currentData()))
        self.segment.closed.connect(self._close_segment)
        self.segment.go_to.connect(self.go_to)

    def _press(self, mark: Mark) -> None:
        if mark.kind == "criterion":
            self._choose(mark.criterion)
            return
        if mark.kind == "segment":
            self.segment.segment = mark.criterion, mark.host
        self.host_clicked.emit(mark.host)
        self._show_segment()

    def _choose(self, node: str) -> None:
        """Stack by the children of a node; a leaf has none, so nothing changes."""
        if self._results and node in self._results.tree.children:
            self.node = node
            self.node_chosen.emit(node)

    def _show_segment(self) -> None:
        shown, results = self.segment.segment, self._results
        if results and shown and shown[0] in results.tree.nodes and shown[1] in results.hosts:
            self.segment.show_segment(results, *shown)
            self.segment.show()
            self._pair_card.hide()
        elif shown:
            self._close_segment()

    def _close_segment(self) -> None:
        self.segment.segment = None
        self.segment.hide()
        self._pair_card.show()
        self.chart.setFocus()
