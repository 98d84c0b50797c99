"""The offer to take back what was just done."""

from __future__ import annotations

from decidr.gui.document import Document
from decidr.gui.messages import Offer
from decidr.language import _


def undo_offer(document: Document) -> Offer:
    """Undo the last step; nothing if another was made since."""
    stack = document.undo_stack
    index = stack.index()

    def undo() -> None:
        if stack.index() == index:
            stack.undo()

    return Offer(_("Undo"), undo)
