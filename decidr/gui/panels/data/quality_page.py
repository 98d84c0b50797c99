"""Data, second page: what to mend first, with what each gap and placeholder alone could do to the ranking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.data.flaw_words import kind_word
from decidr.core.analysis.data.quality import Flaw, data_quality
from decidr.core.analysis.results import Results
from decidr.gui.jobs import Jobs
from decidr.gui.models.data.quality_lines import quality_counts, quality_headings, quality_rows
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.tables.table_card import table_card
from decidr.gui.panels.widgets.choice_box import ChoiceBox
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _
from decidr.number_text import figure

MOST_ROWS = 200
"""So many are listed at once, those that could do most; nobody reads more, and laying them out takes time."""


class DataQualityPage(QWidget):
    """Worked out off the UI thread; ``found`` tells that it is there, ``go_to`` asks for a cell or a criterion."""

    found = Signal()
    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data_quality_page")
        self._jobs: Jobs | None = None
        self._results: Results | None = None
        self.flaws: tuple[Flaw, ...] | None = None
        self.kind = ChoiceBox("quality_kind", _("Only what is wrong in this way"))
        self.table = EntryView("data_quality", stretched=2, scrolls=True)
        self.nothing, self.rest = text_label("", "second"), text_label("", "caption")
        self._card = table_card(self.table)
        self._lay_out()
        self.kind.activated.connect(lambda _place: self._show_rows())
        self.table.opened.connect(self.go_to)

    def show_results(self, results: Results) -> None:
        """Show what to mend in these results, as soon as that is worked out."""
        if results is self._results:
            return
        self._results = results
        self._jobs = self._jobs or Jobs()
        self._jobs.run(
            "data quality",
            lambda progress: data_quality(results, progress.step),
            self._take,
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._jobs:
            self._jobs.close()
            self._jobs = None
            self._results = None

    def _take(self, flaws: tuple[Flaw, ...]) -> None:
        self.flaws = flaws
        self._offer_kinds()
        self._show_rows()
        self.found.emit()

    def _offer_kinds(self) -> None:
        chosen = self.kind.currentData()
        self.kind.clear()
        self.kind.addItem(_("Everything to mend, {count}").format(count=len(self.flaws or ())), "")
        for kind, count in quality_counts(self.flaws or ()).items():
            self.kind.addItem(f"{kind_word(kind)}, {count}", kind)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self.kind.show_letters(max(len(self.kind.itemText(i)) for i in range(self.kind.count())))

    def _show_rows(self) -> None:
        if self._results is None or self.flaws is None:
            return
        kind = self.kind.currentData()
        wanted = [flaw for flaw in self.flaws if not kind or flaw.kind == kind]
        self.table.table.show_rows(quality_rows(self._results, wanted[:MOST_ROWS]), quality_headings())
        self.table.fit()
        self._say_rest(len(wanted))
        for widget in (self.kind, self._card):
            widget.setVisible(bool(self.flaws))
        self.nothing.setVisible(not self.flaws)

    def _say_rest(self, count: int) -> None:
        """That the list ends before everything is told."""
        told = _("The {shown} that could do most, of {count}; mend some, or choose a kind, and others follow.")
        self.rest.setText(told.format(shown=MOST_ROWS, count=figure(count)))
        self.rest.setVisible(count > MOST_ROWS)

    def _lay_out(self) -> None:
        self.table.setAccessibleName(_("What to mend in the data"))
        self.table.show_sorting(2, Qt.SortOrder.AscendingOrder)
        self.nothing.setText(_("Every figure is there, of late, in its unit, inside its ends and with a source."))
        for widget in (self.kind, self._card, self.nothing, self.rest):
            widget.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE[2])
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.nothing)
        column.addWidget(self._card, 1)
        column.addWidget(self.rest)
        column.addStretch()
