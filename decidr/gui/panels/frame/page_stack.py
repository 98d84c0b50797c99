"""The pages of the window, each made when it is first shown; those with charts wait for the heavy parts."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from decidr.gui.document import Document
from decidr.gui.jobs import load
from decidr.gui.messages import Messages
from decidr.gui.panels.widgets.panel import Panel
from decidr.gui.panels.widgets.text_label import text_label
from decidr.language import _

PANELS = {
    "study": ("decidr.gui.panels.study.page", "StudyPanel"),
    "criteria": ("decidr.gui.panels.criteria.page", "CriteriaPanel"),
    "hosts": ("decidr.gui.panels.hosts.page", "HostsPanel"),
    "data": ("decidr.gui.panels.data.page", "DataPanel"),
    "people": ("decidr.gui.panels.people.page", "PeoplePanel"),
    "weights": ("decidr.gui.panels.weights.page", "WeightsPanel"),
    "results": ("decidr.gui.panels.results.page", "ResultsPanel"),
    "sensitivity": ("decidr.gui.panels.sensitivity.page", "SensitivityPanel"),
    "robustness": ("decidr.gui.panels.robustness.page", "RobustnessPanel"),
    "scenarios": ("decidr.gui.panels.scenarios.page", "ScenariosPanel"),
    "findings": ("decidr.gui.panels.findings.page", "FindingsPanel"),
    "report": ("decidr.gui.panels.report.page", "ReportPanel"),
    "history": ("decidr.gui.panels.history.page", "HistoryPanel"),
}
"""Where each page's panel lives; only what is shown is imported, so that the first paint is soon."""

WITH_CHARTS = ("results", "sensitivity", "robustness", "scenarios")


class PageStack(QStackedWidget):
    """Shows one page; ``made`` tells a panel when it has come to be, ``turned`` which page is shown."""

    made = Signal(str, QWidget)
    turned = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._document, self._messages = document, messages
        self._panels: dict[str, Panel] = {}
        self._has_charts = False
        self._loading = _Loading()
        self.addWidget(self._loading)
        self.page = ""
        self._awaited = ""

    def show_page(self, page: str) -> None:
        """Turn to a page (KeyError for one there is not)."""
        self.page, self._awaited = page, ""
        if page in WITH_CHARTS and not self._has_charts and page not in self._panels:
            self.setCurrentWidget(self._loading)
        else:
            self.setCurrentWidget(self.panel(page))
        self.turned.emit(page)

    def take_focus(self) -> None:
        """Put the keyboard on the page that is open."""
        panel = self._panels.get(self.page)
        if panel is not None:
            panel.take_focus()

    def show_place(self, address: str) -> None:
        """Show a place on the page that is open, as ``data:<criterion>:<host>``; as soon as it can be made."""
        panel = self._panels.get(self.page)
        self._awaited = "" if panel is not None else address
        if panel is not None and hasattr(panel, "show_place"):
            panel.show_place(address)

    def panel(self, page: str) -> Panel:
        """The panel of a page, made now if it was not before."""
        if page not in self._panels:
            module, name = PANELS[page]
            panel: Panel = getattr(load(module), name)(self._document, self._messages, self)
            self._panels[page] = panel
            self.addWidget(panel)
            self.made.emit(page, panel)
        return self._panels[page]

    def allow_charts(self) -> None:
        """The heavy parts are there: pages with charts can be made, the one that waits at once."""
        self._has_charts = True
        if self.currentWidget() is self._loading and self.page:
            awaited = self._awaited
            self.show_page(self.page)
            self.show_place(awaited or self.page)


class _Loading(QWidget):
    """What stands there for the moment until charts can be drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("loading")
        words = text_label(_("Loading charts…"), "second")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(words)
