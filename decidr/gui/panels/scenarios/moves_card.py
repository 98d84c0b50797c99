"""The moves of a scenario as a table that is typed into, or those of a set to look at, with what each does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.results import Results
from decidr.core.analysis.scenarios.across import MoveEffect
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.models.scenarios.move_entry import MoveEntry, effects_told
from decidr.gui.models.scenarios.scenario_lines import step_headings, step_rows
from decidr.gui.models.shared.typed_table import TypedTable
from decidr.gui.panels.findings.finding_row import FindingRow
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.tables.table_actions import table_action
from decidr.gui.panels.tables.typed_view import TypedView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.clearing import clear
from decidr.gui.panels.widgets.undo_offer import undo_offer
from decidr.language import _, ngettext

SPARE = ("note", "effect", "view")
"""Columns that a narrow table leaves out, in this order."""


class MovesCard(Card):
    """What cannot be made, or is skipped, is told below the table; ``case_chosen`` gives the name of a scenario."""

    case_chosen = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(_("Its moves"), parent)
        self.setObjectName("moves_card")
        self._document, self._messages = document, messages
        self._entry = MoveEntry(document)
        self.moves = TypedView("moves", _("Moves of the scenario"), TypedTable(self._entry), SPARE)
        self.steps = EntryView("set_moves", stretched=0)
        self.steps.setAccessibleName(_("Moves of the set"))
        self._troubles = QVBoxLayout()
        self._troubles.setSpacing(2)
        self.add(self.moves)
        self.add(self.steps)
        self.body.addLayout(self._troubles)
        self._give_actions()
        self.steps.opened.connect(self.case_chosen)

    def show_case(self, results: Results, effects: Sequence[MoveEffect]) -> None:
        """Show the moves of the case of these results; those of a set are changed in its scenarios."""
        case = results.case
        is_set = case is None or case.is_set
        self.set_title(_("The moves of its scenarios together") if is_set else _("Its moves"))
        self.moves.setVisible(not is_set)
        self.steps.setVisible(is_set)
        if case is not None and is_set:
            self.steps.table.show_rows(step_rows(results, effects), step_headings())
            self.steps.fit()
            self._show_troubles()
        elif case is not None:
            told = {number: text for (_scenario, number), text in effects_told(effects, results).items()}
            self._entry.show(case.scenarios[0].id, told, results.problems)
            self.moves.table.refresh()
            self._show_troubles()

    def _show_troubles(self) -> None:
        """A line for each move that is not made as it stands; a click leads to it."""
        clear(self._troubles)
        if not self.moves.isVisibleTo(self):
            return
        for place, row in enumerate(self._entry.rows):
            for field, told in row.troubles.items():
                said = _("Row {number}: {told}").format(number=place + 1, told=told)
                line = FindingRow("notice" if field == "effect" else "error", said, f"move_trouble_{place}")
                line.clicked.connect(partial(self._go_to_row, place))
                self._troubles.addWidget(line)

    def _go_to_row(self, row: int, checked: bool = False) -> None:
        self.moves.setCurrentIndex(self.moves.table.index(row, 0))
        self.moves.setFocus()

    def _give_actions(self) -> None:
        view = self.moves
        table_action(view, "moves_copy", _("Copy"), view.copy)
        table_action(view, "moves_paste", _("Paste"), view.paste)
        table_action(view, "moves_up", _("Move up"), lambda: self._shift(-1), "Alt+Up")
        table_action(view, "moves_down", _("Move down"), lambda: self._shift(1), "Alt+Down")
        table_action(view, "moves_remove", _("Remove rows"), self._remove)
        view.removal_wanted.connect(self._remove)
        view.pasted.connect(self._tell_pasted)
        view.table.refused.connect(self._tell_refusal)

    def _shift(self, by: int) -> None:
        here = self.moves.currentIndex()
        row = self._entry.shift(here.row(), by) if here.isValid() else -1
        if row >= 0:
            self.moves.setCurrentIndex(self.moves.table.index(row, here.column()))

    def _remove(self) -> None:
        if gone := self.moves.table.remove(self.moves.chosen_rows):
            told = ngettext("Removed {count} move.", "Removed {count} moves.", gone).format(count=gone)
            self._messages.tell(told, undo_offer(self._document))

    def _tell_pasted(self, rows: int) -> None:
        if rows:
            told = ngettext("Pasted {count} move.", "Pasted {count} moves.", rows).format(count=rows)
            self._messages.tell(told, undo_offer(self._document))

    def _tell_refusal(self, trouble: str) -> None:
        if trouble:
            self._messages.warn(trouble)
