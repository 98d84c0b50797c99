"""What every tab of the Sensitivity page shares."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from decidr.core.analysis.results import Results
from decidr.gui.document import Document
from decidr.gui.messages import Messages
from decidr.gui.panels.widgets.page_scroll import PageScroll


class SensitivityTab(PageScroll):
    """One tab; it draws only while it is seen.

    ``go_to`` asks for a place in the window, ``changed`` to be refreshed after a choice that is no edit. ``invitation``
    says how weights are tried here, empty where none can be.
    """

    go_to = Signal(str)
    changed = Signal()
    invitation = ""

    def __init__(self, name: str, document: Document, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.document, self.messages = document, messages

    @property
    def own(self) -> Results:
        """The results of the study's own weights, whatever is tried."""
        return self.document.results_by_view[self.document.view]

    @abstractmethod
    def refresh(self) -> str:
        """Show the document as it is now; the sentence that answers."""

    def show_place(self, place: str) -> None:
        """Show a place on this tab, as a criterion's id; a tab without places shows itself."""
