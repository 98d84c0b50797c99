"""Scenarios, first page: every host's rank in every case, and who leads in each, seen in each view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.scenarios.across import AcrossCases
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.scenarios.cases import CasesChart
from decidr.gui.messages import Messages
from decidr.gui.models.scenarios.scenario_lines import leader_headings, leader_rows
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.reading_width import READING_WIDTH
from decidr.gui.theme import scaled
from decidr.language import _


class RanksPage(PageScroll):
    """``case_chosen`` gives the name of a case, ``host_chosen`` a host (an id)."""

    case_chosen = Signal(str)
    host_chosen = Signal(str)

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("ranks_page", parent)
        self._across: AcrossCases | None = None
        self.chart = CasesChart()
        self.leaders = EntryView("case_leaders", stretched=0)
        self.leaders.setAccessibleName(_("Who leads in each case, in each view"))
        card = Card()
        card.add(self.chart)
        self._views = Card(_("Who leads, seen in each view; ◆ who does not lead there at the baseline"))
        self._views.add(self.leaders)
        self._views.setMaximumWidth(scaled(READING_WIDTH))
        self._views.hide()
        for each in (card, self._views):
            self.add(each)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.chart.pressed.connect(self._press)
        self.leaders.opened.connect(self.case_chosen)

    def show_cases(self, across: AcrossCases, focus: Focus, supposed: str | None) -> None:
        """Draw every case; that which the window supposes (its name) is marked."""
        self._across = across
        names = [case.name if case else None for case in across.cases]
        self.chart.show_cases(across, focus, names.index(supposed) if supposed in names else 0)

    def show_views(self, everywhere: Mapping[str, AcrossCases]) -> None:
        """Show who leads in every view, where there is more than one; nothing until all are known."""
        self._views.setVisible(len(everywhere) > 1)
        if len(everywhere) > 1:
            self.leaders.table.show_rows(leader_rows(everywhere), leader_headings(everywhere))
            self.leaders.fit()

    def _press(self, mark: Mark) -> None:
        case = self._across.cases[int(mark.criterion)] if self._across and mark.criterion else None
        if mark.kind == "case" and case is not None:
            self.case_chosen.emit(case.name)
        elif mark.host:
            self.host_chosen.emit(mark.host)
