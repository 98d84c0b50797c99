"""Sensitivity: what would change the answer, on tabs; what is tried on one is tried on all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.gui.document import Document, Part
from decidr.gui.messages import Messages
from decidr.gui.panels.sensitivity.dynamic_page import DynamicPage
from decidr.gui.panels.sensitivity.flips_page import FlipsPage
from decidr.gui.panels.sensitivity.head_to_head_tab import HeadToHeadTab
from decidr.gui.panels.sensitivity.methods_page import MethodsPage
from decidr.gui.panels.sensitivity.one_weight_page import OneWeightPage
from decidr.gui.panels.sensitivity.performance_page import PerformancePage
from decidr.gui.panels.sensitivity.tab import SensitivityTab
from decidr.gui.panels.sensitivity.tornado_page import TornadoPage
from decidr.gui.panels.sensitivity.tried_bar import TriedBar
from decidr.gui.panels.sensitivity.two_weights_page import TwoWeightsPage
from decidr.gui.panels.widgets.page_header import PageHeader
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.tab_row import TabRow
from decidr.gui.theme import SPACE
from decidr.language import _


class Tab(NamedTuple):
    """A tab of the page: its id, which is also its address, what is written on it, and what makes it."""

    id: str
    name: str
    make: Callable[[Document, Messages], SensitivityTab]


def tabs() -> Sequence[Tab]:
    """The tabs in their order."""
    return (
        Tab("one_weight", _("One weight"), OneWeightPage),
        Tab("dynamic", _("Dynamic"), DynamicPage),
        Tab("performance", _("Performance"), PerformancePage),
        Tab("head_to_head", _("Head to head"), HeadToHeadTab),
        Tab("tornado", _("Tornado"), TornadoPage),
        Tab("two_weights", _("Two weights"), TwoWeightsPage),
        Tab("flips", _("What would it take?"), FlipsPage),
        Tab("methods", _("Other methods"), MethodsPage),
    )


class SensitivityPanel(Panel):
    """Header, tabs, and a line that says what is tried; a tab is made when it is first shown.

    ``go_to`` asks for a place in the window, as ``weights:<node>``.
    """

    go_to = Signal(str)

    parts = Part.RESULTS | Part.VIEW | Part.FOCUS | Part.STUDY

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setObjectName("sensitivity_panel")
        self._messages = messages
        self._makers = {tab.id: tab.make for tab in tabs()}
        self._pages: dict[str, SensitivityTab] = {}
        self._stack = QStackedWidget()
        self.header = PageHeader(_("What would change the answer?"))
        self.tabs = TabRow([(tab.id, tab.name) for tab in tabs()], _("What to show"))
        self.tried = TriedBar(document, messages)
        self._lay_out()
        self.tabs.chosen.connect(lambda _tab: self.refresh())

    @property
    def page(self) -> SensitivityTab:
        """The tab that is open, made now if it was not before."""
        tab = self.tabs.choice
        if tab not in self._pages:
            made = self._makers[tab](self.document, self._messages)
            made.go_to.connect(self.go_to)
            made.changed.connect(self.refresh)
            self._pages[tab] = made
            self._stack.addWidget(made)
        return self._pages[tab]

    def refresh(self) -> None:
        """Show the document on the tab that is open."""
        page = self.page
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self.header.set_subtitle(page.refresh())
        self.tried.refresh(page.invitation)

    def show_place(self, address: str) -> None:
        """Show ``sensitivity:<tab>``, or a place on it: ``sensitivity:<tab>:<place>``, ``sensitivity:<criterion>``."""
        _page, _colon, place = address.partition(":")
        tab, _colon, inside = place.partition(":")
        if tab in self._makers:
            self.tabs.choose(tab)
        elif place in self.document.results.tree.parent:
            self.tabs.choose("one_weight")
            inside = place
        if inside:
            self.page.show_place(inside)
        self.refresh()

    def _lay_out(self) -> None:
        self.header.setContentsMargins(SPACE[4], SPACE[4], SPACE[4], 0)
        self.tabs.setContentsMargins(SPACE[4], SPACE[1], SPACE[4], SPACE[1])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.tried)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.document.tried_weights:
            self.document.stop_trying()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.document.stop_trying()
