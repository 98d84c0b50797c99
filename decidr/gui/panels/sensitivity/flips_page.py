"""Sensitivity, «What would it take?»: the least change of weights, and of single cells, that unseats the leader."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.sensitivity.critical_cells import CriticalCell, critical_cells
from decidr.core.analysis.sensitivity.critical_judgments import CriticalJudgment, critical_judgments
from decidr.core.analysis.sensitivity.critical_words import judgment_said, no_cell_said
from decidr.core.analysis.sensitivity.flip_words import flips_answer
from decidr.core.analysis.sensitivity.smallest_flip import LEAVES, Flip, smallest_flips, weights_moved
from decidr.core.study.criteria import GOAL
from decidr.gui.document import Document
from decidr.gui.jobs import Progress
from decidr.gui.messages import Messages
from decidr.gui.models.sensitivity.flip_lines import cell_headings, cell_rows
from decidr.gui.panels.sensitivity.flip_row import FlipRow
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.folded_rows import FoldedRows
from decidr.gui.panels.widgets.late_work import LateWork
from decidr.gui.panels.widgets.node_choice import fill_with_parents
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _

MOST_ROWS = 12
"""So many hosts are shown at once."""


class Takes(NamedTuple):
    """What it takes for another host to be first."""

    flips: tuple[Flip, ...]
    cells: tuple[CriticalCell, ...]
    judgments: tuple[CriticalJudgment, ...]


class FlipsPage(SensitivityTab):
    """Worked out off the UI thread; ``changed`` tells that it is there. Flips by the weights of a node can be tried."""

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("flips_page", document, messages, parent)
        self._work = LateWork(self, "flips")
        self._told: tuple[Results, str] | None = None
        self.takes: Takes | None = None
        self.level = ChoiceBox("flip_level", _("Which weights may move"), 22)
        self.flips = FoldedRows("flips", MOST_ROWS)
        self.cells = EntryView("critical_cells", stretched=4)
        self.judgments = FoldedRows("critical_judgments", MOST_ROWS)
        self._no_cells = text_label("", "second")
        self._weights_card, self._cells_card = Card(_("By points of weight")), Card(_("By a single figure"))
        self._judgments_card = Card(_("By a single judgment between hosts"))
        self._lay_out()
        self.level.activated.connect(lambda _index: self.changed.emit())
        self.cells.opened.connect(self.go_to)

    def refresh(self) -> str:
        """Ask what it takes in the study's own results, and tell what is known of them."""
        results = self.own
        self._offer_levels(results)
        level = self.level.currentData() or GOAL

        def work(progress: Progress) -> Takes:
            step = progress.step
            flips = smallest_flips(results, level, step)
            return Takes(flips, critical_cells(results, step), critical_judgments(results, step))

        self._work.ask((results, level), work, lambda takes: self._take(results, level, takes))
        if self.takes is None or self._told is None or self._told[0] is not results or self._told[1] != level:
            return _("Working out what it takes…")
        return flips_answer(results, self.takes.flips)

    def _take(self, results: Results, level: str, takes: Takes) -> None:
        self._told, self.takes = (results, level), takes
        least_first = sorted(takes.flips, key=_effort)
        self.flips.show_rows(len(least_first), lambda place: self._row(results, least_first[place]))
        self.cells.table.show_rows(cell_rows(results, takes.cells), cell_headings())
        self.cells.setVisible(bool(takes.cells))
        self.cells.fit()
        self._no_cells.setText(no_cell_said(results))
        self._no_cells.setVisible(not takes.cells)
        self.judgments.show_rows(len(takes.judgments), lambda place: _sentence(results, takes.judgments[place]))
        self._judgments_card.setVisible(bool(takes.judgments))
        for card in (self._weights_card, self._cells_card):
            card.setVisible(results.leader is not None)
        self.changed.emit()

    def _row(self, results: Results, flip: Flip) -> FlipRow:
        return FlipRow(results, flip, lambda: self.document.try_weights(weights_moved(results, flip)))

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
        self.cells.setAccessibleName(_("What figure would put another host first"))
        self._weights_card.add_at_title(self.level)
        self._weights_card.add(self.flips)
        self._cells_card.add(self._no_cells)
        self._cells_card.add(self.cells)
        self._judgments_card.add(self.judgments)
        for card in (self._weights_card, self._cells_card, self._judgments_card):
            card.hide()
            self.add(card)
        self.column.addStretch(1)


def _sentence(results: Results, judgment: CriticalJudgment) -> QWidget:
    return text_label(judgment_said(results, judgment))


def _effort(flip: Flip) -> float:
    """Sorts by the points of weight that move; those that no weights make win come last."""
    return float("inf") if flip.moved is None else flip.moved
