"""Sensitivity, «What would it take?»: the least change of weights, and of single cells, that unseats the leader."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell, critical_cells
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip, smallest_flips
from decidr.core.study.criteria import GOAL
from decidr.gui.jobs import Progress
from decidr.gui.models.flip_lines import cell_headings, cell_rows
from decidr.gui.panels.sensitivity.flip_row import FlipRow
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.entry_view import EntryView
from decidr.gui.panels.widgets.folded_rows import FoldedRows
from decidr.gui.panels.widgets.late_work import LateWork
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _

MOST_ROWS = 12
"""So many hosts are shown at once."""


class Takes(NamedTuple):
    """What it takes for another host to be first."""

    flips: tuple[Flip, ...]
    cells: tuple[CriticalCell, ...]


class FlipsPage(PageScroll):
    """Worked out off the UI thread; ``found`` tells that it is there.

    ``go_to`` asks for a cell, ``try_wanted`` gives local weights by criterion (ids) that are to be tried.
    """

    found = Signal()
    go_to = Signal(str)
    try_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("flips_page", parent)
        self._work = LateWork(self, "flips")
        self._results: Results | None = None
        self.takes: Takes | None = None
        self.level = ChoiceBox()
        self.flips = FoldedRows("flips", MOST_ROWS)
        self.cells = EntryView("critical_cells", stretched=4)
        self._no_cells = text_label(_("No cell alone changes the leader."), "second")
        self._weights_card, self._cells_card = Card(_("By weights")), Card(_("By a single figure"))
        self._lay_out()
        self.level.activated.connect(lambda _index: self._ask())
        self.cells.opened.connect(self.go_to)

    def show_results(self, results: Results) -> None:
        """Show what it takes in these results, as soon as that is worked out."""
        self._results = results
        self._offer_levels(results)
        self._ask()

    def _ask(self) -> None:
        results, level = self._results, self.level.currentData() or GOAL
        if results is None:
            return

        def work(progress: Progress) -> Takes:
            return Takes(smallest_flips(results, level, progress.step), critical_cells(results, progress.step))

        self._work.ask((results, level), work, self._take)

    def _take(self, takes: Takes) -> None:
        self.takes = takes
        if self._results is None:
            return
        least_first = sorted(takes.flips, key=_effort)
        self.flips.show_rows(len(least_first), lambda place: self._row(least_first[place]))
        self.cells.table.show_rows(cell_rows(self._results, takes.cells), cell_headings())
        self.cells.setVisible(bool(takes.cells))
        self.cells.fit()
        self._no_cells.setVisible(not takes.cells)
        for card in (self._weights_card, self._cells_card):
            card.setVisible(self._results.leader is not None)
        self.found.emit()

    def _row(self, flip: Flip) -> FlipRow:
        assert self._results is not None
        return FlipRow(self._results, flip, lambda: self.try_wanted.emit(flip.weights))

    def _offer_levels(self, results: Results) -> None:
        """The nodes whose children's weights may move, and all leaves."""
        chosen = self.level.currentData() or GOAL
        self.level.blockSignals(True)
        if (place := self.level.findData(LEAVES)) >= 0:
            self.level.removeItem(place)
        fill_with_parents(self.level, results, chosen)
        self.level.addItem(_("All leaves, each by itself"), LEAVES)
        self.level.setCurrentIndex(max(self.level.findData(chosen), 0))
        self.level.blockSignals(False)

    def _lay_out(self) -> None:
        self.level.setObjectName("flip_level")
        self.level.setAccessibleName(_("Which weights may move"))
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.level.setMinimumContentsLength(22)
        self.cells.setAccessibleName(_("What figure would put another host first"))
        self._weights_card.add_at_title(self.level)
        self._weights_card.add(self.flips)
        self._cells_card.add(self._no_cells)
        self._cells_card.add(self.cells)
        for card in (self._weights_card, self._cells_card):
            card.hide()
            self.add(card)
        self.column.addStretch(1)


def _effort(flip: Flip) -> float:
    """Sorts by the points of weight that move; those that no weights make win come last."""
    return float("inf") if flip.moved is None else flip.moved
