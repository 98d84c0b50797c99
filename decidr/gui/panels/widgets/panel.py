"""What every panel shares: it belongs to a document, and repaints on its parts only."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from decidr.gui.document import Document, Part


class Panel(QWidget):
    """A page or side panel of the window; ``parts`` are those that it repaints on.

    A hidden panel waits: it refreshes when it is shown.
    """

    parts: Part = Part.everything()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._is_stale = True
        document.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show the document as it is now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where work on this panel begins: on its first control."""
        first = next((w for w in self.findChildren(QWidget) if _takes_keys(w) and w.isVisibleTo(self)), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def _on_changed(self, parts: Part) -> None:
        if not parts & self.parts:
            return
        self._is_stale = not self.isVisible()
        if self.isVisible():
            self.refresh()


def _takes_keys(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
