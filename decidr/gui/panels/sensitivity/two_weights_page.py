"""Sensitivity, the tab of two weights, or of three: who leads where, and how far the border is."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.winner_maps import WinnerMap, triangle, two_way
from decidr.core.analysis.sensitivity.winner_regions import Point
from decidr.core.study.criteria import GOAL
from decidr.gui.charts.sensitivity.sweep import by_how_little
from decidr.gui.charts.sensitivity.winner_map import LEAST_HEIGHT, WinnerMapChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import scaled
from decidr.language import _

MOST_HEIGHT = 760
"""Of the chart, in pixels."""
LEAST_WIDTH, MOST_WIDTH = 124, 230
"""Of a choice."""


class TwoWeightsPage(SensitivityTab):
    """``criteria`` are those that move (ids), children of ``node``: two of them, or three."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("two_weights_page", document, messages, parent)
        self.invitation = _("Drag the point to try its weights.")
        self.node = GOAL
        self.criteria: tuple[str, ...] = ()
        self._map: WinnerMap | None = None
        self._drawn: tuple[object, ...] = ()
        self.chart = WinnerMapChart()
        self.counts = SegmentedButtons([("2", _("Two")), ("3", _("Three"))], _("How many weights move"))
        self.choice = ChoiceBox("map_under", _("Criteria under"))
        words = (_("First criterion"), _("Second criterion"), _("Third criterion"))
        self.choices = tuple(ChoiceBox(f"map_criterion_{place}", text) for place, text in enumerate(words))
        self.aside = text_label("", "caption", "look_here")
        self._card = self._map_card()
        self.add(self._card, 1)
        PictureMenu(self.chart, messages)
        self._connect()

    def refresh(self) -> str:
        """Draw the map of the study's own weights, and the point that is tried, if it lies on this map."""
        results = self.own
        self._choose_criteria(results)
        self._card.setVisible(bool(self.criteria))
        if not self.criteria:
            return _("It takes three criteria under one node, and hosts to rank: then two weights can move together.")
        wanted = (results, self.criteria, self.document.focus)
        if wanted != self._drawn:
            self._drawn = wanted
            self._map = (
                two_way(results, *self.criteria) if len(self.criteria) == 2 else triangle(results, *self.criteria)
            )
            self.chart.show_map(results, self._map, self.document.focus)
        self._show_tried()
        return self.chart.heading

    def show_place(self, place: str) -> None:
        """Show ``2`` or ``3`` weights, of the children of a node, or of a criterion and its siblings."""
        tree = self.own.tree
        if place in ("2", "3"):
            self.counts.choose(place)
        elif place in tree.parent:
            self.node, self.criteria = tree.parent[place], (place,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = min(self.viewport().width(), self.viewport().height() - 112)
        self.chart.setMinimumHeight(min(max(LEAST_HEIGHT, room), MOST_HEIGHT))

    # what is chosen

    def _choose_criteria(self, results: Results) -> None:
        """Keep what was chosen while it is there; what lacks are those that take least."""
        fill_with_parents(self.choice, results, self.node)
        self.node = self.choice.currentData() or GOAL
        siblings = results.tree.children.get(self.node, ())
        count = int(self.counts.choice)
        if not set(self.criteria) <= set(siblings) or len(self.criteria) != count:
            least = [sweep.criterion for sweep in by_how_little(results, self.node)]
            kept = [criterion for criterion in self.criteria if criterion in siblings]
            self.criteria = tuple(dict.fromkeys([*kept, *least]))[:count]
        self.criteria = self.criteria if len(self.criteria) == count else ()
        self._fill_choices(results, siblings)

    def _fill_choices(self, results: Results, siblings: tuple[str, ...]) -> None:
        wanted = [(results.study.name_of(criterion), criterion) for criterion in siblings]
        for place, box in enumerate(self.choices):
            box.setVisible(place < len(self.criteria))
            if wanted != [(box.itemText(i), box.itemData(i)) for i in range(box.count())]:
                box.clear()
                for name, criterion in wanted:
                    box.addItem(name, criterion)
            if place < len(self.criteria):
                box.setCurrentIndex(box.findData(self.criteria[place]))
                box.setToolTip(box.currentText())

    def _take_choice(self, place: int) -> None:
        """Take another criterion; if another choice has it, that one takes what this one had."""
        chosen, before = self.choices[place].currentData(), self.criteria
        swapped = [before[place] if criterion == chosen else criterion for criterion in before]
        swapped[place] = chosen
        self._begin_anew(tuple(swapped))

    def _choose_node(self, node: str) -> None:
        if node != self.node:
            self.node = node
            self._begin_anew(())

    def _begin_anew(self, criteria: tuple[str, ...]) -> None:
        self.criteria = criteria
        self.document.stop_trying()
        self.changed.emit()

    # what is tried

    def _show_tried(self) -> None:
        tried = self.document.tried_weights
        is_here = bool(tried) and set(tried) <= set(self.criteria)
        self.chart.show_point(self._point_of(self.document.results) if is_here else None)
        is_aside = bool(tried) and not is_here
        self.aside.setText(_("Other weights are tried; this map is that of the study's own.") if is_aside else "")
        self.aside.setVisible(is_aside)

    def _point_of(self, results: Results) -> Point | None:
        if self._map is None or not self._map.share > 0:
            return None
        a, b = (results.local[criterion] / self._map.share for criterion in self.criteria[:2])
        return a, b, 1 - a - b

    def _try(self, point: Point) -> None:
        self.document.try_weights(self.chart.places.weights(point))

    # how it is put together

    def _map_card(self) -> Card:
        top = QWidget()
        row = FlowLayout(top)
        row.addWidget(self.counts)
        for box in (self.choice, *self.choices):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumWidth(scaled(LEAST_WIDTH))
            box.setMaximumWidth(scaled(MOST_WIDTH))
            row.addWidget(box)
        card = Card()
        card.add(top)
        card.add(self.aside)
        card.add(self.chart, 1)
        return card

    def _connect(self) -> None:
        self.chart.point_moved.connect(self._try)
        self.chart.point_reset.connect(self.document.stop_trying)
        self.chart.host_clicked.connect(self.document.select_host)
        self.counts.chosen.connect(lambda _count: self._begin_anew(self.criteria[:2]))
        self.choice.activated.connect(lambda _index: self._choose_node(self.choice.currentData()))
        for place, box in enumerate(self.choices):
            box.activated.connect(lambda _index, place=place: self._take_choice(place))
