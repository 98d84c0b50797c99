"""Robustness: how the answer fares when weights and data are drawn at random; results stream in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decidr.core.analysis.robustness.words import who_is_first
from decidr.core.study.edits import set_setting
from decidr.gui.charts.canvas.marks import Mark
from decidr.gui.charts.robustness.central_weights import host_to_explain
from decidr.gui.charts.robustness.pair_wins import PairWinsChart, closest_pair
from decidr.gui.charts.robustness.rank_shares import RankSharesChart
from decidr.gui.charts.robustness.score_boxes import ScoreBoxesChart, reach_told
from decidr.gui.charts.robustness.simulated import Simulated, simulated
from decidr.gui.charts.robustness.simulated_chart import SimulatedChart
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.panels.findings.problem_rows import ProblemRows
from decidr.gui.panels.robustness.favour_card import FavourCard
from decidr.gui.panels.robustness.host_rows import host_headings, host_rows
from decidr.gui.panels.robustness.plan_card import PlanCard
from decidr.gui.panels.tables.entry_view import EntryView
from decidr.gui.panels.widgets.card import Card
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.page_scroll import PageScroll
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.picture_menu import PictureMenu
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.simulation import Simulation
from decidr.gui.theme import SPACE
from decidr.language import _


class RobustnessPanel(Panel):
    """What the simulation tells by now: ranks, totals, pairs of hosts, and the weights that favour each.

    While it is seen it asks for the simulation of what the study has become (``simulation_wanted``); one that was
    cancelled it asks for again only where the user does.
    """

    parts = Part.SIMULATION | Part.RESULTS | Part.VIEW | Part.FOCUS | Part.SETTINGS | Part.HOSTS | Part.CRITERIA

    go_to = Signal(str)
    simulation_wanted = Signal()
    simulation_wanted_again = Signal()
    simulation_cancelled = Signal()

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("robustness_panel")
        self._kept: Simulation | None = None
        self._shown: Simulated | None = None
        self.header = PageHeader()
        self.tabs = SegmentedButtons(
            [("ranks", _("Ranks")), ("totals", _("Totals")), ("pairs", _("Pairs")), ("weights", _("Weights"))],
            _("What to show"),
        )
        self.plan = PlanCard()
        self.problems = ProblemRows()
        self.charts: dict[str, SimulatedChart] = {
            "ranks": RankSharesChart(),
            "totals": ScoreBoxesChart(),
            "pairs": PairWinsChart(),
        }
        self.hosts = EntryView("hosts_simulated")
        self.favours = FavourCard(messages)
        for chart in self.charts.values():
            PictureMenu(chart, messages)
        self._cards: dict[QWidget, str] = {}
        self._page = PageScroll("robustness_page")
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what is drawn by now, and ask for what is not."""
        self.simulation_wanted.emit()
        now = self.document.simulation
        self._take(now)
        is_outdated = self._kept is not None and self._kept.basis != self.document.basis
        problems = now.problems if now else ()
        self.plan.show_settings(self.document.study.settings)
        self.plan.line.show_run(now, self._shown, is_outdated=is_outdated)
        self.problems.show_problems(problems, self.document.study, "")
        self._show(None if problems else self._shown, is_outdated=is_outdated)

    def show_place(self, address: str) -> None:
        """Show ``robustness:<tab>``."""
        tab = address.partition(":")[2]
        if tab in self._cards.values():
            self.tabs.choose(tab)
            self.refresh()

    # what is shown

    def _take(self, now: Simulation | None) -> None:
        """Keep the last one that tells anything, until the next one does."""
        if now is None:
            self._kept = self._shown = None
        elif now.robustness is not None and now is not self._kept:
            if self._kept is None or now.robustness is not self._kept.robustness:
                self._shown = simulated(now.results, now.robustness, now.quantiles)
            self._kept = now

    def _show(self, shown: Simulated | None, *, is_outdated: bool) -> None:
        tab = self.tabs.choice
        self.tabs.setVisible(shown is not None)
        for card, of in self._cards.items():
            card.setVisible(shown is not None and of == tab)
        self.header.set_title(who_is_first(shown.results, shown.robustness) if shown else _("How sure is the answer?"))
        if shown is None:
            self.header.set_subtitle(_("Weights and data are drawn at random, and each draw is ranked."))
            return
        if tab == "weights":
            host = host_to_explain(shown, self.document.selected_host)
            self.favours.show_host(shown, self.document.focus, host, is_outdated=is_outdated)
        else:
            self.charts[tab].show_simulated(shown, self.document.focus, is_outdated=is_outdated)
        if tab == "ranks":
            self.hosts.table.show_rows(host_rows(shown, is_outdated=is_outdated), host_headings())
        self.header.set_subtitle(self._subtitle(tab, shown))

    def _subtitle(self, tab: str, shown: Simulated) -> str:
        return {
            "ranks": _("In which share of the draws each host takes each rank"),
            "totals": reach_told(shown),
            "pairs": closest_pair(shown),
            "weights": self.favours.chart.heading,
        }[tab]

    # how it is laid out

    def _lay_out(self) -> None:
        self.header.set_right(self.tabs)
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        self.hosts.setAccessibleName(_("How each host fares"))
        self._page.add(self.plan)
        self._page.add(self.problems)
        for tab, widgets in {**self.charts, "figures": self.hosts}.items():
            card = Card()
            card.add(widgets)
            self._add(card, "ranks" if tab == "figures" else tab)
        self._add(self.favours, "weights")
        self._page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._page, 1)

    def _add(self, card: QWidget, tab: str) -> None:
        self._cards[card] = tab
        self._page.add(card)

    # what the user does

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _tab: self.refresh())
        self.plan.line.cancelled.connect(self.simulation_cancelled)
        self.plan.line.wanted.connect(self.simulation_wanted_again)
        self.plan.form.changed.connect(self._change)
        self.problems.go_to.connect(self.go_to)
        self.hosts.row_chosen.connect(self._choose_row)
        self.favours.host_chosen.connect(self.document.select_host)
        self.favours.node_chosen.connect(self.refresh)
        for chart in self.charts.values():
            chart.pressed.connect(self._press)

    def _choose_row(self, row: int) -> None:
        if self._shown:
            self.document.select_host(self._shown.hosts[row])

    def _press(self, mark: Mark) -> None:
        self.document.select_host(mark.host)

    def _change(self, field: str, value: object, label: str) -> None:
        self.document.apply(label, set_setting(self.document.study, **{field: value}))
