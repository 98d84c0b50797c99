"""Results: what makes up every total, two hosts head to head, every view side by side, and cost beside quality."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.core.analysis.hosts.level_results import alternative_of, at_level, focus_at
from decidr.gui.charts.results.head_to_head import Pair, default_pair
from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.panels.results.contributions_page import ContributionsPage
from decidr.gui.panels.results.cost_page import CostPage
from decidr.gui.panels.results.head_to_head_page import HeadToHeadPage
from decidr.gui.panels.results.views_page import ViewsPage
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.segmented import SegmentedButtons
from decidr.gui.theme import SPACE
from decidr.language import _
from decidr.number_text import points


class ResultsPanel(Panel):
    """The page of results; ``go_to`` asks for a place in the window, as ``data:<criterion>:<host>``."""

    parts = Part.RESULTS | Part.VIEW | Part.FOCUS | Part.LEVEL | Part.STUDY | Part.DATA

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("results_panel")
        self._pair: Pair | None = None
        self.header = PageHeader()
        self.tabs = SegmentedButtons(
            [
                ("contributions", _("Contributions")),
                ("head_to_head", _("Head to head")),
                ("views", _("Views")),
                ("cost", _("Cost")),
            ],
            _("What to show"),
        )
        self.contributions = ContributionsPage(messages)
        self.head_to_head = HeadToHeadPage(messages)
        self.views = ViewsPage(messages)
        self.cost = CostPage(document, messages)
        self._pages = QStackedWidget()
        self._page_widgets: dict[str, QWidget] = {
            "contributions": self.contributions,
            "head_to_head": self.head_to_head,
            "views": self.views,
            "cost": self.cost,
        }
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Draw the page that is seen."""
        results, level = at_level(self.document.results, self.document.level), self.document.level
        focus = focus_at(results, self.document.focus)
        self._pair = self._pair if self._pair and set(self._pair) <= set(results.hosts) else default_pair(results)
        has_any = bool(results.hosts and results.leaves)
        self._pages.setVisible(has_any)
        self.tabs.setVisible(has_any)
        self.header.set_title(self.document.study.question or self._answer())
        match self.tabs.choice:
            case "contributions":
                self.contributions.show_results(results, focus, self._pair)
                self.header.set_subtitle(self.contributions.chart.heading)
            case "head_to_head":
                self.head_to_head.show_pair(results, focus, self._pair)
                self.header.set_subtitle(_("Where one is ahead of the other, points of 100"))
            case "cost":
                self.header.set_subtitle(self.cost.show_costs())
            case _:
                views = {view: at_level(one, level) for view, one in self.document.results_by_view.items()}
                views[results.view] = results
                self.views.show_views(views, results.view, focus)
                self.header.set_subtitle(_("The same hosts seen with the priorities of each view, points of 100"))
        if not has_any:
            self.header.set_subtitle(_("Nothing to show yet: results take criteria that count, and hosts to compare."))

    def show_place(self, address: str) -> None:
        """Show ``results:<page>``, or two hosts by ``results:head_to_head:<host>:<host>``."""
        _page, *places = address.split(":")
        hosts = at_level(self.document.results, self.document.level).hosts
        if len(places) > 2 and set(places[1:3]) <= set(hosts):
            self._pair = places[1], places[2]
        if places and places[0] in self._page_widgets:
            self.show_page(places[0])

    def show_page(self, page: str) -> None:
        """Turn to ``contributions``, ``head_to_head``, ``views`` or ``cost``."""
        self.tabs.choose(page)
        self._turn()

    def _lay_out(self) -> None:
        self.header.set_right(self.tabs)
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], SPACE[1])
        for page in self._page_widgets.values():
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        column.addStretch()

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda _page: self._turn())
        self.contributions.node_chosen.connect(lambda _node: self.refresh())
        self.contributions.every_leaf.connect(lambda: self.show_page("head_to_head"))
        self.head_to_head.pair_chosen.connect(self._choose_pair)
        self.views.view_clicked.connect(self.document.choose_view)
        for page in (self.contributions, self.views, self.cost):
            page.host_clicked.connect(self._select)
        for source in (self.contributions, self.head_to_head, self.cost):
            source.go_to.connect(self.go_to)

    def _turn(self) -> None:
        self._pages.setCurrentWidget(self._page_widgets[self.tabs.choice])
        self.refresh()

    def _select(self, host: str) -> None:
        """Put a host in focus, or the best member of a group."""
        self.document.select_host(alternative_of(at_level(self.document.results, self.document.level), host))

    def _choose_pair(self, first: str, second: str) -> None:
        self._pair = first, second
        self.refresh()

    def _answer(self) -> str:
        """The heading of a study that asks no question."""
        results = at_level(self.document.results, self.document.level)
        if results.leader is None:
            return _("No host can be ranked yet")
        total = points(float(results.totals[results.leader]))
        return _("{host} is first with {points} points").format(host=results.leader_name, points=total)
