"""Scenarios, second page: one scenario or set, what it does, its moves and the facts that it rests on."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from decidr.core.analysis.hosts.focus import Focus
from decidr.core.analysis.scenarios.across import AcrossCases, move_effects
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.scenarios.case_totals import CaseTotalsChart
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.scenarios.case_top import CaseTop
from decidr.gui.panels.scenarios.facts_card import FactsCard
from decidr.gui.panels.scenarios.moves_card import MovesCard
from decidr.gui.panels.scenarios.verdict_card import VerdictCard
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.text_label import text_label
from decidr.gui.theme import SPACE
from decidr.language import _


class CasePage(PageScroll):
    """``case_chosen`` gives the name of a case, ``host_chosen`` a host (an id)."""

    case_chosen = Signal(str)
    host_chosen = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__("case_page", parent)
        self._across: AcrossCases | None = None
        self._place = 0
        self.top = CaseTop(document, messages)
        self.verdict = VerdictCard(document)
        self.moves = MovesCard(document, messages)
        self.facts = FactsCard(self.top.scenarioing)
        self.chart = CaseTotalsChart()
        self._totals = Card()
        self._totals.add(self.chart)
        self.invitation = self._invitation()
        for card in (self.invitation, self.top, self.verdict, self.moves, self.facts, self._totals):
            self.add(card)
        self.column.addStretch(1)
        PictureMenu(self.chart, messages)
        self.top.chosen.connect(self.case_chosen)
        self.moves.case_chosen.connect(self.case_chosen)
        self.chart.pressed.connect(self._press)

    def show_case(self, across: AcrossCases, name: str | None, focus: Focus) -> None:
        """Show the case of that name; without one, how to begin."""
        place = next((i for i, case in enumerate(across.cases) if case and case.name == name), 0)
        case, moved = across.cases[place], across.results[place]
        self._across, self._place = across, place
        self.top.show_case(case)
        self.invitation.setVisible(case is None)
        for card in (self.top, self.verdict, self.moves, self.facts, self._totals):
            card.setVisible(case is not None)
        if case is None:
            return
        effects = move_effects(across.baseline, moved)
        self.verdict.show_case(across, place, effects)
        self.moves.show_case(moved, effects)
        self.facts.show_case(case)
        self.chart.show_totals(across.baseline, moved, focus)
        self._totals.set_title(self.chart.heading)

    def show_views(self, everywhere: Mapping[str, AcrossCases]) -> None:
        """Say what the shown case does in every view; nothing until all are known."""
        if self._across is not None and self._place:
            self.verdict.show_sides(self._across, self._place, everywhere)

    def _press(self, mark: Mark) -> None:
        self.host_chosen.emit(mark.host)

    def _invitation(self) -> Card:
        """What stands there while there is no scenario."""
        card = Card()
        card.setObjectName("scenario_invitation")
        card.add(text_label(_("What if the world moves?"), "section"))
        about = _(
            "A scenario is a bundle of moves: a figure that changes, a score that rises or falls, a weight that counts"
            " more. decidr ranks the hosts under each, tells which one unseats the leader and by which move, and can"
            " let the whole window suppose it."
        )
        card.add(text_label(about, "second"))
        first = QPushButton(_("Build the first scenario"))
        first.setObjectName("first_scenario")
        first.setProperty("kind", "primary")
        first.setAutoDefault(True)  # Enter presses it
        first.clicked.connect(self.top.begin)
        card.body.addSpacing(SPACE[1])
        card.body.addWidget(first, 0, Qt.AlignmentFlag.AlignLeft)
        return card
