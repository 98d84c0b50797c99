"""Scenarios: who leads in every case, one case with its moves, and what each choice stands to lose."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.core.analysis.scenarios.across import AcrossCases
from decidr.core.analysis.scenarios.words import answer
from decidr.core.study.cases import case_named, cases_of, followed
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.models.scenarios.every_case import EveryCase
from decidr.gui.panels.scenarios.case_page import CasePage
from decidr.gui.panels.scenarios.ranks_page import RanksPage
from decidr.gui.panels.scenarios.stakes_page import StakesPage
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.theme import SPACE
from decidr.language import _, ngettext

RANKS, ONE, STAKES = "ranks", "one", "stakes"


class ScenariosPanel(Panel):
    """Looks at every case from the study's baseline, whatever the window supposes; ``go_to`` asks for a place."""

    go_to = Signal(str)

    parts = Part.RESULTS | Part.VIEW | Part.FOCUS | Part.SCENARIOS | Part.CASE | Part.HOSTS | Part.CRITERIA | Part.VIEWS

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("scenarios_panel")
        self._case: str | None = None
        self._study = document.study
        self._every = EveryCase(self)
        self.header = PageHeader()
        self.tabs = SegmentedButtons(
            [(RANKS, _("All scenarios")), (ONE, _("One scenario")), (STAKES, _("Regret"))], _("What to show")
        )
        self.ranks, self.one, self.stakes = RanksPage(messages), CasePage(document, messages), StakesPage()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        document = self.document
        self._follow()
        across = self._every.of(document.view, document.baseline_by_view)
        has_cases = bool(cases_of(document.study))
        self.tabs.setVisible(has_cases)
        shown = self.tabs.choice if has_cases else ONE
        self.header.set_title(answer(across))
        self._pages.setCurrentWidget({RANKS: self.ranks, ONE: self.one, STAKES: self.stakes}[shown])
        if shown == RANKS:
            self.ranks.show_cases(across, document.focus, document.scenario)
        elif shown == ONE:
            self.one.show_case(across, self._case, document.focus)
        else:
            self.stakes.show_cases(across)
        self._show_views()
        if has_cases and len(document.study.views) > 1:
            self._every.want_all()

    def show_place(self, address: str) -> None:
        """Show ``scenarios:<case>``; a case that there is not is passed over."""
        _page, _colon, name = address.partition(":")
        case = case_named(self.document.study, name) if name else None
        if case is not None:
            self.show_case(case.name)

    def show_case(self, name: str) -> None:
        """Turn to one case (a name)."""
        self._case = name
        self.tabs.choose(ONE)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._every.stop()

    def _follow(self) -> None:
        """Keep to the case that is shown; where there is none, take what the window supposes, else the first."""
        study = self.document.study
        if self._case is not None and study is not self._study:
            self._case = followed(self._study, study, self._case)
        self._study = study
        if self._case is None or case_named(study, self._case) is None:
            first = next(iter(cases_of(study)), None)
            self._case = self.document.scenario or (first.name if first else None)

    def _subtitle(self) -> str:
        study = self.document.study
        view = next(view.name for view in study.views if view.id == self.document.view)
        if not study.scenarios:
            return _("Bundle moves of figures, scores and weights, and see who would lead.")
        seen = _("Seen in the view {view}.").format(view=view)
        elsewhere = [_falls(across) for id_, across in self._every.everywhere.items() if id_ != self.document.view]
        return " ".join(part for part in (seen, *elsewhere) if part)

    def _lay_out(self) -> None:
        self.header.set_right(self.tabs)
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        for page in (self.ranks, self.one, self.stakes):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _tab: self.refresh())
        self.ranks.case_chosen.connect(self.show_case)
        self.one.case_chosen.connect(self._choose)
        self._every.found.connect(self._show_views)
        for page in (self.ranks, self.one, self.stakes):
            page.host_chosen.connect(self.document.select_host)

    def _choose(self, name: str) -> None:
        self._case = name or None
        self.refresh()

    def _show_views(self) -> None:
        """What is seen in every view, once every view is known."""
        self.header.set_subtitle(self._subtitle())
        for page in (self.ranks, self.one):
            page.show_views(self._every.everywhere)


def _falls(across: AcrossCases) -> str:
    """In how many cases the leader of another view falls; empty where it leads in all."""
    count, leader = len(across.unseating), across.leaders[0]
    if not count or leader is None:
        return ""
    text = ngettext(
        "In the view {view}, {leader} falls in {count} of {all} case.",
        "In the view {view}, {leader} falls in {count} of {all} cases.",
        len(across.cases) - 1,
    )
    names, view = across.baseline.names, across.baseline.sources.view.name
    return text.format(view=view, leader=names[leader], count=count, all=len(across.cases) - 1)
