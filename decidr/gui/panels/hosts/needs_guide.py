"""The way through all that a host still needs: the place of each, and above it how much is left and the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from decidr.core.analysis.hosts.host_needs import Need
from decidr.gui.document import Document
from decidr.gui.messages import Messages, Offer
from decidr.gui.models.hosts.host_needs import address_of, host_needs, need_told, needs_told, next_need
from decidr.language import _


class NeedsGuide(QObject):
    """Leads from need to need in the order of the beginning; what was passed over comes again at the end.

    ``go_to`` asks for a place.
    """

    go_to = Signal(str)

    def __init__(self, document: Document, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._messages = document, messages

    def lead(self, host: str, need: Need) -> None:
        """Go to where a host's need is filled, and offer the next."""
        self._go(host, need, host_needs(self._document.results, host))

    def _go(self, host: str, need: Need, order: Sequence[Need]) -> None:
        self.go_to.emit(address_of(need, host))
        results = self._document.results
        left = needs_told(results, host, host_needs(results, host))
        text = _("{needs}; now: {need}.").format(needs=left, need=need_told(results, need))
        self._messages.tell(
            text,
            Offer(_("Next"), lambda: self._go_on(host, need, order)),
            Offer(_("Back to the hosts"), lambda: self.go_to.emit(f"hosts:{host}")),
        )

    def _go_on(self, host: str, need: Need, order: Sequence[Need]) -> None:
        """To the next that is left; the host or its leaf may be gone by now."""
        results = self._document.results
        left = host_needs(results, host)
        following = next_need(left, order, need)
        if following is not None:
            self._go(host, following, order)
        elif host in results.hosts:
            self._messages.tell(needs_told(results, host, ()))
            self.go_to.emit(f"hosts:{host}")
