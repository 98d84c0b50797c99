"""Pages of words and fields stay as wide as eyes like it, however large the screen."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from decidr.gui.theme import scaled

READING_WIDTH = 1040


def keep_readable(page: QScrollArea) -> None:
    """Let what scrolls be no wider than can be read with ease."""
    content = page.widget()
    if content is not None:
        content.setMaximumWidth(scaled(READING_WIDTH))
