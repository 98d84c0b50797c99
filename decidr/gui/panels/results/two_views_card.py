"""Two views side by side: a dot a host, and the ranks and points of both with what moves."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.hosts.two_views import Pair, default_pair, seen_twice
from decidr.core.analysis.results import Results
from decidr.gui.charts.results.scatter import ScatterChart
from decidr.gui.messages import Messages
from decidr.gui.models.results.two_views import (
    benchmark_told,
    biggest_moves,
    headings,
    rows,
    two_views_told,
)
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.flow import FlowLayout
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _
from decidr.number_text import listed


class TwoViewsCard(Card):
    """Which two is chosen at the top; ``host_clicked`` gives a host."""

    host_clicked = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("two_views")
        self.views: Mapping[str, Results] = {}
        self._focus: Focus = ()
        self._hosts: list[str] = []
        self._shape: object = None
        self.pair: Pair | None = None
        self.first = ChoiceBox("first_view", _("View across"), 12)
        self.second = ChoiceBox("second_view", _("View up"), 12)
        self.answer = text_label("", "section")
        self.chart = ScatterChart()
        self.moves = text_label("", "second")
        self.table = EntryView("two_views_table")
        self._lay_out()
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(lambda mark: self.host_clicked.emit(mark.host))
        self.table.clicked.connect(lambda index: self._press(self.table.model_row(index)))

    def show_views(self, views: Mapping[str, Results], focus: Focus) -> None:
        """Show two of these results (by view); the card hides where there is only one."""
        self.views, self._focus = views, focus
        study = next(iter(views.values())).study
        if self.pair is None or not set(self.pair) <= set(views):
            self.pair = default_pair(study)
        self.setVisible(self.pair is not None)
        if self.pair:
            self._show(self.pair, {view.id: view.name for view in study.views})

    def _show(self, pair: Pair, names: Mapping[str, str]) -> None:
        first, second = (self.views[view] for view in pair)
        for box, view in zip((self.first, self.second), pair, strict=True):
            _fill(box, names, view)
        seen = seen_twice(first, second)
        self.answer.setText(two_views_told(first, second, seen))
        self.chart.show_pair(first, second, self._focus)
        moves = biggest_moves(first, seen)
        text = _("From «{first}» to «{second}» most places move: {moves}.")
        same = _("Every host keeps its place from «{first}» to «{second}».")
        said = {"first": names[pair[0]], "second": names[pair[1]], "moves": listed([*moves])}
        self.moves.setText((text if moves else same).format(**said))
        shape = (headings(first, second), len(seen))
        self._hosts = [one.host for one in seen]
        self.table.table.show_rows(rows(first, seen), shape[0])
        if shape != self._shape:
            self._shape = shape
            self.table.fit()

    def _press(self, row: int) -> None:
        self.host_clicked.emit(self._hosts[row])

    def _choose(self) -> None:
        """Take the two that are chosen; one chosen twice leaves its old place to the other."""
        wanted = self.first.currentData(), self.second.currentData()
        self.pair = (self.pair[1], self.pair[0]) if self.pair and wanted[0] == wanted[1] else wanted
        self.show_views(self.views, self._focus)

    def _lay_out(self) -> None:
        row = FlowLayout(spacing=SPACE[1])
        for box in (self.first, self.second):
            box.activated.connect(lambda index: self._choose())
        row.addWidget(self.first)
        row.addWidget(text_label(_("across,"), "second", wraps=False))
        row.addWidget(self.second)
        row.addWidget(text_label(_("up"), "second", wraps=False))
        self.body.addLayout(row)
        self.body.addSpacing(SPACE[0])
        self.add(self.answer)
        self.add(text_label(benchmark_told(), "second"))
        self.body.addSpacing(SPACE[0])
        self.add(self.chart)
        self.add(self.moves)
        self.table.setAccessibleName(_("Rank and points in both views"))
        self.table.show_sorting(1, Qt.SortOrder.DescendingOrder)
        self.add(self.table)


def _fill(box: QComboBox, names: Mapping[str, str], chosen: str) -> None:
    wanted = [(name, view) for view, name in names.items()]
    if wanted != [(box.itemText(i), box.itemData(i)) for i in range(box.count())]:
        box.clear()
        for name, view in wanted:
            box.addItem(name, view)
    box.setCurrentIndex(box.findData(chosen))
    box.setToolTip(box.currentText())
