"""The card that a table fills to its edges."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decidr.gui.panels.widgets.card import Card
from decidr.gui.theme import SPACE


def table_card(*widgets: QWidget) -> Card:
    """A card with a table, and what stands above it; the last widget takes the room."""
    card = Card()
    card.body.setContentsMargins(SPACE[1], SPACE[0], SPACE[1], SPACE[1])
    for widget in widgets:
        card.add(widget, 1 if widget is widgets[-1] else 0)
    return card
