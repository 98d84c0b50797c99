"""The newest judgments: who judged which pair when, and why; a click goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.study.history import JudgedPair
from decidr.gui.models.history.history_words import about, said
from decidr.gui.models.history.moments import moment_in_words
from decidr.gui.panels.history.judged_row import JudgedRow
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.folded_rows import FoldedRows
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _, ngettext

FIRST = 8


class JudgedCard(Card):
    """``wanted`` tells the judgment that was clicked; judgments without a date are only counted."""

    wanted = Signal(object)

    def __init__(self, today: Callable[[], date] = date.today, parent: QWidget | None = None) -> None:
        super().__init__(_("Newest judgments"), parent)
        self.setObjectName("judged_card")
        self._today = today
        self._entries: Sequence[JudgedPair] = ()
        self._base_view = ""
        self.rows = FoldedRows("judged", FIRST)
        self.undated = text_label("", "caption")
        self.undated.setObjectName("undated_judgments")
        self.add(self.rows)
        self.add(self.undated)

    def show_history(self, history: Sequence[JudgedPair], base_view: str) -> None:
        """Show these, which come newest first; ``base_view`` (a name) goes unsaid."""
        self._entries = [entry for entry in history if entry.when]
        self._base_view = base_view
        self.rows.show_rows(len(self._entries), self._row)
        self.rows.setVisible(bool(self._entries))
        self._count_undated(sum(1 for entry in history if not entry.when and entry.value is not None))

    def _row(self, place: int) -> JudgedRow:
        entry = self._entries[place]
        day = moment_in_words(entry.when, self._today())
        row = JudgedRow(place + 1, day, said(entry), about(entry, self._base_view))
        row.clicked.connect(lambda: self.wanted.emit(entry))
        return row

    def _count_undated(self, count: int) -> None:
        text = ngettext(
            "{count} judgment has no date: it came with the template or from a file.",
            "{count} judgments have no date: they came with the template or from a file.",
            count,
        )
        nothing = _("Nobody has judged yet.") if not self._entries else ""
        self.undated.setText(text.format(count=count) if count else nothing)
        self.undated.setVisible(bool(self.undated.text()))
